import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { inLang, useWords } from '../../app/words.ts';
import { AbsentKinds } from '../../parts/absent-kinds.tsx';
import { Head } from '../../parts/pane.tsx';

type Board = Answer<'quality.read'>;
type Category = Board['categories'][number];

/** Categories by months: filled where there are rows, dashed where there are none; categories without any data stay in the table. */
export function QualityMonths({ board }: { board: Board }) {
  const { t, lang } = useWords();
  const { months, monthsTotal, categories } = board;
  return (
    <>
      <Head
        title={t('quality.coverage')}
        sub={
          months.length > 0 &&
          `${months[0]} – ${months.at(-1)}${monthsTotal > months.length ? ` ${t('quality.monthsOf', { n: months.length, total: monthsTotal })}` : ''}`
        }
        extra={
          <span className="row g12 s12 t2">
            <span className="row g4">
              <i className="month has" /> {t('overview.coverage.has')}
            </span>
            <span className="row g4">
              <i className="month" /> {t('overview.coverage.lacks')}
            </span>
          </span>
        }
      />
      <div style={{ padding: '5px 12px' }}>
        {categories
          .filter(({ rows }) => rows > 0)
          .map((category) => (
            <CategoryLines key={category.id} category={category} months={months} />
          ))}
        <AbsentKinds kinds={categories.filter(({ rows }) => rows === 0).map(({ title }) => inLang(title, lang))} />
      </div>
    </>
  );
}

function CategoryLines({ category, months }: { category: Category; months: readonly string[] }) {
  const { t, lang } = useWords();
  const isDated = category.kinds.some(({ dated }) => dated);
  const missing = isDated ? months.filter((month) => !category.months[month]) : [];
  const details = category.kinds
    .map((kind) => {
      const span = kind.first && kind.last ? ` ${kind.first} – ${kind.last}` : '';
      return `${inLang(kind.title, lang)}${t('common.colon')}${t('common.rows', { count: kind.rows })}${span}`;
    })
    .join('\n');
  return (
    <div className="quality-line" title={details}>
      <span className="row g6">
        <span className="ell">{inLang(category.title, lang)}</span>
        <span className={category.basis === 'document' ? 'chip low none' : 'chip none'}>
          {t(`quality.basis.${category.basis}`)}
        </span>
      </span>
      <span className="num t2">{t('quality.rowsFiles', { rows: category.rows, files: category.files })}</span>
      <span className="months" style={{ gridTemplateColumns: `repeat(${Math.max(1, months.length)}, minmax(0, 1fr))` }}>
        {isDated &&
          months.map((month) => (
            <i
              key={month}
              className={`month${category.months[month] ? ' has' : ''}${month.endsWith('-01') ? ' first' : ''}`}
              title={t('overview.coverage.cell', { month, rows: category.months[month] ?? 0 })}
            />
          ))}
      </span>
      {missing.length === 0 ? (
        <span className="s12 nw row g4 t2">
          <IconCheck size={14} stroke={2} color="var(--ok)" aria-hidden />
          {t(isDated ? 'overview.coverage.complete' : 'overview.coverage.register')}
        </span>
      ) : (
        <span className="s12 nw row g4 tone-mid" title={missing.join(' ')}>
          <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
          {t('overview.coverage.missingMany', { count: missing.length })}
        </span>
      )}
    </div>
  );
}
