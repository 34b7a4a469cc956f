import { changeTyped, isTyped } from '../by-hand.ts';
import type { ActionContext, ChartAction } from './action.ts';

const typed = ({ graph, link, links }: ActionContext) =>
  [graph.links.find((each) => each.id === (link ?? links[0]))].find(isTyped);

/** 更改: kind, direction or amount of a link that a person typed. */
export default {
  id: 'change-typed',
  label: ({ t }) => t('manual.graph.change'),
  group: 'enter',
  order: 1,
  on: ['link'],
  possible: (context) => typed(context) !== undefined,
  run: (context) => {
    const link = typed(context);
    return link && changeTyped(link, context);
  },
} satisfies ChartAction;
