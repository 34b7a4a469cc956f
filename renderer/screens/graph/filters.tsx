import { IconChevronRight, IconEye, IconEyeOff, IconLayoutSidebarLeftCollapse } from '@tabler/icons-react';
import { Button, Segmented, Select, Slider } from 'antd';
import { type Family, families } from '../../../shared/ontology/families.ts';
import { chartKinds, partyKinds } from '../../../shared/ontology/index.ts';
import type { PartyKind } from '../../../shared/ontology/kind.ts';
import { carries, type TagId } from '../../../shared/ontology/tags.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { linkModes } from '../../graph/sums.ts';
import { Mark } from '../../parts/mark.tsx';
import { moneyText } from '../../parts/show.ts';
import { ChosenTags, TagFilter } from '../../parts/tag-filter.tsx';
import { CapInput } from './cap-banner.tsx';
import { useGraph } from './graph-store.ts';
import { setLook, useGraphLook } from './look.ts';

export interface GraphFilters {
  readonly hiddenKinds: readonly string[];
  readonly hiddenLinks: readonly string[];
  /** fen */
  readonly minFen: number;
  readonly tags: readonly TagId[];
  readonly folded: boolean;
}
export const noFilters: GraphFilters = {
  hiddenKinds: [],
  hiddenLinks: [],
  minFen: 0,
  tags: [],
  folded: false,
};
export const activeFilters = (filters: GraphFilters): number =>
  filters.hiddenKinds.length + filters.hiddenLinks.length + (filters.minFen > 0 ? 1 : 0) + filters.tags.length;

/** Steps of the amount slider in fen: 0, 1千 … 1亿. */
const STEPS = [
  0, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 50_000_000, 100_000_000, 1_000_000_000,
  10_000_000_000,
];

export const toggle = (list: readonly string[], one: string): string[] =>
  list.includes(one) ? list.filter((each) => each !== one) : [...list, one];

/** 筛选: what is drawn, by kind of party, kind of link and amount. Counts are shown / all of the case. */
export function Filters({ filters, change }: { filters: GraphFilters; change(filters: GraphFilters): void }) {
  const { t, lang } = useWords();
  const { nodes, links } = useGraph();
  const all = useAnswer('parties.list', { limit: 1 });
  if (filters.folded) {
    return (
      <aside className="pane filters-folded">
        <Button
          type="text"
          size="small"
          aria-label={t('graph.openFilters')}
          icon={<IconChevronRight size={16} stroke={1.5} />}
          onClick={() => change({ ...filters, folded: false })}
        />
        <span className="upright">
          {t('graph.filters')} {activeFilters(filters) > 0 && activeFilters(filters)}
        </span>
      </aside>
    );
  }
  const shown = Map.groupBy(nodes, (node) => node.drawnAs);
  const eye = (hidden: boolean, what: string, run: () => void) => (
    <button
      type="button"
      className="eye"
      aria-pressed={hidden}
      aria-label={hidden ? t('graph.show', { what }) : t('graph.hide', { what })}
      onClick={run}
    >
      {hidden ? (
        <IconEyeOff size={15} stroke={1.5} color="var(--text3)" />
      ) : (
        <IconEye size={15} stroke={1.5} color="var(--text2)" />
      )}
    </button>
  );
  const kindsOf = (family: Family) =>
    partyKinds.filter((kind: PartyKind) => kind.family === family && shown.has(kind.id));
  return (
    <aside className="pane col filters" aria-label={t('graph.filters')}>
      <div className="head">
        <h2>{t('graph.filters')}</h2>
        {activeFilters(filters) > 0 && (
          <span className="chip on">{t('graph.filtersActive', { count: activeFilters(filters) })}</span>
        )}
        <span className="grow" />
        {activeFilters(filters) > 0 && (
          <Button type="link" size="small" onClick={() => change(noFilters)}>
            {t('common.clear')}
          </Button>
        )}
        <Button
          type="text"
          size="small"
          aria-label={t('graph.foldFilters')}
          icon={<IconLayoutSidebarLeftCollapse size={16} stroke={1.5} />}
          onClick={() => change({ ...filters, folded: true })}
        />
      </div>
      <div className="grow scroll">
        <div className="sec">
          <div className="row between">
            <span className="h3">{t('graph.types')}</span>
            <span className="t3 s12">{t('graph.shownAll')}</span>
          </div>
          {(Object.keys(families) as Family[]).map((family) => {
            const kinds = kindsOf(family);
            const here = kinds.reduce((sum, kind) => sum + (shown.get(kind.id)?.length ?? 0), 0);
            const everywhere = storedTotal(family, all.data?.byKind);
            if (here === 0 && !everywhere) return null;
            return (
              <div key={family}>
                <div className="row g6 type-line">
                  <span className="b grow ell">{inLang(families[family].words, lang)}</span>
                  <span className="t3 s12">
                    {here} / {everywhere?.toLocaleString('en-US') ?? '…'}
                  </span>
                </div>
                {kinds.map((kind: PartyKind) => {
                  const hidden = filters.hiddenKinds.includes(kind.id);
                  const what = inLang(kind.words, lang);
                  return (
                    <div key={kind.id} className="row g6 s12 t2 type-line inner">
                      <Mark drawnAs={kind.id} size={14} />
                      <span className="grow ell">{what}</span>
                      <span className="t3">{shown.get(kind.id)?.length ?? 0}</span>
                      {eye(hidden, what, () =>
                        change({ ...filters, hiddenKinds: toggle(filters.hiddenKinds, kind.id) }),
                      )}
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
        <div className="sec">
          <div className="row between">
            <TagFilter
              wanted={filters.tags}
              change={(tags) => change({ ...filters, tags })}
              counts={countTags(nodes)}
              note={t('tags.graphNote')}
            />
            <span className="t3 s12">
              {t('common.nOf', {
                shown: nodes.filter((node) => carries(node.tags, filters.tags)).length,
                total: nodes.length,
              })}
            </span>
          </div>
          <span className="row g4 wrap" style={{ marginTop: filters.tags.length > 0 ? 6 : 0 }}>
            <ChosenTags wanted={filters.tags} change={(tags) => change({ ...filters, tags })} />
          </span>
        </div>
        <div className="sec">
          <span className="h3">{t('graph.linkKinds')}</span>
          {chartKinds
            .filter((kind) => links.some((link) => link.kind === kind.id))
            .map((kind) => {
              const hidden = filters.hiddenLinks.includes(kind.id);
              const what = inLang(kind.words, lang);
              return (
                <div key={kind.id} className="row g6 s12 t2 type-line">
                  <span className="grow ell">{what}</span>
                  <span className="t3">{links.filter((link) => link.kind === kind.id).length}</span>
                  {eye(hidden, what, () => change({ ...filters, hiddenLinks: toggle(filters.hiddenLinks, kind.id) }))}
                </div>
              );
            })}
        </div>
        <div className="sec">
          <div className="row between">
            <span className="h3">{t('graph.minAmount')}</span>
            <span className="s12 t2">{t('graph.atLeast', { amount: moneyText(filters.minFen, lang) })}</span>
          </div>
          <Slider
            min={0}
            max={STEPS.length - 1}
            value={Math.max(0, STEPS.indexOf(filters.minFen))}
            onChange={(step) => change({ ...filters, minFen: STEPS[step] ?? 0 })}
            tooltip={{ formatter: (step) => moneyText(STEPS[step ?? 0] ?? 0, lang) }}
            ariaLabelForHandle={t('graph.minAmount')}
          />
        </div>
        <LookSection />
      </div>
    </aside>
  );
}

/** How it is drawn: groups, lines, sizes. */
function LookSection() {
  const { t } = useWords();
  const { grouping, links, size, most } = useGraphLook();
  return (
    <div className="sec">
      <span className="h3">{t('graph.grouping')}</span>
      <Segmented
        block
        size="small"
        value={grouping}
        onChange={(value) => setLook('grouping', value)}
        options={[
          { value: 'none' as const, label: t('graph.groupNone') },
          { value: 'hospital' as const, label: t('graph.groupHospital') },
          { value: 'type' as const, label: t('chartLook.groupType') },
        ]}
      />
      <span className="h3">{t('chartLook.lines')}</span>
      <Select
        size="small"
        aria-label={t('chartLook.lines')}
        style={{ width: '100%' }}
        value={links}
        onChange={(value) => setLook('links', value)}
        options={linkModes.map((mode) => ({ value: mode, label: t(`chartLook.mode.${mode}`) }))}
      />
      <span className="h3">{t('chartLook.size')}</span>
      <Segmented
        block
        size="small"
        value={size}
        onChange={(value) => setLook('size', value)}
        options={[
          { value: 'amount' as const, label: t('chartLook.sizes.amount') },
          { value: 'fixed' as const, label: t('chartLook.sizes.fixed') },
        ]}
      />
      <div className="row between">
        <span className="h3">{t('chartLook.capNodes')}</span>
        <CapInput value={most} change={(value) => setLook('most', value)} />
      </div>
    </div>
  );
}

/** By tag: how many of the drawn parties carry it. */
function countTags(nodes: ReadonlyArray<{ readonly tags: readonly TagId[] }>): Record<string, number> {
  const held = Map.groupBy(
    nodes.flatMap(({ tags }) => tags),
    (tag) => tag,
  );
  return Object.fromEntries([...held].map(([tag, all]) => [tag, all.length]));
}

/** Parties of the case in a family, of which several kinds are drawn. */
function storedTotal(family: Family, byKind: Readonly<Record<string, number>> | undefined): number | undefined {
  if (!byKind) return undefined;
  const stored = new Set(
    partyKinds.filter((kind: PartyKind) => kind.family === family).map((kind: PartyKind) => kind.id),
  );
  return Object.entries(byKind).reduce((sum, [kind, n]) => sum + (stored.has(kind) ? n : 0), 0);
}
