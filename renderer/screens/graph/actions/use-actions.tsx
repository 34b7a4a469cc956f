import type { MenuProps } from 'antd';
import { useState } from 'react';
import type { Shortcut } from '../../../app/keyboard.ts';
import { printKeys } from '../../../app/keyboard.ts';
import { useWords } from '../../../app/words.ts';
import { useAsk } from '../../../parts/ask.ts';
import { useGraph } from '../graph-store.ts';
import type { ActionContext, ChartAction, Pointed } from './action.ts';
import { chartActions, contextOf, isPossible } from './index.ts';

const NOTHING: Pointed = { party: null, link: null };

/** The actions bound to the chart as it is now: as menu, as buttons, as shortcuts, and the panel of the one that is open. */
export function useActions() {
  const words = useWords();
  const ask = useAsk();
  const graph = useGraph();
  const [open, setOpen] = useState<{ action: ChartAction; context: ActionContext; at: number } | null>(null);
  const context = (pointed: Pointed) => contextOf(pointed, { ...words, ...ask, graph });
  const doIt = (action: ChartAction, at: ActionContext) => {
    if (!isPossible(action, at)) return;
    if (action.Panel) setOpen({ action, context: at, at: Date.now() });
    else void ask.attempt(async () => action.run?.(at));
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
          run: () => doIt(action, at),
          items: action.items?.(at),
        };
      }),
    menu: (pointed: Pointed): NonNullable<MenuProps['items']> => menuOf(context(pointed), doIt),
    shortcuts: (focused: boolean): Shortcut[] =>
      chartActions
        .filter((action) => action.keys !== undefined && (action.focused ?? false) === focused)
        .map((action) => ({
          keys: action.keys!,
          label: action.label(context(NOTHING)),
          run: () => doIt(action, contextOf(NOTHING, { ...words, ...ask, graph: useGraph.getState() })),
        })),
    panel: open?.action.Panel ? (
      <open.action.Panel key={`${open.action.id} ${open.at}`} context={open.context} close={close} />
    ) : null,
  };
}

/** The actions that are possible at a place, a line between groups, the keys at the right. */
function menuOf(
  context: ActionContext,
  doIt: (action: ChartAction, at: ActionContext) => void,
): NonNullable<MenuProps['items']> {
  const on = context.party !== null ? 'party' : context.link !== null ? 'link' : 'blank';
  const items: NonNullable<MenuProps['items']> = [];
  let group: string | null = null;
  for (const action of chartActions) {
    if (!action.on.includes(on) || !isPossible(action, context)) continue;
    if (group !== null && group !== action.group) items.push({ type: 'divider', key: `line ${action.group}` });
    group = action.group;
    const { keys } = action;
    const key = keys === undefined ? undefined : printKeys(typeof keys === 'string' ? keys : keys[0]!);
    const inner = action.items?.(context);
    items.push({
      key: action.id,
      label: action.label(context),
      ...(key ? { extra: key } : {}),
      ...(inner
        ? { children: inner.map((item) => ({ key: `${action.id} ${item.key}`, label: item.label, onClick: item.run })) }
        : { onClick: () => doIt(action, context) }),
    });
  }
  return items;
}
