import { AutoComplete, type AutoCompleteProps } from 'antd';
import { type ReactNode, useDeferredValue } from 'react';
import { isComposing } from '../app/keyboard.ts';
import { useAnswer } from '../client/queries.ts';
import { Entity } from './mark.tsx';

const MOST = 12;

/** The parties of the case that a text finds by name, number or account, and as options of a field, each with its `mark`. None where it is empty or not `enabled`. */
export function usePartySearch(
  text: string,
  { enabled = true, besides, mark }: { enabled?: boolean; besides?: number; mark?: (party: number) => ReactNode } = {},
) {
  const wanted = useDeferredValue(text.trim());
  const found = useAnswer(
    'parties.list',
    { text: wanted, limit: MOST, sort: 'rows' },
    { enabled: enabled && wanted !== '', keep: true },
  );
  // whoever is called exactly so comes before those whose name only begins so
  const isExact = (row: { readonly name: string }) => Number(row.name === wanted);
  const rows =
    wanted === ''
      ? []
      : (found.data?.rows ?? []).filter(({ id }) => id !== besides).sort((a, b) => isExact(b) - isExact(a));
  const options = rows.map((row) => ({
    value: String(row.id),
    label: <PartyOption row={row}>{mark?.(row.id)}</PartyOption>,
  }));
  return { wanted, options, rowOf: (value: string) => rows.find(({ id }) => String(id) === value) };
}

/** The field of such a search: Enter takes the first that was found, unless an input method takes it. */
export function PartyInput(props: AutoCompleteProps) {
  return (
    <span
      style={{ display: 'contents' }}
      onKeyDownCapture={(event) => {
        if (isComposing(event.nativeEvent)) event.stopPropagation();
      }}
    >
      <AutoComplete defaultActiveFirstOption {...props} />
    </span>
  );
}

/** A party in a list to choose from: name with sign, what tells it from others, a mark. */
export function PartyOption({
  row,
  children,
}: {
  row: { readonly drawnAs: string; readonly name: string; readonly identity: string };
  children?: ReactNode;
}) {
  return (
    <span className="row g6">
      <Entity drawnAs={row.drawnAs} size={16}>
        {row.name}
      </Entity>
      <span className="t3 s12 ell grow">{row.identity}</span>
      {children}
    </span>
  );
}
