/** The statements as files: which account in which template, in what order, with totals, page breaks and second deliveries. */
import type { SampleOptions } from '../options.ts';
import { civilDate, type Day, dayOf, dayOfStamp, two } from '../plain/civil.ts';
import { type Fen, yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Transfer } from '../world/types.ts';
import type { StatementPeriod, World } from '../world/world.ts';
import { type BankHand, keyWithoutSerial, type Leg, writeLeg } from './bank-rows.ts';
import {
  type BankTemplate,
  corporateTemplates,
  personalSheets,
  personalSigned,
  personalTemplates,
  platform,
  withSerialNumbers,
} from './bank-templates.ts';
import { type FileFormat, type GridCell, type GridFile, type GridRow, type GridSheet, rowOf } from './grid.ts';
import { writeMoney } from './written.ts';

/** Old .xls files are small, and few: writing one takes SheetJS fifty times as long as an .xlsx. */
const XLS_ROWS = 400;
const XLS_FILES = 6;

/** One after the other: in a large case all of them would not be in memory. */
export function* bankFiles(world: World, options: SampleOptions): Generator<GridFile> {
  const random = world.random('bank-files');
  const legs = allLegs(world);
  let number = 100;
  const numbered = (what: string) => `${number++}_银行流水_${what}`;
  const narrow: StatementPeriod[] = [];
  const inSheets: StatementPeriod[] = [];
  let orgs = 0;
  let people = 0;
  let oldFiles = 0;
  for (const period of world.statements.values()) {
    const lines = legs.get(period.account.id) ?? [];
    const { holder } = period.account;
    if (holder.kind === 'person' && (period.to - period.from < 500 || people % 8 === 7)) {
      narrow.push(period);
      if (period.to - period.from >= 500) people++;
      continue;
    }
    if (
      holder.kind === 'person' &&
      people % 8 === 6 &&
      inSheets.every((other) => other.account.holder.name !== holder.name)
    ) {
      inSheets.push(period);
      people++;
      continue;
    }
    const list = holder.kind === 'org' ? corporateTemplates : personalTemplates;
    const turn = holder.kind === 'org' ? orgs++ : people++;
    const wished = list[turn % list.length]!;
    const template =
      wished === personalSigned && ambiguous(lines)
        ? withSerialNumbers
        : wished.direction === 'signed' && options.scope === 'all' && oneDirection(lines)
          ? list.find(({ direction }) => direction === 'two')!
          : wished;
    const turned = template.formats[(Math.floor(turn / list.length) + turn) % template.formats.length]!;
    const old = turned === 'xls' && lines.length <= XLS_ROWS && oldFiles < XLS_FILES;
    if (old) oldFiles++;
    const workbook = options.scope === 'all' && turn % 9 === 4 ? 'html' : 'xlsx';
    const format = turned === 'xlsx' || (turned === 'xls' && !old) ? workbook : turned;
    yield* statementFiles(
      random.stream(period.account.id),
      options,
      template,
      { format, again: options.noise > 0 && turn % 5 === 2 },
      period,
      lines,
      numbered(fileLabel(period)),
    );
    legs.delete(period.account.id);
  }
  for (let at = 0; at < inSheets.length; at += 3) {
    const group = inSheets.slice(at, at + 3);
    yield namesInSheets(random.stream(`sheets/${at}`), options, group, legs, `${numbered('个人账户汇总')}（合成数据）`);
  }
  for (let at = 0; at < narrow.length; at += 10) {
    const group = narrow.slice(at, at + 10);
    yield inquiryFile(random.stream(`platform/${at}`), options, group, legs, `${numbered('查询反馈')}（合成数据）`);
  }
}

const fileLabel = (period: StatementPeriod): string => {
  const { holder } = period.account;
  return holder.kind === 'org' ? holder.short : `${holder.name}_${period.account.number.slice(-4)}`;
};

/** Every line of every statement in booking order, with its balance. */
function allLegs(world: World): Map<string, Leg[]> {
  const raw = new Map<string, Array<{ transfer: Transfer; incoming: boolean }>>();
  for (const transfer of world.transfers) {
    const day = dayOfStamp(transfer.at);
    for (const [account, incoming] of [
      [transfer.from, false],
      [transfer.to, true],
    ] as const) {
      if (!world.shows(account, day)) continue;
      // the bank shows a refused payment to the payer only
      if (transfer.failed && incoming) continue;
      const list = raw.get(account.id) ?? [];
      list.push({ transfer, incoming });
      raw.set(account.id, list);
    }
  }
  const legs = new Map<string, Leg[]>();
  for (const [id, list] of raw) {
    const { account } = world.statements.get(id)!;
    list.sort((a, b) => a.transfer.at - b.transfer.at || (a.transfer.id < b.transfer.id ? -1 : 1));
    let balance: Fen = openingBalance(list);
    legs.set(
      id,
      list.map(({ transfer, incoming }, i) => {
        if (!transfer.failed) balance += incoming ? transfer.fen : -transfer.fen;
        const { year, month, date } = civilDate(dayOfStamp(transfer.at));
        return {
          transfer,
          account,
          other: incoming ? transfer.from : transfer.to,
          incoming,
          at: transfer.at,
          balance,
          serial: `${year}${two(month)}${two(date)}${String(i + 1).padStart(8, '0')}`,
        };
      }),
    );
  }
  return legs;
}

/** Enough that no balance ever falls below zero. */
function openingBalance(list: ReadonlyArray<{ transfer: Transfer; incoming: boolean }>): Fen {
  let balance = 0;
  let lowest = 0;
  for (const { transfer, incoming } of list) {
    if (transfer.failed) continue;
    balance += incoming ? transfer.fen : -transfer.fen;
    lowest = Math.min(lowest, balance);
  }
  return yuan(2_317.45) - lowest;
}

/** Whether two lines could be taken for one where there is neither a serial number nor a time. */
function ambiguous(legs: readonly Leg[]): boolean {
  const keys = new Set(legs.map((leg) => keyWithoutSerial(leg, dayOfStamp(leg.at))));
  return keys.size < legs.length;
}

/** Whether hardly a line goes the other way: where none does, no sign tells which way the others go. */
const oneDirection = (legs: readonly Leg[]): boolean => {
  const incoming = legs.filter((leg) => leg.incoming).length;
  return Math.min(incoming, legs.length - incoming) < legs.length / 10;
};

function statementFiles(
  random: Random,
  options: SampleOptions,
  template: BankTemplate,
  { format, again: twice }: { format: FileFormat; again: boolean },
  period: StatementPeriod,
  legs: readonly Leg[],
  name: string,
): GridFile[] {
  const hand = handOf(random, options, template, format);
  const shown = template.success ? legs : legs.filter((leg) => !leg.transfer.failed);
  const written = writeLegs(random, hand, shown);
  const again = twice ? redelivered(period, shown, written) : undefined;
  const first = again ? again.first : written;
  const files: GridFile[] = [
    { name: named(name, format), format, sheets: [sheetOf(random, hand, period, first, '明细')] },
  ];
  if (again) {
    files.push({
      name: named(`${name}_补充调取`, format),
      format,
      sheets: [sheetOf(random, hand, again.period, again.second, '明细')],
    });
  }
  return files;
}

interface WrittenLeg {
  readonly leg: Leg;
  readonly row: GridRow;
}

/** The first delivery ends earlier, the second begins before that: the months in between come twice. */
function redelivered(period: StatementPeriod, legs: readonly Leg[], written: readonly WrittenLeg[]) {
  const firstEnds: Day = Math.min(dayOf(2024, 9, 30), period.to);
  const secondBegins: Day = Math.max(dayOf(2024, 7, 1), period.from);
  if (secondBegins >= firstEnds || legs.length === 0) return undefined;
  const dayOfLine = (line: WrittenLeg) => dayOfStamp(line.leg.at);
  const first = written.filter((line) => dayOfLine(line) <= firstEnds);
  const second = written
    .filter((line) => dayOfLine(line) >= secondBegins)
    .filter((line) => !line.row.problems || dayOfLine(line) > firstEnds)
    .map((line) =>
      dayOfLine(line) <= firstEnds && line.row.fate === 'imported'
        ? { leg: line.leg, row: { ...line.row, fate: 'duplicate' as const } }
        : line,
    );
  return { first, second, period: { ...period, from: secondBegins } };
}

function handOf(random: Random, options: SampleOptions, template: BankTemplate, format: FileFormat): BankHand {
  const spreadsheet = format === 'xlsx' || format === 'xls';
  const fits = template.dates.filter((style) => spreadsheet || (style !== 'serial' && style !== 'serialSlash'));
  return {
    template,
    date: random.pick(fits),
    money: random.pick(template.money),
    spreadsheet,
    noise: options.noise,
    whole: options.scope === 'all',
  };
}

/** Lines in order; some come twice, a few cannot be read. Planted lines stay readable. */
function writeLegs(random: Random, hand: BankHand, legs: readonly Leg[]): WrittenLeg[] {
  const lines: WrittenLeg[] = [];
  legs.forEach((leg, i) => {
    const breakable = !leg.transfer.told && leg.transfer.reverses === undefined;
    const broken =
      breakable && random.chance(0.004 * hand.noise) ? (random.chance(0.5) ? 'amount' : 'date') : undefined;
    const row = writeLeg(random, hand, leg, i + 1, broken);
    lines.push({ leg, row });
    if (!row.problems && random.chance(0.02 * hand.noise)) lines.push({ leg, row: { ...row, fate: 'duplicate' } });
  });
  return lines;
}

function sheetOf(
  random: Random,
  hand: BankHand,
  period: StatementPeriod,
  lines: readonly WrittenLeg[],
  name: string,
): GridSheet {
  const { template } = hand;
  const rows: GridRow[] = template.titles(period).map((cells) => rowOf(cells, cells.length === 0 ? 'blank' : 'title'));
  const merges: Array<readonly [number, number, number]> = [];
  if (rows[0]?.fate === 'title') merges.push([0, 0, template.columns.length - 1]);
  rows.push(headerRow(template, 'header'));
  const page = template.footer === 'pages' && hand.noise > 0 ? random.int(36, 60) : 0;
  lines.forEach((line, i) => {
    rows.push(line.row);
    if (page > 0 && (i + 1) % page === 0 && i + 1 < lines.length) {
      rows.push(
        totalRow(hand, lines.slice(i + 1 - page, i + 1), '本页小计'),
        rowOf([`第${(i + 1) / page}页`], 'skipped'),
        headerRow(template, 'skipped'),
      );
    }
  });
  if (hand.noise > 0) rows.push(...footer(hand, lines));
  const hidden = template.columns.flatMap(({ field }, at) => (seldomShown.has(field ?? '') ? [at] : []));
  return {
    name,
    category: 'bank_flow',
    columns: template.columns,
    rows,
    merges,
    ...(hand.whole && hand.noise > 0 && hidden.length > 0 ? { hidden } : {}),
  };
}

/** What whoever prepared a workbook hides. */
const seldomShown: ReadonlySet<string> = new Set(['voucher_type', 'voucher_no', 'currency', 'txn_type']);

const headerRow = (template: BankTemplate, fate: 'header' | 'skipped'): GridRow =>
  rowOf(
    template.columns.map((column) => column.header),
    fate,
  );

function footer(hand: BankHand, lines: readonly WrittenLeg[]): GridRow[] {
  switch (hand.template.footer) {
    case 'total':
      return [totalRow(hand, lines, '合计')];
    case 'pages':
      return [totalRow(hand, lines, '合计'), rowOf(['以下无正文'], 'skipped')];
    case 'notes':
      return [
        rowOf([], 'blank'),
        rowOf(['以下无正文'], 'skipped'),
        rowOf(['制表：系统', null, null, '复核：'], 'skipped'),
      ];
    case 'none':
      return [];
  }
}

/** A line of sums: the word first, the sums under the amount columns. */
function totalRow(hand: BankHand, lines: readonly WrittenLeg[], word: string): GridRow {
  const sum = (field: string): Fen => lines.reduce((total, line) => total + (line.row.amounts?.[field] ?? 0), 0);
  const cells: GridCell[] = hand.template.columns.map(({ field }, i) => {
    if (i === 0) return word;
    return field === 'amount' || field === 'amount_in' || field === 'amount_out'
      ? writeMoney(sum(field), hand.money)
      : null;
  });
  return rowOf(cells, 'skipped');
}

function namesInSheets(
  random: Random,
  options: SampleOptions,
  group: readonly StatementPeriod[],
  legs: Map<string, Leg[]>,
  name: string,
): GridFile {
  const format: FileFormat = 'xlsx';
  const sheets = group.map((period) => {
    const hand = handOf(random, options, personalSheets, format);
    const lines = (legs.get(period.account.id) ?? []).filter((leg) => !leg.transfer.failed);
    return sheetOf(random, hand, period, writeLegs(random, hand, lines), period.account.holder.name);
  });
  return { name: named(name, format), format, sheets };
}

function inquiryFile(
  random: Random,
  options: SampleOptions,
  group: readonly StatementPeriod[],
  legs: Map<string, Leg[]>,
  name: string,
): GridFile {
  const format = random.pick(platform.formats);
  const hand = handOf(random, options, platform, format);
  const lines = group.flatMap((period) => writeLegs(random, hand, legs.get(period.account.id) ?? []));
  return { name: named(name, format), format, sheets: [sheetOf(random, hand, group[0]!, lines, '账户交易明细')] };
}

/** The file's name with its ending; sheets of text files bear the file's name. */
export const named = (name: string, format: FileFormat): string =>
  `${name}.${format === 'xlsx' ? 'xlsx' : format === 'xls' || format === 'html' ? 'xls' : 'csv'}`;
