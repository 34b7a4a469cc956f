import { tidy } from '../../../shared/evidence/text.ts';
import type { MentionDraft, SeenIdentifier } from './mention.ts';

/** 产品, 招标项目, 合同, 发票, 线索 as one row names them. */
interface Thing {
  readonly kind: 'product' | 'tender' | 'contract' | 'invoice' | 'clue';
  /** its own number, as it settles what it is: 医保编码, 项目编号 and 包号, 合同编号, 发票代码 and 号码 */
  readonly no?: { readonly field: string; readonly value: string | undefined };
  readonly name?: { readonly field: string; readonly value: string | undefined };
  /** what else tells things of one name apart: 规格, 生产企业 */
  readonly apart?: ReadonlyArray<string | undefined>;
}

const numberTypes = {
  product: 'product_code',
  tender: 'tender_no',
  contract: 'contract_no',
  invoice: 'invoice_no',
  clue: 'clue_no',
} as const;

/** Punctuation, blanks and brackets are typed at will. */
const comparable = (text: string): string =>
  tidy(text)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s"'“”‘’《》<>【】[\]()·・:,.。、\-—_/\\|]+/g, '');

/** 1, 2, 3 are line numbers of a list: they name nothing in another list. */
const isLineNumber = (no: string): boolean => /^\d{1,3}$/.test(no);

/**
 * The mention of a thing: its number where it has one, and its name with what tells namesakes apart. Rows that give a number make the
 * same thing; rows that give only the name are brought to it by the parties' resolver. undefined: the row names none.
 */
export function thingMention({ kind, no, name, apart = [] }: Thing): MentionDraft | undefined {
  const number = no?.value === undefined || isLineNumber(no.value) ? undefined : tidy(no.value).toUpperCase();
  const written = name?.value === undefined ? '' : tidy(name.value);
  const shown = written || number || '';
  if (shown === '') return undefined;
  const key = written === '' ? '' : [written, ...apart.filter((each) => each !== undefined)].map(comparable).join(' ');
  const field = (written === '' ? no?.field : name?.field) ?? '';
  const identifiers: SeenIdentifier[] =
    number === undefined || no === undefined
      ? []
      : [{ type: numberTypes[kind], value: number, keyable: true, field: no.field }];
  return {
    mention: true,
    kind,
    name: shown,
    key,
    idType: number === undefined ? null : numberTypes[kind],
    idValue: number ?? null,
    account: null,
    phone: null,
    orgKey: null,
    dept: null,
    masked: false,
    field,
    identifiers,
  };
}
