import { useWords } from '../../app/words.ts';
import { Head } from '../../parts/pane.tsx';
import { Answered } from '../../parts/states.tsx';
import { AfterImport } from './after-import.tsx';
import { FactFields } from './fact-fields.tsx';
import { Foot } from './foot.tsx';
import type { ImportState } from './import-state.ts';
import type { SheetState } from './previews.ts';
import { answerAt, goTo } from './queue.ts';
import { Rule } from './rule.tsx';
import { DateRule } from './rule-dates.tsx';
import { DirectionRule } from './rule-direction.tsx';
import { NumberRules } from './rule-numbers.tsx';
import { CurrencyRule, OutcomeRule } from './rule-outcomes.tsx';
import { UnitRule } from './rule-units.tsx';
import { SheetSwitch } from './sheet-switch.tsx';
import { useValues } from './use-values.ts';

/** 取值规则: what the cells alone do not say, over all rows of a sheet. What nobody needs to answer is said to be clear. */
export function StepRules({ state }: { state: ImportState }) {
  const { t } = useWords();
  const { current } = state;
  if (!current) return null;
  return (
    <>
      <div className="row g0 stretch grow">
        <section className="pane col grow">
          <Head title={t('import.rules.title')} sub={current.sheet} extra={<SheetSwitch state={state} />} />
          <div className="grow scroll">
            <Rules key={`${current.file}/${current.sheet}`} sheet={current} state={state} />
          </div>
        </section>
        <aside className="pane col none" style={{ width: 'min(380px, 34%)' }}>
          <AfterImport sheet={current} state={state} />
        </aside>
      </div>
      <Foot
        step="rules"
        blocked={state.isReading}
        next={{ label: `${t('common.next')}${t('common.colon')}${t('import.steps.check')}`, run: () => goTo('check') }}
      />
    </>
  );
}

function Rules({ sheet, state }: { sheet: SheetState; state: ImportState }) {
  const { t } = useWords();
  const answer = answerAt(state.answers, sheet);
  const values = useValues(sheet, state);
  // sheets without direction words or balances are lists, not statements
  const isStatement = sheet.preview.category === 'bank_flow' || sheet.preview.category === 'wallet_flow';
  const period = sheet.preview.facts.find(({ field }) => field === 'statement_period');
  return (
    <Answered query={values}>
      {(found) => (
        <div style={{ opacity: values.isPlaceholderData ? 0.6 : 1 }}>
          <UnitRule sheet={sheet} answer={answer} values={found} />
          {isStatement && <DirectionRule sheet={sheet} answer={answer} values={found} />}
          <DateRule sheet={sheet} answer={answer} values={found} />
          <CurrencyRule sheet={sheet} answer={answer} values={found} />
          {isStatement && <OutcomeRule sheet={sheet} answer={answer} values={found} />}
          <Rule title={t('import.rules.facts')} note={t('import.rules.factsNote')}>
            <FactFields sheet={sheet} answer={answer} />
          </Rule>
          {period && (
            <Rule title={t('wizard.rules.period')}>
              <span>
                {period.value} <span className="s12 t3">{period.cell}</span>
              </span>
            </Rule>
          )}
          <NumberRules values={found} />
        </div>
      )}
    </Answered>
  );
}
