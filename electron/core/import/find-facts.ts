import { cellAddress, textCell } from '../../../shared/evidence/cell.ts';
import { readIdentifier } from '../../../shared/evidence/identifier.ts';
import { looksLikeOrg, looksLikePerson, orgFamily } from '../../../shared/evidence/name.ts';
import { normHeader, saysNothing, tidy } from '../../../shared/evidence/text.ts';
import { splitUnit, titleUnit, type Unit } from '../../../shared/evidence/unit.ts';
import type { SheetFact } from '../../../shared/protocol/import.requests.ts';
import { namesOf, type SheetDefinition } from '../sheets/sheet.ts';
import { findPeriod } from './find-period.ts';
import type { SheetGrid } from './read/grid.ts';

/** Names around a table: of the sheet (null where a text file has none of its own), the file, the folder. */
export interface Surroundings {
  readonly sheet: string | null;
  readonly file: string;
  readonly folder: string;
}

/**
 * What stands above the table or in a name and holds for every row: 户名：张某, 卡号 6222…, 会议名称：…. Order of trust: title row, sheet, file,
 * folder. Only fields that the sheet allows in its context and that have no column of their own.
 */
export function findFacts(
  grid: SheetGrid,
  above: number,
  sheet: SheetDefinition,
  mapped: ReadonlySet<string>,
  names: Surroundings,
): SheetFact[] {
  const wanted = new Map(
    sheet.context
      .filter((field) => !mapped.has(field))
      .flatMap((field) => namesOf(sheet.fields[field] as never).map((name) => [normHeader(name), field] as const)),
  );
  const facts = new Map<string, SheetFact>();
  const take = (fact: SheetFact) => {
    if (!facts.has(fact.field)) facts.set(fact.field, fact);
  };
  for (const { key, value, cell } of titlePairs(grid, above)) {
    const field = wanted.get(normHeader(key));
    if (field !== undefined && fits(sheet, field, value)) take({ field, value, from: 'title', cell });
  }
  const fields = new Set(wanted.values());
  for (const { text, cell } of titles(grid, above)) {
    for (const [field, value] of insideName(text, sheet, fields)) take({ field, value, from: 'title', cell });
  }
  for (const [from, name] of [
    ['sheet', names.sheet ?? ''],
    ['file', names.file.replace(/\.[^.\s]{1,5}$/, '')],
    ['folder', names.folder.split(/[\\/]/).findLast((part) => part !== '') ?? ''],
  ] as const) {
    for (const [field, value] of insideName(name, sheet, fields)) take({ field, value, from, cell: null });
  }
  const period = findPeriod(grid, above);
  if (period) take(period);
  return [...facts.values()];
}

interface Pair {
  readonly key: string;
  readonly value: string;
  readonly cell: string;
}

const colonPair =
  /([\p{Script=Han}A-Za-z()/·]{2,14})\s*:\s*\[?([^:]*?)\]?(?=\s{2,}|[,，;；\s]+[\p{Script=Han}A-Za-z()/·]{2,14}\s*:|$)/gu;

/** 户名：张某 in one cell, or 户名 and 张某 in neighbouring cells, in the rows above the header. */
function titlePairs(grid: SheetGrid, above: number): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < above; i++) {
    const cells = grid.cells(i);
    const n = grid.number(i);
    for (const [column, each] of cells.entries()) {
      if (each === null) continue;
      const text = tidy(each.shown).replace(/\n/g, '  ');
      let found = false;
      for (const [, key = '', value = ''] of text.matchAll(colonPair)) {
        if (value.trim() === '' || saysNothing(value.trim())) continue;
        found = true;
        pairs.push({ key: key.trim(), value: value.trim(), cell: cellAddress(column, n) });
      }
      if (found || text.length > 14) continue;
      const next = cells.findIndex((other, at) => at > column && other !== null);
      const beside = next > column ? tidy(cells[next]?.shown ?? '') : '';
      if (beside !== '' && !saysNothing(beside)) {
        pairs.push({ key: text.replace(/:$/, ''), value: beside, cell: cellAddress(next, n) });
      }
    }
  }
  return pairs;
}

/** Titles: a row above the header that holds one short text and no key. */
function titles(grid: SheetGrid, above: number): Array<{ text: string; cell: string }> {
  const found: Array<{ text: string; cell: string }> = [];
  for (let i = 0; i < above; i++) {
    const filled = [...grid.cells(i).entries()].filter(([, cell]) => cell !== null);
    const [column, cell] = filled[0] ?? [];
    if (filled.length !== 1 || column === undefined || !cell) continue;
    const text = tidy(cell.shown);
    if (text.length <= 60 && !text.includes(':')) found.push({ text, cell: cellAddress(column, grid.number(i)) });
  }
  return found;
}

const isName = (sheet: SheetDefinition, field: string): boolean =>
  sheet.fields[field]?.type.startsWith('name_') ?? false;

/** 单位：万元 names no company, and 姓名：2024年 nobody. */
function fits(sheet: SheetDefinition, field: string, value: string): boolean {
  if (!isName(sheet, field)) return true;
  if (/^(?:人民币)?(?:元|千元|万元|亿元)$/.test(value)) return false;
  return !/\d{4}年|^\d+$/.test(value) && value.length <= 60;
}

const noise =
  /(?:个人|对公|单位|本人|全部|名下)?(?:银行|交易|账户|资金|历史|微信|支付宝|财付通|往来)*(?:流水|账单|对账单|交易明细|明细账|明细表|明细|清单|查询结果|统计表|汇总表|签到表|名单|台账|登记表|记录|数据|导出|信息).*$/;
const period =
  /(?:19|20)\d{2}年?(?:\d{1,2}月?)?(?:[-至~](?:19|20)?\d{2,4}年?(?:\d{1,2}月?)?)?(?:度|上半年|下半年|第?[一二三四1-4]季度)?/g;
const orgName =
  /[\p{Script=Han}A-Za-z()]{2,40}?(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|医院|学会|协会|基金会|药业|医药|事务所)/u;

/** Names, accounts and identity numbers inside the title of a table or the name of a file: 张某_6222…_流水.xlsx. */
function insideName(name: string, sheet: SheetDefinition, wanted: ReadonlySet<string>): Array<[string, string]> {
  const text = tidy(name);
  const found: Array<[string, string]> = [];
  const nameField = sheet.context.find((field) => wanted.has(field) && isName(sheet, field));
  const orgOnly = nameField !== undefined && sheet.fields[nameField]?.type.startsWith('name_org');
  for (const token of text.replace(period, ' ').split(/[_\-—–\s+,，、。.;；()（）【】[\]]+/)) {
    const number = /^\d{12,19}$/.exec(token)?.[0] ?? (/^\d{17}[\dXx]$/.test(token) ? token : undefined);
    if (number !== undefined) {
      const field = numberField(number, wanted);
      if (field !== undefined) found.push([field, number]);
      continue;
    }
    if (nameField === undefined || /银行|信用社|农商行|支付宝|微信|财付通/.test(token.replace(noise, ''))) continue;
    const bare = token.replace(noise, '');
    if (!orgOnly && looksLikePerson(bare)) found.push([nameField, bare]);
  }
  if (nameField !== undefined) {
    const org = orgName.exec(text.replace(period, ' '))?.[0].trim();
    // a distributor's list of deliveries is no hospital's
    const fitting = nameField !== 'hospital' || (org !== undefined && orgFamily(org) === 'hospital');
    if (org !== undefined && fitting && looksLikeOrg(org) && !/银行|支付宝|微信/.test(org))
      found.push([nameField, org]);
  }
  return found;
}

function numberField(number: string, wanted: ReadonlySet<string>): string | undefined {
  const id = readIdentifier('id_card', textCell(number));
  if (number.length === 18 && id.ok && wanted.has('holder_id_no')) return 'holder_id_no';
  return ['holder_account', 'holder_card'].find((field) => wanted.has(field));
}

const bracketedUnit = /[(（【[][^()（）]*(?:千万元|百万元|亿元|万元|千元|元)\s*[)）】\]]\s*$/;

/** 单位：万元 above the table, or a title such as 费用明细表（万元）. */
export function unitAbove(grid: SheetGrid, above: number): Unit | undefined {
  for (let i = 0; i < above; i++) {
    for (const cell of grid.cells(i)) {
      if (cell === null || cell.type !== 'text') continue;
      const unit =
        titleUnit(cell.shown) ??
        (cell.shown.length < 40 && bracketedUnit.test(cell.shown) ? splitUnit(cell.shown).unit : undefined);
      if (unit !== undefined) return unit;
    }
  }
  return undefined;
}
