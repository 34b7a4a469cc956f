import { orgKey } from '../../../../shared/evidence/name.ts';
import type { EvidenceReader } from '../model.ts';
import { isPersonName } from './person-names.ts';

/** A party as the register knows it; whoever is no short form of anybody is himself. */
export type Canonical = (party: number) => number;

const SHORTEST = 4;

/**
 * 简称: statements and lists shorten names of firms, and a short name alone joins nobody in the case. For asking whether a payment fits a
 * meeting, or whether two payers are one, a name that is part of exactly one name of the register counts as that firm
 * (澄溪启禾医药 of 澄溪启禾医药信息咨询有限公司). It is used to explain payments, never to accuse: findings name the party as it stands in the case.
 */
export const readAliases = (evidence: EvidenceReader): Canonical =>
  evidence.once('aliases', () => gatherAliases(evidence));

function gatherAliases(evidence: EvidenceReader): Canonical {
  const names = evidence
    .all<{ party: number; kind: string; name: string; registered: number }>(
      `select w.party as party, w.kind as kind, w.name as name, exists (select 1 from company c where c.company = w.party) as registered
       from who w where w.kind in ('company', 'org', 'department', 'association') or w.kind = 'person' and length(w.name) >= ${SHORTEST}
       order by w.party`,
    )
    .filter(({ kind, name }) => kind !== 'person' || !isPersonName(name))
    .map(({ party, name, registered }) => ({ party, key: orgKey(name), registered }));
  const holdersOf = namesByPiece(names.filter(({ registered }) => registered === 1));
  const aliases = new Map<number, number>();
  for (const { party, key, registered } of names) {
    if (registered === 1 || key.length < SHORTEST) continue;
    const holders = holdersOf(key);
    if (holders.length === 1) aliases.set(party, holders[0]!.party);
  }
  return (party) => aliases.get(party) ?? party;
}

/** Names that contain a key, looked up by the rarest of its pieces. */
function namesByPiece<T extends { readonly key: string }>(names: readonly T[]): (key: string) => readonly T[] {
  const byPiece = new Map<string, T[]>();
  const piecesOf = (key: string): Set<string> => {
    const pieces = new Set<string>();
    for (let at = 0; at + SHORTEST <= key.length; at++) pieces.add(key.slice(at, at + SHORTEST));
    return pieces;
  };
  for (const name of names)
    for (const piece of piecesOf(name.key)) {
      const known = byPiece.get(piece);
      if (known) known.push(name);
      else byPiece.set(piece, [name]);
    }
  return (key) => {
    const lists = [...piecesOf(key)].map((piece) => byPiece.get(piece) ?? []);
    const rarest = lists.reduce((least, list) => (list.length < least.length ? list : least), lists[0] ?? []);
    return rarest.filter((name) => name.key.includes(key));
  };
}
