import { Button, Segmented, Switch, Tooltip } from 'antd';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { BarUnit, TimeBarBar } from '../../../shared/protocol/period.requests.ts';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { moneyText } from '../../parts/show.ts';
import type { GraphFilters } from './filters.tsx';
import {
  apart,
  type BarWindow,
  moved,
  type Period,
  periodOf,
  periodText,
  replayed,
  resized,
  windowOf,
} from './period.ts';
import { TimeMarks } from './time-marks.tsx';
import { TimeReplay } from './time-replay.tsx';
import { useWidth } from './use-width.ts';

/** px of the bars, and of the whole strip with the years above and the marks below. */
const TALL = 44;

/**
 * 时间轴: money or rows of everything in the case that passes the filters, red where findings sit. Two handles and the window between
 * them set the period, which chart, table and inspector follow. Rows without a day are counted apart.
 */
export function TimeBar({
  filters: { hiddenKinds, hiddenLinks, minFen, tags },
  period,
  change,
  by,
  onBy,
}: {
  filters: GraphFilters;
  period: Period;
  change(period: Period): void;
  by: 'amount' | 'count';
  onBy(by: 'amount' | 'count'): void;
}) {
  const { t, lang } = useWords();
  const strip = useRef<HTMLDivElement>(null);
  const width = useWidth(strip);
  const answer = useAnswer(
    'graph.time-bar',
    { hiddenKinds: [...hiddenKinds], hiddenLinks: [...hiddenLinks], minFen, tags: [...tags] },
    { keep: true },
  );
  const { bars = [], marks = [], unit = 'month', undated = 0 } = answer.data ?? {};
  const count = bars.length;
  const now = windowOf(bars, period);
  const set = (next: BarWindow) => change(periodOf(bars, next, period));
  const { undated: left } = period;
  const all = () => change(left === false ? { undated: left } : {});
  const isAll = period.from === undefined && period.to === undefined;

  const drag = useRef<{ at: number; start: BarWindow; moved: boolean } | null>(null);
  const barUnder = (event: PointerEvent) => {
    const box = strip.current?.getBoundingClientRect();
    if (!box) return 0;
    return Math.max(0, Math.min(count - 1, Math.floor(((event.clientX - box.left) / box.width) * count)));
  };
  const take = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { at: barUnder(event), start: now, moved: false };
  };
  const pull = (what: 'from' | 'to' | 'both') => (event: PointerEvent<HTMLElement>) => {
    const taken = drag.current;
    if (!taken || event.buttons !== 1) return;
    const at = barUnder(event);
    if (at === taken.at && !taken.moved) return;
    taken.moved = true;
    if (what === 'from') set({ from: Math.min(at, now.to), to: now.to });
    else if (what === 'to') set({ from: now.from, to: Math.max(at, now.from) });
    else set(moved(taken.start, at - taken.at, count));
  };
  // a press on the window that did not drag it is a press on the bar under it
  const drop = (event: PointerEvent<HTMLElement>) => {
    const taken = drag.current;
    drag.current = null;
    if (taken && !taken.moved) {
      const at = barUnder(event);
      set({ from: at, to: at });
    }
  };

  const keys = (what: 'from' | 'to' | 'both') => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const next =
      event.key === 'Home'
        ? moved(now, -count, count)
        : event.key === 'End'
          ? moved(now, count, count)
          : by === 0
            ? undefined
            : what === 'from'
              ? { from: Math.max(0, Math.min(now.from + by, now.to)), to: now.to }
              : what === 'to' || event.shiftKey
                ? resized(now, by, count)
                : isAll
                  ? replayed(now, by === 1 ? 1 : -1, count)
                  : moved(now, by, count);
    if (event.key === 'Escape' && !isAll) all();
    else if (next) set(next);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const value = (bar: TimeBarBar) => (by === 'amount' ? bar.fen : bar.rows);
  const most = Math.max(1, ...bars.map(value));
  const share = 100 / Math.max(1, count);
  const when = (bar: TimeBarBar) => periodText(bar);
  const barWords = (bar: TimeBarBar) =>
    t(bar.findingFen > 0 ? 'period.barFinding' : 'period.bar', {
      when: when(bar),
      rows: bar.rows,
      amount: moneyText(bar.fen, lang),
      finding: moneyText(bar.findingFen, lang),
    });
  const [first, last] = [bars[now.from], bars[now.to]];
  const handles = { from: { at: now.from, day: first?.from ?? '' }, to: { at: now.to, day: last?.to ?? '' } } as const;
  return (
    <section className="time-bar" aria-label={t('period.title')}>
      <div className="time-side">
        <span className="row g4 time-now">
          <span className="s12 b nw mono ell">{isAll ? t('period.all') : periodText(period)}</span>
          {!isAll && (
            <button
              type="button"
              className="link s12"
              aria-label={t('period.clear')}
              title={t('period.clear')}
              onClick={all}
            >
              ×
            </button>
          )}
        </span>
        <Segmented
          size="small"
          aria-label={t('period.title')}
          value={by}
          onChange={onBy}
          options={[
            { value: 'amount', label: t('period.by.amount') },
            { value: 'count', label: t('period.by.count') },
          ]}
        />
        <span className="row g4">
          <TimeReplay
            disabled={count < 2}
            step={(direction) => {
              const next = replayed(now, direction, count);
              if (next) set(next);
              return next !== undefined;
            }}
          />
          <span className="s12 t3 nw">{count > 0 && t(`period.unit.${unit}`)}</span>
        </span>
      </div>
      <div className="time-strip" ref={strip}>
        {count === 0 && answer.data && <span className="time-none t3 s12">{t('period.empty')}</span>}
        <svg
          width="100%"
          height={TALL}
          viewBox={`0 0 ${Math.max(1, count) * 10} ${TALL}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {bars.map((bar, i) => {
            const tall = value(bar) <= 0 ? 0 : Math.max(1.5, (value(bar) / most) * (TALL - 3));
            const hot = by === 'amount' && bar.fen > 0 ? Math.min(tall, (bar.findingFen / bar.fen) * tall) : 0;
            return (
              <g key={bar.from} opacity={i >= now.from && i <= now.to ? 1 : 0.38}>
                <rect x={i * 10 + 1} width={8} y={TALL - tall} height={tall} fill="var(--lowFill)" />
                {hot > 0 && <rect x={i * 10 + 1} width={8} y={TALL - hot} height={hot} fill="var(--highFill)" />}
              </g>
            );
          })}
        </svg>
        {bars.map((bar, i) => (
          <button
            key={bar.from}
            type="button"
            className="time-month"
            style={{ left: `${i * share}%`, width: `${share}%` }}
            tabIndex={-1}
            title={barWords(bar)}
            aria-label={barWords(bar)}
            onClick={() => set({ from: i, to: i })}
            onDoubleClick={all}
          />
        ))}
        {count > 0 && (
          <>
            <div
              className={isAll ? 'time-window all' : 'time-window'}
              role="slider"
              tabIndex={0}
              aria-label={t('period.window')}
              aria-valuemin={0}
              aria-valuemax={count - 1}
              aria-valuenow={now.from}
              aria-valuetext={t('period.span', { from: handles.from.day, to: handles.to.day })}
              title={t('period.keys')}
              style={{ left: `${now.from * share}%`, width: `${(now.to - now.from + 1) * share}%` }}
              onPointerDown={take}
              onPointerMove={pull('both')}
              onPointerUp={drop}
              onDoubleClick={all}
              onKeyDown={keys('both')}
            />
            {(['from', 'to'] as const).map((which) => (
              <div
                key={which}
                className="time-handle"
                role="slider"
                tabIndex={0}
                aria-label={t(`period.handle.${which}`)}
                aria-valuemin={0}
                aria-valuemax={count - 1}
                aria-valuenow={handles[which].at}
                aria-valuetext={handles[which].day}
                style={{ left: `${(which === 'from' ? now.from : now.to + 1) * share}%` }}
                onPointerDown={take}
                onPointerMove={pull(which)}
                onPointerUp={() => {
                  drag.current = null;
                }}
                onKeyDown={keys(which)}
              />
            ))}
          </>
        )}
        {apart(
          axisLabels(bars, unit),
          ({ at }) => (at / count) * width,
          ({ text }) => text.length * 7 + 4,
        ).map(({ at, text }) => (
          <span key={at} className="time-year" style={{ left: `${at * share}%` }}>
            {text}
          </span>
        ))}
        <TimeMarks marks={marks} bars={count} width={width} choose={(bar) => set({ from: bar, to: bar })} />
      </div>
      <div className="time-undated s12">
        <span className="row g6 nw">
          <span className="t3">{t('period.undated')}</span>
          <Tooltip title={t(period.undated === false ? 'period.undatedIn' : 'period.undatedOut')}>
            <Switch
              size="small"
              aria-label={t('period.undatedIn')}
              checked={period.undated !== false}
              onChange={(on) => {
                const { undated: _left, ...days } = period;
                change(on ? days : { ...days, undated: false });
              }}
            />
          </Tooltip>
        </span>
        <span className="b nw">{t('period.undatedRows', { count: undated })}</span>
        {period.from !== undefined && period.to !== undefined && (
          <Tooltip title={t('period.findingsNote')}>
            <Button
              type="link"
              size="small"
              className="time-findings"
              onClick={() => go('findings', { period: { from: period.from!, to: period.to! } })}
            >
              {t('period.findings')}
            </Button>
          </Tooltip>
        )}
      </div>
    </section>
  );
}

/** Where the axis says which year, month or day it is. The turn of a larger unit comes before the others, which leave room for it. */
function axisLabels(bars: readonly TimeBarBar[], unit: BarUnit): Array<{ at: number; text: string }> {
  const turns = (length: number) => (bar: TimeBarBar, at: number) =>
    at === 0 || bars[at - 1]?.from.slice(0, length) !== bar.from.slice(0, length);
  const labels = (length: number) =>
    bars.flatMap((bar, at) => (turns(length)(bar, at) ? [{ at, text: bar.from.slice(0, length) }] : []));
  if (unit === 'year') return labels(4);
  const months = labels(7);
  const years = labels(4).filter(({ at }) => at > 0 || unit !== 'month');
  return unit === 'month'
    ? [...months.slice(0, 1), ...years, ...months.filter(({ text }) => text.endsWith('-07'))]
    : [...months, ...(unit === 'day' ? bars.map((bar, at) => ({ at, text: bar.from.slice(5) })) : [])];
}
