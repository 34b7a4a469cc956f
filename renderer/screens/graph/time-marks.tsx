import type { TimeMark } from '../../../shared/protocol/period.requests.ts';
import { useWords } from '../../app/words.ts';
import { apart, byWeight } from './period.ts';

/** px of a label: 汉字 are as wide as they are tall, other characters about half of that. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 12 : 6.6), 4);

/** Below the bars: a tick for each holiday and each day the case knows, with its name where there is room. A press shows that bar alone. */
export function TimeMarks({
  marks,
  bars,
  width,
  choose,
}: {
  marks: readonly TimeMark[];
  bars: number;
  /** px of the strip */
  width: number;
  choose(bar: number): void;
}) {
  const { t } = useWords();
  const place = ({ bar }: TimeMark) => ((bar + 0.5) / Math.max(1, bars)) * width;
  const label = ({ kind, count }: TimeMark) => `${t(`period.mark.${kind}`)}${count > 1 ? ` ${count}` : ''}`;
  const fitting = byWeight(marks).filter((mark) => place(mark) + widthOf(label(mark)) <= width);
  const named = new Set(apart(fitting, place, (mark) => widthOf(label(mark))));
  const title = (mark: TimeMark) => {
    const what = mark.kind === 'volume' ? t('period.volumeNote') : t(`period.mark.${mark.kind}`);
    if (mark.names.length === 0) return t('period.markDay', { day: mark.day, what });
    const names = mark.names.join('、');
    return t('period.markNames', {
      day: mark.day,
      what,
      count: mark.count,
      names: mark.names.length < mark.count ? t('period.markMore', { names }) : names,
    });
  };
  return marks.map((mark) => (
    <button
      key={`${mark.kind} ${mark.bar}`}
      type="button"
      tabIndex={-1}
      className={`time-mark ${mark.kind}`}
      style={{ left: `${(place(mark) / Math.max(1, width)) * 100}%` }}
      title={title(mark)}
      aria-label={title(mark)}
      onClick={() => choose(mark.bar)}
    >
      {named.has(mark) ? label(mark) : ''}
    </button>
  ));
}
