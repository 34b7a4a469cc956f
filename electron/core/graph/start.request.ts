import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase, Stop } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { adjacency } from './adjacency.ts';
import { caseTotals } from './case-totals.ts';
import { findingsByLink } from './link-findings.ts';
import { neighboursOf, pageOf } from './neighbours.ts';
import type { LinkFilter } from './party-links.ts';
import { linksAmong, subgraphOf } from './subgraph.ts';

/** A finding never opens more parties than this; the others are one expansion away. */
const MOST_OF_FINDING = 200;

/** The first picture: a finding with the links it rests on, the given parties, or the most conspicuous ones with whom they deal. */
export default answerInCase('graph.start', ({ finding, parties, top, ...filter }, { openCase: { store } }) => {
  const focused = finding === undefined ? { parties: [], links: [] } : ofFinding(store, finding);
  const concerned = [...new Set([...focused.parties, ...focused.links.flatMap(endsOf)])];
  const chosen =
    finding !== undefined
      ? concerned.slice(0, MOST_OF_FINDING)
      : parties === undefined
        ? mostConspicuous(store, top, filter)
        : standing(store, parties);
  const nodes = new Set(chosen);
  const links = linksAmong(store, adjacency(store), nodes, new Set(), filter);
  const drawn = new Set(links.map(({ kind, source, target }) => `${kind}:${source}:${target}`));
  return ok({
    ...subgraphOf(store, nodes, links),
    totals: caseTotals(store),
    inFinding: concerned.length,
    focus: finding === undefined ? (parties ?? []) : focused.parties,
    focusLinks: focused.links.filter((link) => drawn.has(link)),
  });
});

/** Of the parties asked for, those that are still there: a picture outlives a party whose rows were taken back. Leaves with Problem where none is. */
function standing(store: Store, parties: readonly number[]): number[] {
  const known = prepared<[number]>(store, 'select 1 from party where id = ?');
  const found = parties.filter((id) => known.get(id) !== undefined);
  const [first] = parties;
  if (found.length === 0 && first !== undefined) throw new Stop({ code: 'party.not-found', params: { id: first } });
  return found;
}

const endsOf = (link: string): number[] => link.split(':').slice(1).map(Number);

/** Subjects of a finding that are parties, and the links that hold its rows. Leaves with Problem finding.not-found. */
function ofFinding(store: Store, finding: number): { parties: number[]; links: string[] } {
  if (!prepared<[number]>(store, 'select 1 from finding where id = ?').get(finding))
    throw new Stop({ code: 'finding.not-found', params: { id: finding } });
  const subjects = prepared<[number], { party: number }>(
    store,
    'select s.party from finding_subject s join party p on p.id = s.party where s.finding = ? group by s.party order by min(s.pos)',
  ).all(finding);
  const links = [...findingsByLink(store)].filter(([, findings]) => findings.has(finding)).map(([link]) => link);
  return { parties: subjects.map(({ party }) => party), links };
}

const conspicuousSql = `
  select p.id, coalesce(f.n, 0) as findings from party p join party_figure g on g.party = p.id
  left join (select s.party, max(f.severity) as severity, count(distinct f.id) as n from finding_subject s join finding f on f.id = s.finding
             where f.gone_run is null and f.status <> 'excluded' group by s.party) f on f.party = p.id
  where p.kind not in ('cash', 'payment-institution') and g.degree > 0
  order by coalesce(f.severity, 0) desc, coalesce(f.n, 0) desc, g.in_fen + g.out_fen desc, g.rows desc, p.id limit ?`;

/** Most of the picture are the parties with the gravest findings, at least a third those with most money; the others are whom they deal with most. */
function mostConspicuous(store: Store, top: number, filter: LinkFilter): number[] {
  const conspicuous = prepared<[number], { id: number; findings: number }>(store, conspicuousSql).all(top);
  const ranked = conspicuous.map(({ id }) => id);
  const withFindings = conspicuous.filter(({ findings }) => findings > 0).length;
  const chosen = new Set(ranked.slice(0, Math.max(Math.ceil(top / 3), Math.min(withFindings, Math.ceil(top * 0.8)))));
  const around = [...chosen].map((party) => pageOf(neighboursOf(store, party, filter, 'amount'), 0, top));
  for (let n = 0; chosen.size < top && around.some((neighbours) => n < neighbours.length); n++)
    for (const neighbours of around) {
      const next = neighbours[n];
      if (next !== undefined && chosen.size < top) chosen.add(next);
    }
  for (const party of ranked) if (chosen.size < top) chosen.add(party);
  return [...chosen];
}
