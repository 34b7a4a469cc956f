import { drawnAs } from '../../../shared/ontology/index.ts';
import { carries, type TagId } from '../../../shared/ontology/tags.ts';
import type { LeadRow } from '../../../shared/protocol/leads.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { valueReader } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { countTags, type TagIndex, tagIndex } from '../tags/tag-index.ts';

interface Lead {
  readonly row: number;
  readonly clue: number;
  readonly clueName: string;
  readonly number: string | null;
  readonly day: string;
  readonly source: string;
  readonly subject: number | null;
  readonly subjectName: string | null;
  readonly subjectKind: string | null;
  readonly subjectRole: string | null;
  readonly org: number | null;
  readonly orgName: string | null;
  readonly orgKind: string | null;
  readonly orgRole: string | null;
  readonly position: string | null;
  readonly content: string;
  readonly category: string | null;
  readonly fen: number | null;
  readonly status: string | null;
}

const leadsSql = `select x.row, c.party as clue, k.name as clueName, x.clue_no as number, x.day, x.source_text as source,
    s.id as subject, s.name as subjectName, s.kind as subjectKind, s.role as subjectRole, o.id as org, o.name as orgName, o.kind as orgKind, o.role as orgRole,
    x.subject_position as position, x.content, x.category, x.fen, x.status
  from rec_clue x join mention c on c.id = x.clue join party k on k.id = c.party
  left join mention sm on sm.id = x.subject left join party s on s.id = sm.party
  left join mention om on om.id = x.subject_org left join party o on o.id = om.party order by x.day desc, x.row`;

/** 线索: its area is its own category; posts and watch, and the link of the chain, are those of whom it names. */
export default answerInCase('leads.list', ({ tags, text, offset, limit }, { openCase: { store } }) => {
  const index = tagIndex(store);
  const leads = prepared<[], Lead>(store, leadsSql)
    .all()
    .map((lead) => ({ ...lead, tags: tagsOfLead(index, lead) }));
  const wanted = text.trim();
  const within = leads.filter((lead) => wanted === '' || wordsOf(lead).includes(wanted));
  const found = within.filter((lead) => carries(lead.tags, tags));
  return ok({
    total: found.length,
    all: leads.length,
    byTag: countTags(within.map((lead) => lead.tags)),
    rows: leadRows(store, found.slice(offset, offset + limit)),
  });
});

function tagsOfLead(
  index: TagIndex,
  { clue, subject, subjectKind, subjectRole, org, orgKind, orgRole }: Lead,
): TagId[] {
  const named = [
    ...(subject === null ? [] : index.of({ id: subject, drawnAs: drawnAs(subjectKind ?? 'person', subjectRole) })),
    ...(org === null ? [] : index.of({ id: org, drawnAs: drawnAs(orgKind ?? 'org', orgRole) })),
  ].filter((tag) => !tag.startsWith('area.'));
  return [...new Set([...index.of({ id: clue, drawnAs: 'clue' }), ...named])];
}

const wordsOf = ({ number, source, subjectName, orgName, position, content }: Lead): string =>
  [number, source, subjectName, orgName, position, content].filter(Boolean).join('\n');

function leadRows(store: Store, leads: ReadonlyArray<Lead & { tags: TagId[] }>): LeadRow[] {
  const read = valueReader(store);
  return leads.map(({ row, clue, clueName, number, subject, org, position, fen, ...lead }) => ({
    row,
    clue: { id: clue, kind: 'clue', name: clueName },
    number: number ?? '',
    day: lead.day,
    source: lead.source,
    subject:
      subject === null ? null : { id: subject, kind: lead.subjectKind ?? 'person', name: lead.subjectName ?? '' },
    subjectOrg: org === null ? null : { id: org, kind: lead.orgKind ?? 'org', name: lead.orgName ?? '' },
    position: position ?? '',
    content: lead.content,
    category: lead.category,
    tags: lead.tags,
    claimedFen: fen,
    status: lead.status,
    place: read(row, number === null ? 'content' : 'clue_no').source,
  }));
}
