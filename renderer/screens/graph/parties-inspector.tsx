import { useWords } from '../../app/words.ts';
import { Entity } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { useGraph } from './graph-store.ts';
import { LISTED, LinkKinds } from './link-kinds.tsx';
import { linksIn, type Within } from './use-within.ts';

/**
 * Several parties that are selected: each with what it received and paid, and the links in sight that run between them. In: who is
 * selected, the figures of the period where one narrows. Nothing is summed over parties: what they paid each other would count twice.
 */
export function PartiesInspector({
  parties,
  within,
  onLeave,
}: {
  parties: readonly number[];
  within: Within | null;
  /** one of the lists was left for what was chosen in it */
  onLeave(): void;
}) {
  const { t } = useWords();
  const { nodes, links, shown } = useGraph();
  const selected = new Set(parties);
  const listed = nodes
    .filter(({ id }) => selected.has(id))
    .map((node) => ({ ...node, ...within?.parties.get(node.id) }))
    .sort((a, b) => b.inFen + b.outFen - a.inFen - a.outFen || a.id - b.id);
  const among = linksIn(
    links.filter(
      ({ id, source, target }) =>
        source !== target && selected.has(source) && selected.has(target) && shown.links.has(id),
    ),
    within,
  );
  return (
    <>
      <div className="scroll selected-parties">
        <table className="g small">
          <colgroup>
            <col />
            <col style={{ width: 102 }} />
            <col style={{ width: 102 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('graph.cols.party')}</th>
              <th className="num">{t('graph.cols.in')}</th>
              <th className="num">{t('graph.cols.out')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, LISTED).map((node) => (
              <tr key={node.id}>
                <td>
                  <button
                    type="button"
                    className="plain"
                    title={node.name}
                    onClick={() => {
                      selectAlone(node.id);
                      onLeave();
                    }}
                  >
                    <Entity drawnAs={node.drawnAs} size={16}>
                      {node.name}
                    </Entity>
                  </button>
                </td>
                <td className="num">
                  <Money fen={node.inFen} />
                </td>
                <td className="num">
                  <Money fen={node.outFen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {listed.length > LISTED && (
          <div className="pad-line t3 s12">{t('common.nOf', { shown: LISTED, total: listed.length })}</div>
        )}
      </div>
      <div className="grow scroll among">
        <h3 className="h3 pad-line">{t('graph.several.among')}</h3>
        {among.length > 0 ? (
          <LinkKinds links={among} onLeave={onLeave} />
        ) : (
          <div className="pad-line t2 s12">{t('graph.several.amongNone')}</div>
        )}
      </div>
    </>
  );
}

/** Selects one party; one in a folded group has no place of its own on the chart, and only the panes follow. */
function selectAlone(id: number): void {
  const { chart, composed } = useGraph.getState();
  if (composed?.placeOf(id) === String(id)) chart?.select([id]);
  else useGraph.setState({ selectedParties: [id], selectedLinks: [], part: null });
}
