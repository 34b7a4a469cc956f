import { MergeDialog } from '../../party/merge-dialog.tsx';
import { merged } from '../identities.ts';
import type { ActionPanel, ChartAction } from './action.ts';

/** 疑似同一主体: joins the party with another one, the other selected one where two are, for the whole case. */
export default {
  id: 'merge',
  label: ({ t }) => t('deeds.merge'),
  group: 'enter',
  order: 8,
  on: ['party'],
  possible: ({ together }) => together.length === 1 || together.length === 2,
  Panel: Merge,
} satisfies ChartAction;

function Merge({ context: { graph, together, t }, close }: ActionPanel) {
  const [party, other] = together.flatMap((id) => graph.nodes.find((node) => node.id === id) ?? []);
  return (
    party && (
      <MergeDialog
        party={party}
        other={other}
        done={(answer, with_) => merged(answer, [party.id, with_], t)}
        close={close}
      />
    )
  );
}
