import { Fragment } from 'react';
import type { BoardWords } from '../../../shared/protocol/boards.requests.ts';
import { inLang, useWords } from '../../app/words.ts';
import { Money } from '../../parts/money.tsx';
import { countText } from '../../parts/show.ts';
import type { BoardLine } from './boards-work.tsx';

type Layers = NonNullable<BoardWords['layers']>;

/** One stream of money from its source down: each layer with its head-count, its amount and a bar; pressing one shows its rows below. */
export function BoardLayers({
  board,
  layers,
  line,
  show,
}: {
  board: BoardWords;
  layers: Layers;
  line: BoardLine;
  show: (column: string) => void;
}) {
  const { t, lang } = useWords();
  const cellOf = (id: string | null) => line.cells[board.columns.findIndex((column) => column.id === id)];
  const fenOf = (id: string) => {
    const cell = cellOf(id);
    return cell?.type === 'fen' ? cell.fen : null;
  };
  const most = Math.max(1, ...layers.map(({ amount }) => fenOf(amount) ?? 0));
  return (
    <section className="sec" style={{ padding: '10px 16px' }}>
      <div className="layers">
        {layers.map(({ title, amount, heads }, index) => {
          const fen = fenOf(amount);
          const people = cellOf(heads);
          return (
            <Fragment key={amount}>
              <span className="s12 t2">{inLang(title, lang)}</span>
              <span
                className={index === layers.length - 1 ? 'layers-bar open' : 'layers-bar'}
                style={{ width: `${((fen ?? 0) / most) * 100}%`, visibility: fen ? 'visible' : 'hidden' }}
                aria-hidden
              />
              <span className="s12 t3 num">
                {people?.type === 'number' && people.value !== null && countText(people.value)}
              </span>
              <button
                type="button"
                className="link num end"
                disabled={!line.behind[amount]?.rows}
                aria-label={t('boards.rowsOf', { column: inLang(title, lang) })}
                onClick={() => show(amount)}
              >
                {fen === null ? t('boards.answer.unknown') : <Money fen={fen} />}
              </button>
            </Fragment>
          );
        })}
      </div>
    </section>
  );
}
