import { IconArrowLeft, IconChevronDown, IconChevronUp, IconFileSpreadsheet } from '@tabler/icons-react';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useShortcuts } from '../../app/keyboard.ts';
import { Status, StatusLine } from '../../app/status.tsx';
import type { PlaceParams } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { ByHand } from '../../parts/by-hand.tsx';
import { useFieldNames } from '../../parts/field-names.ts';
import { useRoom } from '../../parts/room.ts';
import { Answered } from '../../parts/states.tsx';
import { CellBar } from './cell-bar.tsx';
import { shownColumns } from './column-widths.ts';
import { leaveSource } from './leave.ts';
import { SourceGrid } from './source-grid.tsx';
import { type SourceRow, type SourceView, useSourceRows } from './source-rows.ts';
import { SourceSide } from './source-side.tsx';

interface At {
  readonly rowId: number;
  readonly field: string | null;
}

/** 来源视图: from any figure to the cell it was read from, in the sheet as it stands. */
export function SourceScreen({ params }: { params: PlaceParams['source'] }) {
  const [at, setAt] = useState<At>({ rowId: params.rowId, field: params.field ?? null });
  const { t } = useWords();
  const view = useAnswer('source.read', at, { keep: true });
  useShortcuts('here', [{ keys: 'Escape', label: t('source.keys.back'), run: leaveSource }]);
  return (
    <Answered query={view}>
      {(shown) => <Sheet key={shown.sheetId} view={shown} at={at} finding={params.finding} look={setAt} />}
    </Answered>
  );
}

function Sheet({
  view,
  at,
  finding: findingId,
  look,
}: {
  view: SourceView;
  at: At;
  finding: number | undefined;
  look: (at: At) => void;
}) {
  const { t, lang } = useWords();
  const room = useRoom();
  const { copy } = useAsk();
  const nameOf = useFieldNames();
  const rows = useSourceRows(view);
  // widths stay while one looks at other cells of the sheet
  const [columns] = useState(() => shownColumns(view));
  const [jump, setJump] = useState<number | null>(null);
  const [jumped, setJumped] = useState<{ readonly from: number; readonly to: number } | null>(null);

  const finding = useAnswer('finding.read', { id: findingId ?? 1 }, { enabled: findingId !== undefined });
  // each cited cell is a place of its own here, also where a row has several
  const citations = (finding.data?.evidence ?? []).flatMap(({ source, also }) => [
    source,
    ...also.map((cell) => cell.source),
  ]);
  const position = citations.findIndex(({ rowId, field }) => rowId === at.rowId && field === at.field);
  const step = (by: 1 | -1) => () => {
    const next = citations[(Math.max(position, by === 1 ? -1 : 0) + by + citations.length) % citations.length];
    if (next) look({ rowId: next.rowId, field: next.field });
  };
  const columnOfField = new Map(view.columns.map(({ field, index }) => [field, index]));
  const mates = new Set(citations.map(({ rowId, field }) => `${rowId} ${columnOfField.get(field)}`));
  const address = view.cell?.address ?? String(view.row);
  const copyCitation = () =>
    copy(
      'text',
      t('source.citation', {
        file: view.file,
        sheet: view.sheet,
        cell: address,
        shown: view.cell?.shown ?? '',
        sha: view.sha256,
      }),
    );
  useShortcuts('here', [
    { keys: 'F3', label: t('source.next'), run: step(1) },
    { keys: 'Shift+F3', label: t('source.previous'), run: step(-1) },
    { keys: 'C', label: t('source.keys.copy'), run: () => void copyCitation() },
  ]);
  return (
    <div className="col full">
      <div className="head tall">
        <Button size="small" icon={<IconArrowLeft size={15} stroke={1.5} />} title="Esc" onClick={leaveSource}>
          {finding.data ? t('source.backTo', { where: finding.data.number }) : t('source.back')}
        </Button>
        <span className="tall-line" />
        <IconFileSpreadsheet size={18} stroke={1.5} color="var(--text2)" className="none" aria-hidden />
        <h1 className="b ell" title={view.file}>
          {view.file}
        </h1>
        <span className="t3 ell none">{view.sheet}</span>
        <span className="chip">{view.manual ? inLang(view.manual.title, lang) : nameOf(view.category)}</span>
        {view.manual && <ByHand />}
        <span className="grow" />
        {citations.length > 0 && (
          <>
            <span className="t2 s12 nw">
              {position === -1
                ? t('source.stepsNone', { total: citations.length })
                : t('source.steps', { n: position + 1, total: citations.length })}
            </span>
            <Button
              size="small"
              aria-label={t('source.previous')}
              title={`${t('source.previous')}  Shift F3`}
              icon={<IconChevronUp size={15} stroke={1.5} />}
              onClick={step(-1)}
            />
            <Button
              size="small"
              aria-label={t('source.next')}
              title={`${t('source.next')}  F3`}
              icon={<IconChevronDown size={15} stroke={1.5} />}
              onClick={step(1)}
            />
          </>
        )}
        <Button size="small" type="primary" onClick={() => void copyCitation()}>
          {t('source.copy')}
        </Button>
      </div>
      <div className="row g0 stretch grow">
        <section className="pane col grow">
          <CellBar view={view}>
            <InputNumber
              size="small"
              min={1}
              max={rows.last}
              controls={false}
              style={{ width: 88 }}
              aria-label={t('source.jump')}
              placeholder={t('source.jump')}
              value={jump}
              onChange={setJump}
              onPressEnter={() => jump !== null && setJumped({ from: view.row, to: jump })}
            />
          </CellBar>
          <div className="grow clip">
            <SourceGrid
              label={t('source.grid', { file: view.file, sheet: view.sheet })}
              columns={columns}
              headerRow={view.headerRow}
              rows={rows}
              row={jumped?.from === view.row ? jumped.to : view.row}
              marks={{
                row: view.row,
                column: view.marked,
                isCited: (row: SourceRow, column: number) =>
                  findingId === undefined ? row.cited.includes(column) : mates.has(`${row.rowId} ${column}`),
              }}
              onPick={(rowId, field) => look({ rowId, field })}
            />
          </div>
        </section>
        <SourceSide view={view} rowId={at.rowId} width={room === 'wide' ? 380 : room === 'narrow' ? 290 : 316} />
      </div>
      <Status>
        <span>{t('source.status.readOnly')}</span>
        <StatusLine />
        <span>
          {view.sheet}
          <b>!{address}</b>
        </span>
        <StatusLine />
        <span>{t('source.status.rows', { count: view.rowsTotal })}</span>
        <span className="grow" />
        <span>{t('source.status.keys')}</span>
      </Status>
    </div>
  );
}
