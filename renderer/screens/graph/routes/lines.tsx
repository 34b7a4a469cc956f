/** From the first day to the last, never broken within a day. */
export function Span({ first, last }: { first: string | null; last: string | null }) {
  if (first === null) return <span>—</span>;
  return (
    <span>
      <span className="nw">{first}</span> → <span className="nw">{last}</span>
    </span>
  );
}

/** Brings what was just opened below a line into sight. */
export const reveal = (opened: HTMLElement | null): void => opened?.scrollIntoView({ block: 'nearest' });
