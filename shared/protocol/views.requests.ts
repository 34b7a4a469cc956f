import { z } from 'zod';
import { MOST_ON_CHART } from './chart-limits.ts';
import { count, fen, id, longText } from './parts.ts';
import { chartFilter, period } from './period.requests.ts';

const viewName = z.string().trim().min(1).max(100);
const spot = { x: z.number().int(), y: z.number().int() };

/** What a picture of the chart is besides who stands where. `rest` holds groups and look as the chart keeps them. */
export const viewState = z.object({
  filter: z.object(chartFilter),
  period: z.object(period),
  /** JSON */
  rest: z.string().max(200_000).default('{}'),
});
export type ViewState = z.output<typeof viewState>;

const viewText = z.object({ id: z.string().max(100), text: z.string().max(2_000), ...spot });

const viewParty = z.object({ id, ...spot, pinned: z.boolean().default(false), hidden: z.boolean().default(false) });

const parties = z.array(viewParty).max(MOST_ON_CHART);
const picture = {
  parties: parties.min(1),
  state: viewState,
  texts: z.array(viewText).max(500).default([]),
};

/** A view in a list, with what its small picture is drawn from. */
export const listedView = z.object({
  view: id,
  name: z.string(),
  note: z.string(),
  at: z.string(),
  changedAt: z.string(),
  actor: z.string(),
  parties: count,
  links: count,
  /** of the kind that counts as money in this case, when it was saved */
  rows: count,
  fen,
  period: z.object(period),
  reported: z.boolean(),
  removed: z.boolean(),
  dots: z.array(z.object({ drawnAs: z.string(), ...spot })),
  /** pairs of places in `dots` */
  lines: z.array(z.tuple([count, count])),
});
export type ListedView = z.output<typeof listedView>;

/** A link in two pictures; null on the side where it is not in sight. */
export const comparedLink = z.object({
  kind: z.string(),
  source: z.string(),
  target: z.string(),
  before: z.object({ rows: count, fen: fen.nullable() }).nullable(),
  after: z.object({ rows: count, fen: fen.nullable() }).nullable(),
});
export type ComparedLink = z.output<typeof comparedLink>;

const side = z.object({ parties: count, links: count, rows: count, fen });

export const viewsRequests = {
  /** Views of the case, the latest first; those taken away only when asked for. */
  'graph.views-list': {
    ask: z.object({ removed: z.boolean().default(false) }),
    answer: z.object({ views: z.array(listedView) }),
  },
  /** Saves the chart as a view, or over one (`view`). The figures of its links are kept as they are now. Problem: view.not-found. */
  'graph.views-save': {
    ask: z.object({ view: id.optional(), name: viewName, note: longText.default(''), ...picture }),
    answer: z.object({ view: id, at: z.string() }),
  },
  /** A view to be opened: who of its parties is still there, under which id. Problem: view.not-found. */
  'graph.views-read': {
    ask: z.object({ view: id }),
    answer: z.object({
      view: id,
      name: z.string(),
      note: z.string(),
      changedAt: z.string(),
      state: viewState,
      texts: z.array(viewText),
      /** `saved`: the id it had then; `now` null: it is not in the case any more */
      parties: z.array(viewParty.omit({ id: true }).extend({ saved: id, now: id.nullable(), name: z.string() })),
    }),
  },
  /** Problem: view.not-found. */
  'graph.views-rename': {
    ask: z.object({ view: id, name: viewName, note: longText.optional() }),
    answer: z.object({ view: id }),
  },
  /** Takes a view away, or brings it back. Problem: view.not-found. */
  'graph.views-remove': { ask: z.object({ view: id }), answer: z.object({ view: id }) },
  'graph.views-restore': { ask: z.object({ view: id }), answer: z.object({ view: id }) },
  /** Whether the report holds a page of it. Problem: view.not-found. */
  'graph.views-report': { ask: z.object({ view: id, on: z.boolean() }), answer: z.object({ view: id }) },
  /** What a view and another, or the chart as it is now, which may be empty, have that the other has not; the lists hold at most 500 each. Problem: view.not-found. */
  'graph.views-compare': {
    ask: z.object({ before: id, after: z.union([id, z.object({ parties, state: viewState })]) }),
    answer: z.object({
      before: side,
      after: side,
      addedParties: z.array(z.string()),
      removedParties: z.array(z.string()),
      links: z.array(comparedLink),
      counts: z.object({
        addedParties: count,
        removedParties: count,
        addedLinks: count,
        removedLinks: count,
        changedLinks: count,
      }),
    }),
  },
} as const;
