import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { shownPrice } from '../../../shared/evidence/price.ts';
import type { BoardCell } from '../../../shared/protocol/boards.requests.ts';
import type { Settings } from '../../../shared/protocol/settings.requests.ts';
import { go } from '../../app/store.ts';
import { inLang, type Lang, useWords } from '../../app/words.ts';
import { Mark } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { moneyText, percentText } from '../../parts/show.ts';

/** One figure of a board; what stands out is red and bold, so that colour is not the only carrier. */
export function BoardCellView({
  cell,
  whole = false,
}: {
  cell: BoardCell | undefined;
  /** in as many lines as it needs */
  whole?: boolean;
}) {
  const { t, lang } = useWords();
  if (cell === undefined) return null;
  switch (cell.type) {
    case 'text':
      if (cell.text === '') return <span className="t3">—</span>;
      return (
        <span className={whole ? '' : 'ell'} title={cell.text}>
          {cell.text}
        </span>
      );
    case 'words':
      return (
        <span className={whole ? '' : 'ell'} title={inLang(cell.words, lang)}>
          {inLang(cell.words, lang)}
        </span>
      );
    case 'party':
      return (
        <button
          type="button"
          className="plain row g4 clip"
          title={t('findings.related.party', { name: cell.name })}
          onClick={(event) => {
            event.stopPropagation();
            go('party', { id: cell.id });
          }}
        >
          <Mark drawnAs={cell.drawnAs} size={14} />
          <span className="ell">{cell.name}</span>
        </button>
      );
    case 'fen':
      return cell.fen === null ? <span className="t3">—</span> : <Money fen={cell.fen} />;
    case 'price':
      return <span className="num">{shownPrice(cell.micro)}</span>;
    case 'ratio':
      return <Figure text={cell.value === null ? null : percentText(cell.value)} mark={cell.mark} />;
    case 'number':
      return <Figure text={cell.value === null ? null : numberText(cell.value)} mark={cell.mark} />;
    case 'answer': {
      const Glyph = { yes: IconCheck, no: IconX, unknown: IconQuestionMark }[cell.answer];
      const tone = { yes: 't2', no: 'b', unknown: 't3' }[cell.answer];
      return (
        <span className={`state s12 ${tone}`} title={cell.note ? inLang(cell.note, lang) : ''}>
          <Glyph size={14} stroke={1.75} aria-hidden />
          {t(`boards.answer.${cell.answer}`)}
        </span>
      );
    }
  }
}

const Figure = ({ text, mark }: { text: string | null; mark: boolean }) =>
  text === null ? <span className="t3">—</span> : <span className={mark ? 'num b tone-high' : 'num'}>{text}</span>;

const numberText = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 3 });

const MARK = 18;

/** px that a figure or a name takes on its line; 0 for other texts. A figure is never cut: its column is as wide as the longest. */
export function textWidth(cell: BoardCell | undefined, lang: Lang, money: Settings['money']): number {
  const text = lineText(cell, lang, money);
  // a full-width character is 13 px, a figure of Inter a little under 8.5
  const letters = [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13 : 8.5), 0);
  return cell?.type === 'party' ? letters + MARK : letters;
}

function lineText(cell: BoardCell | undefined, lang: Lang, money: Settings['money']): string {
  switch (cell?.type) {
    case 'fen':
      return cell.fen === null ? '' : moneyText(cell.fen, lang, money);
    case 'price':
      return shownPrice(cell.micro);
    case 'ratio':
      return cell.value === null ? '' : percentText(cell.value);
    case 'number':
      return cell.value === null ? '' : numberText(cell.value);
    case 'party':
      return cell.name;
    case 'text':
      return cell.text;
    default:
      return '';
  }
}
