import { tidy } from '../../../../shared/evidence/text.ts';

const named: Readonly<Record<string, string>> = {
  today: '今天',
  yesterday: '昨天',
  'this week': '本周',
  'last week': '上周',
  'this month': '本月',
  'last month': '上月',
  'this year': '今年',
  'last year': '去年',
};
const units: Readonly<Record<string, string>> = { day: '天', week: '周', month: '个月', year: '年' };
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const whole = 'january february march april may june july august september october november december sept'.split(' ');

/** A date typed in English words in the words that dates are read in: last 3 months is 近3个月, March 2024 is 2024年3月; undefined: it is none. */
export function englishDays(typed: string): string | undefined {
  const text = tidy(typed).toLowerCase().replace(/[.,]/g, ' ').replace(/\s+/g, ' ').trim();
  if (Object.hasOwn(named, text)) return named[text];
  const [, amount, unit = ''] = /^(?:last|past) (\d{1,3}) (day|week|month|year)s?$/.exec(text) ?? [];
  if (amount !== undefined) return `近${amount}${units[unit]}`;
  const [, quarter, ofYear] = /^q([1-4]) (\d{4})$/.exec(text) ?? [];
  if (quarter !== undefined) return `${ofYear}年${quarter}季度`;
  const found = /^(?:(\d{1,2}) )?([a-z]+)(?: (\d{1,2}))? (\d{4})$/.exec(text);
  if (!found) return undefined;
  const [, before, word = '', after, year] = found;
  const day = before ?? after;
  if (!(months.includes(word) || whole.includes(word)) || (before !== undefined && after !== undefined))
    return undefined;
  return `${year}年${months.indexOf(word.slice(0, 3)) + 1}月${day === undefined ? '' : `${day}日`}`;
}
