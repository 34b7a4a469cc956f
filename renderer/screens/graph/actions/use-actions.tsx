import { IconCheck } from '@tabler/icons-react';
import type { MenuProps } from 'antd';
import { useState } from 'react';
import type { Shortcut } from '../../../app/keyboard.ts';
import { printKeys } from '../../../app/keyboard.ts';
import { useWords } from '../../../app/words.ts';
import { useAsk } from '../../../parts/ask.ts';
import { FocusBack } from '../../../parts/focus-back.tsx';
import { useGraph } from '../graph-store.ts';
import type { ActionContext, ActionGroup, ChartAction, Pointed } from './action.ts';
import { chartActions, contextOf, isPossible } from './index.ts';

type MenuItems = NonNullable<MenuProps['items']>;
type DoIt = (action: ChartAction, at: ActionContext, item?: string) => void;

const NOTHING: Pointed = { party: null, link: null };

/** The actions bound to the chart as it is now: as menu, as buttons, as shortcuts, and the panel of the one that is open, which leaves the focus to the chart. */
export function useActions(toChart: () => void) {
  const words = useWords();
  const ask = useAsk();
  const graph = useGraph();
  const [open, setOpen] = useState<{ action: ChartAction; context: ActionContext; item?: string; at: number } | null>(
    null,
  );
  const context = (pointed: Pointed) => contextOf(pointed, { ...words, ...ask, graph });
  const doIt: DoIt = (action, at, item) => {
    if (!isPossible(action, at)) return;
    const { Panel } = action;
    const run = action.items?.(at).find(({ key }) => key === item)?.run ?? (Panel ? undefined : action.run);
    if (run) void ask.attempt(async () => run(at));
    // not within the key press or click that asked for it: the same one would press the first button of the panel
    else if (Panel) setTimeout(() => setOpen({ action, context: at, ...(item && { item }), at: Date.now() }));
  };
  const close = () => setOpen(null);
  return {
    /** what the toolbar shows, each with what it does to the selection */
    tools: chartActions
      .filter((action) => action.toolbar)
      .map((action) => {
        const at = context(NOTHING);
        return {
          action,
          label: action.label(at),
          possible: isPossible(action, at),
          pressed: action.pressed?.(at),
          run: () => doIt(action, at),
          items: action.items && itemsOf(action, at, doIt),
        };
      }),
    /** one of them by its id, for what was pointed to; null while it is not possible */
    deed: (id: string, pointed: Pointed): { label: string; run(): void } | null => {
      const action = chartActions.find((each) => each.id === id);
      const at = context(pointed);
      return action && isPossible(action, at) ? { label: action.label(at), run: () => doIt(action, at) } : null;
    },
    menu: (pointed: Pointed): MenuItems => menuOf(context(pointed), doIt),
    shortcuts: (focused: boolean): Shortcut[] =>
      chartActions
        .filter((action) => action.keys !== undefined && (action.focused ?? false) === focused)
        .map((action) => ({
          keys: action.keys!,
          label: (action.name ?? action.label)(context(NOTHING)),
          run: () => {
            const now = useGraph.getState();
            doIt(action, contextOf({ party: now.walked, link: null }, { ...words, ...ask, graph: now }));
          },
        })),
    panel: open?.action.Panel ? (
      <FocusBack key={`${open.action.id} ${open.at}`} otherwise={toChart}>
        <open.action.Panel context={open.context} item={open.item} close={close} />
      </FocusBack>
    ) : null,
  };
}

const itemsOf = (action: ChartAction, context: ActionContext, doIt: DoIt): MenuItems =>
  (action.items?.(context) ?? []).map(({ key, label, checked }) => ({
    key: `${action.id} ${key}`,
    label,
    ...(checked === undefined ? {} : { icon: checked ? <IconCheck size={14} /> : <span className="menu-unchecked" /> }),
    onClick: () => doIt(action, context, key),
  }));

/** Groups that open to the side, so that the menu fits the window. */
const isAside = (group: ActionGroup, on: 'party' | 'link' | 'blank'): boolean =>
  on !== 'blank' && (['select', 'arrange', 'enter'].includes(group) || (on === 'party' && group === 'analyse'));
/** … and those with more than this */
const MANY = 7;

/** The actions that are possible at a place, a line between groups, the keys at the right. */
function menuOf(context: ActionContext, doIt: DoIt): MenuItems {
  const on = context.party !== null ? 'party' : context.link !== null ? 'link' : 'blank';
  const possible = chartActions.filter((action) => action.on.includes(on) && isPossible(action, context));
  const groups = [...Map.groupBy(possible, ({ group }) => group)];
  return groups.flatMap(([group, actions], i): MenuItems => {
    const items = actions.map((action) => menuItem(action, context, doIt));
    return [
      ...(i === 0 ? [] : [{ type: 'divider' as const, key: `line ${group}` }]),
      ...((isAside(group, on) && items.length > 1) || items.length > MANY
        ? [{ key: group, label: context.t(`deeds.groups.${group}`), children: items }]
        : items),
    ];
  });
}

function menuItem(action: ChartAction, context: ActionContext, doIt: DoIt): MenuItems[number] {
  const { keys } = action;
  const key = keys === undefined ? undefined : printKeys(typeof keys === 'string' ? keys : keys[0]!);
  return {
    key: action.id,
    label: action.label(context),
    ...(key ? { extra: key } : {}),
    ...(action.items ? { children: itemsOf(action, context, doIt) } : { onClick: () => doIt(action, context) }),
  };
}
