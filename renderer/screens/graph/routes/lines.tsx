/** From the first day to the last, never broken over two lines. */
export function Span({ first, last }: { first: string | null; last: string | null }) {
  if (first === null) return <span>—</span>;
  return (
    <span className="nw">
      {first} → {last}
    </span>
  );
}

/** Brings what was just opened below a line into sight. */
export const reveal = (opened: HTMLElement | null): void => opened?.scrollIntoView({ block: 'nearest' });
