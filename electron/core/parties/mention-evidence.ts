/** What a mention can be the mention of. Only mentions of one sort are ever joined, except that an account finds its holder. */
export type Sort = 'nothing' | 'person' | 'org' | 'department' | 'conference' | 'account' | 'cash' | 'institution';

const sortOfKind: Readonly<Record<string, Sort>> = {
  person: 'person',
  department: 'department',
  conference: 'conference',
  account: 'account',
  cash: 'cash',
  'payment-institution': 'institution',
};

/**
 * What an identifier is good for. id_no and uscc settle who somebody is by themselves; a document or a phone only beside the
 * same name; a landline, an address or an employee number is shared by too many.
 */
type Use = 'id_no' | 'uscc' | 'document' | 'account' | 'phone' | 'conference';
const uses: Readonly<Record<string, Use>> = {
  id_no: 'id_no',
  id_card: 'id_no',
  uscc: 'uscc',
  passport: 'document',
  tax_no: 'document',
  org_code: 'document',
  account: 'account',
  account_no: 'account',
  card: 'account',
  bank_card: 'account',
  email: 'account',
  phone: 'phone',
  mobile: 'phone',
  conference_no: 'conference',
};

const mobile = /^1[3-9]\d{9}$/;

/** What an identifier may be compared for; undefined: for nothing. A landline is the whole house's. */
export function purposeOf(type: string, value: string): Use | undefined {
  const use = uses[type];
  return use === 'phone' && !mobile.test(value) ? undefined : use;
}

/** One value beside a mention, with what it may be compared for. */
export interface Comparable {
  readonly use: Use;
  readonly value: string;
}

/** What a mention is the mention of, and the value that settles who that is. */
export interface Settled {
  readonly sort: Sort;
  readonly by: Comparable | undefined;
}

/** `kind` and `key` are the store's; a key of '' means that the cell named nobody. */
export function settle(kind: string, key: string, comparables: readonly Comparable[]): Settled {
  const idNo = comparables.find((each) => each.use === 'id_no');
  const uscc = comparables.find((each) => each.use === 'uscc');
  let sort = sortOfKind[kind] ?? 'org';
  // In a mixed column the kind is read off the name; a valid number beside it knows better.
  if (kind === 'org' && idNo && !uscc) sort = 'person';
  if (kind === 'person' && uscc && !idNo) sort = 'org';
  if (key === '' && sort !== 'cash' && sort !== 'conference') sort = comparables.length > 0 ? 'account' : 'nothing';
  if (sort === 'person') return { sort, by: idNo };
  if (sort === 'org' || sort === 'department') return { sort, by: uscc };
  return { sort, by: sort === 'account' ? (uscc ?? idNo) : undefined };
}
