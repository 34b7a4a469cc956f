import { Button, InputNumber, Popover } from 'antd';
import { useState } from 'react';
import { StatusLine } from '../../app/status.tsx';
import { useWords } from '../../app/words.ts';
import { useGraph } from './graph-store.ts';
import { changeLook, useGraphLook, useParts } from './look.ts';

/** Says what is put together because there is too much to draw, and how to see it all the same. */
export function CapBanner({ showTable }: { showTable(): void }) {
  const { t } = useWords();
  const { composed, nodes } = useGraph();
  const { most, links: mode } = useGraphLook();
  const parts = useParts({}).data;
  const folded = composed?.overCap ?? 0;
  const isPartly = (mode === 'month' || mode === 'row') && parts !== undefined && parts.parts.length < parts.total;
  if (folded === 0 && !isPartly) return null;
  return (
    <div className="banner s12 row g6" role="status">
      {folded > 0 && (
        <>
          <span>{t('chartLook.cap', { folded, shown: nodes.length - folded })}</span>
          <ChangeCap most={most} />
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
const LARGEST = 5_000;

function ChangeCap({ most }: { most: number }) {
  const { t } = useWords();
  const [value, setValue] = useState(most);
  const [open, setOpen] = useState(false);
  const apply = () => {
    changeLook({ most: value });
    setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={
        <span className="row g6">
          <InputNumber
            size="small"
            aria-label={t('chartLook.capNodes')}
            min={FEWEST}
            max={LARGEST}
            step={500}
            value={value}
            onChange={(next) => setValue(next ?? most)}
            onPressEnter={apply}
          />
          <Button size="small" type="primary" onClick={apply}>
            {t('chartLook.capApply')}
          </Button>
        </span>
      }
    >
      <Button type="link" size="small">
        {t('chartLook.capChange')}
      </Button>
    </Popover>
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
