import type { CellOrEmpty } from '../../../shared/evidence/cell.ts';
import { tidy } from '../../../shared/evidence/text.ts';

/** Why a row below the header is no record. */
export type SkipReason = 'header' | 'total' | 'page' | 'note';

/** Why of a row that a person left out. */
export const leftOutByHand = 'by-hand';

/** Why of a row that repairs another: `duplicate_of` is the row it repairs. */
export const repaired = 'repair';

const space = /\s+/g;
/** The whole cell says it: 合 计, 本月合计, 期初余额, 过次页. */
const totalCell =
  /^(?:(?:本页|本日|本月|本期|本年|本季|本季度|本次|本表|当月|当日|当页|本期间|人民币|全部|全年|以上|累计|收入|支出|借方|贷方|费用|金额|部门|科目|账户|交易)*(?:小计|合计|总计|累计|共计|总额|汇总|合计数|总合计)(?:数|金额|笔数|人数|次数|额)?|期初余额|期末余额|上年结转|年初余额|结转下年|承前页|过次页|上页结转|转次页|结转下页|sub-?total|grandtotal|total)[:：]?$/i;
/** The cell begins so, and the row has no date or name of its own. */
const totalStart =
  /^(?:合计|总计|小计|共计|累计|总笔数|总金额|本页(?:小计|合计|支出|收入)|支出笔数|收入笔数|支出(?:累计|合计|总计)|收入(?:累计|合计|总计)|借方(?:合计|累计|笔数)|贷方(?:合计|累计|笔数)|人民币合计|记录数|共\s*\d+\s*[条笔行页项人场])/;
const pageMark = /^(?:第\s*\d+\s*页.*|共\s*\d+\s*页.*|-+\s*\d+\s*-+|\d+\s*\/\s*\d+(?:\s*页)?|page\s*\d+.*)$/i;
const noteWords =
  /制表|制单|审核人?[:：]|复核人?[:：]|打印(?:时间|日期|人)|以下(?:无正文|空白)|无正文|^注[:：]|备注[:：]|说明[:：]|声明|经办人?[:：]|盖章|签字|签名[:：]|填表|填报|编制|导出(?:时间|日期)|查询(?:时间|日期)|负责人[:：]|联系电话[:：]|报告结束|^-{3,}|^\*{3,}|^={3,}/;

/** A total, sub-total or page mark by its words. `hasEssential`: whether the row has a readable date, amount or name of its own. */
export function totalOrPage(cells: readonly CellOrEmpty[], hasEssential: () => boolean): SkipReason | undefined {
  let filled = 0;
  for (const cell of cells) {
    if (cell === null) continue;
    filled++;
    if (filled > 4 || cell.type !== 'text' || cell.shown.length > 60) continue;
    if (cannotSayIt(cell.shown)) continue;
    const says = wordOf(cell.shown);
    if (says === 'plain') continue;
    if (says === 'blank') filled--;
    else if (says === 'total') return 'total';
    else if (says === 'total-start' && !hasEssential()) return 'total';
    else if (pageMark.test(tidy(cell.shown)) && cells.filter((each) => each !== null).length <= 2) return 'page';
  }
  return undefined;
}

// what totals, page marks and their like begin with; blanks and full width forms are looked at in full
const beginnings = new Set('本当全人以累收支借贷费金部科账交小合总汇共期年上结承过转记第');
const numeral = /^[0-9]/;
const letterOrCharacter = /^[A-FH-OQRU-Za-fh-oqru-z\u4e00-\u9fff]/;

/** Seen at once from its first character: names, dates and amounts are neither totals nor page marks. 3/12 may be one. */
const cannotSayIt = (shown: string): boolean =>
  numeral.test(shown)
    ? !shown.includes('/') && !shown.includes('页')
    : letterOrCharacter.test(shown) && !beginnings.has(shown[0] as string);

type Word = 'blank' | 'total' | 'total-start' | 'page' | 'plain';
const knownWords = new Map<string, Word>();

/** What a cell says by itself; most cells of a ledger say what thousands before them said. */
function wordOf(shown: string): Word {
  const known = knownWords.get(shown);
  if (known) return known;
  if (knownWords.size > 50_000) knownWords.clear();
  const text = tidy(shown);
  const tight = text.replace(space, '');
  const word =
    tight === ''
      ? 'blank'
      : totalCell.test(tight)
        ? 'total'
        : totalStart.test(tight)
          ? 'total-start'
          : pageMark.test(text)
            ? 'page'
            : 'plain';
  knownWords.set(shown, word);
  return word;
}

/** A row of which no required value could be read: a note where few cells are filled, otherwise a row that must be shown as rejected. */
export function isNote(cells: readonly CellOrEmpty[], columns: number): boolean {
  const texts = cells
    .filter((cell) => cell !== null)
    .map((cell) => tidy(cell.shown))
    .filter((text) => text !== '');
  if (texts.length <= 1 && columns >= 3) return true;
  if (texts.length > Math.max(3, columns / 3)) return false;
  return texts.some((text) => noteWords.test(text)) || texts.every((text) => /[:：]/.test(text));
}

/** 表头 again in the middle of the rows, as page breaks leave it: most filled cells say what their header says. */
export function repeatsHeader(cells: readonly CellOrEmpty[], headers: ReadonlyMap<number, string>): boolean {
  let filled = 0;
  let same = 0;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (!cell) continue;
    if (cell.type !== 'text') return false;
    const header = headers.get(index);
    filled++;
    if (header !== undefined && header === cell.shown.trim()) same++;
    else if (filled - same > 3) return false;
  }
  return same >= 2 && same >= filled * 0.6;
}
