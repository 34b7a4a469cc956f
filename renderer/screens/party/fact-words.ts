import { joins } from '../../../shared/text/zh-CN/joins.ts';
import type { useWords } from '../../app/words.ts';

type T = ReturnType<typeof useWords>['t'];

const has = <Table extends object>(table: Table, key: string): key is Extract<keyof Table, string> =>
  Object.hasOwn(table, key);

/** 'company.founded_on' → 成立日期; a label this version does not know is shown as it is. */
export function factWords(label: string, t: T): string {
  const [area = '', field = ''] = label.split('.');
  const { company, conference_person: roster, clue } = joins.fact;
  if (area === 'company' && has(company, field)) return t(`joins.fact.company.${field}`);
  if (area === 'conference_person' && has(roster, field)) return t(`joins.fact.conference_person.${field}`);
  if (area === 'clue' && has(clue, field)) return t(`joins.fact.clue.${field}`);
  return label;
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
] as const;

/** 'id_no' → 身份证. */
export function identifierWords(type: string, t: T): string {
  const known = types.find((each) => each === type);
  return known ? t(`party.types.${known}`) : type;
}
