import { linkKind } from '../../../shared/ontology/index.ts';
import { guessMark } from '../../../shared/ontology/link-guess.ts';
import type { GraphLink } from '../../../shared/protocol/graph.requests.ts';
import { inLang, useWords } from '../../app/words.ts';
import { Entity } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { moneyText } from '../../parts/show.ts';
import { useGraph } from './graph-store.ts';

/** So many are listed, with a line that says of how many. */
export const LISTED = 200;

/** Several links, by kind: each kind with its own sum, never one over all. A click selects one alone; `onLeave` is told of it. */
export function LinkKinds({ links, onLeave }: { links: readonly GraphLink[]; onLeave(): void }) {
  const { t, lang } = useWords();
  const { nodes } = useGraph();
  const known = new Map(nodes.map((node) => [node.id, node]));
  const kinds = [...Map.groupBy(links, (link) => link.kind)];
  const end = (id: number) => {
    const node = known.get(id);
    return node ? (
      <Entity drawnAs={node.drawnAs} size={14}>
        {node.name}
      </Entity>
    ) : null;
  };
  return (
    <>
      {kinds.map(([id, same]) => {
        const kind = linkKind(id);
        const told = same.filter(({ fen }) => fen !== null);
        const days = same.flatMap(({ first, last }) => [first, last]).filter((day) => day !== null);
        days.sort();
        const sorted = same.toSorted((a, b) => (b.fen ?? -1) - (a.fen ?? -1) || b.rows - a.rows);
        return (
          <div key={id} className="sec">
            <div className="row g6">
              <span className="chip">{kind ? inLang(kind.words, lang) : id}</span>
              <span className="t2 s12">{t('chartLook.linksTogether', { count: same.length })}</span>
            </div>
            <div className="row base g6">
              {told.length > 0 && <Money fen={told.reduce((sum, { fen }) => sum + (fen ?? 0), 0)} exact large />}
              <span className="grow" />
              <span className="t2 s12">
                {t('graph.rowsCount', { rows: same.reduce((sum, { rows }) => sum + rows, 0) })}
              </span>
            </div>
            {days.length > 0 && (
              <div className="t3 s12">
                {days[0]} ~ {days.at(-1)}
              </div>
            )}
            {sorted.slice(0, LISTED).map((link) => (
              <button
                key={link.id}
                type="button"
                className="finding-line"
                onClick={() => {
                  useGraph.setState({ selectedLinks: [link.id], selectedParties: [], part: null });
                  onLeave();
                }}
              >
                <span className="grow">
                  {end(link.source)} → {end(link.target)}
                  {guessMark(link)}
                </span>
                <span className="t2 s12 nw">
                  {t('graph.rowsCount', { rows: link.rows })}
                  {link.fen !== null && ` · ${moneyText(link.fen, lang)}`}
                </span>
              </button>
            ))}
            {sorted.length > LISTED && (
              <span className="t3 s12">{t('common.nOf', { shown: LISTED, total: sorted.length })}</span>
            )}
          </div>
        );
      })}
    </>
  );
}
