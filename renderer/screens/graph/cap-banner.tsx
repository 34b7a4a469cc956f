import { Button, InputNumber, Popover } from 'antd';
import { useState } from 'react';
import { MOST_ON_CHART } from '../../../shared/protocol/chart-limits.ts';
import { StatusLine } from '../../app/status.tsx';
import { useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useGraph } from './graph-store.ts';
import { setLook, useGraphLook, useParts } from './look.ts';
import { allTime, type Period } from './period.ts';

/** Says what is put together because there is too much to draw, and how to see it all the same. */
export function CapBanner({ showTable }: { showTable(): void }) {
  const { t } = useWords();
  const { composed, nodes } = useGraph();
  const { most, links: mode } = useGraphLook();
  const [period] = useKept<Period>('graph.period', allTime);
  const parts = useParts(period).data;
  const folded = composed?.overCap ?? 0;
  const isPartly = (mode === 'month' || mode === 'row') && parts !== undefined && parts.parts.length < parts.total;
  if (folded === 0 && !isPartly) return null;
  return (
    <div className="banner s12 row g6" role="status">
      {folded > 0 && (
        <>
          <span>{t('chartLook.cap', { folded, shown: nodes.length - folded })}</span>
          <Popover trigger="click" content={<CapInput value={most} change={(value) => setLook('most', value)} />}>
            <Button type="link" size="small">
              {t('chartLook.capChange')}
            </Button>
          </Popover>
          <Button type="link" size="small" onClick={showTable}>
            {t('chartLook.capTable')}
          </Button>
        </>
      )}
      {isPartly && (
        <span>
          {t(mode === 'month' ? 'chartLook.monthsCap' : 'chartLook.rowsCap', {
            shown: parts.parts.length,
            total: parts.total,
          })}
        </span>
      )}
    </div>
  );
}

const FEWEST = 20;

/** 最多画出的实体: taken over on leaving the field or on Enter, so that nothing is drawn anew at every digit. */
export function CapInput({ value, change }: { value: number; change(value: number): void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState<number | null>(value);
  const apply = () => change(typed ?? value);
  return (
    <InputNumber
      size="small"
      style={{ width: 96 }}
      aria-label={t('chartLook.capNodes')}
      min={FEWEST}
      max={MOST_ON_CHART}
      step={100}
      value={typed}
      onChange={setTyped}
      onBlur={apply}
      onPressEnter={apply}
    />
  );
}

/** How many of the parties on the chart stand in a folded group. */
export function FoldedStatus() {
  const { t } = useWords();
  const inside = useGraph((graph) => graph.composed?.inside ?? 0);
  if (inside === 0) return null;
  return (
    <>
      <StatusLine />
      <span>{t('chartLook.folded', { count: inside })}</span>
    </>
  );
}
