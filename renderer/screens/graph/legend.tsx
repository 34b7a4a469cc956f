import { linkKinds } from '../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../shared/ontology/kind.ts';
import { inLang, useWords } from '../../app/words.ts';
import { dashes } from '../../graph/chart-style.ts';
import { linkWidth } from '../../graph/measure.ts';
import { useGraph } from './graph-store.ts';

const SCALE = [1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

/** Two lines: the kinds of link that are on the chart, then the width scale and the badges. Prints with the chart. */
export function Legend() {
  const { t, lang } = useWords();
  const links = useGraph((graph) => graph.links);
  const used = linkKinds.filter((kind: LinkKind) => links.some((link) => link.kind === kind.id));
  // drawn as on the chart: dashed and with a question mark until a person says otherwise
  const isGuess = (kind: LinkKind) => links.some((link) => link.kind === kind.id && link.inferred === 'open');
  if (used.length === 0 && links.length === 0) return null;
  return (
    <section className="chart-over legend" aria-label={t('graph.legend')}>
      <div className="row legend-line">
        {used.map((kind: LinkKind) => (
          <span key={kind.id} className="row g4 nw">
            <svg width="22" height="8" aria-hidden="true">
              <path
                d="M0 4h22"
                stroke="var(--edge)"
                strokeWidth={kind.money ? 3 : 1.5}
                strokeDasharray={isGuess(kind) ? '3 3' : dashes[kind.line]?.join(' ')}
              />
            </svg>
            {inLang(kind.words, lang)}
            {isGuess(kind) && ' ?'}
          </span>
        ))}
        {links.some((link) => link.manual) && (
          <span className="row g4 nw">
            <svg width="22" height="8" aria-hidden="true">
              <path d="M0 4h22" stroke="var(--text3)" strokeWidth={1.5} strokeDasharray="3 3" />
            </svg>
            {t('manual.graph.legend')}
          </span>
        )}
      </div>
      <div className="row legend-line t2">
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
        <span className="row g4 nw">
          <b className="tone-high">!</b>
          {t('graph.hot')}
        </span>
        <span className="row g4 nw">
          <span className="more-badge">+n</span>
          {t('graph.moreBadge')}
        </span>
      </div>
    </section>
  );
}
