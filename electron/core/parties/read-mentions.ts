import { addDays } from '../../../shared/evidence/day.ts';
import { tidy } from '../../../shared/evidence/text.ts';
import type { Store } from '../store/connect.ts';
import { type Comparable, purposeOf, type Sort, settle } from './mention-evidence.ts';

/** Different texts, each with a number; 0 stands for no text. */
export class Words {
  readonly #numbers = new Map<string, number>();
  readonly list: string[] = [''];

  number(text: string | null): number {
    if (text === null || text === '') return 0;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.list.length);
    return this.list.push(text) - 1;
  }
}

/** (value, mention) pairs as two columns: a million small arrays would cost more than all comparing. */
export class Pairs {
  readonly values: number[] = [];
  readonly mentions: number[] = [];

  add(value: number, mention: number): void {
    this.values.push(value);
    this.mentions.push(mention);
  }
}

/** All mentions of the case as columns, by position; positions ascend with the mention's id in the store. */
export interface Mentions {
  readonly count: number;
  readonly ids: Int32Array;
  readonly sorts: readonly Sort[];
  readonly kinds: readonly string[];
  readonly names: readonly string[];
  /** person key, org key, or the name of a conference as it is compared; numbers of `keyWords`, as are the employers */
  readonly keys: Int32Array;
  readonly employers: Int32Array;
  readonly keyWords: Words;
  readonly depts: Int32Array;
  readonly masked: Uint8Array;
  /** the number that settles who it is: id_no of a person, uscc of an organisation, either of a nameless account; 0 = none */
  readonly numbers: Int32Array;
  readonly conferenceNumbers: Int32Array;
  /** what may be compared, as (number of the value, mention), ascending by mention; each list has its own numbers */
  readonly accounts: Pairs;
  readonly phones: Pairs;
  readonly documents: Pairs;
  readonly conferenceDays: Pairs;
  readonly accountWords: Words;
  /** accounts of which only head and tail are shown: 622202******3391 */
  readonly maskedAccounts: ReadonlyArray<readonly [pattern: string, mention: number]>;
  /** everything that makes a mention distinct, as one text */
  print(mention: number): string;
  /** what the store says now */
  readonly parties: Int32Array;
  readonly reasons: ReadonlyArray<string | null>;
  readonly joinedTo: Int32Array;
}

export function readMentions(store: Store): Mentions {
  const count = store.db.prepare('select count(*) from mention').pluck().get() as number;
  const columns = {
    ids: new Int32Array(count),
    keys: new Int32Array(count),
    employers: new Int32Array(count),
    depts: new Int32Array(count),
    masked: new Uint8Array(count),
    numbers: new Int32Array(count),
    conferenceNumbers: new Int32Array(count),
    parties: new Int32Array(count),
    joinedTo: new Int32Array(count),
  };
  const lists = {
    sorts: new Array<Sort>(count),
    kinds: new Array<string>(count),
    names: new Array<string>(count),
    reasons: new Array<string | null>(count),
    accounts: new Pairs(),
    phones: new Pairs(),
    documents: new Pairs(),
    conferenceDays: new Pairs(),
    maskedAccounts: [] as Array<[string, number]>,
  };
  const words = {
    keys: new Words(),
    depts: new Words(),
    idNos: new Words(),
    usccs: new Words(),
    accounts: new Words(),
    phones: new Words(),
    documents: new Words(),
    conferences: new Words(),
    days: new Words(),
  };
  const comparablesOf = keyableBeside(store);
  const daysOf = conferenceDays(store);
  let i = 0;
  for (const row of store.db.prepare<[], MentionRow>(mentionsSql).raw().iterate()) {
    const [id, kind, name, key, orgKey, dept, masked, maskedAccount, party, reason, joined] = row;
    const comparables = comparablesOf(id);
    const { sort, by } = settle(kind, key, comparables);
    lists.sorts[i] = sort;
    lists.kinds[i] = kind;
    lists.names[i] = name;
    lists.reasons[i] = reason;
    columns.ids[i] = id;
    columns.employers[i] = words.keys.number(orgKey);
    if (dept !== null) columns.depts[i] = words.depts.number(dept.replace(/\s/g, ''));
    columns.masked[i] = masked;
    columns.parties[i] = party ?? 0;
    columns.joinedTo[i] = joined ?? 0;
    // odd and even keep the two kinds of number apart
    if (by)
      columns.numbers[i] = by.use === 'uscc' ? 2 * words.usccs.number(by.value) + 1 : 2 * words.idNos.number(by.value);
    for (const { use, value } of comparables) {
      if (use === 'account') lists.accounts.add(words.accounts.number(value), i);
      else if (use === 'phone') lists.phones.add(words.phones.number(value), i);
      else if (use === 'document') lists.documents.add(words.documents.number(value), i);
      else if (use === 'conference') columns.conferenceNumbers[i] = words.conferences.number(value);
    }
    if (maskedAccount !== null) lists.maskedAccounts.push([maskedAccount.replace(/^\?/, ''), i]);
    if (sort === 'conference') {
      const hasName = !comparables.some(({ value }) => value === name);
      columns.keys[i] = words.keys.number(hasName ? CONFERENCE_MARK + meetingKey(name) : '');
      for (const day of daysOf(id, key)) lists.conferenceDays.add(words.days.number(day), i);
    } else columns.keys[i] = words.keys.number(key);
    i++;
  }
  askOrganisations(columns.keys, columns.numbers, words.keys, lists.sorts);
  const again = store.db
    .prepare<[number], string>(
      'select json_array(kind, name, key, id_value, account, phone, org_key, dept) from mention where id = ?',
    )
    .pluck();
  const print = (mention: number) => again.get(columns.ids[mention]!)!;
  return { count, ...columns, ...lists, keyWords: words.keys, accountWords: words.accounts, print };
}

/** No person's name without a number beside it is longer than this, unless it is written with a middle dot. */
const LONGEST_NAME = 4;

/**
 * In a mixed column the kind is read off the name, and 澄溪天森骨科植入物 may look like a person or a department. Where the same key
 * is an organisation's elsewhere, it is the organisation.
 */
function askOrganisations(keys: Int32Array, numbers: Int32Array, words: Words, sorts: Sort[]): void {
  const organisations = new Set<number>();
  for (const [i, sort] of sorts.entries()) if (sort === 'org') organisations.add(keys[i]!);
  for (const [i, sort] of sorts.entries()) {
    if (numbers[i] !== 0 || !organisations.has(keys[i]!)) continue;
    if (sort === 'department' || (sort === 'person' && words.list[keys[i]!]!.length > LONGEST_NAME)) sorts[i] = 'org';
  }
}

type MentionRow = [
  id: number,
  kind: string,
  name: string,
  key: string,
  orgKey: string | null,
  dept: string | null,
  masked: number,
  maskedAccount: string | null,
  party: number | null,
  reason: string | null,
  joined: number | null,
];
const mentionsSql = `select id, kind, name, key, org_key, dept, masked, case when account like '%*%' then account end,
  party, join_reason, join_mention from mention order by id`;

/** Keeps names of conferences apart from names of organisations. */
export const CONFERENCE_MARK = '会议 ';

const notInMeetingName = /[\s"'“”‘’《》<>【】[\]()·・:,.。、\-—_/\\|]+/g;
/** 会议名称 as it is compared: quotation marks, brackets and punctuation are typed at will. */
const meetingKey = (name: string): string => tidy(name).toUpperCase().replace(notInMeetingName, '');

/** Hands out what each mention may be compared by; must be asked with ascending ids. */
function keyableBeside(store: Store): (mention: number) => readonly Comparable[] {
  const rows = store.db
    .prepare<[], [mention: number, type: string, value: string]>(
      'select mention, type, value from mention_identifier where keyable = 1 order by mention',
    )
    .raw()
    .iterate();
  const none: readonly Comparable[] = [];
  let next = rows.next();
  return (mention) => {
    let found: Comparable[] | undefined;
    while (!next.done && next.value[0] <= mention) {
      const [of, type, value] = next.value;
      const use = purposeOf(type, value);
      if (of === mention && use !== undefined && !found?.some((each) => each.use === use && each.value === value)) {
        found ??= [];
        found.push({ use, value });
      }
      next = rows.next();
    }
    return found ?? none;
  };
}

/** More days than this are a series or a mistake, not one conference. */
const LONGEST_CONFERENCE = 10;

/** The days on which a conference mention took place: from its own key (名称@2024-05-06) and from the records that name it. */
function conferenceDays(store: Store): (mention: number, key: string) => Iterable<string> {
  const days = new Map<number, Set<string>>();
  const put = (mention: number, day: string) => {
    const known = days.get(mention);
    if (known) known.add(day);
    else days.set(mention, new Set([day]));
  };
  const held = store.db
    .prepare<[], [number, string, string]>(
      'select distinct conference, start_day, coalesce(end_day, start_day) from rec_conference',
    )
    .raw();
  for (const [mention, start, end] of held.all()) {
    put(mention, start);
    for (let day = start, n = 1; day < end && n < LONGEST_CONFERENCE; n++) {
      day = addDays(day, 1);
      put(mention, day);
    }
  }
  const attended = store.db
    .prepare<[], [number, string]>(
      `select distinct conference, conference_day from rec_conference_person
       where conference is not null and conference_day is not null`,
    )
    .raw();
  for (const [mention, day] of attended.all()) put(mention, day);
  return (mention, key) => {
    const own = /@(\d{4}-\d{2}-\d{2})$/.exec(key)?.[1];
    const recorded = days.get(mention);
    if (own === undefined) return recorded ?? [];
    return new Set(recorded).add(own);
  };
}

/** The position of a mention id, or undefined. */
export function positionOf({ ids }: Pick<Mentions, 'ids'>, id: number): number | undefined {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (ids[middle] === id) return middle;
    if (ids[middle]! < id) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
