import { type ReactNode, useEffect, useState } from 'react';

/** Around a dialog that comes and goes: when it is gone, whoever had the focus before has it again, or `otherwise` gives it where that one is gone too. */
export function FocusBack({ otherwise, children }: { otherwise?: () => void; children: ReactNode }) {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // what the dialog held is gone only after this
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        if (before instanceof HTMLElement && before !== document.body && before.isConnected)
          before.focus({ preventScroll: true });
        else otherwise?.();
      });
    },
    [before, otherwise],
  );
  return children;
}
