import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { problemWords, useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { useFieldNames } from '../../parts/field-names.ts';
import { countText } from '../../parts/show.ts';
import { Answered, Empty } from '../../parts/states.tsx';
import { ProblemBulk } from './problem-bulk.tsx';
import { columnsOf, type ProblemRow, type Slot, type SlotCell, slots, useSlots } from './problem-columns.ts';
import { ProblemDetail } from './problem-detail.tsx';
import type { ProblemFilter, RowScope, Treatment } from './treatment.ts';

const kinds = ['rejected', 'warning', 'duplicate', 'left-out', 'corrected'] as const;
const kindChip = {
  rejected: 'chip high',
  warning: 'chip mid',
  duplicate: 'chip',
  'left-out': 'chip',
  corrected: 'chip ok',
} as const;
const areas = ['amount', 'number', 'date', 'time', 'direction', 'choice', 'identifier', 'value'] as const;

/**
 * Rows to look at: the bad cell outlined in its row, the reason in words, and at the right the ways out. The core counts and pages; a hundred
 * thousand rows scroll like ten.
 */
export function ProblemWork({
  scope,
  treatment,
  foot,
  start = {},
}: {
  scope: RowScope;
  treatment: Treatment;
  foot?: ReactNode;
  start?: ProblemFilter;
}) {
  const { t, lang } = useWords();
  const [filter, setFilter] = useState<ProblemFilter>(start);
  const [text, setText] = useState('');
  const [selected, setSelected] = useState<number>();
  const asked = text.trim() === '' ? filter : { ...filter, text: text.trim() };
  const list = useBlocks('import.rows', { ...scope, filter: asked });
  const slotsOf = useSlots();
  const nameOf = useFieldNames();
  const first = list.first;
  const at = selected === undefined ? 0 : Math.max(0, position(list, selected));
  const row = list.at(at);
  const cell = (slot: Slot) => (each: ProblemRow) =>
    (<SlotView cell={slotsOf(each, columnsOf(first?.sheets, each))[slot]} end={slot === 'amount'} />) as ReactNode;
  // said by a chip of its own and as the reason of every row: nothing else tells why these rows are listed
  const lacking =
    filter.lacks === undefined ? '' : t('checking.lacks', { field: fieldName(nameOf, first?.rows[0], filter.lacks) });
  const severalFiles = (first?.sheets.length ?? 0) > 1;

  const columns: Column<ProblemRow>[] = [
    {
      id: 'kind',
      head: t('checking.kind'),
      width: 80,
      cell: ({ kind }) => <span className={kindChip[kind]}>{t(`checking.kinds.${kind}`)}</span>,
    },
    {
      id: 'row',
      head: t('import.check.row'),
      width: 58,
      end: true,
      cell: (each) => (
        <span className="t3 num" title={`${each.file} › ${each.sheet}`}>
          {countText(each.row)}
        </span>
      ),
    },
    ...(severalFiles
      ? [
          {
            id: 'sheet',
            head: t('import.check.file'),
            width: 112,
            cell: (each: ProblemRow) => (
              <span className="ell t2" title={`${each.file} › ${each.sheet}`}>
                {each.file}
              </span>
            ),
          },
        ]
      : []),
    ...slots.map(
      (slot): Column<ProblemRow> => ({
        id: slot,
        head: t(`checking.slots.${slot}`),
        width: slotWidth[slot],
        end: slot === 'amount',
        cell: cell(slot),
      }),
    ),
    {
      id: 'reason',
      head: t('import.check.reason'),
      width: 'minmax(168px, 1fr)',
      cell: (each) => {
        const words = reasonOf(each, t, lang) || (filter.lacks === undefined ? '' : lacking);
        return (
          <span className="ell t2" title={words}>
            {words}
          </span>
        );
      },
    },
  ];

  const chip = (key: string, label: string, want: ProblemFilter) => (
    <Chip key={key} on={sameFilter(filter, want)} press={() => setFilter(want)} label={label} />
  );
  return (
    <div className="row g0 stretch grow">
      <section className="pane col grow">
        <div className="tool scroll-x" style={{ gap: 6, padding: '0 12px' }}>
          {chip('all', `${t('import.check.all')} ${countText(first?.all ?? 0)}`, {})}
          {lacking !== '' && chip('lacks', `${lacking} ${countText(first?.total ?? 0)}`, filter)}
          {kinds
            .filter((kind) => (first?.kinds[kind] ?? 0) > 0)
            .map((kind) =>
              chip(kind, `${t(`checking.kinds.${kind}`)} ${countText(first?.kinds[kind] ?? 0)}`, { kind }),
            )}
          <span className="tall-line" />
          {areas
            .filter((area) => (first?.areas[area] ?? 0) > 0)
            .map((area) => chip(area, `${t(`import.codes.${area}`)} ${countText(first?.areas[area] ?? 0)}`, { area }))}
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
          <Answered query={{ ...list, data: first }}>
            {({ all, total }) =>
              all === 0 && total === 0 ? (
                <Empty title={t('import.check.none')} note={t('import.check.noneNote')} />
              ) : (
                <DataGrid
                  label={t('import.check.title')}
                  columns={columns}
                  total={total}
                  at={list.at}
                  onShown={list.onShown}
                  keyOf={({ rowId }) => rowId}
                  heightOf={tall}
                  selected={row?.rowId ?? null}
                  onSelect={({ rowId }) => setSelected(rowId)}
                />
              )
            }
          </Answered>
        </div>
        {foot}
      </section>
      <aside className="pane col none scroll" style={{ width: 'min(372px, 34%)' }} aria-label={t('checking.ways')}>
        {row && (
          <ProblemDetail
            key={row.rowId}
            row={row}
            columns={columnsOf(first?.sheets, row)}
            scope={scope}
            treatment={treatment}
            at={at + 1}
            of={list.total}
          />
        )}
        {first && first.groups.length > 0 && (
          <ProblemBulk groups={first.groups} kinds={first.kinds} scope={scope} treatment={treatment} />
        )}
      </aside>
    </div>
  );
}

const tall = (): number => 32;

const sameFilter = (a: ProblemFilter, b: ProblemFilter): boolean =>
  a.kind === b.kind && a.area === b.area && a.code === b.code && a.lacks === b.lacks;

/** A day with its time is never cut; names and words give way first where the window is narrow. */
const slotWidth: Readonly<Record<(typeof slots)[number], number | string>> = {
  day: 172,
  amount: 128,
  party: 'minmax(104px, 176px)',
  words: 'minmax(64px, 120px)',
};

const fieldName = (nameOf: (field: string) => string, row: ProblemRow | undefined, field: string): string =>
  row ? (nameOf(`${row.category}.${field}`).split('·').at(-1) ?? field) : field;

/** Where a row is among those that are here already. */
function position(list: { total: number; at(index: number): ProblemRow | undefined }, rowId: number): number {
  for (let index = 0; index < list.total; index++) if (list.at(index)?.rowId === rowId) return index;
  return -1;
}

type T = ReturnType<typeof useWords>['t'];

/** Why the row is in the list: its problems, or the row it repeats, or that a person left it out. */
export function reasonOf(row: ProblemRow, t: T, lang: 'zh-CN' | 'en'): string {
  if (row.kind === 'duplicate' && row.repeats)
    return t(row.state === 'imported' ? 'checking.repeatsIn' : 'checking.repeats', {
      file: row.repeats.file,
      row: row.repeats.row,
    });
  if (row.kind === 'left-out') return t('checking.leftOut');
  if (row.kind === 'corrected')
    return row.corrected.map(({ original, value }) => `${original} → ${value}`).join(t('common.comma'));
  return row.problems
    .map((problem) => {
      const words = problemWords(problem, lang);
      if (!problem.header) return words;
      return t('import.check.quoted', { column: problem.header }) + (lang === 'en' ? ' ' : '') + words;
    })
    .join(' ');
}

function SlotView({ cell, end }: { cell: SlotCell | undefined; end: boolean }) {
  const { t } = useWords();
  if (!cell) return null;
  const text = cell.text === '' && cell.tone ? t('common.empty') : cell.text;
  const marked = cell.tone ? `bad-cell ${cell.tone}` : 'ell';
  return (
    <span
      className={`${marked}${end ? ' end' : ''}`}
      title={`${cell.header}${t('common.colon')}${cell.text}${cell.corrected === null ? '' : ` → ${cell.corrected}`}`}
    >
      <span className="ell">{cell.corrected ?? text}</span>
      {cell.corrected !== null && <span className="chip ok none">{t('checking.corrected')}</span>}
    </span>
  );
}

function Chip({ on, press, label }: { on: boolean; press: () => void; label: string }) {
  return (
    <button type="button" className={on ? 'chip on nw' : 'chip nw'} aria-pressed={on} onClick={press}>
      {label}
    </button>
  );
}
