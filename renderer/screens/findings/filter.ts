import type { TagId } from '../../../shared/ontology/tags.ts';
import type { FindingStatus } from '../../../shared/protocol/parts.ts';
import type { Ask } from '../../../shared/protocol/requests.ts';
import type { FindingChange, FindingFilterAsked } from '../../../shared/protocol/triage.requests.ts';
import type { PlaceParams } from '../../app/store.ts';

export type Grouping = 'subject' | 'model' | 'matter' | 'none';
export type FindingBand = 'high' | 'medium' | 'low';

/** What the list is narrowed to. Absent = not narrowed. Kept while the case stays open. */
export interface FindingFilter {
  readonly text: string;
  readonly status?: FindingStatus | undefined;
  readonly band?: FindingBand | undefined;
  readonly model?: string | undefined;
  readonly party?: number | undefined;
  /** fen */
  readonly minFen?: number | undefined;
  readonly withGone?: boolean | undefined;
  /** given to whoever sits here */
  readonly mine?: boolean | undefined;
  readonly assignee?: string | undefined;
  readonly overdue?: boolean | undefined;
  /** waits for a second person */
  readonly review?: boolean | undefined;
  /** 不再提示: absent = left out */
  readonly suppressed?: 'with' | 'only' | undefined;
  /** what one run changed */
  readonly change?: { readonly run: number; readonly kind: FindingChange } | undefined;
  /** with evidence between these days */
  readonly period?: { readonly from: string; readonly to: string } | undefined;
  /** never empty: without tags it is absent */
  readonly tags?: readonly TagId[] | undefined;
}

export const noFilter: FindingFilter = { text: '' };

/** Ready-made filters, shown as tabs. */
export const presets = ['all', 'open', 'checking', 'high', 'mine', 'overdue', 'review'] as const;
export type Preset = (typeof presets)[number];

export const presetOf: Readonly<Record<Preset, FindingFilter>> = {
  all: noFilter,
  open: { text: '', status: 'open' },
  checking: { text: '', status: 'checking' },
  high: { text: '', band: 'high' },
  mine: { text: '', mine: true },
  overdue: { text: '', overdue: true },
  review: { text: '', review: true },
};

/** What makes a tab; the rest narrows it. */
const ofTabs = ['status', 'band', 'mine', 'overdue', 'review'] as const;

/** The tab a filter belongs to: by what makes tabs alone, so that further conditions narrow the tab instead of leaving it. */
export function presetFor(filter: FindingFilter): Preset {
  const found = presets.find((preset) => {
    const own = presetOf[preset];
    return preset !== 'all' && ofTabs.every((name) => (own[name] || undefined) === (filter[name] || undefined));
  });
  return found ?? 'all';
}

/** Nothing but a tab was chosen: no other condition, no tag, no text. */
export const isBareTab = (filter: FindingFilter): boolean =>
  filter.text.trim() === '' && (filter.tags ?? []).length === 0 && conditionsOf(filter).length === 0;

/** Conditions beyond those of the tab, each of which can be dropped alone. */
export type Condition = Exclude<keyof FindingFilter, 'text' | 'tags'>;

export function conditionsOf(filter: FindingFilter): Condition[] {
  const preset = presetOf[presetFor(filter)];
  const all: readonly Condition[] = [
    'change',
    'period',
    'party',
    'model',
    'band',
    'status',
    'minFen',
    'mine',
    'assignee',
    'overdue',
    'review',
    'withGone',
    'suppressed',
  ];
  return all.filter((name) => filter[name] !== undefined && filter[name] !== false && filter[name] !== preset[name]);
}

/** The filter with other tags. */
export const withTags = ({ tags: _before, ...rest }: FindingFilter, tags: readonly TagId[]): FindingFilter =>
  tags.length === 0 ? rest : { ...rest, tags };

export function drop(filter: FindingFilter, name: Condition): FindingFilter {
  const { [name]: _dropped, ...rest } = filter;
  return rest;
}

/** The filter a place was opened with; nothing of an earlier filter stays. */
export function filterFrom({ model, party, status, band, tags, period }: PlaceParams['findings']): FindingFilter {
  return {
    text: '',
    ...(model === undefined ? {} : { model }),
    ...(party === undefined ? {} : { party }),
    ...(status === undefined ? {} : { status }),
    ...(band === undefined ? {} : { band }),
    ...(tags === undefined ? {} : { tags }),
    ...(period === undefined ? {} : { period }),
  };
}

export function askOf(
  filter: FindingFilter,
  group: Grouping,
  me: string,
): Omit<Ask<'findings.list'>, 'offset' | 'limit'> {
  return { ...filterAsked(filter, me), group };
}

/** The filter as the core knows it. `me`: who sits here. */
export function filterAsked(filter: FindingFilter, me: string) {
  const {
    text,
    status,
    band,
    model,
    party,
    minFen,
    withGone,
    tags,
    mine,
    overdue,
    review,
    suppressed,
    change,
    period,
  } = filter;
  const assignee = mine ? me : filter.assignee;
  return {
    text,
    ...(assignee === undefined ? {} : { assignee }),
    ...(overdue ? { overdue } : {}),
    ...(review ? { review } : {}),
    ...(suppressed === undefined ? {} : { suppressed }),
    ...(change === undefined ? {} : { change }),
    ...(period === undefined ? {} : { period }),
    ...(status === undefined ? {} : { status: [status] }),
    ...(band === undefined ? {} : { band }),
    ...(model === undefined ? {} : { model }),
    ...(party === undefined ? {} : { party }),
    ...(minFen === undefined ? {} : { minFen }),
    ...(withGone ? { withGone } : {}),
    ...(tags ? { tags: [...tags] } : {}),
  };
}

/** A saved filter as the list is narrowed by it. Of several statuses saved elsewhere the first one holds. */
export function filterSaved(saved: FindingFilterAsked): FindingFilter {
  const { text, status, band, model, party, minFen, withGone, tags, assignee, overdue, review, suppressed } = saved;
  const { change, period } = saved;
  return {
    text,
    ...(status?.[0] === undefined ? {} : { status: status[0] }),
    ...(band === undefined ? {} : { band }),
    ...(model === undefined ? {} : { model }),
    ...(party === undefined ? {} : { party }),
    ...(minFen === undefined ? {} : { minFen }),
    ...(withGone ? { withGone } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(assignee === undefined ? {} : { assignee }),
    ...(overdue ? { overdue } : {}),
    ...(review ? { review } : {}),
    ...(suppressed === 'without' ? {} : { suppressed }),
    ...(change === undefined ? {} : { change }),
    ...(period === undefined ? {} : { period }),
  };
}
