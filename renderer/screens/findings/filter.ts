import type { TagId } from '../../../shared/ontology/tags.ts';
import type { FindingStatus } from '../../../shared/protocol/parts.ts';
import type { Ask } from '../../../shared/protocol/requests.ts';
import type { PlaceParams } from '../../app/store.ts';

export type Grouping = 'subject' | 'model' | 'none';
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
  /** never empty: without tags it is absent */
  readonly tags?: readonly TagId[] | undefined;
}

export const noFilter: FindingFilter = { text: '' };

/** Ready-made filters, shown as tabs. */
export const presets = ['all', 'open', 'checking', 'high'] as const;
export type Preset = (typeof presets)[number];

export const presetOf: Readonly<Record<Preset, FindingFilter>> = {
  all: noFilter,
  open: { text: '', status: 'open' },
  checking: { text: '', status: 'checking' },
  high: { text: '', band: 'high' },
};

/** The tab a filter belongs to: by status and risk alone, so that further conditions narrow the tab instead of leaving it. */
export function presetFor(filter: FindingFilter): Preset {
  const found = presets.find((preset) => {
    const own = presetOf[preset];
    return preset !== 'all' && own.status === filter.status && own.band === filter.band;
  });
  return found ?? 'all';
}

/** Conditions beyond those of the tab, each of which can be dropped alone. */
export type Condition = Exclude<keyof FindingFilter, 'text' | 'tags'>;

export function conditionsOf(filter: FindingFilter): Condition[] {
  const preset = presetOf[presetFor(filter)];
  const all: readonly Condition[] = ['party', 'model', 'band', 'status', 'minFen', 'withGone'];
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
export function filterFrom({ model, party, status, band, tags }: PlaceParams['findings']): FindingFilter {
  return {
    text: '',
    ...(model === undefined ? {} : { model }),
    ...(party === undefined ? {} : { party }),
    ...(status === undefined ? {} : { status }),
    ...(band === undefined ? {} : { band }),
    ...(tags === undefined ? {} : { tags }),
  };
}

export function askOf(filter: FindingFilter, group: Grouping): Omit<Ask<'findings.list'>, 'offset' | 'limit'> {
  const { text, status, band, model, party, minFen, withGone, tags } = filter;
  return {
    text,
    group,
    ...(status === undefined ? {} : { status: [status] }),
    ...(band === undefined ? {} : { band }),
    ...(model === undefined ? {} : { model }),
    ...(party === undefined ? {} : { party }),
    ...(minFen === undefined ? {} : { minFen }),
    ...(withGone ? { withGone } : {}),
    ...(tags ? { tags: [...tags] } : {}),
  };
}
