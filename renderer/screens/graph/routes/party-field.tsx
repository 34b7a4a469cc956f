import { AutoComplete } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useAnswer } from '../../../client/queries.ts';
import { Entity } from '../../../parts/mark.tsx';

/** Searches a party of the case by name, number or account. */
export function PartyField({
  label,
  name,
  focus = false,
  choose,
}: {
  label: string;
  /** of the party that is chosen now; shown until a person types */
  name?: string | undefined;
  focus?: boolean;
  choose(party: { id: number; name: string }): void;
}) {
  const [text, setText] = useState<string | null>(null);
  const wanted = useDeferredValue((text ?? '').trim());
  const found = useAnswer(
    'parties.list',
    { text: wanted, limit: 12, sort: 'rows' },
    { enabled: wanted.length > 0, keep: true },
  );
  const rows = wanted === '' ? [] : (found.data?.rows ?? []);
  return (
    <AutoComplete
      size="small"
      className="grow"
      autoFocus={focus}
      value={text ?? name ?? ''}
      placeholder={label}
      aria-label={label}
      onChange={setText}
      onBlur={() => setText(null)}
      popupMatchSelectWidth={340}
      options={rows.map((row) => ({
        value: String(row.id),
        label: (
          <span className="row g6">
            <Entity drawnAs={row.drawnAs} size={16}>
              {row.name}
            </Entity>
            <span className="t3 s12 ell grow">{row.identity}</span>
          </span>
        ),
      }))}
      onSelect={(value) => {
        const row = rows.find(({ id }) => String(id) === value);
        setText(null);
        if (row) choose({ id: row.id, name: row.name });
      }}
    />
  );
}
