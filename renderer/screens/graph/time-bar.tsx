import { Segmented } from 'antd';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { moneyText } from '../../parts/show.ts';
import type { Period } from './inspector.tsx';

/** 时间轴: money or rows by month over the whole case, red where findings sit. Two handles set the period; undated rows are counted apart. */
export function TimeBar({
  period,
  change,
  by,
  onBy,
}: {
  period: Period;
  change(period: Period): void;
  by: 'amount' | 'count';
  onBy(by: 'amount' | 'count'): void;
}) {
  const { t, lang } = useWords();
  const strip = useRef<HTMLDivElement>(null);
  const months = useAnswer('graph.months', {});
  const list = months.data?.months ?? [];
  const first = list[0]?.month;
  const last = list.at(-1)?.month;
  const indexOf = (month: string | undefined, otherwise: number) => {
    const at = list.findIndex((each) => each.month === month?.slice(0, 7));
    return at < 0 ? otherwise : at;
  };
  const from = indexOf(period.from, 0);
  const to = indexOf(period.to, list.length - 1);
  const value = (i: number) => (by === 'amount' ? (list[i]?.fen ?? 0) : (list[i]?.rows ?? 0));
  const most = Math.max(1, ...list.map((_, i) => value(i)));
  const set = (a: number, b: number) => {
    const lo = Math.max(0, Math.min(a, b));
    const hi = Math.min(list.length - 1, Math.max(a, b));
    const start = list[lo]?.month;
    const end = list[hi]?.month;
    if (lo === 0 && hi === list.length - 1) change({});
    else if (start && end) change({ from: `${start}-01`, to: `${end}-31` });
  };
  const drag = (which: 'from' | 'to') => (event: PointerEvent<HTMLElement>) => {
    const box = strip.current?.getBoundingClientRect();
    if (!box || event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = Math.max(
      0,
      Math.min(list.length - 1, Math.floor(((event.clientX - box.left) / box.width) * list.length)),
    );
    set(which === 'from' ? Math.min(at, to) : from, which === 'to' ? Math.max(at, from) : to);
  };
  const keys = (which: 'from' | 'to') => (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (which === 'from') set(Math.min(from + step, to), to);
    else set(from, Math.max(to + step, from));
  };
  const share = 100 / Math.max(1, list.length);
  return (
    <section className="time-bar" aria-label={t('graph.time.title')}>
      <div className="time-side">
        <span className="s12 b nw mono">
          {period.from && period.to ? `${period.from.slice(0, 7)} ~ ${period.to.slice(0, 7)}` : t('graph.time.all')}
        </span>
        <Segmented
          size="small"
          value={by}
          onChange={onBy}
          options={[
            { value: 'amount', label: t('graph.time.amount') },
            { value: 'count', label: t('graph.time.count') },
          ]}
        />
        {first && last && (
          <span className="s12 t3 nw mono">
            {first} – {last}
          </span>
        )}
      </div>
      <div className="time-strip" ref={strip}>
        <svg
          width="100%"
          height="56"
          viewBox={`0 0 ${Math.max(1, list.length) * 10} 56`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {list.map((month, i) => {
            const tall = value(i) === 0 ? 0 : Math.max(1.5, (value(i) / most) * 52);
            const hot = by === 'amount' && month.fen > 0 ? Math.min(tall, (month.findingFen / month.fen) * tall) : 0;
            return (
              <g key={month.month} opacity={i >= from && i <= to ? 1 : 0.38}>
                <rect x={i * 10 + 1} width={8} y={56 - tall} height={tall} fill="var(--lowFill)" />
                {hot > 0 && <rect x={i * 10 + 1} width={8} y={56 - hot} height={hot} fill="var(--highFill)" />}
              </g>
            );
          })}
        </svg>
        {list.map((month, i) => (
          <button
            key={month.month}
            type="button"
            className="time-month"
            style={{ left: `${i * share}%`, width: `${share}%` }}
            tabIndex={-1}
            title={t('graph.time.bar', { month: month.month, rows: month.rows, amount: moneyText(month.fen, lang) })}
            aria-label={t('graph.time.bar', {
              month: month.month,
              rows: month.rows,
              amount: moneyText(month.fen, lang),
            })}
            onClick={() => set(i, i)}
            onDoubleClick={() => change({})}
          />
        ))}
        {list.length > 0 && (
          <>
            <div className="time-window" style={{ left: `${from * share}%`, width: `${(to - from + 1) * share}%` }} />
            {(['from', 'to'] as const).map((which) => (
              <div
                key={which}
                className="time-handle"
                role="slider"
                tabIndex={0}
                aria-label={t(`graph.time.${which}`)}
                aria-valuemin={0}
                aria-valuemax={list.length - 1}
                aria-valuenow={which === 'from' ? from : to}
                aria-valuetext={list[which === 'from' ? from : to]?.month ?? ''}
                style={{ left: `${(which === 'from' ? from : to + 1) * share}%` }}
                onPointerDown={drag(which)}
                onPointerMove={drag(which)}
                onKeyDown={keys(which)}
              />
            ))}
          </>
        )}
        {list.map((month, i) =>
          month.month.endsWith('-01') || i === 0 ? (
            <span key={`y${month.month}`} className="time-year" style={{ left: `${i * share}%` }}>
              {i === 0 ? month.month : month.month.slice(0, 4)}
            </span>
          ) : null,
        )}
      </div>
      <div className="time-undated s12">
        <span className="t3">{t('graph.time.undated')}</span>
        <span className="b">{t('graph.time.undatedRows', { count: months.data?.undated ?? 0 })}</span>
      </div>
    </section>
  );
}
