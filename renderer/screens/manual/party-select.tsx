import { Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { PartyOption } from '../../parts/party-search.tsx';
import { useSettled } from '../../parts/settled.ts';

/** Chooses one of the case's parties by name, number or account. */
export function PartySelect({
  label,
  value,
  change,
  autoFocus = false,
}: {
  label: string;
  value: number | undefined;
  change: (party: number | undefined) => void;
  autoFocus?: boolean;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const wanted = useSettled(text.trim(), 150);
  const found = useAnswer('parties.list', { text: wanted, limit: 20, sort: 'rows' }, { keep: true });
  const chosen = useAnswer('party.read', { id: value ?? 1 }, { enabled: value !== undefined });
  const listed = found.data?.rows ?? [];
  const rows =
    value !== undefined && chosen.data && !listed.some(({ id }) => id === value) ? [chosen.data, ...listed] : listed;
  return (
    <Select<number>
      style={{ width: '100%' }}
      allowClear
      autoFocus={autoFocus}
      aria-label={label}
      placeholder={t('manual.form.party')}
      {...(value !== undefined && { value })}
      onChange={(party: number | undefined) => change(party)}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      optionLabelProp="title"
      options={rows.map((row) => ({
        value: row.id,
        title: row.name,
        label: <PartyOption row={row} />,
      }))}
    />
  );
}
