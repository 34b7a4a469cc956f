import { IconX } from '@tabler/icons-react';
import { Button } from 'antd';
import { useState } from 'react';
import type { GraphNode } from '../../../../shared/protocol/graph.requests.ts';
import { useWords } from '../../../app/words.ts';
import { useAnswer } from '../../../client/queries.ts';
import { Entity } from '../../../parts/mark.tsx';
import { Money } from '../../../parts/money.tsx';
import { moneyText } from '../../../parts/show.ts';
import { SourceLink } from '../../../parts/source-link.tsx';
import { Answered } from '../../../parts/states.tsx';
import type { ShownHop } from './hop-table.tsx';
import type { TraceAsk } from './trace-state.ts';

const PAGE = 100;

/** The payments of a hop: how much of each is the money followed, and the cell it stands in. */
export function HopRows({
  ask,
  hop,
  nodes,
  close,
}: {
  readonly ask: TraceAsk;
  readonly hop: ShownHop;
  readonly nodes: ReadonlyMap<number, GraphNode>;
  close(): void;
}) {
  const { t, lang } = useWords();
  const [limit, setLimit] = useState(PAGE);
  const { perLayer: _, ...question } = ask;
  const { side, layer, payer, payee } = hop;
  const query = useAnswer('trace.hop', { ...question, side, layer, payer, payee, limit }, { waits: true, keep: true });
  const end = (id: number) => (
    <Entity drawnAs={nodes.get(id)?.drawnAs ?? 'org'}>{nodes.get(id)?.name ?? String(id)}</Entity>
  );
  return (
    <section className="col grow clip" aria-label={t('trace.cols.rows')}>
      <div className="sec">
        <div className="row g6 ends b">
          {end(payer)} <span className="t3">→</span> {end(payee)}
          <span className="grow" />
          <Button
            type="text"
            size="small"
            aria-label={t('trace.back')}
            title={t('trace.back')}
            icon={<IconX size={15} stroke={1.5} />}
            onClick={close}
          />
        </div>
        <div className="row g6 s12 t2">
          <span>{t('graph.labelRows', { rows: hop.rows })}</span>
          <span>
            {t('trace.cols.traced')} <b>{moneyText(hop.fen, lang, 'exact')}</b>
          </span>
        </div>
      </div>
      <Answered query={query}>
        {(data) => (
          <div className="grow scroll">
            <table className="g small">
              <thead>
                <tr>
                  <th style={{ width: 92 }}>{t('trace.cols.day')}</th>
                  <th className="num">{t('trace.cols.part')}</th>
                  <th className="num">{t('trace.cols.amount')}</th>
                  <th style={{ width: 70 }}>{t('trace.cols.source')}</th>
                </tr>
              </thead>
              <tbody>
                {data.list.map((row) => (
                  <tr key={row.rowId} title={[row.time, row.text].filter(Boolean).join(' ')}>
                    <td className="mono nw">{row.day}</td>
                    <td className="num">
                      <Money fen={row.traced} />
                    </td>
                    <td className="num t2">
                      <Money fen={row.fen} />
                    </td>
                    <td>
                      <SourceLink source={row.source} short />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {data.list.length < data.total && (
              <Button
                type="link"
                size="small"
                disabled={limit >= 500}
                onClick={() => setLimit(Math.min(500, limit + PAGE))}
              >
                {t('common.nOf', { shown: data.list.length, total: data.total })}
              </Button>
            )}
          </div>
        )}
      </Answered>
    </section>
  );
}
