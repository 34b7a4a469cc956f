import { z } from 'zod';
import { MOST_NEW, MOST_ON_CHART } from './chart-limits.ts';
import { count, fen, id, page, partyRef, source } from './parts.ts';
import { tagId } from './tags.requests.ts';

/** 手工部分: rows typed by hand, their sum, and how many of them are inferred. */
export const manualPart = z.object({ rows: count, fen, inferred: count });

/** Of an inferred link that is drawn. */
export const inferredState = z.enum(['open', 'confirmed']);

export const graphNode = partyRef.extend({
  /** refined kind that decides shape, glyph and colour: doctor, rep, cso, pharma, supplier, society, hospital, card, meeting … */
  drawnAs: z.string(),
  /** second line of the label: role, date, amount or last digits */
  detail: z.string(),
  inFen: fen,
  outFen: fen,
  degree: count,
  findings: count,
  severity: z.number().int().min(0).max(4),
  sameName: count,
  tags: z.array(tagId),
  /** hospital or department that groups it, when known */
  group: id.nullable(),
  /** the department a person works in, as most records say */
  dept: z.string().optional(),
  /** 已排除: findings named it and every one of them was ruled out */
  ruledOut: z.literal(true).optional(),
  /** 手工: entered by a person, or named by nothing else */
  byHand: z.boolean().optional(),
  /** under how many different mentions the files name it; absent where none does */
  mentions: count.optional(),
  /** 备注: how many notes stand on it; absent where none */
  notes: count.optional(),
});
export type GraphNode = z.output<typeof graphNode>;

export const graphLink = z.object({
  id: z.string(),
  kind: z.string(),
  source: id,
  target: id,
  rows: count,
  fen: fen.nullable(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  findings: count,
  /** how much of it persons typed; absent where nothing is */
  manual: manualPart.optional(),
  /** 推断: nobody stated it; whether a person confirmed it */
  inferred: inferredState.optional(),
});
export type GraphLink = z.output<typeof graphLink>;

export const subgraph = z.object({ nodes: z.array(graphNode), links: z.array(graphLink) });
export type Subgraph = z.output<typeof subgraph>;

/** `rows` and `fen` are over the kinds in `moneyKinds`: what statements moved, or in a case without statements what ledgers booked. */
export const caseTotals = z.object({
  parties: count,
  links: count,
  rows: count,
  fen,
  moneyKinds: z.array(z.string()).optional(),
  /** how much of `rows` and `fen` persons typed */
  manual: z.object({ rows: count, fen }).optional(),
});

export const linkRow = z.object({
  rowId: id,
  day: z.string().nullable(),
  time: z.string().nullable(),
  fen: fen.nullable(),
  text: z.string(),
  /** null when it counts; else why it is set aside: failed, reversed, mirrored … */
  aside: z.string().nullable(),
  findings: count,
  source,
});

const filter = {
  kinds: z.array(z.string()).optional(),
  minFen: fen.optional(),
  from: z.string().optional(),
  to: z.string().optional(),
};

/** One line of an expansion: links of a kind in one direction to parties that are drawn as one kind. */
const expandGroup = z.object({ kind: z.string(), direction: z.enum(['out', 'in']), drawnAs: z.string() });
export type ExpandGroup = z.output<typeof expandGroup>;

export const graphRequests = {
  /**
   * A first picture: the parties of a finding with the links among them, the given parties, or the most conspicuous of the case. `inFinding`: how many
   * parties the finding is about or rests on; not more than 200 of them are in the picture.
   */
  'graph.start': {
    ask: z.object({
      finding: id.optional(),
      parties: z.array(id).max(MOST_ON_CHART).optional(),
      top: z.number().int().min(1).max(200).default(30),
      ...filter,
    }),
    answer: subgraph.extend({
      totals: caseTotals,
      inFinding: count,
      focus: z.array(id),
      focusLinks: z.array(z.string()),
    }),
  },
  /** Neighbours of a party by amount; `only`: those that one of these groups finds, ordered by its links. `total` counts all that pass the filter, `nodes` holds this page, `links` also those to parties in `shown`. */
  'graph.neighbours': {
    ask: z.object({
      party: id,
      shown: z.array(id).max(MOST_ON_CHART).default([]),
      order: z.enum(['amount', 'rows', 'recent']).default('amount'),
      only: z.array(expandGroup).max(500).optional(),
      ...filter,
      offset: count.default(0),
      limit: z.number().int().min(1).max(MOST_NEW).default(10),
    }),
    answer: subgraph.extend({ total: count, newTotal: count }),
  },
  /** Counts before adding: by kind of link and kind of party. */
  'graph.expand-preview': {
    ask: z.object({ party: id, shown: z.array(id).max(MOST_ON_CHART).default([]) }),
    answer: z.object({
      groups: z.array(expandGroup.extend({ parties: count, shown: count, rows: count, fen: fen.nullable() })),
      total: count,
    }),
  },
  /** The rows behind a link, newest first; sum and count are over all rows, set-aside rows counted apart. */
  'graph.link-rows': {
    ask: z.object({
      kind: z.string(),
      source: id,
      target: id,
      from: z.string().optional(),
      to: z.string().optional(),
      /** false: without the rows that have no day */
      undated: z.boolean().default(true),
      ...page,
    }),
    answer: z.object({
      kind: z.string(),
      source: graphNode,
      target: graphNode,
      rows: count,
      fen: fen.nullable(),
      asideRows: count,
      asideFen: fen,
      manual: manualPart.optional(),
      inferred: inferredState.optional(),
      months: z.array(z.object({ month: z.string(), rows: count, fen })),
      list: z.array(linkRow),
      findings: z.array(
        z.object({ id, number: z.string(), model: z.string(), severity: z.number(), status: z.string() }),
      ),
    }),
  },
  /** Of each of these links the cell of its largest row, the earliest of them where several are as large; null where no row counts any more. In their order. */
  'graph.link-cells': {
    ask: z.object({ links: z.array(z.object({ kind: z.string(), source: id, target: id })).max(1_000) }),
    answer: z.object({ cells: z.array(source.nullable()) }),
  },
  /**
   * Drawn links taken apart by month ('' = without a day) or row by row: at most `most` parts, those with most money first; `total`
   * is how many there are. Rows set aside are in none, as in the links; rows without a day are in none where `undated` is false.
   */
  'graph.split': {
    ask: z.object({
      links: z.array(z.string()).max(20_000),
      by: z.enum(['month', 'row']),
      most: z.number().int().min(1).max(4_000).default(2_000),
      from: z.string().optional(),
      to: z.string().optional(),
      undated: z.boolean().default(true),
    }),
    answer: z.object({
      parts: z.array(
        z.object({
          link: z.string(),
          /** the month, or the row id */
          key: z.string(),
          rows: count,
          fen: fen.nullable(),
          first: z.string().nullable(),
          last: z.string().nullable(),
        }),
      ),
      total: count,
    }),
  },
  /** The numbers behind one node for the inspector, of a period where one is given. */
  'graph.node': {
    ask: z.object({
      party: id,
      from: z.string().optional(),
      to: z.string().optional(),
      undated: z.boolean().default(true),
    }),
    answer: z.object({
      node: graphNode,
      byKind: z.array(
        z.object({
          kind: z.string(),
          direction: z.enum(['out', 'in']),
          parties: count,
          rows: count,
          fen: fen.nullable(),
        }),
      ),
    }),
  },
} as const;
