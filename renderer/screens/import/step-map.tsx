import { IconAlertTriangle, IconArrowLeft, IconInfoCircle } from '@tabler/icons-react';
import { Select } from 'antd';
import { useRef, useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { useKept } from '../../app/store.ts';
import { inLang, problemWords, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Required } from '../../parts/form.tsx';
import { Head, Meter } from '../../parts/pane.tsx';
import { AfterImport } from './after-import.tsx';
import { Foot } from './foot.tsx';
import type { ImportState } from './import-state.ts';
import { type Mapping, mapColumn, withAnswer } from './mapping.ts';
import { type SheetState, toLookAt } from './previews.ts';
import { answerAt, goTo } from './queue.ts';
import { SheetSwitch } from './sheet-switch.tsx';

type Field = Answer<'import.fields'>['categories'][number]['fields'][number];

/** 字段对应: each field of the case with the column it comes from, how sure that is, and real values. */
export function StepMap({ state }: { state: ImportState }) {
  const { t, lang } = useWords();
  const fields = useAnswer('import.fields', {});
  const body = useRef<HTMLTableSectionElement>(null);
  // a field whose column was just taken away stays in sight
  const [touched, setTouched] = useState<readonly string[]>([]);
  const [showsAll, setShowsAll] = useKept('import.showsAll', false);
  const { current } = state;
  const category = fields.data?.categories.find(({ id }) => id === current?.preview.category);
  if (!current || !category) return null;
  const mapping = withAnswer(current.preview.mapping, answerAt(state.answers, current));
  const facts = new Set(current.preview.facts.map(({ field }) => field));
  const required = category.fields.filter(({ need }) => need === 'yes');
  const found = required.filter(
    ({ id }) => facts.has(id) || touched.includes(id) || mapping.some(({ field }) => field === id),
  );
  const isUsed = ({ id, need }: Field) => need !== 'no' || facts.has(id) || mapping.some(({ field }) => field === id);
  const used = category.fields.filter(isUsed);
  const unused = category.fields.filter((field) => !isUsed(field));
  const unsure = toLookAt({ ...current.preview, mapping });
  const extra = mapping.filter(({ field }) => field === null);
  const stopped = state.sheets.find(({ preview }) => preview.problems.length > 0);
  const stop = stopped?.preview.problems[0];
  const showUnsure = () => body.current?.querySelector<HTMLElement>('tr[data-unsure] input')?.focus();

  return (
    <>
      <div className="row g0 stretch grow">
        <section className="pane col grow">
          <Head
            title={t('import.map.title')}
            sub={
              <>
                {t('import.map.matched', { n: mapping.length - extra.length, total: mapping.length })}
                {t('common.comma')}
                {unsure.length > 0 ? (
                  <button type="button" className="plain tone-mid" onClick={showUnsure}>
                    {t('import.map.look', { count: unsure.length })}
                  </button>
                ) : (
                  t('import.map.allGood')
                )}
              </>
            }
            extra={<SheetSwitch state={state} />}
          />
          <div className="grow scroll">
            <table className="g mapping">
              <colgroup>
                <col style={{ width: 168 }} />
                <col style={{ width: 26 }} />
                <col style={{ width: 200 }} />
                <col style={{ width: 70 }} />
                <col />
                <col style={{ width: 124 }} />
              </colgroup>
              <thead>
                <tr>
                  <th>{t('import.map.field')}</th>
                  <th>
                    <span className="unseen">←</span>
                  </th>
                  <th>{t('import.map.column')}</th>
                  <th>{t('import.sheet.confidence')}</th>
                  <th>{t('import.map.values')}</th>
                  <th>{t('import.map.filled')}</th>
                </tr>
              </thead>
              <tbody ref={body}>
                {[...used, ...(showsAll ? unused : [])].map((field) => (
                  <FieldLine
                    key={field.id}
                    field={field}
                    sheet={current}
                    mapping={mapping}
                    state={state}
                    touch={() => setTouched([...touched, field.id])}
                  />
                ))}
              </tbody>
            </table>
            {unused.length > 0 && (
              <p className="pad s12 t2 row g6">
                <IconInfoCircle size={15} stroke={1.5} className="none" aria-hidden />
                <span>
                  {t('import.map.unused', {
                    count: unused.length,
                    names: unused
                      .slice(0, 8)
                      .map(({ label }) => inLang(label, lang))
                      .join(t('common.listSeparator')),
                  })}
                </span>
                <button type="button" className="link" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
                  {t(showsAll ? 'import.map.fold' : 'import.map.unfold')}
                </button>
              </p>
            )}
            {extra.length > 0 && (
              <p className="pad s12 t2 row g6 top">
                <IconInfoCircle size={15} stroke={1.5} className="none" aria-hidden />
                <span>
                  {t('import.map.extra', {
                    count: extra.length,
                    names: extra.map(({ header }) => header).join(t('common.listSeparator')),
                  })}
                </span>
              </p>
            )}
          </div>
        </section>
        <aside className="pane col none" style={{ width: 'min(380px, 34%)' }}>
          <AfterImport sheet={current} state={state} />
        </aside>
      </div>
      <Foot
        step="map"
        blocked={stop !== undefined || state.isReading}
        remark={
          stop ? (
            <span className="tone-mid">{problemWords(stop, lang)}</span>
          ) : (
            t(required.length > 0 ? 'import.map.required' : 'import.map.complete', {
              n: found.length,
              total: required.length,
            })
          )
        }
        next={{ label: `${t('common.next')}${t('common.colon')}${t('import.steps.rules')}`, run: () => goTo('rules') }}
      />
    </>
  );
}

function FieldLine({
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
          options={mapping.map((each) => ({ value: each.index, label: each.header }))}
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
  const values = column.samples
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
