import { tagIndex } from '../../tags/tag-index.ts';
import { drawnAs, partyKindWords } from '../kind-words.ts';
import type { PageValue, ReportPage } from '../page.ts';
import { tagCell } from '../tag-words.ts';

/** 主体清单: everybody who is named, with identifiers as text. */
export const partiesPage: ReportPage = {
  id: 'parties',
  columns: [
    { title: 'number', kind: 'text', width: 10 },
    { title: 'kind', kind: 'text', width: 14 },
    { title: 'name', kind: 'text', width: 36 },
    { title: 'identifiers', kind: 'text', width: 50, wrap: true },
    { title: 'aliases', kind: 'text', width: 40, wrap: true },
    { title: 'inFen', kind: 'money', width: 18 },
    { title: 'outFen', kind: 'money', width: 18 },
    { title: 'findings', kind: 'count', width: 8 },
    { title: 'tags', kind: 'text', width: 36, wrap: true },
  ],
  count: ({ store }) =>
    store.db
      .prepare('select count(*) from party p where exists (select 1 from mention where party = p.id)')
      .pluck()
      .get() as number,
  *rows({ store, lang, mask }) {
    const index = tagIndex(store);
    const identifiers =
      store.db.prepare(`select distinct i.type as type, i.value as value from mention m join mention_identifier i on i.mention = m.id
      where m.party = ? and i.keyable = 1 order by i.type, i.value`);
    const names = store.db.prepare('select distinct name from mention where party = ? order by name').pluck();
    const parties = store.db
      .prepare(`select p.id as id, p.kind as kind, p.role as role, p.name as name,
        coalesce(g.in_fen, 0) as came, coalesce(g.out_fen, 0) as went,
        (select count(distinct s.finding) from finding_subject s join finding f on f.id = s.finding where s.party = p.id and f.gone_run is null and f.status <> 'excluded') as findings
        from party p left join party_figure g on g.party = p.id where exists (select 1 from mention where party = p.id) order by p.id`)
      .all() as Array<{
      id: number;
      kind: string;
      role: string | null;
      name: string;
      came: number;
      went: number;
      findings: number;
    }>;
    for (const p of parties) {
      const ids = identifiers.all(p.id) as Array<{ type: string; value: string }>;
      const aliases = (names.all(p.id) as string[]).filter((name) => name !== p.name);
      yield [
        String(p.id),
        partyKindWords(drawnAs(p.kind, p.role), lang),
        mask.name(p.id, p.kind, p.name),
        ids.map((i) => mask.identifier(i.type, i.value)).join('；'),
        mask.level === 'public' && p.kind === 'person' ? '' : aliases.map((a) => mask.name(p.id, p.kind, a)).join('；'),
        p.came,
        p.went,
        p.findings,
        tagCell(index.of({ id: p.id, drawnAs: drawnAs(p.kind, p.role) }), lang),
      ] satisfies PageValue[];
    }
  },
};
