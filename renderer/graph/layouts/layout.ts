import type { Spot } from '../layered.ts';

/** 布局, in the order of the menu. */
export const layoutNames = ['layered', 'force', 'concentric', 'institution', 'time', 'circle', 'manual'] as const;
export type LayoutName = (typeof layoutNames)[number];

export type Places = Readonly<Record<string, Spot>>;

/** Somebody to be placed. */
export interface LayoutNode {
  readonly id: string;
  /** the frame it stands in: members of one frame stand together as a block */
  readonly frame: string | null;
  /** the innermost of several frames around it: who shares it stands together within the block */
  readonly inner?: string | null;
  /** its layer: money in this field runs from companies over promoters, meetings and accounts to people */
  readonly column: number;
  /** the hospital or department that employs it, or that it is */
  readonly institution: string | null;
  /** what orders people of one institution: post or department */
  readonly post: string;
}

export interface LayoutLink {
  readonly source: string;
  readonly target: string;
  /** money and rows, for the order of neighbours */
  readonly weight: number;
  /** yyyy-mm-dd of its first row */
  readonly first: string | null;
}

/** What a layout is given; nothing in it is a class, so that it can be handed to another thread. */
export interface LayoutInput {
  readonly nodes: readonly LayoutNode[];
  readonly links: readonly LayoutLink[];
  /** where everybody stands now */
  readonly at: Places;
  /** 固定: they stay where they stand */
  readonly fixed: readonly string[];
  /** of the window, px */
  readonly width: number;
  readonly height: number;
}

/** One node, or the members of one frame side by side; what layouts place. */
export interface Block {
  readonly id: string;
  readonly members: readonly string[];
  /** where each member stands around the middle */
  readonly seats: readonly Spot[];
  readonly width: number;
  readonly height: number;
  readonly column: number;
  readonly institution: string | null;
  readonly post: string;
  /** yyyy-mm-dd of the first row of any of its links */
  readonly first: string | null;
  /** how many other blocks it is linked to */
  readonly degree: number;
  /** its middle as it stands now; stays there when `fixed` */
  readonly at: Spot;
  readonly fixed: boolean;
}

export interface BlockLink {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

export interface Blocks {
  readonly blocks: readonly Block[];
  /** between different blocks, one for each ordered pair */
  readonly links: readonly BlockLink[];
  readonly width: number;
  readonly height: number;
}

/**
 * A rule for where blocks stand, one file each (NAME.layout.ts). It is pure: the same blocks give the same middles. What it says of fixed blocks
 * is not followed.
 */
export interface Layout {
  readonly name: LayoutName;
  /** `progress` is told the share that is done, 0 … 1 */
  place(blocks: Blocks, progress: (share: number) => void): ReadonlyMap<string, Spot>;
}
