import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { manualParts } from '../store/manual-rows.ts';
import { prepared } from '../store/prepared.ts';
import { inferredState } from '../store/relation-states.ts';
import { factsOf } from './party-facts.ts';
import { identifiersOf, mentionsOf } from './party-mentions.ts';
import { partyRow } from './party-row.ts';

/** Everything the case knows about one party, each figure over all rows, each list with its total. */
export default answerInCase('party.read', ({ id }, { openCase: { store } }) => {
  const row = partyRow(store, id);
  const ins = linksOf(store, id, 'in');
  const outs = linksOf(store, id, 'out');
  return ok({
    ...row,
    identifiers: identifiersOf(store, id),
    ...mentionsOf(store, id),
    in: ins.slice(0, MOST_LINKS),
    inTotal: ins.length,
    out: outs.slice(0, MOST_LINKS),
    outTotal: outs.length,
    facts: factsOf(store, id),
    findings: findingsOf(store, id),
  });
});

const MOST_LINKS = 200;

type PartyLink = Answer<'party.read'>['in'][number];
interface LinkRow extends Omit<PartyLink, 'party'> {
  readonly id: number;
  readonly partyKind: string;
  readonly name: string;
}

const linkSql = (own: 'source' | 'target', other: 'source' | 'target') =>
  `select p.id, p.kind as partyKind, p.name, l.kind, l.rows, l.fen, l.first_day as first, l.last_day as last
   from link l join party p on p.id = l.${other} where l.${own} = ? order by l.fen desc nulls last, l.rows desc, p.id`;

function linksOf(store: Store, id: number, direction: 'in' | 'out'): PartyLink[] {
  const sql = direction === 'in' ? linkSql('target', 'source') : linkSql('source', 'target');
  return prepared<[number], LinkRow>(store, sql)
    .all(id)
    .map(({ id: other, partyKind, name, ...link }) => {
      const [source, target] = direction === 'in' ? [other, id] : [id, other];
      const named = `${link.kind}:${source}:${target}`;
      const manual = manualParts(store).get(named);
      const inferred = inferredState(store, link.kind, named);
      return {
        party: { id: other, kind: partyKind, name },
        ...link,
        ...(manual && { manual: { rows: manual.rows, fen: manual.fen, inferred: manual.inferred } }),
        ...(inferred && { inferred }),
      };
    });
}

/** All findings that name it, ruled-out ones too: a dossier says what was cleared. */
const findingsOf = (store: Store, id: number): Answer<'party.read'>['findings'] =>
  prepared<[number], Answer<'party.read'>['findings'][number]>(
    store,
    `select distinct f.id, f.number, f.model, f.severity, f.status from finding_subject s join finding f on f.id = s.finding
     where s.party = ? and f.gone_run is null order by f.severity desc, f.number`,
  ).all(id);
