import { orgFamily } from '../../../shared/evidence/name.ts';
import { tidy } from '../../../shared/evidence/text.ts';
import { isThing, type StoredPartyKind, storedPartyKinds, thingKinds } from '../../../shared/ontology/kind.ts';
import { type Clusters, membersOf } from './clusters.ts';
import type { Sort } from './mention-evidence.ts';
import { type Mentions, positionOf } from './read-mentions.ts';
import type { Roles } from './read-roles.ts';

/** How a party is called and drawn. `role` is a kind of shared/ontology that refines `kind`, or null. */
export interface Description {
  readonly kind: StoredPartyKind;
  readonly role: string | null;
  readonly name: string;
}

/**
 * Describes each cluster from what its mentions and the records say. `cells`: how many cells name a mention (by its id); `elsewhere`: what a
 * mention is that is not among them.
 */
export function describeParties(
  clusters: Clusters,
  mentions: Mentions,
  roles: Roles,
  cells: ReadonlyMap<number, number>,
  elsewhere: (mention: number) => string | undefined = () => undefined,
): Description[] {
  const clusterOf = (mention: number | null) => {
    const at = mention === null ? undefined : positionOf(mentions, mention);
    return at === undefined || clusters.of[at] === -1 ? undefined : clusters.of[at];
  };
  const registered = new Map<number, string>();
  for (const [mention, role] of roles.company) {
    const cluster = clusterOf(mention);
    if (cluster === undefined || !(role in rolesOfRegister)) continue;
    const known = registered.get(cluster);
    if (known === undefined || registerOrder.indexOf(role) < registerOrder.indexOf(known))
      registered.set(cluster, role);
  }
  /** The kind of the party that a mention speaks of: what is described here, or stands in the store. */
  const kindAt = (mention: number | null): string | undefined => {
    const cluster = clusterOf(mention);
    return cluster === undefined ? (mention === null ? undefined : elsewhere(mention)) : described[cluster]!.kind;
  };
  const held = new Map<number, number>();
  for (const [account, holder] of roles.heldAccounts) {
    const cluster = clusterOf(account);
    if (cluster !== undefined && (clusterOf(holder) ?? elsewhere(holder)) !== undefined) held.set(cluster, holder);
  }
  const described = Array.from({ length: clusters.count }, (_, cluster): Description => {
    const members = membersOf(clusters, cluster);
    const { kind, role } = kindOf(members, mentions, registered.get(cluster));
    return { kind, role, name: nameOf(members, mentions, kind, cells) };
  });
  const traded = new Set<number>();
  for (const mention of roles.devices) {
    const cluster = clusterOf(mention);
    const is = cluster === undefined ? undefined : described[cluster];
    if (cluster !== undefined && is?.kind === 'product') described[cluster] = { ...is, role: 'device' };
  }
  for (const [mention, role] of roles.trade) {
    const cluster = clusterOf(mention);
    const is = cluster === undefined ? undefined : described[cluster];
    // what the register says goes before; who makes goods as well as delivering them is the maker
    const isOpen = is && ['company', 'org'].includes(is.kind) && (is.role === null || traded.has(cluster!));
    if (cluster === undefined || !isOpen || is.role === 'pharma') continue;
    described[cluster] = { ...is, kind: 'company', role };
    traded.add(cluster);
  }
  for (const { person, org, role } of roles.titles) {
    const cluster = clusterOf(person);
    const is = cluster === undefined ? undefined : described[cluster];
    if (cluster === undefined || is?.kind !== 'person') continue;
    // A medical title counts beside a hospital, or where no employer is written; a post also in an authority or a society.
    const at = kindAt(org);
    const counts = role === 'keypost' ? postsAt : role === 'doctor' ? titlesAt : undefined;
    if (at !== undefined && counts !== undefined && !counts.includes(at)) continue;
    if (rank(role) > rank(is.role)) described[cluster] = { ...is, role };
  }
  for (const [account, holder] of held) {
    const is = described[account]!;
    if (is.kind === 'account')
      described[account] = {
        ...is,
        role: kindAt(holder) === 'person' ? (is.role ?? 'personalAccount') : 'corpAccount',
      };
  }
  for (const { mention, kind, role } of roles.stated) {
    const cluster = clusterOf(mention);
    const is = cluster === undefined ? undefined : described[cluster];
    if (cluster === undefined || !is || !leavesOpen(is, kind)) continue;
    described[cluster] = { ...is, kind: storedPartyKinds.find((each) => each === kind) ?? is.kind, role };
  }
  return described;
}

const titlesAt: readonly string[] = ['hospital', 'department', 'org'];
const postsAt: readonly string[] = [...titlesAt, 'government', 'association'];

/** A person's word about a kind fills in what no sheet says; it never speaks against one. */
const leavesOpen = (is: Description, kind: string): boolean =>
  is.role === null && (is.kind === kind || (is.kind === 'org' && !['person', 'account'].includes(kind)));

const rank = (role: string | null): number => ['kin', 'rep', 'doctor', 'keypost'].indexOf(role ?? '');

/** Words of the company register, as the sheet definition reads them, and how they are drawn. */
const rolesOfRegister: Readonly<Record<string, { kind: StoredPartyKind; role: string | null }>> = {
  mah: { kind: 'company', role: 'pharma' },
  manufacturer: { kind: 'company', role: 'pharma' },
  distributor: { kind: 'company', role: 'supplier' },
  cso: { kind: 'company', role: 'cso' },
  conference_agency: { kind: 'company', role: 'agency' },
  society: { kind: 'association', role: null },
  hospital: { kind: 'hospital', role: null },
  medical_institution: { kind: 'hospital', role: null },
  regulator: { kind: 'government', role: null },
};

/** Where two sheets give two roles, the one nearer to the product is drawn. */
const registerOrder = Object.keys(rolesOfRegister);

const plainKinds: Readonly<Partial<Record<Sort, StoredPartyKind>>> = {
  person: 'person',
  department: 'department',
  conference: 'conference',
  cash: 'cash',
  institution: 'payment-institution',
};

function kindOf(
  members: Int32Array,
  mentions: Mentions,
  register: string | undefined,
): { kind: StoredPartyKind; role: string | null } {
  // An account that found its holder is drawn as the holder.
  const sort = sortOf(members, mentions);
  if (sort === 'account') return { kind: 'account', role: accountRole(members, mentions) };
  if (isHeldAccount(members, mentions)) return { kind: 'account', role: accountRole(members, mentions) };
  if (sort === 'thing') return { kind: thingKind(mentions.kinds[members[0]!]!), role: null };
  const plain = plainKinds[sort];
  if (plain) return { kind: plain, role: null };
  const registered = register === undefined ? undefined : rolesOfRegister[register];
  if (registered) return registered;
  const votes = new Map<StoredPartyKind, number>();
  for (const mention of members) {
    const kind = orgKind(mentions.kinds[mention]!, mentions.names[mention]!);
    if (kind !== 'org') votes.set(kind, (votes.get(kind) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  return { kind: storedPartyKinds.find((kind) => most > 0 && votes.get(kind) === most) ?? 'org', role: null };
}

const thingKind = (kind: string): StoredPartyKind => thingKinds.find((each) => each === kind) ?? 'product';

/**
 * What the mentions of one party are together. A valid number knows best; else an organisation's name does: a short one that nothing marks as
 * such (和禾医疗用品) reads like a person's until it stands with the full name.
 */
function sortOf(members: Int32Array, mentions: Mentions): Sort {
  let sort: Sort = 'account';
  for (const mention of members) {
    const own = mentions.sorts[mention]!;
    if (own === 'account') continue;
    if (mentions.numbers[mention] !== 0) return own;
    if (sort === 'account' || sort === 'person' || (sort === 'department' && own === 'org')) sort = own;
  }
  return sort;
}

/** The kind an organisation's mention speaks for. 骨科植入物 is no department where the party is an organisation. */
function orgKind(kind: string, name: string): StoredPartyKind {
  const known = storedPartyKinds.find((each) => each === kind);
  const isTold = known !== undefined && !['org', 'person', 'account', 'department'].includes(known);
  const family = isTold ? known : orgFamily(name);
  return family === undefined || family === 'department' ? 'org' : family;
}

const isHeldAccount = (members: Int32Array, mentions: Mentions): boolean =>
  mentions.kinds[members[0]!] === 'held-account';

/** A number of a card's length whose check digit holds is a card; one with letters is a wallet. */
function accountRole(members: Int32Array, mentions: Mentions): string | null {
  if (mentions.kinds[members[0]!] === 'phone') return 'phone';
  const named = mentions.names[members[0]!]!;
  if (/^\d{16,19}$/.test(named) && luhn(named)) return 'card';
  return /[@A-Za-z]/.test(named) ? 'wallet' : null;
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.at(-1 - i));
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** The form most cells use among those that are written out properly, or among all where none is; ties by code point. */
function nameOf(
  members: Int32Array,
  mentions: Mentions,
  kind: StoredPartyKind,
  cells: ReadonlyMap<number, number>,
): string {
  const first = mentions.names[members[0]!]!;
  if (members.every((mention) => mentions.names[mention] === first)) return tidy(first);
  const counts = new Map<string, number>();
  const proper = new Set<string>();
  for (const mention of members) {
    if (mentions.sorts[mention] === 'account' && kind !== 'account') continue;
    const name = tidy(mentions.names[mention]!);
    counts.set(name, (counts.get(name) ?? 0) + (cells.get(mentions.ids[mention]!) ?? 0));
    if (isProper(name, mention, mentions, kind)) proper.add(name);
  }
  const candidates = proper.size > 0 ? [...proper] : [...counts.keys()];
  return candidates.reduce((best, name) => {
    const more = counts.get(name)! - counts.get(best)!;
    return more > 0 || (more === 0 && name < best) ? name : best;
  });
}

function isProper(name: string, mention: number, mentions: Mentions, kind: StoredPartyKind): boolean {
  if (name === '' || mentions.masked[mention] === 1) return false;
  if (kind === 'person') return name.toUpperCase() === mentions.keyWords.list[mentions.keys[mention]!];
  // written out as an organisation of its kind: not 天森骨科植入物 for a company
  return isThing(kind) || orgFamily(name) === kind;
}
