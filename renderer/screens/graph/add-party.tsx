import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import { useAsk } from '../../parts/ask.ts';
import { PartyInput, usePartySearch } from '../../parts/party-search.tsx';
import { addParties, useGraph } from './graph-store.ts';

/** Search a party and put it on the chart with its links to everybody there. */
export function AddParty() {
  const { t } = useWords();
  const { attempt } = useAsk();
  const [text, setText] = useState('');
  const onChart = new Set(useGraph((graph) => graph.nodes).map((node) => node.id));
  const { options } = usePartySearch(text, {
    mark: (party) => onChart.has(party) && <span className="chip">✓</span>,
  });
  return (
    <PartyInput
      size="small"
      style={{ width: 'var(--search, 200px)' }}
      value={text}
      placeholder={t('graph.search')}
      aria-label={t('graph.search')}
      onChange={setText}
      options={options}
      popupMatchSelectWidth={360}
      onSelect={(value) => {
        setText('');
        void attempt(() => addParties([Number(value)]));
      }}
    />
  );
}
