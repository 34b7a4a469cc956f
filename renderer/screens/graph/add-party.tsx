import { AutoComplete } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Entity } from '../../parts/mark.tsx';
import { addParties, useGraph } from './graph-store.ts';

/** Search a party and put it on the chart with its links to everybody there. */
export function AddParty() {
  const { t } = useWords();
  const { attempt } = useAsk();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useAnswer(
    'parties.list',
    { text: wanted, limit: 12, sort: 'rows' },
    { enabled: wanted.length > 0, keep: true },
  );
  const onChart = new Set(useGraph((graph) => graph.nodes).map((node) => node.id));
  const rows = wanted === '' ? [] : (found.data?.rows ?? []);
  return (
    <AutoComplete
      size="small"
      style={{ width: 200 }}
      value={text}
      placeholder={t('graph.search')}
      aria-label={t('graph.search')}
      onChange={setText}
      options={rows.map((row) => ({
        value: String(row.id),
        label: (
          <span className="row g6">
            <Entity drawnAs={row.drawnAs} size={16}>
              {row.name}
            </Entity>
            <span className="t3 s12 ell grow">{row.identity}</span>
            {onChart.has(row.id) && <span className="chip">✓</span>}
          </span>
        ),
      }))}
      popupMatchSelectWidth={360}
      onSelect={(value) => {
        setText('');
        void attempt(() => addParties([Number(value)]));
      }}
    />
  );
}
