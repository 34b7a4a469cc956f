import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { problemWords, useWords } from '../../app/words.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { useFieldNames } from '../../parts/field-names.ts';
import { Money } from '../../parts/money.tsx';
import { Head } from '../../parts/pane.tsx';
import { countText } from '../../parts/show.ts';
import { Empty, TooMany } from '../../parts/states.tsx';
import { sheetsOf } from './counts.ts';
import { ProblemDetail } from './problem-detail.tsx';
import { areaOf, areas, countBy, type Line, linesOf } from './problem-lines.ts';
import type { ImportReport } from './queue.ts';

/** Rows with problems: which cell, what was read in it, why it cannot be used, and where that can be explained. */
export function CheckProblems({ report }: { report: ImportReport }) {
  const { t, lang } = useWords();
  const nameOf = useFieldNames();
  const [filter, setFilter] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [selected, setSelected] = useState<number>();
  const all = useMemo(() => linesOf(report), [report]);
  const total = sheetsOf(report).reduce((sum, sheet) => sum + sheet.problemsTotal, 0);
  const kinds = useMemo(() => countBy(all), [all]);
  const listed = all.filter(
    (line) =>
      (filter === null || filter === areaOf(line.code) || filter === (line.rejects ? 'rejects' : 'warning')) &&
      (text === '' || `${line.sheet} ${line.column} ${line.seen} ${line.row}`.includes(text)),
  );
  const line = listed.find(({ key }) => key === selected) ?? listed[0];

  const severalFiles = report.files.length > 1;

  const columns: Column<Line>[] = [
    {
      id: 'result',
      head: t('import.check.result'),
      width: 108,
      cell: ({ rejects }) => (
        <span className={rejects ? 'chip high' : 'chip mid'}>
          {t(rejects ? 'import.check.rejects' : 'import.check.warning')}
        </span>
      ),
    },
    {
      id: 'sheet',
      head: t(severalFiles ? 'import.check.file' : 'import.sheet.sheet'),
      width: severalFiles ? 190 : 120,
      cell: ({ sheet, file }) => (
        <span className="ell t2" title={`${file} › ${sheet}`}>
          {severalFiles ? file : sheet}
        </span>
      ),
    },
    {
      id: 'row',
      head: t('import.check.row'),
      width: 72,
      end: true,
      cell: ({ row }) => <span className="t3">{countText(row)}</span>,
    },
    {
      id: 'column',
      head: t('import.check.column'),
      width: 130,
      cell: ({ column }) => (
        <span className="ell" title={column}>
          {column}
        </span>
      ),
    },
    {
      id: 'seen',
      head: t('import.check.seen'),
      width: 180,
      cell: ({ seen, rejects }) => (
        <span className={rejects ? 'bad-cell high' : 'bad-cell mid'} title={seen}>
          {seen === '' ? t('common.empty') : seen}
        </span>
      ),
    },
    {
      id: 'reason',
      head: t('import.check.reason'),
      width: 'minmax(200px, 1fr)',
      cell: (each) => {
        const words = problemWords(each, lang);
        return (
          <span className="ell t2" title={words}>
            {words}
          </span>
        );
      },
    },
  ];

  return (
    <div className="row g0 stretch grow">
      <section className="pane col grow">
        <div className="tool" style={{ gap: 6, padding: '0 12px' }}>
          <Chip
            on={filter === null}
            press={() => setFilter(null)}
            label={`${t('import.check.all')} ${countText(all.length)}`}
          />
          {(['rejects', 'warning'] as const).map(
            (kind) =>
              (kinds.get(kind) ?? 0) > 0 && (
                <Chip
                  key={kind}
                  on={filter === kind}
                  press={() => setFilter(kind)}
                  label={`${t(`import.check.${kind}`)} ${countText(kinds.get(kind) ?? 0)}`}
                />
              ),
          )}
          <span className="tall-line" />
          {areas
            .filter((area) => kinds.has(area))
            .map((area) => (
              <Chip
                key={area}
                on={filter === area}
                press={() => setFilter(area)}
                label={`${t(`import.codes.${area}`)} ${countText(kinds.get(area) ?? 0)}`}
              />
            ))}
          <span className="grow" />
          <Input
            size="small"
            allowClear
            style={{ width: 150, flex: 'none' }}
            aria-label={t('audit.filter')}
            placeholder={t('audit.filter')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <div className="grow">
          {all.length === 0 ? (
            <Empty title={t('import.check.none')} note={t('import.check.noneNote')} />
          ) : (
            <DataGrid
              label={t('import.check.title')}
              columns={columns}
              total={listed.length}
              at={(index) => listed[index]}
              keyOf={({ key }) => key}
              heightOf={() => 32}
              selected={line?.key ?? null}
              onSelect={({ key }) => setSelected(key)}
            />
          )}
        </div>
        <TooMany shown={all.length} total={total} />
      </section>
      <aside className="pane col none scroll" style={{ width: 'min(372px, 34%)' }}>
        {line && (
          <ProblemDetail
            line={line}
            same={all.filter(({ code }) => code === line.code).length}
            at={listed.indexOf(line) + 1}
            of={listed.length}
          />
        )}
        <Head title={t('import.check.sums')} sub={t('import.check.sumsNote')} />
        <div className="sec">
          {sheetsOf(report)
            .filter(({ file, sheet }) => !line || (file === line.file && sheet === line.sheet))
            .map((sheet) => (
              <dl key={`${sheet.file} ${sheet.sheet}`} className="kv" style={{ marginBottom: 6 }}>
                <dt className="b ell" title={`${sheet.file} › ${sheet.sheet}`}>
                  {sheet.sheet}
                </dt>
                <dd className="num t3">{t('common.rows', { count: sheet.rows.imported })}</dd>
                {Object.entries(sheet.sums).map(([field, sum]) => (
                  <div key={field} style={{ display: 'contents' }}>
                    <dt>{nameOf(`${sheet.category}.${field}`).split('·').at(-1)}</dt>
                    <dd className="num">
                      <Money fen={Number(sum)} exact />
                    </dd>
                  </div>
                ))}
              </dl>
            ))}
        </div>
      </aside>
    </div>
  );
}

function Chip({ on, press, label }: { on: boolean; press: () => void; label: string }) {
  return (
    <button type="button" className={on ? 'chip on' : 'chip'} aria-pressed={on} onClick={press}>
      {label}
    </button>
  );
}
