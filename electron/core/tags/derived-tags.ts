import type { TagId } from '../../../shared/ontology/tags.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { influenceOf } from './influential-posts.ts';

/** Why a party has a tag that nobody gave: `position` by the dictionary of posts, `flag` because a roster marks it, `employer` and `insurer` by whom it works for or is, `category` of a lead, `kind` of the party. */
export type TagGround = 'kind' | 'position' | 'flag' | 'employer' | 'insurer' | 'category';

/** A tag read off the records. */
export interface DerivedTag {
  readonly party: number;
  readonly tag: TagId;
  readonly ground: TagGround;
  /** the words that say so; of `kind` the kind it is drawn as */
  readonly words: string;
  /** the row and the field of its sheet that say so; null where no single cell does */
  readonly row: number | null;
  readonly field: string | null;
}

/** 环节 by what a party is. Nothing else about a party follows from its kind. */
const byKind: Readonly<Record<string, TagId>> = {
  pharma: 'link.production',
  supplier: 'link.distribution',
  cso: 'link.sale',
  rep: 'link.sale',
  hospital: 'link.use',
  dept: 'link.use',
  doctor: 'link.use',
};

/** The link of the chain that a way of drawing stands for; undefined: none. */
export const linkOfKind = (drawnAs: string): TagId | undefined => byKind[drawnAs];

/** What records say of tags, each tag of a party once for each wording; without `party` of all parties. What follows from the kind alone is not among them. */
export function derivedTags(store: Store, party?: number): DerivedTag[] {
  const rules = [postsOnRosters, postsAtConferences, employers, insurers, leadAreas];
  const once = new Map<string, DerivedTag>();
  for (const rule of rules)
    for (const tag of rule(store, party)) {
      const key = `${tag.party} ${tag.tag} ${tag.ground} ${tag.words}`;
      if (!once.has(key)) once.set(key, tag);
    }
  return [...once.values()];
}

/** The rows of a select whose `party` is the column given: of one party, or of all. */
const rowsOf = <Row>(store: Store, sql: string, column: string, party: number | undefined, order: string): Row[] =>
  party === undefined
    ? prepared<[], Row>(store, `${sql} ${order}`).all()
    : prepared<[number], Row>(store, `${sql} and ${column} = ? ${order}`).all(party);

interface Placed {
  readonly party: number;
  readonly row: number;
  readonly org: string | null;
  readonly dept: string | null;
  readonly position: string | null;
}

const wordsOfPost = ({ org, dept, position }: Omit<Placed, 'party' | 'row'>): string =>
  [org, dept, position].filter(Boolean).join(' ');

function postsOnRosters(store: Store, party: number | undefined): DerivedTag[] {
  const rows = rowsOf<Placed & { flagged: number | null; employerKind: string | null }>(
    store,
    `select p.party, s.row, e.name as org, s.dept, s.position, s.key_post as flagged, s.employer_kind as employerKind
     from rec_staff s join mention p on p.id = s.person left join mention e on e.id = s.employer where p.party is not null`,
    'p.party',
    party,
    'order by s.row',
  );
  return rows.flatMap(({ flagged, employerKind, ...placed }): DerivedTag[] => {
    const { party: of, row } = placed;
    const base = { party: of, row, words: wordsOfPost(placed) };
    const influence = influenceOf(placed);
    return [
      ...(influence ? [{ ...base, tag: influence, ground: 'position' as const, field: 'position' }] : []),
      ...(flagged === 1
        ? [{ ...base, tag: 'post.key_post' as const, ground: 'flag' as const, field: 'is_key_post' }]
        : []),
      ...(employerKind === 'insurer'
        ? [{ ...base, tag: 'link.reimbursement' as const, ground: 'insurer' as const, field: 'employer_kind' }]
        : []),
    ];
  });
}

function postsAtConferences(store: Store, party: number | undefined): DerivedTag[] {
  const rows = rowsOf<Placed>(
    store,
    `select p.party, min(c.row) as row, o.name as org, c.dept, c.title as position
     from rec_conference_person c join mention p on p.id = c.person left join mention o on o.id = c.org where p.party is not null and c.title is not null`,
    'p.party',
    party,
    'group by p.party, c.org, c.dept, c.title order by 2',
  );
  return rows.flatMap((placed): DerivedTag[] => {
    const influence = influenceOf(placed);
    const { party: of, row } = placed;
    return influence
      ? [{ party: of, tag: influence, ground: 'position', words: wordsOfPost(placed), row, field: 'title' }]
      : [];
  });
}

/** Who works in a hospital stands where medicines are used. */
const employers = (store: Store, party: number | undefined): DerivedTag[] =>
  rowsOf<{ party: number; words: string }>(
    store,
    `select l.source as party, o.name as words from link l join party p on p.id = l.source join party o on o.id = l.target
     where l.kind = 'employment' and p.kind = 'person' and coalesce(p.role, '') <> 'rep' and o.kind in ('hospital', 'department')`,
    'l.source',
    party,
    'order by l.rows desc, l.target',
  ).map((found) => ({ ...found, tag: 'link.use', ground: 'employer', row: null, field: null }));

/** Bodies that reimburse: rosters and registers of institutions call them 医保. */
const insurers = (store: Store, party: number | undefined): DerivedTag[] =>
  (
    [
      ['rec_staff', 'employer', 'employer_kind', 'employer_kind'],
      ['rec_institution', 'institution', 'kind', 'kind'],
    ] as const
  ).flatMap(([table, names, kind, field]) =>
    rowsOf<{ party: number; words: string; row: number }>(
      store,
      `select m.party, m.name as words, min(x.row) as row from ${table} x join mention m on m.id = x.${names} where x.${kind} = 'insurer' and m.party is not null`,
      'm.party',
      party,
      'group by m.party order by 3',
    ).map((found) => ({ ...found, tag: 'link.reimbursement' as const, ground: 'insurer' as const, field })),
  );

/** 问题类别 of a lead. It says what the lead is about, and nothing of whom it names. */
const leadAreas = (store: Store, party: number | undefined): DerivedTag[] =>
  rowsOf<{ party: number; category: string; row: number }>(
    store,
    `select m.party, x.category, x.row from rec_clue x join mention m on m.id = x.clue
     where x.category is not null and x.category <> 'other' and m.party is not null`,
    'm.party',
    party,
    'order by x.row',
  ).map(({ party: of, category, row }) => ({
    party: of,
    tag: `area.${category}` as TagId,
    ground: 'category',
    words: '',
    row,
    field: 'category',
  }));
