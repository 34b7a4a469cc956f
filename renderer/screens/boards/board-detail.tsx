import { IconTopologyStar3 } from '@tabler/icons-react';
import { Button } from 'antd';
import { useState } from 'react';
import { fen as asFen, exactYuan } from '../../../shared/evidence/money.ts';
import type { BoardWords } from '../../../shared/protocol/boards.requests.ts';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Day } from '../../parts/money.tsx';
import { SourceLink } from '../../parts/source-link.tsx';
import { Answered } from '../../parts/states.tsx';
import { useModels } from '../findings/models.ts';
import { BoardCellView } from './board-cell.tsx';
import { BoardLayers } from './board-layers.tsx';
import type { BoardLine } from './boards-work.tsx';

/** One line of a board: its figures with their names, the findings about the same parties, and the rows it was made from. */
export function BoardDetail({
  board,
  line,
  showFinding,
}: {
  board: BoardWords;
  line: BoardLine;
  showFinding: (finding: number) => void;
}) {
  const { t, lang } = useWords();
  const { titleOf } = useModels();
  const { cells, parties, findings } = line;
  const [figure, setFigure] = useState<string | null>(null);
  const column = board.columns.find(({ id }) => id === figure);
  const { rows, cited } = (figure === null ? undefined : line.behind[figure]) ?? line;
  const query = useAnswer('boards.rows', { cited });
  return (
    <>
      <div className="sec none row" style={{ padding: '8px 16px' }}>
        <h2 className="h3">{inLang(board.title, lang)}</h2>
        <span className="grow" />
        <Button
          size="small"
          icon={<IconTopologyStar3 size={15} stroke={1.5} />}
          onClick={() => go('graph', { parties })}
        >
          {t('findings.graph')} <span className="t3">G</span>
        </Button>
      </div>
      <div className="grow scroll">
        {board.layers && <BoardLayers board={board} layers={board.layers} line={line} show={setFigure} />}
        <section className="sec" style={{ padding: '8px 16px 10px' }}>
          <dl className="col g4" style={{ margin: 0 }}>
            {board.columns.map(({ id, title }, index) => (
              <div key={id} className="row top g12">
                <dt className="t3 s12 none" style={{ width: 128 }}>
                  {inLang(title, lang)}
                </dt>
                <dd style={{ margin: 0, minWidth: 0, flex: 1, overflowWrap: 'anywhere' }}>
                  <BoardCellView cell={cells[index]} whole />
                </dd>
                {(line.behind[id]?.rows ?? 0) > 0 && (
                  <button
                    type="button"
                    className="link s12 none"
                    aria-pressed={figure === id}
                    aria-label={t('boards.rowsOf', { column: inLang(title, lang) })}
                    onClick={() => setFigure(figure === id ? null : id)}
                  >
                    {t('boards.rowsCount', { count: line.behind[id]!.rows })}
                  </button>
                )}
              </div>
            ))}
          </dl>
        </section>
        <section className="sec" style={{ padding: '8px 16px 10px' }}>
          <h2 className="h3">{t('boards.findings', { count: findings.length })}</h2>
          <div className="row wrap g6" style={{ marginTop: 4 }}>
            {findings.length === 0 && <span className="s12 t3">{t('boards.noFindings')}</span>}
            {findings.map(({ id, number, model }) => (
              <button
                key={id}
                type="button"
                className="chip"
                style={{ maxWidth: '100%' }}
                title={titleOf(model)}
                onClick={() => showFinding(id)}
              >
                <span className="mono none">{number}</span>
                <span className="ell">{titleOf(model)}</span>
              </button>
            ))}
          </div>
        </section>
        <section className="sec" style={{ padding: '8px 0 10px' }}>
          <div className="row" style={{ padding: '0 16px', marginBottom: 4 }}>
            <h2 className="h3">{t('boards.rows', { count: rows })}</h2>
            {column && (
              <button type="button" className="chip" onClick={() => setFigure(null)}>
                {inLang(column.title, lang)} ×
              </button>
            )}
            {cited.length < rows && (
              <span className="s12 t3">{t('boards.rowsShown', { count: cited.length, total: rows })}</span>
            )}
          </div>
          <Answered query={query}>
            {(answer) => (
              <table className="g small">
                <colgroup>
                  <col style={{ width: 108 }} />
                  <col style={{ width: 104 }} />
                  <col />
                  <col style={{ width: 140 }} />
                </colgroup>
                <tbody>
                  {answer.rows.map((row) => (
                    <tr key={`${row.rowId} ${row.field}`}>
                      <td className="mono">
                        <Day day={row.day} />
                      </td>
                      <td className="num b">{row.fen === null ? '—' : exactYuan(asFen(row.fen))}</td>
                      <td title={row.text}>{row.text}</td>
                      <td>
                        <SourceLink source={row.source} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Answered>
        </section>
      </div>
    </>
  );
}
