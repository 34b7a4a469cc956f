import { useSettings } from '../../app/settings.ts';
import { useWords } from '../../app/words.ts';
import { Head } from '../../parts/pane.tsx';
import { moneyText } from '../../parts/show.ts';
import type { PartyMoney } from './links.ts';

const HEIGHT = 72;

/** 收支按月: what came in upwards, what went out downwards, every month of the span; the line is what the hospital bought of the payers' goods. */
export function PartyMonths({ money, width }: { money: PartyMoney; width: number }) {
  const { t, lang } = useWords();
  const how = useSettings((store) => store.settings.money);
  if (money.months.length === 0) return null;
  const inner = width - 24;
  const step = inner / money.months.length;
  const [mostIn, mostOut] = [Math.max(0, ...money.in), Math.max(0, ...money.out)];
  const most = Math.max(1, mostIn + mostOut);
  // both directions in one scale: the zero line stands where they need it
  const zero = Math.round(2 + (HEIGHT - 4) * (mostIn / most));
  const mostBought = Math.max(1, ...money.bought);
  const hasBought = money.bought.some((fen) => fen > 0);
  const tall = (fen: number) => (fen > 0 ? Math.max(1, (fen / most) * (HEIGHT - 4)) : 0);
  const line = money.bought
    .map(
      (fen, at) => `${at === 0 ? 'M' : 'L'}${(at + 0.5) * step} ${zero - (fen / mostBought) * Math.max(10, zero - 2)}`,
    )
    .join('');
  return (
    <>
      <Head
        title={t('party.months.title')}
        sub={money.undated > 0 ? t('party.months.undated', { count: money.undated }) : undefined}
      />
      <div className="sec">
        <div className="row wrap s12 t2" style={{ marginBottom: 4, columnGap: 12 }}>
          <Key colour="var(--accent)" words={t('party.months.in')} />
          <Key colour="var(--lowFill)" words={t('party.months.out')} />
          {hasBought && <Key colour="var(--midFill)" words={t('party.months.bought')} thin />}
        </div>
        <svg width={inner} height={HEIGHT} role="img" aria-label={t('party.months.title')} style={{ display: 'block' }}>
          <path d={`M0 ${zero + 0.5}H${inner}`} stroke="var(--line)" />
          {money.months.map((month, at) => {
            const [came, went] = [money.in[at] ?? 0, money.out[at] ?? 0];
            const wide = Math.max(1, Math.min(18, step - 1));
            const words = t('party.months.month', {
              month,
              in: moneyText(came, lang, how),
              out: moneyText(went, lang, how),
            });
            return (
              <g key={month}>
                <title>{words}</title>
                <rect x={at * step} y={0} width={step} height={HEIGHT} fill="transparent" />
                <rect x={at * step} y={zero - tall(came)} width={wide} height={tall(came)} fill="var(--accent)" />
                <rect x={at * step} y={zero + 1} width={wide} height={tall(went)} fill="var(--lowFill)" />
              </g>
            );
          })}
          {hasBought && <path d={line} fill="none" stroke="var(--midFill)" strokeWidth={1.5} pointerEvents="none" />}
        </svg>
        <div className="row between s12 t3 mono">
          <span>{money.months[0]}</span>
          <span>{money.months.length > 1 ? money.months.at(-1) : ''}</span>
        </div>
      </div>
    </>
  );
}

const Key = ({ colour, words, thin = false }: { colour: string; words: string; thin?: boolean }) => (
  <span className="row g4 nw">
    <i style={{ width: thin ? 14 : 10, height: thin ? 2 : 10, background: colour, flex: 'none' }} aria-hidden />
    {words}
  </span>
);
