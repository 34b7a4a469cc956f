import { IconChevronDown, IconChevronUp, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useCallback } from 'react';
import { chartKinds, partyKinds } from '../../../shared/ontology/index.ts';
import type { LineStyle, LinkKind, PartyKind } from '../../../shared/ontology/kind.ts';
import { isGuess } from '../../../shared/ontology/link-guess.ts';
import { useSettings } from '../../app/settings.ts';
import { inLang, useWords } from '../../app/words.ts';
import { dashes } from '../../graph/chart-style.ts';
import { isNamesake } from '../../graph/elements.ts';
import { handImage, namesakeImage, noteImage, pinImage, strikeImage } from '../../graph/images.ts';
import { linkWidth } from '../../graph/measure.ts';
import { Mark } from '../../parts/mark.tsx';
import { palette } from '../../styles/tokens.ts';
import { type GraphFilters, toggle } from './filters.tsx';
import { useGraph } from './graph-store.ts';
import { changeLook, useGraphLook } from './look.ts';

const SCALE = [1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

/**
 * What stands on the chart: types and kinds of link with their number, each hidden and shown by a click; then what widths and badges
 * mean. Beside the open filters, which list the types, these are on paper only.
 */
export function Legend({ filters, change }: { filters: GraphFilters; change(filters: GraphFilters): void }) {
  const { t, lang } = useWords();
  const { nodes, links, chart } = useGraph();
  const { legend: isOpen } = useGraphLook();
  // what is fitted into the window stands above the legend
  const cover = useCallback(
    (box: HTMLElement | null) => {
      if (!box || !chart) return undefined;
      const resized = new ResizeObserver(() => chart.cover('legend', box.offsetHeight));
      resized.observe(box);
      return () => {
        resized.disconnect();
        chart.cover('legend', 0);
      };
    },
    [chart],
  );
  if (nodes.length === 0) return null;
  const types = Map.groupBy(nodes, (node) => node.drawnAs);
  const byKind = Map.groupBy(links, (link) => link.kind);
  const fold = (
    <button
      type="button"
      className="eye legend-fold"
      aria-expanded={isOpen}
      aria-label={isOpen ? t('chartLook.foldLegend') : t('chartLook.openLegend')}
      onClick={() => changeLook({ legend: !isOpen })}
    >
      {isOpen ? <IconChevronDown size={14} stroke={1.5} /> : <IconChevronUp size={14} stroke={1.5} />}
    </button>
  );
  if (!isOpen)
    return (
      <section className="chart-over legend row g4" ref={cover} aria-label={t('graph.legend')}>
        {t('graph.legend')}
        {fold}
      </section>
    );
  return (
    <section className="chart-over legend" ref={cover} aria-label={t('graph.legend')}>
      {fold}
      <div className="row legend-line">
        <span className={filters.folded ? 'legend-types' : 'legend-types paper'}>
          {partyKinds
            .filter((kind: PartyKind) => types.has(kind.id))
            .map((kind: PartyKind) => (
              <Entry
                key={kind.id}
                what={inLang(kind.words, lang)}
                count={types.get(kind.id)?.length ?? 0}
                hidden={filters.hiddenKinds.includes(kind.id)}
                run={() => change({ ...filters, hiddenKinds: toggle(filters.hiddenKinds, kind.id) })}
              >
                <Mark drawnAs={kind.id} size={14} />
              </Entry>
            ))}
          <i className="legend-gap" />
        </span>
        {chartKinds
          .filter((kind) => byKind.has(kind.id))
          .map((kind) => {
            // drawn as on the chart: dashed and with a question mark until a person says otherwise
            const guess = byKind.get(kind.id)?.some((link) => link.inferred === 'open') ?? false;
            return (
              <Entry
                key={kind.id}
                what={`${inLang(kind.words, lang)}${guess ? ' ?' : ''}`}
                count={byKind.get(kind.id)?.length ?? 0}
                hidden={filters.hiddenLinks.includes(kind.id)}
                run={() => change({ ...filters, hiddenLinks: toggle(filters.hiddenLinks, kind.id) })}
              >
                <Line kind={kind} line={guess ? 'short-dash' : kind.line} />
              </Entry>
            );
          })}
        {links.some((link) => link.manual) && (
          <span className="row g4 nw">
            <svg width="22" height="8" aria-hidden="true">
              <path d="M0 4h22" stroke="var(--text3)" strokeWidth={1.5} strokeDasharray="3 3" />
            </svg>
            {t('manual.graph.legend')}
          </span>
        )}
        <i className="legend-gap" />
        <Meanings />
      </div>
    </section>
  );
}

function Entry({
  what,
  count,
  hidden,
  run,
  children,
}: {
  what: string;
  count: number;
  hidden: boolean;
  run(): void;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className={hidden ? 'legend-entry off' : 'legend-entry'}
      aria-pressed={hidden}
      aria-label={`${hidden ? t('graph.show', { what }) : t('graph.hide', { what })} ${count}`}
      onClick={run}
    >
      {hidden ? <IconEyeOff size={14} stroke={1.5} /> : children}
      {what}
      <span className="t3">{count.toLocaleString('en-US')}</span>
    </button>
  );
}

function Line({ kind, line }: { kind: LinkKind; line: LineStyle }) {
  if (line === 'double')
    return (
      <svg width="22" height="8" aria-hidden="true">
        <path d="M0 2.5h22M0 5.5h22" stroke="var(--edge)" strokeWidth={1.2} />
      </svg>
    );
  return (
    <svg width="22" height="8" aria-hidden="true">
      <path
        d="M0 4h22"
        stroke="var(--edge)"
        strokeWidth={kind.money ? 3 : 1.5}
        strokeDasharray={dashes[line]?.join(' ')}
      />
    </svg>
  );
}

/** Widths by amount, and the badges that are on the chart now. */
function Meanings() {
  const { t } = useWords();
  const { nodes, links, chart } = useGraph();
  const mode = useSettings((store) => store.mode);
  const { text2, canvas } = palette[mode];
  const badges: Array<{ key: string; on: boolean; image: string; words: string }> = [
    {
      key: 'pin',
      on: nodes.some(({ id }) => chart?.isPinned(id)),
      image: pinImage(text2, canvas),
      words: t('chartLook.pinned'),
    },
    {
      key: 'same',
      on: nodes.some(isNamesake),
      image: namesakeImage(2, text2, canvas),
      words: t('chartLook.sameName'),
    },
    {
      key: 'note',
      on: nodes.some(({ notes }) => (notes ?? 0) > 0),
      image: noteImage(text2, canvas),
      words: t('chartLook.noted'),
    },
    {
      key: 'hand',
      on: nodes.some(({ byHand }) => byHand),
      image: handImage(text2, canvas),
      words: t('chartLook.byHand'),
    },
    {
      key: 'out',
      on: nodes.some(({ ruledOut }) => ruledOut),
      image: strikeImage(text2, canvas),
      words: t('chartLook.ruledOut'),
    },
  ];
  return (
    <>
      {SCALE.map((fen, i) => (
        <span key={fen} className="row g4 nw">
          <svg width="22" height="10" aria-hidden="true">
            <path d="M0 5h22" stroke="var(--text2)" strokeWidth={linkWidth(fen)} />
          </svg>
          {t(`graph.scale.${i}` as 'graph.scale.0')}
        </span>
      ))}
      <span className="row g4 nw">
        <svg width="15" height="15" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="9" fill="var(--badge)" />
          <text x="10" y="14" fontSize="12" fontWeight="700" fill="#fff" textAnchor="middle">
            n
          </text>
        </svg>
        {t('graph.findingsBadge')}
      </span>
      {links.some(({ findings }) => findings > 0) && (
        <span className="row g4 nw">
          <b className="tone-high">!</b>
          {t('graph.hot')}
        </span>
      )}
      <span className="row g4 nw">
        <span className="more-badge">+n</span>
        {t('graph.moreBadge')}
      </span>
      {badges
        .filter(({ on }) => on)
        .map(({ key, image, words }) => (
          <span key={key} className="row g4 nw">
            <img src={image} height={14} alt="" />
            {words}
          </span>
        ))}
      {links.some(isGuess) && (
        <span className="row g4 nw">
          <b>?</b>
          {t('chartLook.guess')}
        </span>
      )}
    </>
  );
}
