import {
  behindInstitution,
  isMaskedName,
  isPlaceholderName,
  looksLikeOrg,
  looksLikePerson,
  orgFamily,
  orgKey,
  personKey,
} from '../../../shared/evidence/name.ts';
import { tidy } from '../../../shared/evidence/text.ts';
import type { IdentifierValue } from './field-values.ts';

/** The kinds of party a mention can have before anything is known but what the cell says. */
export type MentionKind =
  | 'person'
  | 'company'
  | 'hospital'
  | 'department'
  | 'association'
  | 'government'
  | 'school'
  | 'org'
  | 'account'
  | 'cash'
  | 'payment-institution'
  | 'conference'
  | 'product'
  | 'tender'
  | 'contract'
  | 'invoice'
  | 'clue'
  | 'held-account'
  | 'phone';

/** An identifier beside a name, with the field whose cell it stands in. */
export interface SeenIdentifier extends IdentifierValue {
  readonly field: string;
}

/**
 * 称谓: one way in which a sheet names somebody, with what stands beside the name. `idValue`, `account` and `phone` only tell mentions apart;
 * a value that is damaged, masked or fails its check begins with ? there and is `keyable: false` among the identifiers.
 */
export interface MentionDraft {
  readonly mention: true;
  readonly kind: MentionKind;
  readonly name: string;
  readonly key: string;
  readonly idType: string | null;
  readonly idValue: string | null;
  readonly account: string | null;
  readonly phone: string | null;
  readonly orgKey: string | null;
  readonly dept: string | null;
  readonly masked: boolean;
  /** the field whose cell names the party */
  readonly field: string;
  readonly identifiers: readonly SeenIdentifier[];
}

/** Everything a row says about one party. */
export interface Named {
  readonly field: string;
  readonly name: string | undefined;
  /** what the field allows: a person, an organisation, or either */
  readonly as: 'person' | 'org' | 'any';
  readonly id?: readonly [field: string, value: IdentifierValue | undefined];
  readonly account?: readonly [field: string, value: IdentifierValue | undefined];
  readonly card?: readonly [field: string, value: IdentifierValue | undefined];
  readonly phone?: readonly [field: string, value: IdentifierValue | undefined];
  /** employer of a person, which tells namesakes apart */
  readonly org?: string | undefined;
  readonly dept?: string | undefined;
}

/**
 * The mention a row makes of a party; undefined where it names nobody. A bare account is a party of kind account; cash and payment institutions are
 * pseudo-parties that never gather identifiers; 本人 is the holder, who must be given by the caller.
 */
export function mentionOf(named: Named, holder?: MentionDraft): MentionDraft | undefined {
  const near = named.account?.[1] === undefined ? undefined : besideAccount.get(named.account[1]);
  if (near && sameBeside(near.named, named)) return near.mention;
  const print = printOf(named);
  const before = made.get(print);
  if (before) {
    if (named.account?.[1]) besideAccount.set(named.account[1], { named, mention: before });
    return before;
  }
  const mention = makeMention(named, holder);
  // 本人 is another mention in every statement
  if (mention && mention.name !== holder?.name) {
    if (made.size > 200_000) made.clear();
    made.set(print, mention);
  }
  return mention;
}

/** The same few thousand parties stand in every row of a statement: equal words give the same object, which the writer knows again. */
const made = new Map<string, MentionDraft>();

/** The last mention beside an account that was read from the very same text: looking at it again costs less than putting its words together. */
const besideAccount = new WeakMap<IdentifierValue, { readonly named: Named; readonly mention: MentionDraft }>();

const sameBeside = (a: Named, b: Named): boolean =>
  a.name === b.name &&
  a.field === b.field &&
  a.as === b.as &&
  a.account?.[0] === b.account?.[0] &&
  a.id?.[1] === b.id?.[1] &&
  a.card?.[1] === b.card?.[1] &&
  a.phone?.[1] === b.phone?.[1] &&
  a.org === b.org &&
  a.dept === b.dept;

const beside = (seen: readonly [string, IdentifierValue | undefined] | undefined): string =>
  seen?.[1] ? `${seen[0]} ${seen[1].type} ${seen[1].keyable ? '' : '?'}${seen[1].value}` : '';

const printOf = ({ field, name, as, id, account, card, phone, org, dept }: Named): string =>
  `${as}\n${field}\n${name}\n${beside(id)}\n${beside(account)}\n${beside(card)}\n${beside(phone)}\n${org}\n${dept}`;

function makeMention(named: Named, holder: MentionDraft | undefined): MentionDraft | undefined {
  const read = readName(named.name === undefined ? '' : tidy(named.name), named.as);
  const { kind } = read;
  if (kind === 'holder')
    return holder && draft(named.field, { ...read, kind: holder.kind, name: holder.name, key: holder.key }, named);
  if (kind !== 'nobody') {
    // cash and institutions are everybody's; and the account beside 支付宝-李四 is the institution's, not 李四's
    const bare = kind === 'cash' || kind === 'payment-institution' || read.through;
    return draft(named.field, { ...read, kind }, bare ? {} : named);
  }
  const [field, number] = named.account?.[1] ? named.account : (named.card ?? []);
  if (field === undefined || number === undefined) return undefined;
  const { account, card } = named;
  return draft(
    field,
    { kind: 'account', name: number.value, key: number.value },
    { ...(account && { account }), ...(card && { card }) },
  );
}

interface NameRead {
  readonly kind: MentionKind | 'holder' | 'nobody';
  readonly name: string;
  readonly key: string;
  readonly through: boolean;
}

const known = new Map<string, NameRead>();

/** Names repeat thousands of times in a statement: each spelling is looked at once. */
function readName(written: string, as: Named['as']): NameRead {
  const cached = known.get(`${as}${written}`);
  if (cached) return cached;
  if (known.size > 200_000) known.clear();
  const read = lookAtName(written, as);
  known.set(`${as}${written}`, read);
  return read;
}

function lookAtName(written: string, as: Named['as']): NameRead {
  const placeholder = isPlaceholderName(written);
  if (placeholder === 'none') return { kind: 'nobody', name: '', key: '', through: false };
  if (placeholder === 'cash') return { kind: 'cash', name: '现金', key: 'cash', through: false };
  if (placeholder === 'payment-institution')
    return { kind: 'payment-institution', name: written, key: orgKey(written), through: false };
  if (placeholder === 'holder') return { kind: 'holder', name: written, key: '', through: false };
  const behind = behindInstitution(written);
  const name = behind ?? written;
  const through = behind !== undefined;
  const isOrg = as === 'org' || (as === 'any' && looksLikeOrg(name) && !looksLikePerson(name));
  if (isOrg) return { kind: orgFamily(name) ?? 'org', name, key: orgKey(name), through };
  return { kind: 'person', name, key: personKey(name), through };
}

function draft(
  field: string,
  read: { readonly kind: MentionKind; readonly name: string; readonly key: string },
  beside: Partial<Named>,
): MentionDraft {
  const identifiers: SeenIdentifier[] = [];
  const take = (seen: readonly [string, IdentifierValue | undefined] | undefined): IdentifierValue | undefined => {
    if (seen?.[1]) identifiers.push({ ...seen[1], field: seen[0] });
    return seen?.[1];
  };
  const id = take(beside.id);
  const account = take(beside.account);
  const card = take(beside.card);
  const phone = take(beside.phone);
  const isPerson = read.kind === 'person';
  return {
    mention: true,
    kind: read.kind,
    name: read.name,
    key: read.key,
    idType: id?.type ?? null,
    idValue: distinct(id),
    account: distinct(account ?? card),
    phone: distinct(phone),
    orgKey:
      isPerson && beside.org !== undefined && isPlaceholderName(beside.org) === undefined ? orgKey(beside.org) : null,
    dept: isPerson && beside.dept !== undefined ? tidy(beside.dept) : null,
    masked: isPerson && isMaskedName(read.name),
    field,
    identifiers,
  };
}

const distinct = (value: IdentifierValue | undefined): string | null =>
  value === undefined ? null : value.keyable ? value.value : `?${value.value}`;
