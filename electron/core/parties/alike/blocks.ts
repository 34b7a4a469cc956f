import { addressKeys } from '../../../../shared/evidence/address.ts';
import { shapeKey } from '../../../../shared/evidence/shape-alike.ts';
import type { Store } from '../../store/connect.ts';
import { purposeOf } from '../mention-evidence.ts';
import { isEverywhere } from '../names-everywhere.ts';
import { cityOf, coreNames, deletions, pinyinKey } from './likeness.ts';
import { isCompared } from './read-features.ts';

/** Parties that are compared, as columns, and what brings them together: entries of (what is shared, party). */
export interface Blocks {
  /** party ids by position, and the earliest mention of each */
  readonly parties: readonly number[];
  readonly firsts: readonly number[];
  /** by position: changes when anything changes that suggestions are made from */
  readonly signatures: readonly number[];
  /** what is shared × 2^22 + position, ascending */
  readonly entries: Float64Array;
}

/** Position and what is shared fit one exact number. */
export const POSITIONS = 2 ** 22;

interface MentionRow {
  readonly id: number;
  readonly party: number;
  readonly kind: string;
  readonly partyKind: string;
  readonly name: string;
  readonly key: string;
  readonly org: string | null;
  readonly masked: number;
}

/** Reads every mention once and says what each party may share with others. Never compares anything. */
export function readBlocks(store: Store): Blocks {
  const parties: number[] = [];
  const firsts: number[] = [];
  const signatures: number[] = [];
  const positions = new Map<number, number>();
  const ofMention = new Map<number, number>();
  const entries: number[] = [];
  const put = (position: number, what: string) => {
    const shared = hash31(what);
    entries.push(shared * POSITIONS + position);
    signatures[position] = (signatures[position]! + shared) % 2 ** 50;
  };
  const mentions = store.db.prepare<[], MentionRow>(
    `select m.id, m.party, m.kind, p.kind as partyKind, m.name, m.key, m.org_key as org, m.masked
     from mention m join party p on p.id = m.party order by m.id`,
  );
  for (const mention of mentions.iterate()) {
    if (!isCompared(mention.partyKind)) continue;
    let position = positions.get(mention.party);
    if (position === undefined) {
      position = parties.length;
      positions.set(mention.party, position);
      parties.push(mention.party);
      firsts.push(mention.id);
      signatures.push(0);
    }
    ofMention.set(mention.id, position);
    signatures[position] = (signatures[position]! + hash31(`${mention.name} ${mention.id}`)) % 2 ** 50;
    if (mention.kind === 'account' || mention.masked === 1) continue;
    for (const what of mention.partyKind === 'person' ? personBlocks(mention) : orgBlocks(mention)) put(position, what);
  }
  for (const [mention, what] of numberBlocks(store)) {
    const position = ofMention.get(mention);
    if (position !== undefined) put(position, what);
  }
  return { parties, firsts, signatures, entries: Float64Array.from(entries).sort() };
}

/** A person's name counts only beside an employer or a city. */
function* personBlocks({ key, org }: MentionRow): Generator<string> {
  if (key.length < 2 || org === null) return;
  const beside = new Set([isEverywhere(org) ? '' : org, cityOf(org)]);
  for (const where of beside) {
    if (where === '') continue;
    yield `n ${key}@${where}`;
    yield `y ${pinyinKey(key, 'person')}@${where}`;
    yield `s ${shapeKey(key)}@${where}`;
    if (key.length >= 3) for (const rest of deletions(key).slice(1)) yield `d ${rest}@${where}`;
  }
}

function* orgBlocks({ key, partyKind }: MentionRow): Generator<string> {
  const sort = partyKind === 'department' ? 'department' : 'org';
  if (key === '' || isEverywhere(key, sort)) return;
  yield `o ${key}`;
  yield `oy ${pinyinKey(key, 'org')}`;
  yield `os ${shapeKey(key)}`;
  if (key.length >= 4) for (const rest of deletions(key)) yield `od ${rest}`;
  if (sort === 'org') for (const core of coreNames(key)) yield `oc ${core}`;
}

function* numberBlocks(store: Store): Generator<[mention: number, what: string]> {
  const numbers = store.db
    .prepare<[], [number, string, string]>('select mention, type, value from mention_identifier where keyable = 1')
    .raw();
  for (const [mention, type, value] of numbers.iterate()) {
    const purpose = purposeOf(type, value);
    if (purpose === 'account' || type === 'phone') yield [mention, `${type === 'phone' ? 'p' : 'a'} ${value}`];
    else if (purpose === 'id_no') yield [mention, `r ${value.slice(0, 4)}`];
  }
  const addresses = store.db
    .prepare<[], [number, string]>('select company, address from rec_company where address is not null')
    .raw();
  for (const [company, address] of addresses.iterate()) {
    const unit = addressKeys(address)?.unit;
    if (unit !== undefined) yield [company, `h ${unit}`];
  }
}

/** FNV-1a over UTF-16, 31 bits. What collides is compared in vain, never joined. */
export function hash31(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 1) ^ (hash & 1);
}
