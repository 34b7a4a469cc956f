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
 * What an identifier is good for. 'number' settles who somebody is by itself; 'document' and 'phone' only beside the same name;
 * a landline, an address or an employee number is shared by too many.
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
  phone: 'phone',
  mobile: 'phone',
  conference_no: 'conference',
};

/** One value beside a mention, with what it may be compared for. */
export interface Comparable {
  readonly use: Use;
  readonly value: string;
}

/** A mention as the store holds it. */
export type MentionRow = [
  id: number,
  kind: string,
  name: string,
  key: string,
  idType: string | null,
  idValue: string | null,
  account: string | null,
  phone: string | null,
  orgKey: string | null,
  dept: string | null,
  masked: number,
  party: number | null,
  reason: string | null,
  joined: number | null,
];

/** The part of a mention by which it is compared. */
export interface MentionEvidence {
  readonly sort: Sort;
  readonly comparables: readonly Comparable[];
  /** the value that settles who it is, `id_no 990000…` or `uscc 91990000…`; '' = none */
  readonly number: string;
  /** 622202******3391, '' = none */
  readonly maskedAccount: string;
}

/**
 * Gathers what a mention may be compared by: its own columns and the keyable identifiers beside it. In the columns a value that is
 * damaged, masked or fails its check begins with ? and is never compared.
 */
export function evidenceOf(
  row: MentionRow,
  beside: ReadonlyArray<readonly [type: string, value: string]>,
): MentionEvidence {
  const [, kind, , key, idType, idValue, account, phone] = row;
  const comparables: Comparable[] = [];
  const add = (type: string, value: string | null) => {
    const use = uses[type];
    if (use === undefined || value === null || value === '' || value.startsWith('?') || value.includes('*')) return;
    if (!comparables.some((each) => each.use === use && each.value === value)) comparables.push({ use, value });
  };
  for (const [type, value] of beside) add(type, value);
  if (idType !== null) add(idType, idValue);
  add('account', account);
  add('phone', phone);

  const first = (use: Use) => comparables.find((each) => each.use === use);
  const idNo = first('id_no');
  const uscc = first('uscc');
  let sort = sortOfKind[kind] ?? 'org';
  // In a mixed column the kind is read off the name; a valid number beside it knows better.
  if (kind === 'org' && idNo && !uscc) sort = 'person';
  if (kind === 'person' && uscc && !idNo) sort = 'org';
  if (key === '' && sort !== 'cash' && sort !== 'conference') sort = comparables.length > 0 ? 'account' : 'nothing';
  const settles =
    sort === 'person'
      ? idNo
      : sort === 'org' || sort === 'department'
        ? uscc
        : sort === 'account'
          ? (uscc ?? idNo)
          : undefined;
  return {
    sort,
    comparables,
    number: settles ? `${settles.use} ${settles.value}` : '',
    maskedAccount: account?.includes('*') ? account.replace(/^\?/, '') : '',
  };
}
