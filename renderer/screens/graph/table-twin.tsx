import { Segmented } from 'antd';
import { useRef } from 'react';
import { linkKind, partyKind } from '../../../shared/ontology/index.ts';
import { guessMark, isGuess } from '../../../shared/ontology/link-guess.ts';
import type { GraphLink, GraphNode } from '../../../shared/protocol/graph.requests.ts';
import { useKept } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { ByHand } from '../../parts/by-hand.tsx';
import { certaintyWords } from '../../parts/certainty-words.ts';
import { type Column, DataGrid, type Held } from '../../parts/data-grid.tsx';
import { Entity } from '../../parts/mark.tsx';
import { Day, Money } from '../../parts/money.tsx';
import { useGraph } from './graph-store.ts';
import { useMetricColumns } from './metric-columns.tsx';
import type { Within } from './use-within.ts';

/** 表: everything that is in sight on the chart, as rows; shares selection, filters and period with it. */
export function TableTwin({ within }: { within: Within | null }) {
  const { t, lang } = useWords();
  const { chart, nodes, links, shown, selectedParties, selectedLinks } = useGraph();
  const [what, setWhat] = useKept<'parties' | 'links'>('graph.table', 'parties');
  const name = new Map(nodes.map((node) => [node.id, node]));
  const metrics = useMetricColumns();
  const partyRows = nodes
    .filter((node) => shown.parties.has(node.id))
    .map((node) => ({ ...node, ...within?.parties.get(node.id) }))
    .sort(metrics.order ?? ((a, b) => b.inFen + b.outFen - a.inFen - a.outFen || a.id - b.id));
  const linkRows = links
    .filter((link) => shown.links.has(link.id))
    .map((link) => within?.links.get(link.id) ?? link)
    .sort((a, b) => (b.fen ?? -1) - (a.fen ?? -1) || b.rows - a.rows || (a.id < b.id ? -1 : 1));
  // Shift selects from the row that was chosen last without it
  const anchor = useRef(0);
  const pick = <Key extends number | string>(
    keys: readonly Key[],
    selected: readonly Key[],
    index: number,
    { shiftKey, ctrlKey, metaKey }: Held,
  ): Key[] => {
    if (shiftKey) return keys.slice(Math.min(anchor.current, index), Math.max(anchor.current, index) + 1);
    anchor.current = index;
    const key = keys[index];
    if (key === undefined) return [];
    if (!ctrlKey && !metaKey) return [key];
    return selected.includes(key) ? selected.filter((each) => each !== key) : [...selected, key];
  };
  const end = (id: number) => {
    const node = name.get(id);
    return node ? <Entity drawnAs={node.drawnAs}>{node.name}</Entity> : id;
  };
  const partyColumns: Column<GraphNode>[] = [
    {
      id: 'party',
      head: t('graph.cols.party'),
      width: 'minmax(200px, 2fr)',
      cell: (node) => (
        <>
          <Entity drawnAs={node.drawnAs}>{node.name}</Entity>
          {node.byHand && <ByHand />}
        </>
      ),
    },
    {
      id: 'kind',
      head: t('graph.cols.kind'),
      width: 110,
      cell: (node) => inLang(partyKind(node.drawnAs)?.words ?? { zh: '', en: '' }, lang),
    },
    { id: 'in', head: t('graph.cols.in'), width: 130, end: true, cell: (node) => <Money fen={node.inFen} /> },
    { id: 'out', head: t('graph.cols.out'), width: 130, end: true, cell: (node) => <Money fen={node.outFen} /> },
    { id: 'links', head: t('graph.cols.links'), width: 80, end: true, cell: (node) => node.degree },
    { id: 'findings', head: t('graph.cols.findings'), width: 80, end: true, cell: (node) => node.findings || '' },
    ...metrics.columns,
  ];
  const linkColumns: Column<GraphLink>[] = [
    {
      id: 'kind',
      head: t('graph.cols.link'),
      width: 110,
      cell: (link) => (
        <span className={isGuess(link) ? 'ell tone-mid' : 'ell'} title={certaintyWords(link, t)}>
          {inLang(linkKind(link.kind)?.words ?? { zh: link.kind, en: link.kind }, lang)}
          {guessMark(link)}
        </span>
      ),
    },
    { id: 'from', head: t('graph.cols.from'), width: 'minmax(160px, 1fr)', cell: (link) => end(link.source) },
    { id: 'to', head: t('graph.cols.to'), width: 'minmax(160px, 1fr)', cell: (link) => end(link.target) },
    {
      id: 'rows',
      head: t('graph.cols.rows'),
      width: 70,
      end: true,
      cell: (link) => (
        <>
          {link.manual && <ByHand bare />} {link.rows}
        </>
      ),
    },
    { id: 'amount', head: t('graph.cols.amount'), width: 130, end: true, cell: (link) => <Money fen={link.fen} /> },
    { id: 'first', head: t('graph.cols.first'), width: 100, cell: (link) => <Day day={link.first} /> },
    { id: 'last', head: t('graph.cols.last'), width: 100, cell: (link) => <Day day={link.last} /> },
    { id: 'findings', head: t('graph.cols.findings'), width: 70, end: true, cell: (link) => link.findings || '' },
  ];
  return (
    <div className="col grow table-twin">
      <div className="row pad-line">
        <Segmented
          size="small"
          value={what}
          onChange={setWhat}
          options={[
            { value: 'parties', label: t('graph.table.parties', { count: partyRows.length }) },
            { value: 'links', label: t('graph.table.links', { count: linkRows.length }) },
          ]}
        />
      </div>
      <div className="grow clip">
        {what === 'parties' ? (
          <DataGrid
            label={t('graph.view.table')}
            columns={partyColumns}
            {...(metrics.columns.length > 0 && { leastWidth: 700 + 100 * metrics.columns.length })}
            total={partyRows.length}
            at={(i) => partyRows[i]}
            keyOf={(node) => node.id}
            selected={selectedParties.at(-1) ?? null}
            alsoSelected={new Set(selectedParties)}
            onSelect={(_, index, held) =>
              chart?.select(
                pick(
                  partyRows.map((node) => node.id),
                  selectedParties,
                  index,
                  held,
                ),
              )
            }
          />
        ) : (
          <DataGrid
            label={t('graph.view.table')}
            columns={linkColumns}
            total={linkRows.length}
            at={(i) => linkRows[i]}
            keyOf={(link) => link.id}
            selected={selectedLinks.at(-1) ?? null}
            alsoSelected={new Set(selectedLinks)}
            onSelect={(_, index, held) =>
              chart?.select(
                [],
                pick(
                  linkRows.map((link) => link.id),
                  selectedLinks,
                  index,
                  held,
                ),
              )
            }
          />
        )}
      </div>
    </div>
  );
}
