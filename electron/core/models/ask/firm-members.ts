import type { EvidenceReader } from '../model.ts';
import { readAliases } from './org-aliases.ts';

/** Every party that is the same firm: the one of the register, and short names that stand for it. At least the party itself. */
export function readFirmMembers(evidence: EvidenceReader): (party: number) => readonly number[] {
  const canonical = readAliases(evidence);
  const members = evidence.once('firm members', () =>
    Map.groupBy(
      evidence
        .all<{ party: number }>(
          `select party from who where kind in ('company', 'org', 'association', 'department', 'person') order by party`,
        )
        .map(({ party }) => party)
        .filter((party) => canonical(party) !== party),
      (party) => canonical(party),
    ),
  );
  return (party) => [canonical(party), ...(members.get(canonical(party)) ?? [])];
}
