import { useSettings } from '../app/settings.ts';
import { useWords } from '../app/words.ts';
import { moneyText, showMoney } from './show.ts';

/** An amount in fen, shortened as the settings say; the exact 元 appear on hover. null = no amount is known, never 0. */
export function Money({ fen, exact = false, large = false }: { fen: number | null; exact?: boolean; large?: boolean }) {
  const { t, lang } = useWords();
  const how = useSettings((store) => store.settings.money);
  if (fen === null) return <span title={t('common.unknown')}>—</span>;
  const { before, figure, after } = showMoney(fen, lang, exact ? 'exact' : how);
  const small = large ? 's12 t2' : undefined;
  return (
    <span className="nw" title={moneyText(fen, lang, 'exact')}>
      {before && <span className={small}>{before}</span>}
      <span className={large ? 'b s20' : undefined}>{figure}</span>
      {after && <span className={small}>{large || lang === 'en' ? ` ${after}` : after}</span>}
    </span>
  );
}

/** A day YYYY-MM-DD as it stands in the store; unknown days show a dash. */
export function Day({ day }: { day: string | null }) {
  const { t } = useWords();
  return day === null ? (
    <span title={t('common.unknown')}>—</span>
  ) : (
    <time className="nw" dateTime={day}>
      {day}
    </time>
  );
}
