import { Input, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { BoardWords } from '../../../shared/protocol/boards.requests.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { useShortcuts } from '../../app/keyboard.ts';
import { useSettings } from '../../app/settings.ts';
import { Status, StatusLine } from '../../app/status.tsx';
import { go, useKept } from '../../app/store.ts';
import { inLang, type Lang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { useRoom } from '../../parts/room.ts';
import { useSettled } from '../../parts/settled.ts';
import { Answered, Empty, FailedAnswer, Loading } from '../../parts/states.tsx';
import { BoardCellView, textWidth } from './board-cell.tsx';
import { BoardDetail } from './board-detail.tsx';

type Kind = BoardWords['columns'][number]['kind'];
export type BoardLine = Answer<'boards.read'>['rows'][number];

/** So many lines are shown; the status says of how many. The text narrows all of them. */
const SHOWN = 500;
const detailWidth = { narrow: 360, normal: 400, wide: 560 } as const;
/** What a cell keeps free at both sides of its text. */
const CELL_SIDES = 20;
/** px at least and, of names, at most before the rest is cut; how a column takes part in what is left over. English writes CNY before every amount. */
const widths = (lang: Lang): Record<Kind, { least: number; most?: number; grows: number }> => ({
  wide: { least: 140, most: 280, grows: 2 },
  name: { least: 120, most: 200, grows: 1 },
  text: { least: 104, most: 200, grows: 0 },
  period: { least: 212, grows: 0 },
  number: { least: lang === 'en' ? 108 : 86, grows: 0 },
  money: { least: lang === 'en' ? 132 : 104, grows: 0 },
  answer: { least: lang === 'en' ? 116 : 72, grows: 0 },
});

/** 比较: figures beside each other, every line opening its rows, its findings and its chart. */
export function BoardsWork({ showFinding }: { showFinding: (finding: number) => void }) {
  const query = useAnswer('boards.list', {});
  return <Answered query={query}>{({ boards }) => <Boards boards={boards} showFinding={showFinding} />}</Answered>;
}

function Boards({ boards, showFinding }: { boards: readonly BoardWords[]; showFinding: (finding: number) => void }) {
  const { t, lang } = useWords();
  const room = useRoom();
  const [wanted, setWanted] = useKept<string | null>('boards.board', null);
  const [text, setText] = useKept('boards.text', '');
  const [chosen, setChosen] = useState<string | null>(null);
  const settled = useSettled(text);
  const board = boards.find(({ id }) => id === wanted) ?? boards[0];
  const read = useAnswer(
    'boards.read',
    { board: board?.id ?? '', text: settled, limit: SHOWN },
    { enabled: board !== undefined, waits: true },
  );
  const lines = read.data?.rows ?? [];
  const line = lines.find(({ key }) => key === chosen) ?? lines[0];
  const at = line ? lines.indexOf(line) : -1;
  const move = (step: number) => () => setChosen(lines[at + step]?.key ?? line?.key ?? null);
  useShortcuts('here', [
    { keys: 'J', label: t('boards.keys.next'), run: move(1) },
    { keys: 'K', label: t('boards.keys.previous'), run: move(-1) },
    { keys: 'G', label: t('boards.keys.graph'), run: () => line && go('graph', { parties: line.parties }) },
  ]);
  const money = useSettings((store) => store.settings.money);
  const least = useMemo(() => {
    const widthOf = widths(lang);
    return (board?.columns ?? []).map(({ kind }, index) => {
      const { least: start, most = Number.POSITIVE_INFINITY } = widthOf[kind];
      const longest = Math.max(0, ...(read.data?.rows ?? []).map(({ cells }) => textWidth(cells[index], lang, money)));
      return Math.ceil(Math.max(start, Math.min(most, longest + CELL_SIDES)));
    });
  }, [board, read.data, lang, money]);
  if (!board) return null;
  const widthOf = widths(lang);
  const columns: Column<BoardLine>[] = board.columns.map(({ id, title, kind }, index) => ({
    id,
    head: (
      <span className="ell" title={inLang(title, lang)}>
        {inLang(title, lang)}
      </span>
    ),
    width: widthOf[kind].grows > 0 ? `minmax(${least[index]}px, ${widthOf[kind].grows}fr)` : least[index]!,
    end: kind === 'number' || kind === 'money',
    cell: ({ cells }) => <BoardCellView cell={cells[index]} />,
  }));
  return (
    <div className="row g0 stretch grow">
      <section className="pane col grow">
        <div className="tool" style={{ gap: 8, padding: '0 12px', borderBottomColor: 'var(--hair)' }}>
          <div style={{ minWidth: 0, overflowX: 'auto', flex: '0 1 auto' }}>
            <Segmented
              size="small"
              aria-label={t('boards.choose')}
              value={board.id}
              onChange={(id) => {
                setWanted(id);
                setChosen(null);
              }}
              options={boards.map(({ id, title }) => ({ value: id, label: inLang(title, lang) }))}
            />
          </div>
          <span className="grow" />
          <Input
            size="small"
            allowClear
            aria-label={t('boards.filter')}
            placeholder={t('boards.filter')}
            style={{ width: room === 'narrow' ? 128 : 168, flex: 'none' }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <div className="sec none s12" style={{ padding: '6px 12px' }}>
          <span className="b">{inLang(board.question, lang)}</span>{' '}
          <span className="t3">{inLang(board.method, lang)}</span>
        </div>
        <div className="grow">
          {read.isError && <FailedAnswer error={read.error} retry={() => void read.refetch()} />}
          {!read.isError && read.data === undefined && <Loading />}
          {read.data && read.data.lacks.length > 0 && (
            <Empty
              title={t('boards.lacks')}
              note={read.data.lacks.map((words) => inLang(words, lang)).join(t('common.listSeparator'))}
            />
          )}
          {read.data && read.data.lacks.length === 0 && read.data.total === 0 && (
            <Empty title={t(read.data.all === 0 ? 'boards.none' : 'boards.noneFits')} />
          )}
          {lines.length > 0 && (
            <DataGrid<BoardLine>
              label={inLang(board.title, lang)}
              columns={columns}
              leastWidth={least.reduce((sum, each) => sum + each, 0)}
              total={lines.length}
              at={(index) => lines[index]}
              keyOf={({ key }) => key}
              selected={line?.key ?? null}
              selectedAt={at}
              onSelect={({ key }) => setChosen(key)}
              onOpen={({ parties }) => go('graph', { parties })}
            />
          )}
        </div>
      </section>
      <aside className="pane col none" style={{ width: detailWidth[room] }} aria-label={t('boards.detail')}>
        {line ? (
          <BoardDetail key={line.key} board={board} line={line} showFinding={showFinding} />
        ) : (
          read.data && <Empty title={t('boards.pick')} />
        )}
      </aside>
      <Status>
        {read.data && (
          <span>
            {t('boards.shown', { count: lines.length, total: read.data.total })}
            {read.data.total < read.data.all && ` · ${t('boards.ofAll', { count: read.data.all })}`}
          </span>
        )}
        <StatusLine />
        <span>{t('boards.marked')}</span>
        <span className="grow" />
        <span>{t('boards.keysLine')}</span>
      </Status>
    </div>
  );
}
