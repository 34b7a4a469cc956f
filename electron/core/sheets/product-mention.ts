import { orgKey } from '../../../shared/evidence/name.ts';
import { isNationalCode } from '../../../shared/evidence/product-code.ts';
import type { MentionDraft } from './mention.ts';
import type { RowContext } from './sheet.ts';
import { thingMention } from './thing-mention.ts';

/** 药品、耗材 as one row names them. */
interface Goods {
  readonly code: readonly [field: string, value: string | undefined];
  readonly approval?: readonly [field: string, value: string | undefined];
  readonly name: readonly [field: string, value: string | undefined];
  readonly spec: string | undefined;
  readonly manufacturer: string | undefined;
}

/** 国药准字 is given to one preparation; 注册证 of a device covers every size of it and settles none. */
const drugApproval = /^国药准字[A-Z]\d{8}$/;

/**
 * The product of a row. What settles it: a national code (医保编码, 药品本位码), else 国药准字; without either the name together with
 * 规格 and 生产企业. A code of a hospital's own settles nothing elsewhere: it is kept in its column only.
 */
export function productMention(
  { code, approval, name, spec, manufacturer }: Goods,
  row: RowContext,
): MentionDraft | undefined {
  const written = code[1];
  const national = isNationalCode(written);
  if (written !== undefined && !national && row.header(code[0]).includes('医保'))
    row.warn('product.code-form', code[0]);
  const mention = thingMention({
    kind: 'product',
    ...(national && { no: { field: code[0], value: written?.replace(/\s/g, '') } }),
    name: { field: name[0], value: name[1] },
    apart: [comparableSpec(spec), manufacturer === undefined ? undefined : orgKey(manufacturer)],
  });
  const licence = approval?.[1]?.replace(/\s/g, '').toUpperCase();
  if (!mention || approval === undefined || licence === undefined || !drugApproval.test(licence)) return mention;
  const stated = { type: 'approval_no', value: licence, keyable: true, field: approval[0] } as const;
  return {
    ...mention,
    ...(mention.idValue === null && { idType: 'approval_no', idValue: licence }),
    identifiers: [...mention.identifiers, stated],
  };
}

/** 0.5g×24片 and 0.5G*24片 are one. */
const comparableSpec = (spec: string | undefined): string | undefined =>
  spec?.normalize('NFKC').replace(/[×xX✕✖＊]/g, '*');

/** 项目类别 that are no goods: they make no product. */
const noGoods: ReadonlySet<string> = new Set(['test', 'imaging', 'procedure', 'service']);

/** Whether a line of charges or orders of this kind is about goods; undefined: the sheet does not say what it is. */
export const isGoods = (kind: string | undefined): boolean | undefined =>
  kind === undefined ? undefined : !noGoods.has(kind);
