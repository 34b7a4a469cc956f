import { create } from 'zustand';
import type { TagId } from '../../shared/ontology/tags.ts';
import type { ProblemFilter } from '../../shared/protocol/checking.requests.ts';
import type { CoreEvent } from '../../shared/protocol/events.ts';
import type { FindingStatus } from '../../shared/protocol/parts.ts';
import type { Answer } from '../../shared/protocol/requests.ts';

export type CaseInfo = NonNullable<Answer<'case.info'>['case']>;

/** What who is who is looked at by. */
export const alikeTabs = ['open', 'unsure', 'account', 'name', 'shared', 'relations', 'decisions'] as const;
export type AlikeTab = (typeof alikeTabs)[number];

/** Every place a person can be, with what it is opened at. */
export interface PlaceParams {
  overview: Record<string, never>;
  clues: Record<string, never>;
  /** `entries`: what was entered by hand, or one of these entries; `rows`: the rows to look at of the batch, filtered; `view`: the quality board */
  import: { batch?: number; entries?: true | number; rows?: ProblemFilter; view?: 'quality' };
  graph: { finding?: number; parties?: readonly number[]; party?: number };
  findings: {
    finding?: number;
    model?: string;
    party?: number;
    status?: FindingStatus;
    band?: 'high' | 'medium' | 'low';
    tags?: readonly TagId[];
    /** only with evidence between these days */
    period?: { readonly from: string; readonly to: string };
  };
  report: Record<string, never>;
  journal: Record<string, never>;
  settings: Record<string, never>;
  /** `finding`: the source is seen as evidence of this finding, whose other rows are one step away */
  source: { rowId: number; field?: string | null; finding?: number };
  party: { id: number };
  alike: { tab?: AlikeTab };
  /** without a text: every party that carries the tags */
  results: { text: string; tags?: readonly TagId[] };
  conference: { rowId: number };
}
export type PlaceId = keyof PlaceParams;
export type At<P extends PlaceId = PlaceId> = { [K in P]: { readonly place: K; readonly params: PlaceParams[K] } }[P];

export type Session =
  | { readonly state: 'starting' }
  | { readonly state: 'closed' }
  | { readonly state: 'open'; readonly case: CaseInfo }
  | { readonly state: 'locked'; readonly case: CaseInfo };

type Progress = Extract<CoreEvent, { event: 'progress' }>;

export interface AppStore {
  session: Session;
  history: { readonly past: readonly At[]; readonly here: At; readonly future: readonly At[] };
  /** what is selected, shared by chart, table and lists */
  selection: { readonly party: number | null; readonly link: string | null; readonly finding: number | null };
  /** view state that outlives leaving a place and locking: filters, open panels, zoom; never evidence */
  kept: Readonly<Record<string, unknown>>;
  job: Progress | null;
  /** a case is being opened by this window: it is shown when that is done, not when its store is */
  isOpening: boolean;

  setSession(session: Session): void;
  go<P extends PlaceId>(place: P, params: PlaceParams[P]): void;
  back(): void;
  forward(): void;
  select(selection: Partial<AppStore['selection']>): void;
  keep(key: string, value: unknown): void;
  setJob(job: Progress | null): void;
}

const start: AppStore['history'] = { past: [], here: { place: 'overview', params: {} }, future: [] };
const nothing: AppStore['selection'] = { party: null, link: null, finding: null };
const remembered = 50;

/** View state of the window. No router: a place is a value, so it can be kept over a lock and never stands in an address. */
export const useApp = create<AppStore>()((set) => ({
  session: { state: 'starting' },
  history: start,
  selection: nothing,
  kept: {},
  job: null,
  isOpening: false,

  setSession: (session) =>
    set((now) => {
      const sameCase =
        (now.session.state === 'locked' || now.session.state === 'open') &&
        (session.state === 'open' || session.state === 'locked') &&
        now.session.case.id === session.case.id;
      return sameCase ? { session } : { session, history: start, selection: nothing, kept: {}, job: null };
    }),
  go: (place, params) =>
    set(({ history: { past, here } }) => {
      const next = { place, params } as At;
      if (JSON.stringify(next) === JSON.stringify(here)) return {};
      return { history: { past: [...past, here].slice(-remembered), here: next, future: [] } };
    }),
  back: () =>
    set(({ history: { past, here, future } }) => {
      const before = past.at(-1);
      return before ? { history: { past: past.slice(0, -1), here: before, future: [here, ...future] } } : {};
    }),
  forward: () =>
    set(({ history: { past, here, future } }) => {
      const [next, ...rest] = future;
      return next ? { history: { past: [...past, here], here: next, future: rest } } : {};
    }),
  select: (selection) => set((now) => ({ selection: { ...now.selection, ...selection } })),
  keep: (key, value) => set((now) => ({ kept: { ...now.kept, [key]: value } })),
  setJob: (job) => set({ job }),
}));

/** Goes to a place: `go('source', { rowId, field })`. */
export const go: AppStore['go'] = (place, params) => useApp.getState().go(place, params);

/** State that survives leaving the place and locking the case, until the case is closed. Keys start with the place: 'findings.filter'. */
export function useKept<T>(key: string, initial: T): [T, (value: T) => void] {
  const value = useApp((app) => app.kept[key]);
  return [value === undefined ? initial : (value as T), (next) => useApp.getState().keep(key, next)];
}
