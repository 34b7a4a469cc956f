import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';

const Slot = createContext<HTMLElement | null>(null);
export const StatusSlot = Slot.Provider;

/** What a screen shows in the status bar: 显示 n / 共 N, sums over all rows that pass its filters. */
export function Status({ children }: { children: ReactNode }): ReactNode {
  const slot = useContext(Slot);
  return slot && createPortal(children, slot);
}

/** A thin line between two remarks of the status bar. */
export const StatusLine = () => <i className="bar-line" aria-hidden="true" />;
