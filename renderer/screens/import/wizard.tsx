import { Steps } from 'antd';
import type { ReactNode } from 'react';
import { Status, StatusLine } from '../../app/status.tsx';
import { useApp } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useImport } from './import-state.ts';
import { goTo, type Step, steps, useQueue } from './queue.ts';
import { StepCheck } from './step-check.tsx';
import { StepDone } from './step-done.tsx';
import { StepFiles } from './step-files.tsx';
import { StepMap } from './step-map.tsx';
import { StepParties } from './step-parties.tsx';
import { StepRead } from './step-read.tsx';
import { StepRules } from './step-rules.tsx';

/** The way of files into the case. Every step can be gone back; nothing is written before the last button. */
export function Wizard() {
  const { t } = useWords();
  const step = useQueue((queue) => queue.step);
  const state = useImport();
  const writing = useApp((app) => app.job?.job === 'import.write');
  return (
    <div className="col full">
      <div className="wizard-steps">
        <Steps
          size="small"
          current={steps.indexOf(step)}
          onChange={(index) => {
            const target = steps[index];
            if (target && step !== 'done' && index < steps.indexOf(step)) goTo(target);
          }}
          items={steps.map((name, index) => ({
            title: t(`import.steps.${name}`),
            disabled: step === 'done' || index >= steps.indexOf(step),
          }))}
        />
      </div>
      <div className="grow col">{body(step, state)}</div>
      <Status>
        <span>
          {t('common.files', { count: state.files.length })} ·{' '}
          {t('import.state.sheets', { count: state.sheets.length })}
        </span>
        {step !== 'done' && !writing && (
          <>
            <StatusLine />
            <span>{t('import.state.notWritten')}</span>
          </>
        )}
        <span className="grow" />
        {step !== 'done' && !writing && <span>{t('import.state.keys')}</span>}
      </Status>
    </div>
  );
}

function body(step: Step, state: ReturnType<typeof useImport>): ReactNode {
  switch (step) {
    case 'files':
      return <StepFiles state={state} />;
    case 'read':
      return <StepRead state={state} />;
    case 'map':
      return <StepMap state={state} />;
    case 'rules':
      return <StepRules state={state} />;
    case 'check':
      return <StepCheck state={state} />;
    case 'parties':
      return <StepParties state={state} />;
    case 'done':
      return <StepDone state={state} />;
  }
}
