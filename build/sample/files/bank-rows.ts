/** One statement line: what the bank booked, and how this template writes it down. */
import { type Day, dayOfStamp, isoDay, type Stamp } from '../plain/civil.ts';
import { type Fen, plainYuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Account, Transfer } from '../world/types.ts';
import type { BankTemplate } from './bank-templates.ts';
import type { BadCell, CellMention, GridCell, GridRow } from './grid.ts';
import {
  type DateStyle,
  formerName,
  type MoneyStyle,
  unreadableAmounts,
  unreadableDates,
  writeClock,
  writeDay,
  writeMoney,
  writeNumber,
  writeOddMoney,
  writeParty,
  writeStamp,
} from './written.ts';

export interface Leg {
  readonly transfer: Transfer;
  readonly account: Account;
  readonly other: Account;
  readonly incoming: boolean;
  readonly at: Stamp;
  readonly balance: Fen;
  /** Unique within the account. */
  readonly serial: string;
}

/** How one file writes things, drawn once for the file. */
export interface BankHand {
  readonly template: BankTemplate;
  readonly date: DateStyle | 'db2';
  readonly money: MoneyStyle;
  readonly spreadsheet: boolean;
  readonly noise: number;
  /** of the whole sample, with the rarer ways of writing things */
  readonly whole: boolean;
}

export const dayStyle = (hand: BankHand): DateStyle => (hand.date === 'db2' ? 'iso' : hand.date);

/** The line of a leg; `broken` asks for a cell nobody can read. */
export function writeLeg(
  random: Random,
  hand: BankHand,
  leg: Leg,
  order: number,
  broken: 'amount' | 'date' | undefined,
): GridRow {
  const { template } = hand;
  const { transfer, account, other } = leg;
  const noise = transfer.plain ? 0 : hand.noise;
  const problems: BadCell[] = [];
  const mentions: CellMention[] = [];
  const amounts: Record<string, Fen> = {};
  const signed = template.direction === 'signed' && !leg.incoming ? -transfer.fen : transfer.fen;
  const hidden = !transfer.told && other.holder.kind === 'person' && random.chance(0.06 * noise);
  const number = hidden
    ? { cell: null }
    : writeNumber(random, other.number, noise, {
        damage: !transfer.told,
        idCard: false,
        spreadsheet: hand.spreadsheet,
      });
  const anchored =
    !hidden &&
    other.number !== '' &&
    !number.damage &&
    template.columns.some((each) => each.field === 'counterparty_account');
  const usual = writeParty(random, other.holder, noise, anchored, hand.whole);
  const name = (anchored ? formerName(other.holder, dayOfStamp(leg.at), noise) : undefined) ?? usual;
  const oddDate: DateStyle =
    transfer.told || hand.date === 'db2' || !random.chance(0.04 * noise) ? dayStyle(hand) : 'iso';
  const amountField = template.direction === 'two' ? (leg.incoming ? 'amount_in' : 'amount_out') : 'amount';
  const dateField = template.when === 'stamp' ? 'txn_time' : 'txn_date';

  const cells = template.columns.map(({ header, field }): GridCell => {
    const bad = (code: string, seen: string): GridCell => {
      problems.push({ column: header, code, seen });
      return seen;
    };
    if (field === dateField && broken === 'date') return bad('date.unreadable', random.pick(unreadableDates));
    if (field === amountField && broken === 'amount') return bad('amount.unreadable', random.pick(unreadableAmounts));
    switch (field) {
      case null:
        return header === '序号' ? { n: order, z: '0' } : header === '钞汇' ? '钞' : null;
      case 'holder_card':
        return account.card ? account.number : null;
      case 'holder_account':
        return account.behind ?? account.number;
      case 'holder_name':
        return account.holder.name;
      case 'holder_id_no':
        return account.holder.kind === 'person'
          ? account.holder.idNo
          : account.holder.kind === 'org'
            ? account.holder.uscc
            : null;
      case 'txn_date':
        return writeDay(dayOfStamp(leg.at), oddDate);
      case 'txn_time':
        return template.when === 'stamp'
          ? writeStamp(leg.at, oddDate === dayStyle(hand) ? hand.date : oddDate)
          : writeClock(leg.at, template.clock ?? 'colons');
      case 'amount': {
        amounts.amount = signed;
        const odd =
          transfer.told || !random.chance(0.004 * noise) || template.direction === 'signed'
            ? undefined
            : writeOddMoney(random, transfer.fen);
        return odd ?? writeMoney(signed, hand.money);
      }
      case 'amount_in':
      case 'amount_out':
        if (field !== amountField) return template.emptySide ?? null;
        amounts[field] = transfer.fen;
        return writeMoney(transfer.fen, hand.money);
      case 'dc_flag':
        return template.words![leg.incoming ? 0 : 1];
      case 'balance':
        return writeMoney(leg.balance, hand.money);
      case 'counterparty_name':
        if (transfer.cash) return null;
        mentions.push({ party: other.holder, field, written: name });
        return name;
      case 'counterparty_account':
        if (number.cell !== null && 'damage' in number && number.damage)
          problems.push({ column: header, code: number.damage, seen: shownNumber(number.cell) });
        return number.cell;
      case 'counterparty_info': {
        if (transfer.cash) return null;
        mentions.push({ party: other.holder, field, written: name });
        return other.number === '' ? name : `${other.number}/${name}`;
      }
      case 'counterparty_id_no':
        return idOf(random, hand, leg, header, problems);
      case 'counterparty_bank':
        return other.branch === '' ? null : other.branch;
      case 'summary':
        return transfer.summary;
      case 'remark':
        return transfer.remark === '' ? null : transfer.remark;
      case 'channel':
        return transfer.channel;
      case 'cash_flag':
        return transfer.cash ? '现金' : '转账';
      case 'success_flag':
        return template.success![transfer.failed ? 1 : 0];
      case 'txn_no':
        return leg.serial;
      case 'currency':
        return random.chance(0.5) ? '人民币' : 'CNY';
      case 'branch_name':
        return account.branch;
      case 'voucher_type':
        return transfer.cash ? '现金凭证' : '转账凭证';
      case 'voucher_no':
        return leg.serial.slice(-8);
      case 'txn_type':
        return leg.incoming ? '2103' : '1103';
      default:
        throw new Error(`no words for ${field} in ${template.id}`);
    }
  });
  mentions.push({ party: account.holder, field: 'holder_name', written: account.holder.name });
  const rejected = problems.some(
    (problem) => problem.code === 'amount.unreadable' || problem.code === 'date.unreadable',
  );
  return {
    cells,
    fate: rejected ? 'rejected' : 'imported',
    record: transfer.id,
    mentions,
    amounts,
    ...(problems.length > 0 ? { problems } : {}),
  };
}

const shownNumber = (cell: GridCell): string => (cell === null ? '' : typeof cell === 'string' ? cell : String(cell.n));

function idOf(random: Random, hand: BankHand, leg: Leg, header: string, problems: BadCell[]): GridCell {
  const { holder } = leg.other;
  if (holder.kind !== 'person' || (!leg.transfer.told && random.chance(0.5 * hand.noise))) return null;
  if (leg.transfer.told && random.chance(0.2 * hand.noise)) return null;
  const written = writeNumber(random, holder.idNo, hand.noise, {
    damage: !leg.transfer.told,
    idCard: true,
    spreadsheet: hand.spreadsheet,
    old: hand.whole,
  });
  if (written.damage) problems.push({ column: header, code: written.damage, seen: shownNumber(written.cell) });
  return written.cell;
}

/** What tells two lines of one account apart where there is no serial number. */
export const keyWithoutSerial = (leg: Leg, day: Day): string =>
  [
    isoDay(day),
    leg.incoming ? 'in' : 'out',
    plainYuan(leg.transfer.fen),
    plainYuan(leg.balance),
    leg.other.number,
    leg.other.holder.name,
  ].join('|');
