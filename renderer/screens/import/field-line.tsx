import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { Select } from 'antd';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { inLang, useWords } from '../../app/words.ts';
import { Required } from '../../parts/form.tsx';
import { Meter } from '../../parts/pane.tsx';
import type { ImportState } from './import-state.ts';
import { type Mapping, mapColumn } from './mapping.ts';
import { type SheetState, toLookAt } from './previews.ts';
import { answerAt } from './queue.ts';

export type Field = Answer<'import.fields'>['categories'][number]['fields'][number];

/** One field of the case: the column it comes from, how sure that is, the first real values, how many rows have one. */
export function FieldLine({
  field,
  sheet,
  mapping,
  state,
  touch,
}: {
  field: Field;
  sheet: SheetState;
  mapping: Mapping;
  state: ImportState;
  touch: () => void;
}) {
  const { t, lang } = useWords();
  const column = mapping.find((each) => each.field === field.id);
  const fact = sheet.preview.facts.find((each) => each.field === field.id);
  const unsure = column !== undefined && toLookAt({ ...sheet.preview, mapping: [column] }).length > 0;
  const isBare = sheet.preview.headerRow === 0;
  const label = inLang(field.label, lang);
  const from = fact && t(`import.sheet.factFrom.${fact.from}`);
  return (
    <tr data-unsure={unsure || undefined}>
      <td title={label}>
        <span className="b">{label}</span>
        {field.need === 'yes' && <Required />}
        {field.need === 'cond' && !column && !fact && <span className="t3 s12"> {t('import.map.conditional')}</span>}
      </td>
      <td style={{ padding: 0 }}>
        <IconArrowLeft size={15} stroke={1.5} color={column || fact ? 'var(--text3)' : 'var(--line)'} aria-hidden />
      </td>
      <td>
        <Select
          style={{ width: '100%' }}
          aria-label={`${label} ${t('import.map.column')}`}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={from ? t('import.map.fromFact', { from }) : t('import.map.notImported')}
          value={column?.index ?? null}
          onChange={(index: number | undefined) => {
            touch();
            mapColumn(sheet, mapping, field.id, index ?? null, answerAt(state.answers, sheet));
          }}
          options={mapping.map((each) => ({
            value: each.index,
            label: isBare ? `${each.header}　${each.samples[0] ?? ''}` : each.header,
          }))}
        />
      </td>
      <td>
        {column && column.confidence !== 'none' && (
          <span className={`chip ${{ high: '', medium: 'low', low: 'mid' }[column.confidence]}`}>
            {t(`import.confidence.${column.confidence}`)}
          </span>
        )}
      </td>
      <td className="t2 mono s12">
        <Values column={column} fact={fact?.value} />
      </td>
      <td>
        {column && (
          <span className="row">
            <span className="grow">
              <Meter share={column.filled} tone={column.filled < 0.95 ? 'var(--midFill)' : 'var(--accent)'} />
            </span>
            <span className="num s12 t2" style={{ width: 44 }}>
              {percent(column.filled)}
            </span>
          </span>
        )}
      </td>
    </tr>
  );
}

function Values({ column, fact }: { column: Mapping[number] | undefined; fact: string | undefined }) {
  const { t } = useWords();
  if (!column) return fact === undefined ? <span className="t3">{t('import.map.noColumn')}</span> : fact;
  const values = (column.unreadable > 0 ? column.unread : column.samples)
    .slice(0, 3)
    .map((sample) => (sample === '' ? t('common.empty') : sample))
    .join('　');
  const uncertain = column.confidence === 'low';
  if (column.unreadable === 0 && !uncertain) return values;
  return (
    <span className="row g6 tone-mid" title={values}>
      <IconAlertTriangle size={15} stroke={1.5} className="none" aria-hidden />
      <span className="ell">
        {column.unreadable > 0 ? t('import.map.unreadable', { count: column.unreadable }) : t('import.map.uncertain')}{' '}
        {values}
      </span>
    </span>
  );
}

const percent = (share: number): string => (share === 1 ? '100%' : `${(Math.floor(share * 1000) / 10).toFixed(1)}%`);
