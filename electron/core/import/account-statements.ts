import type { AccountStatement } from '../../../shared/protocol/checking.requests.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { type AccountLine, accountChain } from './account-chain.ts';

interface Holder {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly scope: string;
  readonly account: string | null;
  readonly name: string;
  readonly party: number | null;
}

type Booked = [
  row: number,
  sheet: number,
  holder: number,
  day: string,
  time: string | null,
  fen: number,
  direction: string,
  balance: number | null,
];

/** Breaks of one account that are told one by one; their number is always told. */
const toldBreaks = 200;

/**
 * Every account of the case, account by account over all its files: its chain of balances and the days in which lines are missing. `sheets`: only
 * accounts that one of these sheets has lines of. Those with breaks or gaps come first.
 */
export function accountStatements(store: Store, sheets?: readonly number[]): AccountStatement[] {
  const { db } = store;
  const list = sheets === undefined ? null : JSON.stringify(sheets);
  const holders = db
    .prepare<[], Holder>(
      'select id, kind, key, scope, account, name, party from mention where id in (select distinct holder from rec_bank_flow)',
    )
    .all();
  const keyOf = new Map(holders.map((holder) => [holder.id, accountKey(holder)]));
  const wanted =
    list === null
      ? undefined
      : new Set(
          db
            .prepare<[string], number>(
              'select distinct f.holder from rec_bank_flow f join row r on r.id = f.row where r.sheet in (select value from json_each(?))',
            )
            .pluck()
            .all(list)
            .map((holder) => keyOf.get(holder)),
        );
  // a booking that failed moved nothing; amounts of other currencies stand in chains of their own
  const booked = db
    .prepare(
      `select f.row, r.sheet, f.holder, f.day, f.time, f.fen, f.direction, f.balance_fen, f.currency from rec_bank_flow f join row r on r.id = f.row
       where f.outcome <> 'failed' and f.direction <> 'neutral' order by f.row`,
    )
    .raw()
    .iterate() as IterableIterator<[...Booked, currency: string]>;
  const accounts = new Map<string, { holder: number; currency: string; lines: AccountLine[] }>();
  for (const [row, sheet, holder, day, time, fen, direction, balance, currency] of booked) {
    const key = keyOf.get(holder);
    if (key === undefined || (wanted && !wanted.has(key))) continue;
    const name = currency === 'CNY' ? key : `${key} ${currency}`;
    const account = accounts.get(name) ?? { holder, currency, lines: [] };
    accounts.set(name, account);
    account.lines.push({ row, sheet, day, time, moved: direction === 'in' ? fen : -fen, balance });
  }
  const byId = new Map(holders.map((holder) => [holder.id, holder]));
  return [...accounts]
    .map(([key, { holder, currency, lines }]) => statementOf(store, key, byId.get(holder), currency, lines))
    .sort((a, b) => b.breaksTotal - a.breaksTotal || b.gaps.length - a.gaps.length || b.lines - a.lines);
}

/** One account whatever it is called beside its number; without a full number one holder of one scope. */
const accountKey = ({ kind, key, scope, account }: Holder): string =>
  account !== null && !account.startsWith('?') ? `account ${account}` : `${kind} ${key} ${scope}`;

function statementOf(
  store: Store,
  key: string,
  holder: Holder | undefined,
  currency: string,
  lines: readonly AccountLine[],
): AccountStatement {
  const chain = accountChain(lines);
  const place = prepared<[number], { n: number; file: string; sheet: string }>(
    store,
    'select n, file, sheet_name as sheet from place where row = ?',
  );
  const files = [...Map.groupBy(lines, ({ sheet }) => sheet).values()].flatMap((own) => {
    const at = place.get(own[0]?.row ?? 0);
    return at ? [{ file: at.file, sheet: at.sheet, sheetId: own[0]?.sheet ?? 0, lines: own.length }] : [];
  });
  return {
    key,
    account: holder?.account && !holder.account.startsWith('?') ? holder.account : null,
    holder: holder?.name ?? '',
    party: holder?.party ?? null,
    currency,
    files,
    lines: chain.lines,
    balances: chain.balances,
    first: chain.days[0]?.[0] ?? '',
    last: chain.days.at(-1)?.[0] ?? '',
    days: chain.days.map(([day, count]) => ({ day, lines: count })),
    gaps: chain.gaps.map((gap) => ({ ...gap, ...rowsBeside(lines, gap) })),
    breaksTotal: chain.breaks.length,
    breaks: chain.breaks.slice(0, toldBreaks).map(({ row, before, day, expected, found }) => {
      const at = place.get(row);
      return { rowId: row, row: at?.n ?? 0, file: at?.file ?? '', beforeRowId: before, day, expected, found };
    }),
  };
}

/** The last line before a gap and the first one after it: lines of one day as they stand in the file. */
function rowsBeside(
  lines: readonly AccountLine[],
  { from, to }: { readonly from: string; readonly to: string },
): { beforeRowId: number; afterRowId: number } {
  let before: AccountLine | undefined;
  let after: AccountLine | undefined;
  for (const line of lines) {
    if (line.day < from && (before === undefined || line.day >= before.day)) before = line;
    if (line.day > to && (after === undefined || line.day < after.day)) after = line;
  }
  return { beforeRowId: before?.row ?? 0, afterRowId: after?.row ?? 0 };
}
