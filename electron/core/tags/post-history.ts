import type { HeldPost } from '../../../shared/protocol/tags.requests.ts';
import type { Store } from '../store/connect.ts';
import { type GivenTag, stillCounts } from '../store/party-tags.ts';
import { valueReader } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';

interface PostRow {
  readonly from: HeldPost['from'];
  readonly row: number;
  readonly field: string;
  readonly orgName: string;
  readonly org: number | null;
  readonly orgKind: string | null;
  readonly post: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly rows: number;
}

const orgSql = (mention: string) => `left join mention e on e.id = ${mention} left join party o on o.id = e.party`;
const orgColumns = "coalesce(o.name, e.name, '') as orgName, o.id as org, o.kind as orgKind";

/** Rosters, the company register, lists of conferences (each wording once, with the days on which it stands there) and leads. */
const postsSql = `
  select 'roster' as "from", s.row, case when s.position is null then 'title' else 'position' end as field, ${orgColumns},
    trim(coalesce(s.dept, '') || ' ' || coalesce(s.position, s.title, '')) as post, s.hired_day as firstDay, s.left_day as lastDay, 1 as rows
  from rec_staff s join mention p on p.id = s.person ${orgSql('s.employer')}
  where p.party = @party and coalesce(s.position, s.title, s.dept) is not null
  union all
  select 'office', c.row, 'position', ${orgColumns}, coalesce(c.position, ''), c.from_day, c.to_day, 1
  from rec_company_person c join mention p on p.id = c.holder ${orgSql('c.company')} where p.party = @party and c.office = 1
  union all
  select 'conference', min(c.row), 'title', ${orgColumns}, trim(coalesce(c.dept, '') || ' ' || c.title), min(c.conference_day), max(c.conference_day), count(*)
  from rec_conference_person c join mention p on p.id = c.person ${orgSql('c.org')} where p.party = @party and c.title is not null
  group by c.org, c.dept, c.title
  union all
  select 'lead', x.row, 'subject_position', ${orgColumns}, x.subject_position, null, null, 1
  from rec_clue x join mention p on p.id = x.subject ${orgSql('x.subject_org')} where p.party = @party and x.subject_position is not null`;

const MOST_POSTS = 100;

/** 任职经历: what sheets say, each with its cell, together with the posts that persons gave; the latest first. */
export function postHistory(
  store: Store,
  party: number,
  given: readonly GivenTag[],
): { posts: HeldPost[]; postsTotal: number } {
  const read = valueReader(store);
  const rows = prepared<[{ party: number }], PostRow>(store, postsSql).all({ party });
  const byHand = given.filter((tag) => stillCounts(tag) && (tag.post !== '' || tag.org !== ''));
  const posts = [
    ...rows.map(({ row, field, orgName, org, orgKind, ...post }) => ({
      ...post,
      org: orgName,
      party: org === null || orgKind === null ? null : { id: org, kind: orgKind, name: orgName },
      where: { row, field },
      reason: '',
    })),
    ...byHand.map(({ org, post, from, to, ended, reason }) => ({
      from: 'given' as const,
      org,
      party: null,
      post,
      firstDay: from,
      lastDay: ended?.day ?? to,
      rows: 0,
      where: null,
      reason,
    })),
  ].sort((a, b) => latest(b).localeCompare(latest(a)) || (a.org < b.org ? -1 : 1) || (a.post < b.post ? -1 : 1));
  return {
    postsTotal: posts.length,
    posts: posts
      .slice(0, MOST_POSTS)
      .map(({ where, ...post }) => ({ ...post, source: where && read(where.row, where.field).source })),
  };
}

const latest = ({ firstDay, lastDay }: { firstDay: string | null; lastDay: string | null }): string =>
  firstDay ?? lastDay ?? '';
