import { drawnAs } from '../../../shared/ontology/index.ts';
import { carries } from '../../../shared/ontology/tags.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Asked } from '../../../shared/protocol/requests.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { countTags, tagIndex } from '../tags/tag-index.ts';
import { allParties } from './find/find-parties.ts';
import { nameIndex } from './find/name-index.ts';
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

/** Parties of the case, of which `tags` lets some through; `kind` is a way of drawing (drawnAs) or a stored kind, `byKind` counts the ways of drawing under the same text. */
export default answerInCase('parties.list', async (ask, { openCase: { store } }) => {
  const tags = tagIndex(store);
  const all = prepared<[], Listed>(store, listSql).all();
  const listed = (await withText(store, all, ask.text)).map((party) => {
    const drawn = drawnAs(party.kind, party.role);
    return { ...party, drawn, tags: tags.of({ id: party.id, drawnAs: drawn }) };
  });
  const carrying = ask.tags.length === 0 ? listed : listed.filter((party) => carries(party.tags, ask.tags));
  const byKind: Record<string, number> = {};
  for (const { drawn } of carrying) byKind[drawn] = (byKind[drawn] ?? 0) + 1;
  const chosen =
    ask.kind === undefined
      ? carrying
      : carrying.filter(({ kind, role, drawn }) => drawn === ask.kind || (role !== null && kind === ask.kind));
  chosen.sort(orders[ask.sort]);
  return ok({
    total: chosen.length,
    all: all.length,
    rows: chosen.slice(ask.offset, ask.offset + ask.limit).map(({ id }) => partyRow(store, id)),
    byKind,
    byTag: countTags(listed.map((party) => party.tags)),
  });
});

async function withText(store: Store, all: readonly Listed[], text: string): Promise<readonly Listed[]> {
  if (text.trim() === '') return all;
  const found = allParties(await nameIndex(store), text);
  return all.filter(({ id }) => found.has(id));
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
