import type { GraphNode } from '../../../../shared/protocol/graph.requests.ts';
import type { TraceSide } from '../../../../shared/protocol/trace.requests.ts';
import { useWords } from '../../../app/words.ts';
import { type Column, DataGrid } from '../../../parts/data-grid.tsx';
import { Entity } from '../../../parts/mark.tsx';
import { Day, Money } from '../../../parts/money.tsx';
import { hopId } from './trace-places.ts';

export type ShownHop = TraceSide['hops'][number] & { readonly side: 'down' | 'up'; readonly id: string };

export const hopsOf = (sides: readonly TraceSide[]): ShownHop[] =>
  sides.flatMap(({ direction, hops }) => hops.map((hop) => ({ ...hop, side: direction, id: hopId(direction, hop) })));

/** Every hop as a row: layer by layer, the largest first. */
export function HopTable({
  hops,
  nodes,
  chosen,
  onChoose,
}: {
  readonly hops: readonly ShownHop[];
  readonly nodes: ReadonlyMap<number, GraphNode>;
  readonly chosen: string | null;
  onChoose(hop: string): void;
}) {
  const { t } = useWords();
  const party = (id: number) => {
    const node = nodes.get(id);
    return node ? <Entity drawnAs={node.drawnAs}>{node.name}</Entity> : id;
  };
  const columns: Column<ShownHop>[] = [
    {
      id: 'layer',
      head: t('trace.cols.layer'),
      width: 64,
      cell: ({ side, layer }) => `${side === 'down' ? '↓' : '↑'} ${layer}`,
    },
    { id: 'payer', head: t('trace.cols.payer'), width: 'minmax(120px, 1fr)', cell: ({ payer }) => party(payer) },
    { id: 'payee', head: t('trace.cols.payee'), width: 'minmax(120px, 1fr)', cell: ({ payee }) => party(payee) },
    { id: 'traced', head: t('trace.cols.traced'), width: 120, end: true, cell: ({ fen }) => <Money fen={fen} /> },
    { id: 'rows', head: t('trace.cols.rows'), width: 64, end: true, cell: ({ rows }) => rows },
    { id: 'first', head: t('trace.cols.first'), width: 96, cell: ({ first }) => <Day day={first} /> },
    { id: 'last', head: t('trace.cols.last'), width: 104, cell: ({ last }) => <Day day={last} /> },
  ];
  return (
    <DataGrid
      label={t('trace.hops')}
      columns={columns}
      total={hops.length}
      at={(i) => hops[i]}
      keyOf={({ id }) => id}
      selected={chosen}
      selectedAt={chosen === null ? undefined : hops.findIndex(({ id }) => id === chosen)}
      onSelect={({ id }) => onChoose(id)}
    />
  );
}
