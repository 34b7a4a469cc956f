import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { faultReference } from './fault-reference.ts';
import { useWords } from './words.ts';

/** Faults that happen outside of drawing (a click, a stream) reach no boundary: they are shown here, over whatever is open. */
export function FaultBar() {
  const { t } = useWords();
  const [reference, setReference] = useState<string>();
  useEffect(() => {
    const note = (event: Event) => {
      // the browser's own notice that a size changed again while it was being told of: it is told in the next frame, nothing failed
      if (event instanceof ErrorEvent && event.message.startsWith('ResizeObserver loop')) return;
      setReference(faultReference());
    };
    window.addEventListener('unhandledrejection', note);
    window.addEventListener('error', note);
    return () => {
      window.removeEventListener('unhandledrejection', note);
      window.removeEventListener('error', note);
    };
  }, []);
  if (reference === undefined) return null;
  return (
    <div className="problem fault-bar" role="alert">
      <span className="b">{t('frame.fault.title')}</span>
      <span className="s12">{t('frame.fault.note', { ref: reference })}</span>
      <Button size="small" onClick={() => setReference(undefined)}>
        {t('common.close')}
      </Button>
    </div>
  );
}
