import { thingKinds } from '../../../shared/ontology/kind.ts';

/** What a mention can be the mention of. Only mentions of one sort are ever joined, except that an account finds its holder. */
export type Sort =
  | 'nothing'
  | 'person'
  | 'org'
  | 'department'
  | 'conference'
  | 'thing'
  | 'account'
  | 'cash'
  | 'institution';

const sortOfKind: ReadonlyMap<string, Sort> = new Map([
  ['person', 'person'],
  ['department', 'department'],
  ['conference', 'conference'],
  ['account', 'account'],
  ['phone', 'account'],
  ['held-account', 'thing'],
  ['cash', 'cash'],
  ['payment-institution', 'institution'],
  ...thingKinds.filter((kind) => kind !== 'conference').map((kind) => [kind, 'thing'] as const),
]);

/**
 * What an identifier is good for. id_no and uscc settle who somebody is by themselves; a document or a phone only beside the
 * same name; the number of a conference, product, tender, contract, invoice, lead or account held is that thing's own; a landline, an address or an employee number is shared by too many.
 */
type Use = 'id_no' | 'uscc' | 'document' | 'account' | 'phone' | 'thing';
const uses: ReadonlyMap<string, Use> = new Map([
  ['id_no', 'id_no'],
  ['id_card', 'id_no'],
  ['uscc', 'uscc'],
  ['passport', 'document'],
  ['tax_no', 'document'],
  ['org_code', 'document'],
  ['account', 'account'],
  ['account_no', 'account'],
  ['card', 'account'],
  ['bank_card', 'account'],
  ['email', 'account'],
  ['phone', 'phone'],
  ['mobile', 'phone'],
  ['conference_no', 'thing'],
  ['product_code', 'thing'],
  ['approval_no', 'document'],
  ['tender_no', 'thing'],
  ['contract_no', 'thing'],
  ['invoice_no', 'thing'],
  ['clue_no', 'thing'],
  ['held_account', 'thing'],
]);

const mobile = /^1[3-9]\d{9}$/;

/** What an identifier may be compared for; undefined: for nothing. A landline is the whole house's. */
export function purposeOf(type: string, value: string): Use | undefined {
  const use = uses.get(type);
  return use === 'phone' && !mobile.test(value) ? undefined : use;
}

/** What a mention is the mention of, and which number beside it settles who that is. */
export interface Settled {
  readonly sort: Sort;
  readonly by: 'id_no' | 'uscc' | undefined;
}

/** What stands beside a name, as far as it matters for what the name is. */
export interface Beside {
  readonly idNo: boolean;
  readonly uscc: boolean;
  readonly any: boolean;
}

/** `kind` is the store's; `isNamed` false means that the cell named nobody. */
export function settle(kind: string, isNamed: boolean, { idNo, uscc, any }: Beside): Settled {
  let sort = sortOfKind.get(kind) ?? 'org';
  // In a mixed column the kind is read off the name; a valid number beside it knows better.
  if (kind === 'org' && idNo && !uscc) sort = 'person';
  if (kind === 'person' && uscc && !idNo) sort = 'org';
  if (!isNamed && sort !== 'cash' && sort !== 'conference' && sort !== 'thing') sort = any ? 'account' : 'nothing';
  if (sort === 'person') return { sort, by: idNo ? 'id_no' : undefined };
  if (sort === 'org' || sort === 'department') return { sort, by: uscc ? 'uscc' : undefined };
  if (sort === 'account') return { sort, by: uscc ? 'uscc' : idNo ? 'id_no' : undefined };
  return { sort, by: undefined };
}
