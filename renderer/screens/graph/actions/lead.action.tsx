import { enterByHand } from '../../manual/entry-asked.ts';
import { showEntered } from '../by-hand.ts';
import { linkWords } from '../link-words.ts';
import type { ActionContext, ChartAction } from './action.ts';

/** What the form of a lead starts with: whom or what was pointed to. */
function known({ graph, party, link, lang }: ActionContext): Record<string, string> {
  const node = graph.nodes.find(({ id }) => id === party);
  if (node) return { [node.kind === 'person' ? 'subject_name' : 'subject_org']: node.name };
  const pointed = graph.links.find(({ id }) => id === link);
  return pointed ? { content: linkWords(pointed, graph.nodes, lang) } : {};
}

/** 记为线索: what was seen on the chart becomes a lead in the case, entered by hand. */
export default {
  id: 'lead',
  label: ({ t }) => t('deeds.lead'),
  group: 'open',
  order: 5,
  on: ['party', 'link'],
  run: (context) =>
    enterByHand(
      { what: 'record', category: 'clue', values: known(context) },
      (row) => void context.attempt(() => showEntered(row, context.t)),
    ),
} satisfies ChartAction;
