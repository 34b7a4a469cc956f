import { IconInfoCircle } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useKept } from '../../app/store.ts';
import { inLang, problemWords, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Head } from '../../parts/pane.tsx';
import { AfterImport } from './after-import.tsx';
import { type Field, FieldLine } from './field-line.tsx';
import { Foot } from './foot.tsx';
import type { ImportState } from './import-state.ts';
import { withAnswer } from './mapping.ts';
import { toLookAt } from './previews.ts';
import { answerAt, goTo } from './queue.ts';
import { SheetSwitch } from './sheet-switch.tsx';
import { TemplateChoice } from './template-choice.tsx';
import { TemplateSave } from './template-save.tsx';

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
  const found = required.filter(({ id }) => facts.has(id) || mapping.some(({ field }) => field === id));
  const isUsed = ({ id, need }: Field) =>
    need !== 'no' || facts.has(id) || touched.includes(id) || mapping.some(({ field }) => field === id);
  // without a header nothing was recognised: every field has to be in reach
  const isBare = current.preview.headerRow === 0;
  const used = category.fields.filter((field) => isBare || isUsed(field));
  const unused = category.fields.filter((field) => !isBare && !isUsed(field));
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
            extra={
              <span className="row g8">
                <TemplateChoice sheet={current} />
                <SheetSwitch state={state} />
              </span>
            }
          />
          <div className="grow scroll">
            {isBare && <p className="note mid">{t('wizard.templates.letters')}</p>}
            <table className="g mapping">
              <colgroup>
                <col style={{ width: lang === 'en' ? 216 : 168 }} />
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
        aside={<TemplateSave sheet={current} />}
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
