import { isNationalCode } from '../../../../shared/evidence/product-code.ts';
import { tidy } from '../../../../shared/evidence/text.ts';

/** What a line of an order or of a catalogue says of its goods. */
export interface GoodsWords {
  /** 医保编码 as written */
  readonly code: string | null;
  readonly approval: string | null;
  readonly spec: string | null;
  /** 包装数量 as plain decimal text */
  readonly packQty: string | null;
}

/**
 * 同一药品、耗材: an equal national code; without one an equal 批准文号 with equal 规格 and equal 包装数量. A name alone is never enough,
 * and a code of a hospital's own settles nothing elsewhere. null: the line does not say which product it is.
 */
export function sameProduct({ code, approval, spec, packQty }: GoodsWords): string | null {
  const national = code?.replace(/\s/g, '').toUpperCase();
  if (national !== undefined && isNationalCode(national)) return national;
  if (approval === null || spec === null) return null;
  const pack = packOf(packQty, spec);
  return `${approval.replace(/\s/g, '').toUpperCase()}|${specKey(spec)}|${pack ?? ''}`;
}

/** 0.5g×24片, 0.5G*24 片 and ０．５ｇ＊２４片 are one. */
const specKey = (spec: string): string =>
  tidy(spec)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[×X✕✖＊]/g, '*')
    .replace(/\s/g, '');

/** 规格 without what says how many are in a pack: 0.5G*24片 and 0.5G*12片 are of one strength. */
export const strengthOf = (spec: string): string => specKey(spec).split(/[*/]/)[0]!;

const counted = '(?:片|粒|丸|支|袋|瓶|贴|枚|揿|喷|包|板|盒|只|个|条|根|套|张|块|S|T|TABS?|CAPS?)';
const single = new RegExp(`^(\\d{1,5})${counted}(?:/.*)?$`);
const factor = new RegExp(`^(\\d{1,5})(?:${counted}(?:/.*)?)?$`);

/**
 * How many of the smallest unit one pack holds: the column where it is filled, else the multipliers of 规格
 * (0.5g*24片 → 24, 10mg*7片*2板 → 14, 5cm*10cm → none). null: it is not said.
 */
export function packOf(packQty: string | null, spec: string | null): number | null {
  const stated = packQty === null ? Number.NaN : Number(packQty);
  if (Number.isInteger(stated) && stated > 0 && stated <= 1_000_000) return stated;
  if (spec === null) return null;
  const [first = '', ...rest] = specKey(spec).split('*');
  const numbers = [single.exec(first), ...rest.map((each) => factor.exec(each))].flatMap((found) =>
    found ? [Number(found[1])] : [],
  );
  const pack = numbers.reduce((product, each) => product * each, 1);
  return numbers.length === 0 || pack <= 0 || pack > 1_000_000 ? null : pack;
}

/** Packs are multiples of these; a price that is one of them away from another is more often a box taken for a tablet. */
const packRatios = [
  2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16, 18, 20, 21, 24, 28, 30, 36, 40, 48, 50, 56, 60, 84, 96, 100,
];
const TOLERANCE = 50n; // 2 % either side

/** The pack ratio that `high / low` lies within 2 % of, computed in whole numbers; undefined: none. */
export function packRatio(high: bigint, low: bigint): number | undefined {
  return packRatios.find((each) => {
    const apart = high - BigInt(each) * low;
    return (apart < 0n ? -apart : apart) * TOLERANCE <= BigInt(each) * low;
  });
}
