import { drawnAs } from '../../../shared/ontology/index.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Asked } from '../../../shared/protocol/requests.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { findParties } from './find-parties.ts';
import { partyRow } from './party-row.ts';

interface Listed {
  readonly id: number;
  readonly kind: string;
  readonly role: string | null;
  readonly name: string;
  readonly rows: number;
  readonly inFen: number;
  readonly outFen: number;
  readonly findings: number;
}

// A party without mentions is only kept for a finding that names it; it is in no list.
const listSql = `select p.id, p.kind, p.role, p.name, coalesce(g.rows, 0) as rows, coalesce(g.in_fen, 0) as inFen,
    coalesce(g.out_fen, 0) as outFen, coalesce(f.n, 0) as findings
  from party p left join party_figure g on g.party = p.id
  left join (select s.party, count(distinct s.finding) as n from finding_subject s join finding f on f.id = s.finding
             where f.gone_run is null and f.status <> 'excluded' group by s.party) f on f.party = p.id
  where exists (select 1 from mention m where m.party = p.id)`;

/** Parties of the case; `kind` is a way of drawing (drawnAs) or a stored kind, `byKind` counts the ways of drawing under the same text. */
export default answerInCase('parties.list', (ask, { openCase: { store } }) => {
  const listed = withText(store, ask.text);
  const byKind: Record<string, number> = {};
  for (const { kind, role } of listed) {
    const drawn = drawnAs(kind, role);
    byKind[drawn] = (byKind[drawn] ?? 0) + 1;
  }
  const chosen =
    ask.kind === undefined
      ? listed
      : listed.filter(({ kind, role }) => drawnAs(kind, role) === ask.kind || (role !== null && kind === ask.kind));
  chosen.sort(orders[ask.sort]);
  const page = chosen.slice(ask.offset, ask.offset + ask.limit);
  return ok({ total: chosen.length, rows: page.map(({ id }) => partyRow(store, id)), byKind });
});

function withText(store: Store, text: string): Listed[] {
  const all = prepared<[], Listed>(store, listSql).all();
  if (text.trim() === '') return all;
  const { byName, byIdentifier } = findParties(store, text);
  return all.filter(({ id }) => byName.has(id) || byIdentifier.has(id));
}

const pinyin = new Intl.Collator('zh-CN', { numeric: true });
type Order = (a: Listed, b: Listed) => number;
const most =
  (figure: 'rows' | 'inFen' | 'outFen' | 'findings'): Order =>
  (a, b) =>
    b[figure] - a[figure] || b.rows - a.rows || a.id - b.id;

const orders: Readonly<Record<Asked<'parties.list'>['sort'], Order>> = {
  name: (a, b) => pinyin.compare(a.name, b.name) || a.id - b.id,
  in: most('inFen'),
  out: most('outFen'),
  rows: most('rows'),
  findings: most('findings'),
};
