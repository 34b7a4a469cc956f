import { linkKind, partyKind } from '../../../shared/ontology/index.ts';
import { guessMark } from '../../../shared/ontology/link-guess.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import type { Hovered } from '../../graph/chart.ts';
import type { DrawnEdge } from '../../graph/sums.ts';
import { moneyText } from '../../parts/show.ts';
import { frameName } from './chart-words.ts';
import { useGraph } from './graph-store.ts';

/** Everything that labels and badges cut short, beside what the pointer rests on. */
export function ChartTip() {
  const { chart, hovered } = useGraph();
  if (!hovered || !chart) return null;
  const { x, y, edge } = hovered;
  // where the room is: left of the pointer on the right half, above it on the lower half
  const { width, height } = chart.size;
  const place = {
    ...(x > width / 2 ? { right: width - x + 14 } : { left: x + 14 }),
    ...(y > height / 2 ? { bottom: height - y + 14 } : { top: y + 14 }),
  };
  return (
    <div className="chart-over chart-tip s12" style={place} role="tooltip">
      {edge ? <EdgeTip edge={edge} /> : <NodeTip hovered={hovered} />}
    </div>
  );
}

function NodeTip({ hovered: { node, frame } }: { hovered: Hovered }) {
  const { t, lang } = useWords();
  const { chart, composed } = useGraph();
  const inside = frame && chart ? chart.membersOf(frame.id) : [];
  const isFolded = frame !== null && composed?.folded.has(frame.id);
  if (!node)
    return frame ? (
      <>
        <b>{frameName(frame)}</b>
        <span>{t('chartLook.inside', { count: inside.length })}</span>
        <span className="t3">
          {t(frame.kind === 'rest' ? 'chartLook.takeOut' : isFolded ? 'chartLook.toOpen' : 'chartLook.toFold')}
        </span>
      </>
    ) : null;
  return (
    <>
      <b>{node.name}</b>
      <span className="t2">
        {[inLang(partyKind(node.drawnAs)?.words ?? { zh: '', en: '' }, lang), node.dept, node.detail]
          .filter((text, i, all) => text && all.indexOf(text) === i)
          .join(' · ')}
      </span>
      {(node.inFen > 0 || node.outFen > 0) && (
        <span>
          {t('graph.came')} {moneyText(node.inFen, lang)} · {t('graph.went')} {moneyText(node.outFen, lang)}
        </span>
      )}
      <span>
        {t('graph.partners', { count: node.degree })}
        {node.findings > 0 && ` · ${t('graph.cols.findings')} ${node.findings}`}
        {node.sameName > 1 && ` · ${t('chartLook.sameNameOf', { count: node.sameName })}`}
        {node.ruledOut && ` · ${t('chartLook.ruledOut')}`}
      </span>
      {inside.length > 0 && <span>{t('chartLook.inside', { count: inside.length })}</span>}
      {isFolded && <span className="t3">{t('chartLook.toOpen')}</span>}
    </>
  );
}

function EdgeTip({ edge }: { edge: DrawnEdge }) {
  const { t, lang } = useWords();
  const { nodes, links, composed } = useGraph();
  const kind = linkKind(edge.kind);
  const [only] = edge.links.length === 1 && edge.part === null ? links.filter(({ id }) => id === edge.links[0]) : [];
  // what does not count is told apart, never added
  const apart = useAnswer(
    'graph.link-rows',
    { kind: edge.kind, source: only?.source ?? 0, target: only?.target ?? 0, limit: 1 },
    { enabled: only !== undefined },
  );
  const name = (element: string) => {
    const frame = composed?.framed.frames.get(element);
    return frame ? frameName(frame) : (nodes.find(({ id }) => String(id) === element)?.name ?? '');
  };
  const days = [edge.first, edge.last].filter((day, i, all) => day && all.indexOf(day) === i).join(' ~ ');
  const arrow = edge.back || kind?.directed === false ? '⇄' : '→';
  return (
    <>
      <b>
        {edge.source === edge.target
          ? `${name(edge.source)} ${t('chartLook.within')}`
          : `${name(edge.source)} ${arrow} ${name(edge.target)}`}
      </b>
      <span className="t2">
        {kind ? inLang(kind.words, lang) : edge.kind}
        {guessMark(edge)}
        {edge.links.length > 1 && ` · ${t('chartLook.linksTogether', { count: edge.links.length })}`}
      </span>
      <span>
        {t('graph.rowsCount', { rows: edge.rows })}
        {edge.fen !== null && ` · ${moneyText(edge.fen, lang, 'exact')}`}
      </span>
      {edge.back && (
        <span>
          {t('chartLook.back', { rows: edge.back.rows })}
          {edge.back.fen !== null && ` · ${moneyText(edge.back.fen, lang, 'exact')}`}
        </span>
      )}
      {days && <span>{days}</span>}
      {(apart.data?.asideRows ?? 0) > 0 && (
        <span className="t3">{t('graph.aside', { rows: apart.data?.asideRows ?? 0 })}</span>
      )}
    </>
  );
}
