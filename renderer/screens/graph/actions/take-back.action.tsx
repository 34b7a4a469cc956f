import { useAnswer } from '../../../client/queries.ts';
import { RemoveEntry } from '../../manual/remove-entry.tsx';
import { isTyped, takenBack } from '../by-hand.ts';
import type { ActionContext, ActionPanel, ChartAction } from './action.ts';

const typed = ({ graph, link }: ActionContext) => [graph.links.find((each) => each.id === link)].find(isTyped);

/** 从案件撤回: the entry behind a link that was typed, with a reason for the journal. Taking a link off the chart is another thing. */
export default {
  id: 'take-back',
  label: ({ t }) => t('deeds.takeBack'),
  group: 'enter',
  order: 2,
  on: ['link'],
  possible: (context) => typed(context) !== undefined,
  Panel: TakeBack,
} satisfies ChartAction;

function TakeBack({ context, close }: ActionPanel) {
  const link = typed(context);
  const rows = useAnswer(
    'graph.link-rows',
    { kind: link?.kind ?? '', source: link?.source ?? 1, target: link?.target ?? 1, limit: 1 },
    { enabled: link !== undefined },
  );
  const rowId = rows.data?.list[0]?.rowId;
  const source = useAnswer('source.read', { rowId: rowId ?? 1, around: 0 }, { enabled: rowId !== undefined });
  const entry = source.data?.manual;
  const { attempt, t } = context;
  return entry ? (
    <RemoveEntry entry={entry} done={() => void attempt(() => takenBack(entry, t))} close={close} />
  ) : null;
}
