import type { SearchHit } from '../../../shared/protocol/parties.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { identityLine, partyCard } from '../store/party-cards.ts';
import { prepared } from '../store/prepared.ts';
import { readAmountQuery } from './amount-query.ts';
import { bestOf, findParties } from './find-parties.ts';
import { searchAmounts } from './search-amounts.ts';
import { searchCells } from './search-cells.ts';

/** One box for everything: names, numbers or their ends, amounts (>10万), conferences, findings, cells. */
export default answerInCase('search', ({ text, limit }, { openCase: { store } }) => {
  const wanted = text.trim();
  if (wanted === '') return ok({ hits: [], totals: {} });
  const range = readAmountQuery(wanted);
  const amounts = range ? searchAmounts(store, range, limit) : { total: 0, hits: [] };
  // >10万 is nothing but an amount
  if (range && /^[><=≥≤＞＜＝]/.test(wanted)) return ok({ hits: amounts.hits, totals: { amount: amounts.total } });
  const parties = searchParties(store, wanted, limit);
  const findings = searchFindings(store, wanted, limit);
  const cells = [...wanted].length > 1 ? searchCells(store, wanted, limit) : undefined;
  return ok({
    hits: [...parties.hits, ...amounts.hits, ...findings.hits, ...(cells?.hits ?? [])],
    totals: {
      ...parties.totals,
      ...(range ? { amount: amounts.total } : {}),
      finding: findings.total,
      ...(cells ? { text: cells.total } : {}),
    },
    ...(cells ? { cells: { searched: cells.searched, of: cells.of } } : {}),
  });
});

/** Parties and conferences by name, parties by a number; exact before beginning before anywhere, then by the records that name them. */
function searchParties(store: Store, text: string, limit: number) {
  const { index, byName, byIdentifier } = findParties(store, text);
  const tiers = [index.byName(text, 'start'), index.byName(text, 'whole')];
  const rank = (party: number) => tiers.filter((tier) => tier.has(party)).length * 1e12 + index.rows(party);
  const conferences = [...byName].filter(index.isConference);
  const named = conferences.length === 0 ? byName : [...byName].filter((party) => !index.isConference(party));
  const whole = index.byIdentifier(text, 'whole');
  const groups = [
    { kind: 'party' as const, total: byName.size - conferences.length, best: bestOf(named, rank, limit) },
    {
      kind: 'identifier' as const,
      total: byIdentifier.size,
      best: bestOf(byIdentifier, (party) => (whole.has(party) ? 1e12 : 0) + index.rows(party), limit),
    },
    { kind: 'conference' as const, total: conferences.length, best: bestOf(conferences, rank, limit) },
  ];
  return {
    totals: Object.fromEntries(groups.map(({ kind, total }) => [kind, total])),
    hits: groups.flatMap(({ kind, best }) => best.map((party) => partyHit(store, kind, party, text))),
  };
}

function partyHit(store: Store, kind: 'party' | 'identifier' | 'conference', id: number, text: string): SearchHit {
  const card = partyCard(store, id);
  const identifier = kind === 'identifier' ? identifierWith(store, id, text) : undefined;
  return {
    kind,
    party: { id, kind: card.kind, name: card.name },
    drawnAs: card.drawnAs,
    title: card.name,
    detail: identifier ?? identityLine(store, card),
    fen: null,
    source: null,
    finding: null,
  };
}

const identifierWith = (store: Store, party: number, text: string): string | undefined =>
  prepared<[number, string], { value: string }>(
    store,
    `select i.value from mention m join mention_identifier i on i.mention = m.id
     where m.party = ? and instr(upper(i.value), ?) > 0 order by i.value limit 1`,
  ).get(party, text.replace(/[\s-]/g, '').toUpperCase())?.value;

function searchFindings(store: Store, text: string, limit: number): { total: number; hits: SearchHit[] } {
  const found = prepared<[string], { id: number; number: string; model: string }>(
    store,
    'select id, number, model from finding where gone_run is null and instr(number, upper(?)) > 0 order by number desc',
  ).all(text);
  return {
    total: found.length,
    hits: found.slice(0, limit).map(({ id, number, model }) => ({
      kind: 'finding',
      party: null,
      drawnAs: null,
      title: number,
      detail: model,
      fen: null,
      source: null,
      finding: id,
    })),
  };
}
