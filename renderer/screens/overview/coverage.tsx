import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Button } from 'antd';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { AbsentKinds } from '../../parts/absent-kinds.tsx';
import { Head } from '../../parts/pane.tsx';
import { Empty } from '../../parts/states.tsx';
import type { OverviewData } from './data.ts';

type Category = OverviewData['coverage'][number];

/** Which months each kind of data covers. A dashed cell is a month without rows: it is shown, never skipped. */
export function Coverage({ data }: { data: OverviewData }) {
  const { t, lang } = useWords();
  const { months } = data;
  const present = data.coverage.filter(({ rows }) => rows > 0);
  const first = months[0];
  const last = months.at(-1);
  return (
    <>
      <Head
        title={t('overview.coverage.title')}
        sub={first && last && t('overview.coverage.sub', { from: first, to: last })}
        extra={
          <span className="row g12 s12 t2">
            <span className="row g4">
              <i className="month has" /> {t('overview.coverage.has')}
            </span>
            <span className="row g4">
              <i className="month" /> {t('overview.coverage.lacks')}
            </span>
            <Button size="small" onClick={() => go('import', {})}>
              {t('overview.coverage.import')}
            </Button>
          </span>
        }
      />
      <section
        className="grow scroll"
        style={{ padding: '5px 12px' }}
        aria-label={t('overview.coverage.title')}
        tabIndex={0}
      >
        {present.length === 0 ? (
          <Empty title={t('overview.coverage.none')} note={t('overview.coverage.noneNote')} />
        ) : (
          present.map((category) => <CategoryLine key={category.category} category={category} months={months} />)
        )}
        <AbsentKinds kinds={data.coverage.filter(({ rows }) => rows === 0).map(({ title }) => inLang(title, lang))} />
      </section>
    </>
  );
}

function CategoryLine({ category, months }: { category: Category; months: readonly string[] }) {
  const { t, lang } = useWords();
  const missing = months.filter((month) => !category.months[month]);
  return (
    <div className="coverage-line">
      <span className="ell" title={inLang(category.title, lang)}>
        {inLang(category.title, lang)}
      </span>
      <span className="num t2">{t('common.rows', { count: category.rows })}</span>
      <span className="months" style={{ gridTemplateColumns: `repeat(${Math.max(1, months.length)}, minmax(0, 1fr))` }}>
        {category.dated &&
          months.map((month) => (
            <i
              key={month}
              className={`month${category.months[month] ? ' has' : ''}${month.endsWith('-01') ? ' first' : ''}`}
              title={t('overview.coverage.cell', { month, rows: category.months[month] ?? 0 })}
            />
          ))}
      </span>
      <Verdict category={category} missing={missing} total={months.length} />
    </div>
  );
}

function Verdict({ category, missing, total }: { category: Category; missing: readonly string[]; total: number }) {
  const { t } = useWords();
  if (!category.dated || missing.length === 0) {
    return (
      <span className="s12 nw row g4 t2">
        <IconCheck size={14} stroke={2} color="var(--ok)" aria-hidden />
        {t(category.dated ? 'overview.coverage.complete' : 'overview.coverage.register')}
      </span>
    );
  }
  const words =
    missing.length <= 2 && total > 2
      ? t('overview.coverage.missing', { months: shortMonths(missing).join(t('common.listSeparator')) })
      : t('overview.coverage.missingMany', { count: missing.length });
  return (
    <span className="s12 nw row g4 tone-mid" title={missing.join(' ')}>
      <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
      {words}
    </span>
  );
}

/** 2025-06, 2025-07 → 2025-06, 07 */
const shortMonths = (months: readonly string[]): string[] =>
  months.map((month, index) => (months[index - 1]?.slice(0, 4) === month.slice(0, 4) ? month.slice(5) : month));
