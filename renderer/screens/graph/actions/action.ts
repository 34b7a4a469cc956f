import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { useWords } from '../../../app/words.ts';
import type { useAsk } from '../../../parts/ask.ts';
import type { useGraph } from '../graph-store.ts';

/** What was pointed to when a menu was asked for: a party, a link, or (both null) the blank. */
export interface Pointed {
  readonly party: number | null;
  readonly link: string | null;
}

/** What an action is done to. */
export interface ActionContext extends Pointed, ReturnType<typeof useWords>, ReturnType<typeof useAsk> {
  /** the selected parties; where a party outside the selection was pointed to, that one alone */
  readonly parties: readonly number[];
  /** the same for links */
  readonly links: readonly string[];
  /** the party pointed to first, then the selected ones: for what needs two or more */
  readonly together: readonly number[];
  readonly graph: ReturnType<typeof useGraph.getState>;
}

/** Menus and the toolbar draw a line between groups, in this order. */
export const actionGroups = [
  'explore',
  'analyse',
  'open',
  'select',
  'sight',
  'arrange',
  'enter',
  'keep',
  'history',
  'look',
] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** One line of an action's own menu. Without `run` it does the deed of the action, or opens its panel, told which line was chosen. */
export interface ActionItem {
  readonly key: string;
  readonly label: string;
  /** has a tick before it */
  readonly checked?: boolean;
  run?(): unknown;
}

/** Beside the chart while an action is at work: a dialog, or a panel over the chart. */
export interface ActionPanel {
  readonly context: ActionContext;
  /** key of the line of the action's menu that opened it */
  readonly item?: string | undefined;
  close(): void;
}

/**
 * Something a person can do on the chart. One file each (NAME.action.tsx, its id is NAME): the right-click menus, the toolbar, the
 * shortcuts and the sheet of shortcuts are made from them.
 */
export interface ChartAction {
  readonly id: string;
  label(context: ActionContext): string;
  /** what the sheet of shortcuts calls it, where the label says more than the deed */
  name?(context: ActionContext): string;
  readonly group: ActionGroup;
  /** place within its group; those without come last, by id */
  readonly order?: number;
  /** in which right-click menus it stands */
  readonly on: ReadonlyArray<'party' | 'link' | 'blank'>;
  readonly keys?: string | readonly string[];
  /** its keys work only while chart or table have the focus: single letters, and what the window itself uses */
  readonly focused?: boolean;
  readonly icon?: Icon;
  /** whether the toolbar has it: as an icon of its own, or with its word; several words of a group share a drop-down that is named after the group */
  readonly toolbar?: 'icon' | 'word';
  /** a tool that stays in the hand: whether it is */
  pressed?(context: ActionContext): boolean;
  /** absent: always possible. What is not possible is disabled in the toolbar, absent from menus, and its key does nothing */
  possible?(context: ActionContext): boolean;
  /** a menu of its own instead of one deed; its keys do `run` */
  items?(context: ActionContext): readonly ActionItem[];
  /** the deed; an action with a `Panel` opens it instead */
  run?(context: ActionContext): unknown;
  readonly Panel?: ComponentType<ActionPanel>;
}
