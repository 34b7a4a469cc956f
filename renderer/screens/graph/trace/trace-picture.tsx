import { useEffect, useRef } from 'react';
import { partyKind } from '../../../../shared/ontology/index.ts';
import type { GraphNode } from '../../../../shared/protocol/graph.requests.ts';
import { inLang, useWords } from '../../../app/words.ts';
import { linkWidth, shortName } from '../../../graph/measure.ts';
import { Mark } from '../../../parts/mark.tsx';
import { countText, moneyText } from '../../../parts/show.ts';
import { shortMoney } from '../chart-words.ts';
import {
  HEAD,
  LABEL,
  ROW,
  type TraceColumn,
  type TraceFlow,
  type TracePlaces,
  type TraceSpot,
} from './trace-places.ts';

const MARK = 26;
/** px right of the middle of a flow where its amount ends: a longer one begins further left, under no mark */
const BEFORE_ARROW = 38;
/** so many flows carry their amount, beside those of what is chosen */
const LABELLED = 6;

/** 追踪图: layers from left to right with their totals on top; every line is a hop, and opens it. */
export function TracePicture({
  places,
  nodes,
  chosenHop,
  chosenParty,
  onHop,
  onParty,
}: {
  readonly places: TracePlaces;
  readonly nodes: ReadonlyMap<number, GraphNode>;
  readonly chosenHop: string | null;
  readonly chosenParty: number | null;
  onHop(hop: string): void;
  onParty(party: number | null): void;
}) {
  const { t, lang } = useWords();
  const lines = useRef<SVGSVGElement>(null);
  const latest = useRef(onHop);
  latest.current = onHop;
  // for the pointer only: by keyboard the same hop is a row of the table
  useEffect(() => {
    const svg = lines.current;
    const click = ({ target }: MouseEvent) => {
      const hop = target instanceof Element ? target.closest('[data-hop]')?.getAttribute('data-hop') : null;
      if (hop) latest.current(hop);
    };
    svg?.addEventListener('click', click);
    return () => svg?.removeEventListener('click', click);
  }, []);
  const isChosen = ({ hop, from, to }: TraceFlow) =>
    (hop !== null && hop === chosenHop) ||
    (chosenParty !== null && (from.party === chosenParty || to.party === chosenParty));
  const anyChosen = chosenParty !== null || chosenHop !== null;
  const labelled = new Set(
    places.flows
      .filter(saysMore)
      .slice(0, LABELLED)
      .map(({ key }) => key),
  );
  const flows = places.flows.toSorted((a, b) => Number(isChosen(a)) - Number(isChosen(b)));
  return (
    <section
      className="trace-picture"
      aria-label={t('trace.picture', {
        seed: moneyText(places.columns.find(({ at }) => at === 0)?.totals[0]?.fen ?? 0, lang),
        layers: places.columns.length - 1,
      })}
      tabIndex={0}
    >
      <div style={{ width: places.width, height: places.height, position: 'relative' }}>
        <svg ref={lines} width={places.width} height={places.height} aria-hidden="true">
          <defs>
            {(['down', 'up'] as const).map((side) => (
              <marker
                key={side}
                id={`trace-arrow-${side}`}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="9"
                markerHeight="9"
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M0 0L8 4L0 8z" fill={`var(--${side === 'down' ? 'downstream' : 'upstream'})`} />
              </marker>
            ))}
          </defs>
          {flows.map((flow) => (
            <path
              key={flow.key}
              className={`trace-flow ${flow.side}${anyChosen && !isChosen(flow) ? ' faded' : ''}${isChosen(flow) ? ' chosen' : ''}`}
              d={curve(flow)}
              strokeWidth={linkWidth(flow.fen)}
              markerEnd={`url(#trace-arrow-${flow.side})`}
              data-hop={flow.hop}
            >
              <title>
                {`${flow.side === 'down' ? '↓' : '↑'} ${nameOf(flow.from, nodes, t)} → ${nameOf(flow.to, nodes, t)} · ${t('graph.labelRows', { rows: flow.rows })} · ${moneyText(flow.fen, lang)}`}
              </title>
            </path>
          ))}
          {flows
            .filter((flow) => isChosen(flow) || (!anyChosen && labelled.has(flow.key)))
            .slice(-12)
            .map((flow) => {
              const at = middle(flow);
              return (
                <text key={flow.key} className="trace-amount" x={at.x + BEFORE_ARROW} y={at.y} textAnchor="end">
                  {`${flow.side === 'down' ? '↓' : '↑'} ${shortMoney(flow.fen)}`}
                </text>
              );
            })}
        </svg>
        {places.columns.map((column) => (
          <ColumnHead key={column.at} column={column} wide={Math.min(LABEL + 44, places.width - column.x - 8)} />
        ))}
        {places.spots.map((spot) => (
          <Spot
            key={spot.key}
            spot={spot}
            node={spot.party === null ? undefined : nodes.get(spot.party)}
            chosen={spot.party !== null && spot.party === chosenParty}
            onChoose={() => onParty(spot.party === chosenParty ? null : spot.party)}
          />
        ))}
      </div>
    </section>
  );
}

function ColumnHead({
  column: { at, x, totals, parties, kinds },
  wide,
}: {
  readonly column: TraceColumn;
  readonly wide: number;
}) {
  const { t, lang } = useWords();
  const title =
    at === 0 ? t('trace.seedLayer') : at > 0 ? t('trace.layer', { layer: at }) : t('trace.layerUp', { layer: -at });
  const who = kinds
    .slice(0, 3)
    .map(
      ({ drawnAs, parties: count }) =>
        `${inLang(partyKind(drawnAs)?.words ?? { zh: '', en: '' }, lang)} ${countText(count)}`,
    )
    .join(' · ');
  return (
    <div className="trace-head" style={{ left: x, width: wide, height: HEAD - 6 }}>
      <span className="t2 s12 nw">
        {title} · {t('trace.layerParties', { count: parties })}
      </span>
      <span className="b s14 nw">
        {totals.map(({ side, fen }) => (
          <span key={side} className={`trace-total ${side}`}>
            {at === 0 && totals.length > 1 ? (side === 'down' ? '↓ ' : '↑ ') : ''}
            {moneyText(fen, lang)}
          </span>
        ))}
      </span>
      <span className="t3 s12 ell" title={who}>
        {who}
      </span>
    </div>
  );
}

function Spot({
  spot,
  node,
  chosen,
  onChoose,
}: {
  readonly spot: TraceSpot;
  readonly node: GraphNode | undefined;
  readonly chosen: boolean;
  onChoose(): void;
}) {
  const { t, lang } = useWords();
  const rests = spot.rests.map(({ end, fen }) => `${t(`trace.end.${end}`)} ${moneyText(fen, lang)}`).join('\n');
  const place = { left: spot.x, top: spot.y - (ROW - 6) / 2, width: LABEL + 10, height: ROW - 6 };
  if (spot.what !== 'party')
    return (
      <div className={`trace-spot ${spot.what}`} style={place} title={rests}>
        <span className="col">
          <span className="s12 t2 nw">
            {spot.what === 'rest' ? t('trace.rested') : t('trace.folded', { count: spot.count })}
          </span>
          <span className={spot.what === 'rest' ? 's12 b nw' : 's12 nw'}>{moneyText(spot.fen, lang)}</span>
        </span>
        {spot.what === 'rest' && <span className="s12 t3 ell grow">{t(`trace.end.${largest(spot).end}`)}</span>}
      </div>
    );
  return (
    <button
      type="button"
      className="trace-spot party"
      aria-pressed={chosen}
      style={place}
      title={[node?.name, node?.detail, rests].filter(Boolean).join('\n')}
      onClick={onChoose}
    >
      <Mark drawnAs={node?.drawnAs ?? 'org'} size={MARK} />
      <span className="col trace-name">
        <span className="s12 nw">{shortName(node?.name ?? '')}</span>
        <span className="s12 t2 nw">{moneyText(spot.fen, lang)}</span>
      </span>
    </button>
  );
}

const largest = ({ rests }: TraceSpot) => rests.reduce((a, b) => (b.fen > a.fen ? b : a));

function nameOf(spot: TraceSpot, nodes: ReadonlyMap<number, GraphNode>, t: ReturnType<typeof useWords>['t']): string {
  return spot.party === null ? t('trace.folded', { count: spot.count }) : (nodes.get(spot.party)?.name ?? '');
}

/** From behind the name of the one to the mark of the other; within a column, where money stays in a layer, it would not go. */
function curve({ from, to }: TraceFlow): string {
  const [x1, x2] = [from.x + LABEL + 4, to.x - 3];
  const bend = Math.max(24, (x2 - x1) / 2);
  return `M${x1} ${from.y}C${x1 + bend} ${from.y} ${x2 - bend} ${to.y} ${x2} ${to.y}`;
}

const middle = ({ from, to }: TraceFlow) => ({ x: (from.x + LABEL + to.x) / 2, y: (from.y + to.y) / 2 - 3 });

/** What all of it came from, or went to, says the amount already. */
const saysMore = ({ from, to, fen }: TraceFlow) => fen !== from.fen && fen !== to.fen;
