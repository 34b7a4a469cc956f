import { drawnAs } from '../../../shared/ontology/index.ts';
import { isThing } from '../../../shared/ontology/kind.ts';
import { Stop } from '../request.ts';
import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

/** What every screen says about a party in one line, without reading its records. */
export interface PartyCard {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly drawnAs: string;
  readonly inFen: number;
  readonly outFen: number;
  readonly rows: number;
  readonly degree: number;
  /** open findings that name it; ruled-out and gone ones do not count */
  readonly findings: number;
  /** the highest severity among them, 0 = none */
  readonly severity: number;
  /** how many parties bear this name; 0 when it is the only one */
  readonly sameName: number;
}

interface CardRow extends Omit<PartyCard, 'drawnAs'> {
  readonly role: string | null;
}

const cardSql = `select p.id, p.kind, p.name, p.role,
    coalesce(f.in_fen, 0) as inFen, coalesce(f.out_fen, 0) as outFen, coalesce(f.rows, 0) as rows, coalesce(f.degree, 0) as degree,
    (select count(distinct s.finding) from finding_subject s join finding x on x.id = s.finding
      where s.party = p.id and x.gone_run is null and x.status <> 'excluded') as findings,
    (select coalesce(max(x.severity), 0) from finding_subject s join finding x on x.id = s.finding
      where s.party = p.id and x.gone_run is null and x.status <> 'excluded') as severity,
    (select count(*) from party n where n.name = p.name) as sameName
  from party p left join party_figure f on f.party = p.id where p.id = ?`;

/** The card of a party. Leaves with Problem party.not-found. */
export function partyCard(store: Store, id: number): PartyCard {
  const found = prepared<[number], CardRow>(store, cardSql).get(id);
  if (!found) throw new Stop({ code: 'party.not-found', params: { id } });
  const { role, sameName, ...card } = found;
  return { ...card, drawnAs: drawnAs(card.kind, role), sameName: sameName > 1 ? sameName : 0 };
}

/** 已排除: a finding that still stands by its rows names it, and was ruled out. Whether another one is open, `findings` says. */
export const isRuledOut = (store: Store, party: number): boolean =>
  prepared<[number]>(
    store,
    `select 1 from finding_subject s join finding f on f.id = s.finding
     where s.party = ? and f.gone_run is null and f.status = 'excluded' limit 1`,
  ).get(party) !== undefined;

/** Under how many different mentions the files name a party. */
export const countMentions = (store: Store, party: number): number =>
  prepared<[number], { n: number }>(store, 'select count(*) as n from mention where party = ?').get(party)?.n ?? 0;

/** Employer, department and title of a person, as most records say. */
export interface Post {
  readonly employer: { readonly id: number; readonly name: string; readonly kind: string } | null;
  readonly dept: string | null;
  readonly title: string | null;
}

export function postOf(store: Store, party: number): Post {
  const employer = prepared<[number], { id: number; name: string; kind: string }>(
    store,
    `select p.id, p.name, p.kind from link l join party p on p.id = l.target
     where l.source = ? and l.kind = 'employment' order by l.rows desc, p.id limit 1`,
  ).get(party);
  const dept = prepared<[number], { dept: string }>(
    store,
    'select dept from mention where party = ? and dept is not null group by dept order by count(*) desc, dept limit 1',
  ).get(party);
  const title = prepared<[number], { title: string }>(
    store,
    `select c.title from mention m join rec_conference_person c on c.person = m.id
     where m.party = ? and c.title is not null group by c.title order by count(*) desc, c.title limit 1`,
  ).get(party);
  return { employer: employer ?? null, dept: dept?.dept ?? null, title: title?.title ?? null };
}

const identifierOrder = [
  'uscc',
  'id_no',
  'id_card',
  'phone',
  'mobile',
  'account',
  'account_no',
  'card',
  'bank_card',
  'conference_no',
  'product_code',
  'approval_no',
  'tender_no',
  'contract_no',
  'invoice_no',
  'clue_no',
  'held_account',
];

/** One line that tells this party from others of its name: employer, department and title, then the best number, people's by its end. */
export function identityLine(store: Store, { id, kind }: Pick<PartyCard, 'id' | 'kind'>): string {
  const numbers = prepared<[number], { type: string; value: string }>(
    store,
    `select i.type, min(i.value) as value from mention m join mention_identifier i on i.mention = m.id
     where m.party = ? and i.keyable = 1 group by i.type`,
  ).all(id);
  const number = identifierOrder.flatMap((type) => numbers.find((each) => each.type === type) ?? [])[0];
  if (kind === 'conference') return [startOf(store, id), number?.value].filter(Boolean).join(' · ');
  const shown = number && (number.type === 'uscc' || isThing(kind) ? number.value : `*${number.value.slice(-4)}`);
  if (kind !== 'person') return shown ?? '';
  const post = postOf(store, id);
  return [post.employer?.name, post.dept, post.title, shown].filter(Boolean).join(' · ');
}

/** Second line of a node: the title of a person, the first day of a conference; '' where there is nothing to say. */
export function detailLine(store: Store, { id, kind }: Pick<PartyCard, 'id' | 'kind'>, post: Post | null): string {
  if (kind === 'conference') return startOf(store, id) ?? '';
  return post?.title ?? post?.dept ?? '';
}

function startOf(store: Store, conference: number): string | undefined {
  return (
    prepared<[number], { day: string | null }>(
      store,
      'select min(r.start_day) as day from mention m join rec_conference r on r.conference = m.id where m.party = ?',
    ).get(conference)?.day ?? undefined
  );
}
