import { chainLinks, focusAreas } from '../evidence/people-choices.ts';
import type { Bilingual } from '../protocol/parts.ts';

/** What kind of thing a tag says: post 岗位与关注, area 重点领域, link 产业链环节. */
export const tagGroups = [
  { id: 'post', words: { zh: '岗位与关注', en: 'Posts and watch' } },
  { id: 'area', words: { zh: '重点领域', en: 'Focus areas' } },
  { id: 'link', words: { zh: '产业链环节', en: 'Chain links' } },
] as const satisfies ReadonlyArray<{ id: string; words: Bilingual }>;
export type TagGroup = (typeof tagGroups)[number]['id'];

/** 关键少数: those who lead a body. 关键岗位: posts that decide about purchases, prescriptions, data or money. 关注: worth watching, 已排除: looked into and of no more interest, for whatever reason a person gives. */
const posts = [
  { id: 'post.key_few', words: { zh: '关键少数', en: 'Leading cadres' } },
  { id: 'post.key_post', words: { zh: '关键岗位', en: 'Key post' } },
  { id: 'post.watched', words: { zh: '关注', en: 'Watched' } },
  { id: 'post.ruled_out', words: { zh: '已排除', en: 'Ruled out' } },
] as const;

type Area = Exclude<(typeof focusAreas)[number]['id'], 'other'>;
type Link = (typeof chainLinks)[number]['id'];
export type TagId = (typeof posts)[number]['id'] | `area.${Area}` | `link.${Link}`;

/** 标签: what a person, a record or a model says a party, a finding or a lead belongs to. Ids are kept in cases and never change. */
export interface Tag {
  readonly id: TagId;
  readonly group: TagGroup;
  readonly words: Bilingual;
}

/** In the order in which every list shows them. */
export const tags: readonly Tag[] = [
  ...posts.map((post) => ({ ...post, group: 'post' as const })),
  ...focusAreas.flatMap(({ id, zh, en }) =>
    id === 'other' ? [] : [{ id: `area.${id}` as const, group: 'area' as const, words: { zh, en } }],
  ),
  ...chainLinks.map(({ id, zh, en }) => ({
    id: `link.${id}` as const,
    group: 'link' as const,
    words: { zh, en },
  })),
];

const byId = new Map<string, Tag>(tags.map((tag) => [tag.id, tag]));

/** The tag of an id; undefined: no tag has it. */
export const tagOf = (id: string): Tag | undefined => byId.get(id);

/** Whether what carries `held` is let through by a filter: within a group any of its tags will do, and each group named must be met. No tags wanted: everything is let through. */
export function carries(held: Iterable<TagId>, wanted: readonly TagId[]): boolean {
  if (wanted.length === 0) return true;
  const has = new Set(held);
  const groups = Map.groupBy(wanted, (id) => byId.get(id)?.group);
  return [...groups.values()].every((any) => any.some((id) => has.has(id)));
}
