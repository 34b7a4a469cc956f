import { currentLang, type useWords, wordTable } from '../../app/words.ts';

type T = ReturnType<typeof useWords>['t'];

/** 'company.founded_on' → 成立日期; a label this version does not know is shown as it is. */
export function factWords(label: string): string {
  const [area = '', field = ''] = label.split('.');
  const facts: Readonly<Record<string, Readonly<Record<string, string>>>> = wordTable(currentLang()).joins.fact;
  const words = Object.hasOwn(facts, area) ? facts[area] : undefined;
  return words !== undefined && Object.hasOwn(words, field) ? (words[field] ?? label) : label;
}

const types = [
  'account',
  'id_no',
  'uscc',
  'phone',
  'passport',
  'tax_no',
  'org_code',
  'other_id',
  'email',
  'conference_no',
  'product_code',
  'approval_no',
  'tender_no',
  'contract_no',
  'invoice_no',
  'clue_no',
  'held_account',
] as const;

/** 'id_no' → 身份证. */
export function identifierWords(type: string, t: T): string {
  const known = types.find((each) => each === type);
  return known ? t(`party.types.${known}`) : type;
}
