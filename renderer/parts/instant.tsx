import { useWords } from '../app/words.ts';
import { instantText } from './show.ts';

/** An instant: today as 14:21, yesterday by its word, before that by its date. The full instant appears on hover. */
export function Instant({ at, full = false }: { at: string; full?: boolean }) {
  const { t } = useWords();
  const text = instantText(at);
  const short = () => {
    const days = daysAgo(at);
    if (days === 0) return text.slice(11, 16);
    return days === 1 ? t('common.yesterday') : text.slice(0, 10);
  };
  return (
    <time className="nw" dateTime={at} title={text}>
      {full ? text : short()}
    </time>
  );
}

/** Whole local days between an instant and now. */
export function daysAgo(at: string): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(new Date()) - midnight(new Date(at))) / 86_400_000);
}
