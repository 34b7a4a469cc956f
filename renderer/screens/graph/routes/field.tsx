import type { ReactNode } from 'react';

/** One condition: its word at the left, what is chosen at the right. */
export function Field({ label, tip, children }: { label: string; tip?: string; children: ReactNode }) {
  return (
    <div className="route-field">
      <span className="t2 s12" title={tip}>
        {label}
      </span>
      <div className="row g6 wrap">{children}</div>
    </div>
  );
}
