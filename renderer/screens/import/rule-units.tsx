import { Segmented, Select } from 'antd';
import { useWords } from '../../app/words.ts';
import { moneyText } from '../../parts/show.ts';
import type { SheetState } from './previews.ts';
import { type SheetAnswer, say, unsay } from './queue.ts';
import { Clear, Rule } from './rule.tsx';
import type { SheetValues } from './use-values.ts';

const units = ['1', '1000', '10000', '1000000', '100000000'] as const;

/** 金额单位: of the whole sheet and of single columns, where each was found, and a real amount read by it. Every choice can be taken back. */
export function UnitRule({
  sheet,
  answer,
  values,
}: {
  sheet: SheetState;
  answer: SheetAnswer | undefined;
  values: SheetValues;
}) {
  const { t, lang } = useWords();
  const options = units.map((value) => ({ value: value as string, label: t(`import.rules.units.${value}`) }));
  const stated = String(answer?.unit ?? sheet.preview.unit);
  const ofColumn = (index: number, unit: number | undefined) => {
    const { [String(index)]: _before, ...rest } = answer?.units ?? {};
    const next = unit === undefined ? rest : { ...rest, [String(index)]: unit };
    if (Object.keys(next).length === 0) unsay(sheet, 'units');
    else say(sheet, { units: next });
  };
  if (values.units.length === 0)
    return (
      <Rule title={t('wizard.rules.unit')}>
        <Clear>{t('wizard.rules.noAmounts')}</Clear>
      </Rule>
    );
  return (
    <Rule title={t('wizard.rules.unit')}>
      <span className="row g8">
        <span className="t2 s12 nw">{t('wizard.rules.unitSheet')}</span>
        <Segmented
          size="small"
          className="fit"
          aria-label={t('wizard.rules.unitSheet')}
          value={stated}
          onChange={(value) => say(sheet, { unit: Number(value) })}
          options={options}
        />
        {answer?.unit !== undefined && (
          <button type="button" className="link s12" onClick={() => unsay(sheet, 'unit')}>
            {t('wizard.rules.unitBack')}
          </button>
        )}
      </span>
      {values.units.map(({ index, header, unit, from, shown, read, doubtful }) => (
        <span key={index} className="row g8">
          <span className="ell b" style={{ width: 128 }} title={header}>
            {header}
          </span>
          <Select
            size="small"
            style={{ width: 92 }}
            aria-label={`${header} ${t('wizard.rules.unit')}`}
            value={String(unit)}
            onChange={(value: string) => ofColumn(index, Number(value))}
            options={options}
          />
          <span className="s12 t3 nw">{t(`wizard.rules.unitFrom.${from}`)}</span>
          <span className="s12 t2 ell">
            {read === null
              ? t('wizard.rules.unitEmpty')
              : t('wizard.rules.unitReads', { shown, amount: moneyText(read, lang, 'exact') })}
          </span>
          {from === 'column' && (
            <button type="button" className="link s12" onClick={() => ofColumn(index, undefined)}>
              {t('wizard.rules.unitBack')}
            </button>
          )}
          {doubtful && <span className="s12 tone-mid">{t('wizard.rules.unitDoubtful')}</span>}
        </span>
      ))}
    </Rule>
  );
}
