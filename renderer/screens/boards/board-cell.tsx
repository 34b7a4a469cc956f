import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { exactPrice } from '../../../shared/evidence/price.ts';
import type { BoardCell } from '../../../shared/protocol/boards.requests.ts';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { Mark } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { percentText } from '../../parts/show.ts';

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
      return <span className="num">{exactPrice(cell.micro)}</span>;
    case 'ratio':
      return <Figure text={cell.value === null ? null : percentText(cell.value)} mark={cell.mark} />;
    case 'number':
      return (
        <Figure
          text={cell.value === null ? null : cell.value.toLocaleString('en-US', { maximumFractionDigits: 3 })}
          mark={cell.mark}
        />
      );
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
