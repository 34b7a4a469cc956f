import { type ActionContext, actionGroups, type ChartAction, type Pointed } from './action.ts';

const files = import.meta.glob<ChartAction>('./*.action.tsx', { eager: true, import: 'default' });

/** All actions in the order of menus and toolbar. */
export const chartActions: readonly ChartAction[] = Object.values(files).sort(
  (a, b) =>
    actionGroups.indexOf(a.group) - actionGroups.indexOf(b.group) ||
    (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) ||
    (a.id < b.id ? -1 : 1),
);

/** What an action is done to, from what was pointed to and what is selected. */
export function contextOf(
  { party, link }: Pointed,
  rest: Pick<ActionContext, 'graph' | 't' | 'lang' | 'attempt' | 'say' | 'confirm' | 'copy'>,
): ActionContext {
  const { selectedParties, selectedLinks } = rest.graph;
  return {
    ...rest,
    party,
    link,
    parties: party === null || selectedParties.includes(party) ? selectedParties : [party],
    links: link === null || selectedLinks.includes(link) ? selectedLinks : [link],
    together: party === null ? selectedParties : [party, ...selectedParties.filter((id) => id !== party)],
  };
}

export const isPossible = (action: ChartAction, context: ActionContext): boolean => action.possible?.(context) ?? true;
