import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { isComposing, useShortcuts } from '../../app/keyboard.ts';
import { useWords } from '../../app/words.ts';
import { useAsk } from '../../parts/ask.ts';
import { ProgressBar } from '../../parts/progress.tsx';
import { discard, goTo, type Step, steps } from './queue.ts';

/** The line under each step: back, what stands in the way or what will happen, next. */
export function Foot({
  step,
  next,
  blocked,
  remark,
  extra,
  aside,
}: {
  step: Step;
  next: { label: string; run: () => void; busy?: boolean };
  blocked: boolean;
  remark?: ReactNode;
  extra?: ReactNode;
  /** beside the remark, before the way on */
  aside?: ReactNode;
}) {
  const { t } = useWords();
  const { confirm } = useAsk();
  const before = steps[steps.indexOf(step) - 1];
  const goBack = () => before && !next.busy && goTo(before);
  const leave = async () => {
    const sure = await confirm({
      title: t('import.state.discardTitle'),
      note: t('import.state.discardNote'),
      yes: t('import.state.discard'),
    });
    if (sure) discard();
  };
  const forward = () => {
    if (!blocked && !next.busy) next.run();
  };
  const latest = useRef(forward);
  latest.current = forward;
  useEffect(() => {
    // a select opens its list with Enter, whatever is held with it, and keeps the key to itself
    const listener = (event: KeyboardEvent) => {
      const isInSelect = event.target instanceof Element && event.target.closest('.ant-select') !== null;
      if (!isInSelect || !event.ctrlKey || event.key !== 'Enter' || isComposing(event)) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);
  useShortcuts('here', [
    { keys: 'Ctrl+Enter', label: next.label, run: forward },
    ...(before ? [{ keys: 'Alt+ArrowLeft', label: t('common.back'), run: goBack }] : []),
  ]);
  return (
    <>
      {next.busy && (
        <div style={{ padding: '8px 16px', borderTop: '1px solid var(--line)' }}>
          <ProgressBar wide />
        </div>
      )}
      <div className="foot">
        {before && (
          <Button disabled={next.busy ?? false} onClick={goBack}>
            {t('common.back')}
          </Button>
        )}
        <Button type="text" disabled={next.busy ?? false} onClick={() => void leave()}>
          {t('import.state.discard')}
        </Button>
        {extra}
        <span className="grow" />
        {aside}
        {remark && <span className="t2 s12">{remark}</span>}
        <Button type="primary" disabled={blocked} loading={next.busy ?? false} onClick={forward}>
          {next.label}
        </Button>
      </div>
    </>
  );
}
