import { SSF } from 'xlsx';

/**
 * Formats that a workbook names by number only. Where Excel follows the language of Windows (14, 22, the currencies, 27–36, 50–58) they
 * are those of Chinese Windows, on which these files are looked at.
 */
const builtin: Readonly<Record<number, string>> = {
  5: '"¥"#,##0;"¥"\\-#,##0',
  6: '"¥"#,##0;[Red]"¥"\\-#,##0',
  7: '"¥"#,##0.00;"¥"\\-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"\\-#,##0.00',
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The code of a format known by its number. */
export const builtinFormat = (id: number): string =>
  builtin[id] ?? (SSF.get_table() as Record<number, string>)[id] ?? 'General';

/** Whether a format shows a number as a day or a time. */
export function isDateFormat(code: string): boolean {
  return SSF.is_date(code);
}

/**
 * What Excel shows of a number. Where a format hides it (;;;) or cannot show it (a day before 1900), the number itself is shown: a value
 * that is there must not look like an empty cell.
 */
export function showNumber(code: string, value: number, date1904: boolean): string {
  return format(code, value, date1904) || format('General', value, false) || String(value);
}

function format(code: string, value: number, date1904: boolean): string {
  // 上午/下午 is AM/PM in the language of the format
  const spoken = code.includes('上午/下午') ? code.replaceAll('上午/下午', 'AM/PM') : code;
  try {
    const shown = SSF.format(spoken, value, { date1904 });
    return spoken === code ? shown : shown.replace('AM', '上午').replace('PM', '下午');
  } catch (error) {
    if (error instanceof RangeError) throw error; // memory
    return ''; // a code that no program could read
  }
}
