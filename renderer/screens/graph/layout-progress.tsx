import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../../app/words.ts';
import { Meter } from '../../parts/pane.tsx';
import { cancelLayout, useLayoutUnderWay } from './layout-under-way.ts';

/** A layout that is done sooner is not worth a word. */
const QUIET_MS = 400;

/** How far the layout is, with a way to end it: the chart stays as it is then. */
export function LayoutProgress() {
  const { t } = useWords();
  const now = useLayoutUnderWay(({ now: layout }) => layout);
  const isUnderWay = now !== null;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = window.setTimeout(() => setLong(true), QUIET_MS);
    return () => {
      window.clearTimeout(timer);
      setLong(false);
    };
  }, [isUnderWay]);
  if (!now || !isLong) return null;
  return (
    <div className="chart-over layout-progress row g8" role="status">
      <span className="nw">
        {t('graph.layingOut', { name: t(`graph.layouts.${now.name}`), share: `${Math.round(now.share * 100)}%` })}
      </span>
      <Meter share={now.share} />
      <Button size="small" onClick={cancelLayout}>
        {t('graph.cancelLayout')}
      </Button>
    </div>
  );
}
