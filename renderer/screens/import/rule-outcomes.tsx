import { Select } from 'antd';
import { useWords } from '../../app/words.ts';
import type { SheetState } from './previews.ts';
import { type SheetAnswer, say, unsay } from './queue.ts';
import { Clear, Rule } from './rule.tsx';
import { RuleWords, withWord } from './rule-words.tsx';
import type { SheetValues } from './use-values.ts';

interface RuleProps {
  sheet: SheetState;
  answer: SheetAnswer | undefined;
  values: SheetValues;
}

const outcomes = ['ok', 'failed', 'reversed'] as const;
const currencies = ['CNY', 'USD', 'HKD', 'EUR', 'GBP', 'JPY'] as const;

/** 交易结果: words for success, and how many rows models will leave out. */
export function OutcomeRule({ sheet, answer, values }: RuleProps) {
  const { t } = useWords();
  const { failed, reversed, neutral } = values.setAside;
  return (
    <Rule
      title={t('wizard.rules.success')}
      {...(failed + reversed + neutral > 0 ? { note: t('wizard.rules.setAside', values.setAside) } : {})}
    >
      {values.outcomes.length === 0 ? (
        <Clear>{t('wizard.rules.successNone')}</Clear>
      ) : (
        <RuleWords
          lines={values.outcomes}
          unknown={t('wizard.rules.successUnknown')}
          meanings={outcomes.map((value) => ({ value, label: t(`wizard.rules.outcomes.${value}`) }))}
          tell={(word, means) => say(sheet, { outcomes: withWord(answer?.outcomes, word, means) })}
        />
      )}
    </Rule>
  );
}

/** 币种: the words of the column, and the currency of amounts that name none. */
export function CurrencyRule({ sheet, answer, values }: RuleProps) {
  const { t } = useWords();
  return (
    <Rule title={t('wizard.rules.currency')}>
      {values.currencies.length === 0 ? (
        <Clear>{t('wizard.rules.currencyNone')}</Clear>
      ) : (
        <span className="row wrap g12 s12">
          {values.currencies.map(({ word, rows, currency }) => (
            <span key={word} className={currency === null && word !== '' ? 'tone-mid' : 't2'}>
              {word === '' ? t('wizard.rules.emptyWord') : word} →{' '}
              {currency ?? (word === '' ? 'CNY' : t('wizard.rules.currencyUnknown'))}{' '}
              {t('wizard.rules.counted', { count: rows })}
            </span>
          ))}
        </span>
      )}
      <span className="row g8">
        <span className="t2 s12 nw">{t('wizard.rules.currencyAll')}</span>
        <Select
          size="small"
          style={{ width: 100 }}
          aria-label={t('wizard.rules.currencyAll')}
          value={answer?.currency ?? 'CNY'}
          onChange={(currency: string) => (currency === 'CNY' ? unsay(sheet, 'currency') : say(sheet, { currency }))}
          options={currencies.map((value) => ({ value: value as string, label: value }))}
        />
      </span>
    </Rule>
  );
}
