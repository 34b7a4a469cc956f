import { tidy } from '../../../shared/evidence/text.ts';
import type { MentionDraft } from './mention.ts';
import { thingMention } from './thing-mention.ts';

/** 招标项目 as one row names it. */
interface Tender {
  readonly no: string | undefined;
  readonly name: string | undefined;
  readonly lot: string | undefined;
}

const chinese = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 第01包, 包1, 一标段 and 1 are one lot: 1. A lot that has a name keeps it. */
export function lotKey(lot: string | undefined): string | undefined {
  if (lot === undefined) return undefined;
  const bare = tidy(lot)
    .toUpperCase()
    .replace(/^第|(?:标段|标包|包件|包|标|号)+$|^(?:标段|标包|包件|包|标)+号?|\s/g, '')
    .replace(/^第/, '');
  if (/^\d+$/.test(bare)) return String(Number(bare));
  const digit = chinese.indexOf(bare);
  return digit > 0 ? String(digit) : bare || tidy(lot);
}

/**
 * The tender of a row. What settles it: 项目编号 and 包号 together, because each lot is won by itself; without a number the name of the
 * project and the lot.
 */
export function tenderMention({ no, name, lot }: Tender): MentionDraft | undefined {
  const key = lotKey(lot);
  const withLot = (text: string | undefined) => (text === undefined || key === undefined ? text : `${text} 第${key}包`);
  return thingMention({
    kind: 'tender',
    no: { field: 'tender_no', value: withLot(no) },
    name: { field: 'tender_name', value: withLot(name) },
  });
}
