import { useState } from 'react';
import { PartyInput, usePartySearch } from '../../../parts/party-search.tsx';

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
  const { options, rowOf } = usePartySearch(text ?? '');
  return (
    <PartyInput
      size="small"
      className="grow"
      autoFocus={focus}
      value={text ?? name ?? ''}
      placeholder={label}
      aria-label={label}
      onChange={setText}
      onBlur={() => setText(null)}
      popupMatchSelectWidth={340}
      options={options}
      onSelect={(value) => {
        const row = rowOf(value);
        setText(null);
        if (row) choose({ id: row.id, name: row.name });
      }}
    />
  );
}
