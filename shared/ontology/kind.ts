import type { Bilingual } from '../protocol/parts.ts';
import type { Family } from './families.ts';
import type { GlyphName } from './glyphs.ts';

/** What `party.kind` in the store may be. A `role` beside it refines how the party is drawn, never who it is. */
export const storedPartyKinds = [
  'person',
  'company',
  'hospital',
  'department',
  'association',
  'government',
  'school',
  'org',
  'account',
  'cash',
  'payment-institution',
  'conference',
  'product',
  'tender',
  'contract',
  'invoice',
  'clue',
] as const;
export type StoredPartyKind = (typeof storedPartyKinds)[number];

/** What is no person, no organisation and no account, but stands on the graph all the same: nobody to suspect, no name to mask. */
export const thingKinds = [
  'conference',
  'product',
  'tender',
  'contract',
  'invoice',
  'clue',
] as const satisfies readonly StoredPartyKind[];

/** Whether a stored kind of party is a thing: a conference, a product, a tender … */
export const isThing = (kind: string | null): boolean => thingKinds.some((thing) => thing === kind);

/** Names of cytoscape's node shapes; the renderer hands them over as they are. */
export type NodeShape =
  | 'ellipse'
  | 'round-rectangle'
  | 'cut-rectangle'
  | 'rectangle'
  | 'barrel'
  | 'hexagon'
  | 'round-hexagon'
  | 'octagon'
  | 'diamond'
  | 'pentagon'
  | 'tag'
  | 'vee'
  | 'triangle';

/** 主体类型: one way in which parties are named and drawn. */
export interface PartyKind {
  readonly id: string;
  readonly words: Bilingual;
  /** The stored kind and role it stands for; without `role` it is the way the stored kind is drawn when nothing more is known. */
  readonly draws: { readonly kind: StoredPartyKind; readonly role?: string };
  readonly family: Family;
  readonly shape: NodeShape;
  readonly glyph: GlyphName;
  readonly ring?: 'double';
}

/**
 * Line styles; widths by amount are the renderer's. Money that moved is solid, what was bought a thin double line, what a ledger or an
 * invoice says long dashes, conferences dash-dot, posts and ownership dotted, kin and what is shared sparse dots, what nobody
 * confirmed short dashes.
 */
export type LineStyle = 'solid' | 'double' | 'long-dash' | 'dash-dot' | 'dotted' | 'sparse-dots' | 'short-dash';

/** Which rows of a view make the link, and which of its columns say what. Column and view names are those of store/views.sql. */
export interface EdgeSource {
  readonly view: string;
  readonly from: string;
  readonly to: string;
  /** the column that holds our row id; each row is one booking, one attendance … */
  readonly rows: string;
  /** only rows of the view whose `column` holds one of these words */
  readonly only?: { readonly column: string; readonly in: readonly string[] };
  /** fen */
  readonly amount?: string;
  /** day, and time of day when the view knows it */
  readonly on?: string;
  readonly time?: string;
  /** the words of the row that a reader wants to see: memo, role, title */
  readonly text: readonly string[];
  /** fields of the source sheet whose cell carries the figure; the first one that is filled is cited */
  readonly cell: readonly string[];
  /** column of the view that names, row by row, the field whose cell it is; before `cell` */
  readonly field?: string;
}

/** Rows left out of the link, counted apart; `why` is the column with the reason. */
export interface AsideSource extends Omit<EdgeSource, 'cell' | 'field'> {
  readonly why: string;
}

/** 关系类型: one kind of link, drawn from the records. Kinds are never added up into one sum. */
export interface LinkKind {
  readonly id: string;
  readonly words: Bilingual;
  readonly line: LineStyle;
  readonly directed: boolean;
  /** 'moved': money went from one to the other (bank). 'booked': somebody's ledger says so. null: no money. */
  readonly money: 'moved' | 'booked' | null;
  readonly edge: EdgeSource;
  readonly aside?: AsideSource;
  /** 手工: drawn from what persons typed; the id of the kind it speaks of. Its amounts are in no sum. */
  readonly byHand?: string;
  /** 推断: nobody stated it; drawn as a guess until a person confirms it, and not at all once a person rejected it */
  readonly inferred?: true;
}

/** Keeps the id of a kind as a literal type; does nothing else. */
export const definePartyKind = <const Id extends string>(
  kind: PartyKind & { readonly id: Id },
): PartyKind & { readonly id: Id } => kind;

/** Keeps the id of a kind as a literal type; does nothing else. */
export const defineLinkKind = <const Id extends string>(
  kind: LinkKind & { readonly id: Id },
): LinkKind & { readonly id: Id } => kind;
