import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { Money } from '../../parts/money.tsx';
import { countText } from '../../parts/show.ts';
import { type CalendarCell, calendarCells } from './calendar-cells.ts';

export type Account = Answer<'quality.accounts'>['rows'][number];

/** 账户流水覆盖: one cell for some days of the account, dashed where lines are missing; under it from when to when, and what is missing. */
export function AccountCalendar({ account, cells = 52 }: { account: Account; cells?: number }) {
  const { t } = useWords();
  const { first, last, gaps } = account;
  return (
    <div className="col g4">
      <div className="row between wrap" style={{ columnGap: 12, rowGap: 0 }}>
        <span className="b ell" title={account.files.map(({ file, sheet }) => `${file} › ${sheet}`).join('\n')}>
          {account.holder}
          {account.account !== null && <span className="t2 num"> {account.account}</span>}
          {account.currency !== 'CNY' && <span className="chip">{account.currency}</span>}
        </span>
        <span className="s12 t2 nw row g4 none">
          {account.balances === 0 ? null : account.breaksTotal === 0 ? (
            <IconCheck size={14} stroke={2} color="var(--ok)" aria-hidden />
          ) : (
            <IconAlertTriangle size={14} stroke={1.5} color="var(--mid)" aria-hidden />
          )}
          {account.balances === 0
            ? t('checking.noBalances', { lines: account.lines })
            : t('checking.chain', { lines: account.lines, breaks: account.breaksTotal })}
        </span>
      </div>
      <div className="calendar" role="img" aria-label={calendarWords(account, t)}>
        {calendarCells(account, cells).map((cell) => (
          <i key={cell.from} className={classOf(cell)} title={titleOf(cell, t)} />
        ))}
      </div>
      <div className="row between s12 t3">
        <span className="num">{first}</span>
        <span className="tone-mid ell" title={gaps.map(({ from, to }) => `${from} – ${to}`).join('\n')}>
          {gaps
            .slice(0, 2)
            .map(({ from, to, proven }) => t(proven ? 'checking.missing' : 'checking.mayMiss', { from, to }))
            .join(t('common.comma'))}
          {gaps.length > 2 && ` ${t('checking.moreGaps', { count: gaps.length - 2 })}`}
        </span>
        <span className="num">{last}</span>
      </div>
    </div>
  );
}

type T = ReturnType<typeof useWords>['t'];

const calendarWords = ({ gaps, first, last }: Account, t: T): string =>
  [`${first} – ${last}`, ...gaps.map(({ from, to }) => t('checking.missing', { from, to }))].join(t('common.comma'));

const classOf = ({ share, gap }: CalendarCell): string =>
  gap ? 'gap' : share === 0 ? 'none' : share < 0.34 ? 'few' : share < 0.67 ? 'some' : 'many';

const titleOf = ({ from, to, lines, gap }: CalendarCell, t: T): string =>
  gap ? t('checking.missing', { from, to }) : t('checking.cell', { from, to, lines });

/** 缺口: the days without lines, and the lines before and after them. */
export function AccountGaps({ account: { gaps } }: { account: Account }) {
  const { t } = useWords();
  if (gaps.length === 0) return null;
  return (
    <table className="pair">
      <thead>
        <tr>
          <th scope="col">{t('checking.gap')}</th>
          <th scope="col">{t('checking.besideGap')}</th>
        </tr>
      </thead>
      <tbody>
        {gaps.slice(0, 100).map(({ from, to, proven, beforeRowId, afterRowId }) => (
          <tr key={from}>
            <th scope="row" className="num">
              {t(proven ? 'checking.missing' : 'checking.mayMiss', { from, to })}
            </th>
            <td>
              <span className="row g8">
                <button
                  type="button"
                  className="src"
                  onClick={() => go('source', { rowId: beforeRowId, field: 'txn_date' })}
                >
                  {t('checking.lastBefore')}
                </button>
                <button
                  type="button"
                  className="src"
                  onClick={() => go('source', { rowId: afterRowId, field: 'txn_date' })}
                >
                  {t('checking.firstAfter')}
                </button>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 断点: what the balance should have been after each line, and what it is. Each opens its row where the rows are in the case. */
export function AccountBreaks({ account, isWritten }: { account: Account; isWritten: boolean }) {
  const { t } = useWords();
  if (account.breaksTotal === 0) return null;
  return (
    <div className="col g4">
      <table className="pair">
        <thead>
          <tr>
            <th scope="col">{t('checking.breakAt')}</th>
            <th scope="col" style={{ textAlign: 'right' }}>
              {t('checking.expected')}
            </th>
            <th scope="col" style={{ textAlign: 'right' }}>
              {t('checking.found')}
            </th>
          </tr>
        </thead>
        <tbody>
          {account.breaks.slice(0, 100).map(({ rowId, row, file, day, expected, found }) => (
            <tr key={rowId}>
              <th scope="row">
                {isWritten ? (
                  <button type="button" className="src num" onClick={() => go('source', { rowId, field: 'balance' })}>
                    {day} {t('common.source.row', { row })}
                  </button>
                ) : (
                  <span className="num" title={file}>
                    {day} {t('common.source.row', { row })}
                  </span>
                )}
              </th>
              <td style={{ textAlign: 'right' }}>
                <Money fen={expected} exact />
              </td>
              <td style={{ textAlign: 'right' }}>
                <Money fen={found} exact />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {account.breaksTotal > 100 && (
        <span className="s12 t3">
          {t('checking.breaksOf', { n: countText(100), total: countText(account.breaksTotal) })}
        </span>
      )}
    </div>
  );
}
