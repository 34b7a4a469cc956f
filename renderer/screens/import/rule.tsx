import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** One rule of how values are read: its name at the left, what is known and can be changed at the right. */
export function Rule({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <div className="setting">
      <span>{title}</span>
      <div className="col g6">
        {children}
        {note && <span className="s12 t3">{note}</span>}
      </div>
    </div>
  );
}

/** Nothing to be said here. */
export const Clear = ({ children }: { children: ReactNode }) => (
  <span className="row g4 t2">
    <IconCheck size={14} stroke={2} color="var(--ok)" className="none" aria-hidden />
    {children}
  </span>
);
