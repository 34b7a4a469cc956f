import { useWords } from '../../app/words.ts';
import { Clear, Rule } from './rule.tsx';
import type { SheetValues } from './use-values.ts';

/** What cannot be mended by a rule, explained: masked numbers, numbers that lost digits, rows that are no records. */
export function NumberRules({ values }: { values: SheetValues }) {
  const { t } = useWords();
  const list = (examples: ReadonlyArray<{ shown: string; cell: string }>) =>
    examples.map(({ shown, cell }) => `${shown}（${cell}）`).join(t('common.listSeparator'));
  const { masked, damaged, skipped } = values;
  return (
    <>
      <Rule title={t('wizard.rules.masked')}>
        {masked.values > 0 ? (
          <span className="t2">
            {t('wizard.rules.maskedSome', { count: masked.values, examples: list(masked.examples) })}
          </span>
        ) : (
          <Clear>{t('wizard.rules.maskedNone')}</Clear>
        )}
      </Rule>
      <Rule title={t('wizard.rules.damaged')}>
        {damaged.values > 0 ? (
          <span className="tone-mid">
            {t('wizard.rules.damagedSome', { count: damaged.values, examples: list(damaged.examples) })}
          </span>
        ) : (
          <Clear>{t('wizard.rules.damagedNone')}</Clear>
        )}
      </Rule>
      <Rule title={t('wizard.rules.skipped')}>
        {skipped.length > 0 ? (
          <span className="col g4 t2">
            {skipped.map(({ why, rows, first }) => (
              <span key={why}>
                {t('wizard.rules.skippedSome', {
                  why: t(`wizard.rules.skippedWhy.${reason(why)}`),
                  count: rows,
                  rows: first.join(t('common.listSeparator')) + (rows > first.length ? '…' : ''),
                })}
              </span>
            ))}
          </span>
        ) : (
          <Clear>{t('wizard.rules.skippedNone')}</Clear>
        )}
      </Rule>
    </>
  );
}

const reasons = ['total', 'page', 'header', 'note'] as const;
const reason = (why: string): (typeof reasons)[number] => reasons.find((each) => each === why) ?? 'note';
