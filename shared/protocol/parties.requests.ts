import { z } from 'zod';
import { inferredState, manualPart } from './graph.requests.ts';
import { count, fen, id, page, partyRef, shortText, source, workbookAsk, workbookWritten } from './parts.ts';
import { tagCounts, tagFilter, tagId } from './tags.requests.ts';

export const identifier = z.object({
  type: z.string(),
  value: z.string(),
  keyable: z.boolean(),
  source: source.nullable(),
});
export const partyRow = partyRef.extend({
  /** refined drawing kind, e.g. doctor, cso, pharma; see shared/ontology */
  drawnAs: z.string(),
  aliases: z.array(z.string()),
  /** one line that tells this party from others of the same name: employer, dept, last digits, credit code */
  identity: z.string(),
  inFen: fen,
  outFen: fen,
  rows: count,
  findings: count,
  sameName: count,
  /** 标签, given and derived */
  tags: z.array(tagId),
  /** 手工: entered by a person, or named by nothing else */
  byHand: z.boolean().optional(),
});
export type PartyRow = z.output<typeof partyRow>;

export const partyLink = z.object({
  party: partyRef,
  kind: z.string(),
  rows: count,
  fen: fen.nullable(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  /** what of it persons typed; absent where nothing */
  manual: manualPart.optional(),
  /** 推断: nobody stated it; whether a person confirmed it */
  inferred: inferredState.optional(),
});

export const mentionRow = z.object({
  mention: id,
  name: z.string(),
  identifiers: z.array(identifier),
  /** why this mention stands with this party: 'first', 'identifier', 'account', 'phone', 'employer', 'org-key', 'conference', 'decision' */
  reason: z.string(),
  /** the mention it was joined to, with the cell of the evidence for the join */
  joinedTo: z.object({ mention: id, name: z.string(), value: z.string(), source: source.nullable() }).nullable(),
  rows: count,
  source,
});

/** Why something was found: what holds the typed words, and which part of it they are. */
const searchMatch = z.object({
  by: z.enum(['name', 'alias', 'sound', 'number', 'number-end', 'title', 'dept', 'employer', 'cell', 'finding']),
  text: z.string(),
  /** [from, to (exclusive)] in UTF-16 units of `text` */
  marks: z.array(z.tuple([count, count])),
  /** type of the number, header of the cell's column */
  label: z.string().nullable(),
});
export type SearchMatch = z.output<typeof searchMatch>;

/** `party`: people, organisations, accounts; `thing`: products, tenders, contracts, invoices, leads. */
const hitKind = z.enum(['party', 'identifier', 'conference', 'thing', 'finding', 'amount', 'day', 'text']);

export const searchHit = z.object({
  kind: hitKind,
  party: partyRef.nullable(),
  drawnAs: z.string().nullable(),
  title: z.string(),
  detail: z.string(),
  fen: fen.nullable(),
  source: source.nullable(),
  finding: id.nullable(),
  /** one for each typed word; empty where the amount or the day itself is what was typed */
  matched: z.array(searchMatch),
});
export type SearchHit = z.output<typeof searchHit>;

const goods = z.object({ drugs: count, devices: count, fen, names: z.array(z.string()) });
const monthsOfPartner = z.object({ party: id, months: z.array(fen), goods: goods.nullable() });

const searchText = z.string().min(1).max(200);

export const partiesRequests = {
  'parties.list': {
    ask: z.object({
      kind: z.string().optional(),
      text: shortText.default(''),
      sort: z.enum(['name', 'in', 'out', 'rows', 'findings']).default('rows'),
      tags: tagFilter,
      ...page,
    }),
    /** `total` pass the filter, `all` are in the case */
    answer: z.object({
      total: count,
      all: count,
      rows: z.array(partyRow),
      byKind: z.record(z.string(), count),
      byTag: tagCounts,
    }),
  },
  /** Every party with every cell that names it: for other programs, read in one go. */
  'parties.export': {
    ask: z.object({ tags: tagFilter }),
    answer: z.object({
      /** parties of the case, whatever their tags */
      all: count,
      parties: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          org: z.boolean(),
          tags: z.array(tagId),
          name: z.string(),
          aliases: z.array(z.string()),
          identifiers: z.array(z.object({ type: z.string(), value: z.string() })),
          mentions: z.array(
            z.object({ file: z.string(), sheet: z.string(), row: z.number().int(), field: z.string() }),
          ),
        }),
      ),
    }),
  },
  'party.read': {
    ask: z.object({ id }),
    answer: partyRow.extend({
      identifiers: z.array(identifier),
      mentions: z.array(mentionRow),
      mentionsTotal: count,
      /** links by party and kind, first the largest; inTotal and outTotal count all of them */
      in: z.array(partyLink),
      inTotal: count,
      out: z.array(partyLink),
      outTotal: count,
      facts: z.array(z.object({ label: z.string(), value: z.string(), source: source.nullable() })),
      findings: z.array(
        z.object({ id, number: z.string(), model: z.string(), severity: z.number(), status: z.string() }),
      ),
    }),
  },
  /** Money by month: sums of all counterparties, and the largest of them one by one; goods that payers bring and the party's hospital buys. */
  'party.money': {
    ask: z.object({ id }),
    answer: z.object({
      kind: z.string(),
      months: z.array(z.string()),
      in: z.array(fen),
      out: z.array(fen),
      /** rows without a day: in no month */
      undated: count,
      payers: z.array(monthsOfPartner),
      payees: z.array(monthsOfPartner),
      /** 付款企业: companies and organisations among the payers; `products`: wealth products and funds, which are not among `paid` */
      companies: z.object({ paid: count, products: count }),
      goods: goods.nullable(),
      /** what the hospital bought of these goods, by month */
      bought: z.array(fen),
    }),
  },
  /** Posts, conferences, visits … in the order of days, and money by month; the latest first. */
  'party.timeline': {
    ask: z.object({ id }),
    answer: z.object({
      events: z.array(
        z.object({
          day: z.string(),
          /** a kind of link, 'post-from', 'post-to' or 'month' */
          kind: z.string(),
          direction: z.enum(['in', 'out']),
          party: partyRef.nullable(),
          text: z.string(),
          fen: fen.nullable(),
          rows: count,
          /** of a month: its largest booking, whose cell is `source` */
          largest: z.object({ fen, party: partyRef }).nullable(),
          source: source.nullable(),
        }),
      ),
      total: count,
    }),
  },
  /** The dossier as an Excel workbook: who it is, accounts, money by counterparty and month, rows, relations, findings, timeline. */
  'party.write': {
    ask: z.object({ id, ...workbookAsk }),
    answer: workbookWritten,
  },
  /** As you type: parties, numbers, things, findings, bookings by amount or day; each group says n of N. Cells are `search.cells`. */
  search: {
    ask: z.object({
      text: searchText,
      limit: z.number().int().min(1).max(100).default(8),
      /** while a person types: a large total is only counted so far */
      quick: z.boolean().default(false),
      /** only parties and findings carry tags: with some, nothing else is looked for */
      tags: tagFilter,
    }),
    answer: z.object({
      hits: z.array(searchHit),
      /** by kind of hit: how many there are in the whole case */
      totals: z.partialRecord(hitKind, count),
      /** kinds of which there are at least as many as `totals` says */
      atLeast: z.array(hitKind).optional(),
      /** whether cells are searched for the text too: not for an amount compared (>10万), nor for words beside an amount or a date */
      inCells: z.boolean(),
      /** how amounts and dates in words were understood */
      understood: z.object({
        from: z.string().optional(),
        to: z.string().optional(),
        least: fen.optional(),
        /** absent: no upper limit */
        most: fen.optional(),
      }),
    }),
  },
  /** Everything of one kind that fits a text, the best first. */
  'search.list': {
    ask: z.object({ text: searchText, kind: hitKind.exclude(['text']), tags: tagFilter, ...page }),
    answer: z.object({ total: count, rows: z.array(searchHit) }),
  },
  /**
   * Rows with cells that hold every typed word, newest first. The search goes on for a moment with each question; asked again until `done` it has
   * looked through every row. `total` and `rows` are of the rows looked through so far. `whole`: answers only when it is done.
   */
  'search.cells': {
    ask: z.object({ text: searchText, whole: z.boolean().default(false), ...page }),
    answer: z.object({ total: count, rows: z.array(searchHit), searched: count, of: count, done: z.boolean() }),
  },
} as const;
