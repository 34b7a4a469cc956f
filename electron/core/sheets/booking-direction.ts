import { type Fen, fen } from '../../../shared/evidence/fen.ts';
import type { Money } from '../../../shared/evidence/money.ts';
import { currencyOf } from './currency-of.ts';
import type { Direction, RowContext } from './sheet.ts';

/** A booking's amount without sign and the way the money went, seen from the holder. */
export interface Booked {
  readonly fen: Fen;
  readonly direction: Direction;
  /** ISO 4217, '?' where the row names one that is not known */
  readonly currency: string;
  /** a booking written in red: it takes an earlier one back */
  readonly reversal: boolean;
}

interface AmountValues {
  readonly amount?: Money | undefined;
  readonly amount_in?: Money | undefined;
  readonly amount_out?: Money | undefined;
  readonly dc_flag?: string | undefined;
  readonly currency?: string | undefined;
  readonly summary?: string | undefined;
  readonly remark?: string | undefined;
}

const opposite = { in: 'out', out: 'in', neutral: 'neutral' } as const;
const takesBack = /冲正|冲账|冲帐|抹账|抹帐|撤销|红字|退汇|退票/;

/**
 * 收付方向: from two columns, from a direction word, from the sign, or from the balances; never by a guess.
 * Rejects: value.missing, amount.both-sides, direction.unreadable, direction.contradiction.
 */
export function bookingDirection(values: AmountValues, row: RowContext): Booked | null {
  if (values.amount_in !== undefined || values.amount_out !== undefined) return fromTwoColumns(values, row);
  const { amount } = values;
  if (amount === undefined) {
    const unread = ['amount', 'amount_in', 'amount_out'].find((field) => row.unread(field));
    return row.reject(
      unread ? 'amount.unreadable' : 'value.missing',
      unread ?? row.mapped(['amount', 'amount_in', 'amount_out']),
    );
  }
  const booked = (direction: Direction, reversal = false): Booked => ({
    fen: fen(Math.abs(amount.fen)),
    direction,
    currency: currencyOf(amount, 'amount', values.currency, row),
    reversal,
  });
  const word = values.dc_flag ?? markedIn(amount);
  if (word === undefined) {
    const direction = withoutWord(amount.fen, row);
    return direction ? booked(direction) : row.reject('direction.unreadable', row.mapped(['dc_flag', 'amount']));
  }
  const direction = row.directionOf(word);
  if (!direction) return row.reject('direction.unreadable', 'dc_flag');
  if (direction === 'neutral' || amount.fen === 0) return booked(direction);
  if (agrees(amount.fen, direction, row)) return booked(direction);

  // the word and the sign contradict each other: the balance decides, else a word such as 冲正
  const isRed = amount.fen < 0 && takesBack.test(`${values.summary ?? ''} ${values.remark ?? ''}`);
  const proven = row.balanceSays();
  if (proven) {
    if (!isRed) row.warn('direction.contradiction', 'dc_flag');
    return booked(proven, isRed);
  }
  if (isRed) return booked(opposite[direction], true);
  return row.reject('direction.contradiction', 'dc_flag');
}

/** Where out is written as negative, out must be negative and in positive; elsewhere no amount is negative. */
const agrees = (amount: number, direction: 'in' | 'out', { amountsAreSigned, plus }: RowContext): boolean =>
  amountsAreSigned ? amount < 0 === (direction !== (plus ?? 'in')) : amount > 0;

function fromTwoColumns(values: AmountValues, row: RowContext): Booked | null {
  const { amount_in: paidIn, amount_out: paidOut } = values;
  const unread = (['amount_in', 'amount_out'] as const).find((field) => row.unread(field));
  if (unread) return row.reject('amount.unreadable', unread);
  if (paidIn && paidOut && paidIn.fen !== 0 && paidOut.fen !== 0) {
    return row.reject('amount.both-sides', 'amount_in', `${row.shown('amount_in')} / ${row.shown('amount_out')}`);
  }
  const side = paidIn && paidIn.fen !== 0 ? 'in' : paidOut && paidOut.fen !== 0 ? 'out' : 'neutral';
  const money = side === 'in' ? paidIn : side === 'out' ? paidOut : (paidIn ?? paidOut);
  if (!money) return row.reject('value.missing', row.mapped(['amount_in', 'amount_out']));
  const isRed = money.fen < 0;
  return {
    fen: fen(Math.abs(money.fen)),
    direction: isRed ? opposite[side] : side,
    currency: currencyOf(money, money === paidIn ? 'amount_in' : 'amount_out', values.currency, row),
    reversal: isRed && takesBack.test(`${values.summary ?? ''} ${values.remark ?? ''}`),
  };
}

/** 贷 20.00 or CR 20.00: the word stands in the amount's own cell. */
const markedIn = (amount: Money): string | undefined =>
  amount.flags?.includes('marked-in') ? '贷' : amount.flags?.includes('marked-out') ? '借' : undefined;

/** + in, − out; a sheet without a negative amount says nothing by its signs: then a person may (the word ''), or the balances, or a header such as 收款人. */
function withoutWord(amount: number, row: RowContext): Direction | undefined {
  if (amount === 0) return 'neutral';
  if (row.plus) return amount > 0 ? row.plus : opposite[row.plus];
  if (row.amountsAreSigned) return amount < 0 ? 'out' : 'in';
  const said = row.directionOf('') ?? row.balanceSays() ?? counterpartySide(row);
  return said === undefined || amount > 0 ? said : undefined;
}

const payeeHeader = /收款|受款|payee/i;
const payerHeader = /付款|汇款人|payer/i;

/** A list with 收款人 beside each amount is a list of money paid out. 收/付款人 says nothing. */
function counterpartySide(row: RowContext): 'in' | 'out' | undefined {
  const header = `${row.header('counterparty_name')} ${row.header('counterparty_account')}`;
  const toPayee = payeeHeader.test(header);
  const fromPayer = payerHeader.test(header);
  return toPayee === fromPayer ? undefined : toPayee ? 'out' : 'in';
}

/** Wallets always write a direction word; / and 不计收支 are neutral. Rejects: value.missing, amount.unreadable, direction.unreadable. */
export function walletDirection(values: Pick<AmountValues, 'amount' | 'dc_flag'>, row: RowContext): Booked | null {
  const { amount } = values;
  if (!amount) return row.reject('value.missing', 'amount');
  const direction =
    row.shown('dc_flag').trim() === '' ? undefined : row.directionOf(values.dc_flag ?? row.shown('dc_flag'));
  if (!direction)
    return row.reject(row.shown('dc_flag').trim() === '' ? 'value.missing' : 'direction.unreadable', 'dc_flag');
  const currency = currencyOf(amount, 'amount', undefined, row);
  return { fen: fen(Math.abs(amount.fen)), direction, currency, reversal: false };
}
