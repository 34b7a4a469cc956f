import { Select } from 'antd';
import { useWords } from '../../app/words.ts';
import type { SheetState } from './previews.ts';
import { type SheetAnswer, say, unsay } from './queue.ts';
import { Clear, Rule } from './rule.tsx';
import { RuleWords, withWord } from './rule-words.tsx';
import type { SheetValues } from './use-values.ts';

const meanings = ['in', 'out', 'neutral'] as const;

/** 收付方向: each word with its rows, what the balances prove of it, and what it means; below, what the signs say. */
export function DirectionRule({
  sheet,
  answer,
  values,
}: {
  sheet: SheetState;
  answer: SheetAnswer | undefined;
  values: SheetValues;
}) {
  const { t } = useWords();
  const hasTwoColumns = sheet.preview.mapping.some(({ field }) => field === 'amount_in' || field === 'amount_out');
  const proof = (balanceIn: number, balanceOut: number) =>
    [
      balanceIn > 0 && t('wizard.rules.balanceIn', { count: balanceIn }),
      balanceOut > 0 && t('wizard.rules.balanceOut', { count: balanceOut }),
    ]
      .filter(Boolean)
      .join(t('common.comma')) || t('wizard.rules.balanceNone');
  return (
    <>
      <Rule title={t('wizard.rules.direction')}>
        {values.directions.length > 0 ? (
          <RuleWords
            lines={values.directions.map((line) => ({ ...line, more: proof(line.balanceIn, line.balanceOut) }))}
            more={t('wizard.rules.balance')}
            unknown={t('wizard.rules.unknown')}
            meanings={meanings.map((value) => ({ value, label: t(`wizard.rules.meanings.${value}`) }))}
            tell={(word, means) => say(sheet, { directions: withWord(answer?.directions, word, means) })}
          />
        ) : (
          <Clear>{t(hasTwoColumns ? 'wizard.rules.twoColumns' : 'wizard.rules.noWords')}</Clear>
        )}
      </Rule>
      {!hasTwoColumns && (
        <Rule
          title={t('wizard.rules.plus')}
          {...(values.negative > 0 ? { note: t('wizard.rules.plusNote', { count: values.negative }) } : {})}
        >
          {values.negative === 0 && values.hasDirectionColumn ? (
            <Clear>{t('wizard.rules.plusNone')}</Clear>
          ) : (
            <Select
              size="small"
              style={{ width: 260 }}
              aria-label={t('wizard.rules.plus')}
              value={answer?.plus ?? 'auto'}
              onChange={(plus: 'auto' | 'in' | 'out') =>
                plus === 'auto' ? unsay(sheet, 'plus') : say(sheet, { plus })
              }
              options={[
                { value: 'auto' as const, label: t('wizard.rules.plusAuto') },
                { value: 'in' as const, label: t('wizard.rules.plusIn') },
                { value: 'out' as const, label: t('wizard.rules.plusOut') },
              ]}
            />
          )}
        </Rule>
      )}
    </>
  );
}
