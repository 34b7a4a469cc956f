import { addDays } from '../../../shared/evidence/day.ts';
import { tidy } from '../../../shared/evidence/text.ts';
import type { Store } from '../store/connect.ts';
import { type Sort, settle } from './mention-evidence.ts';
import { numberIdentifiers, Pairs } from './number-identifiers.ts';

/** Different texts, each with a number; 0 stands for no text. */
export class Words {
  #numbers: Map<string, number> | undefined;
  readonly list: string[];

  /** `known`: different texts that get the numbers 1, 2 … */
  constructor(known: readonly string[] = []) {
    this.list = ['', ...known];
  }

  number(text: string | null): number {
    if (text === null || text === '') return 0;
    // made when first needed: most of a million keys are never looked up
    this.#numbers ??= new Map(this.list.map((each, number) => [each, number]));
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.list.length);
    return this.list.push(text) - 1;
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
  readonly thingNumbers: Int32Array;
  /** what may be compared, as (number of the value, mention), ascending by mention within a value */
  readonly accounts: Pairs;
  readonly phones: Pairs;
  readonly documents: Pairs;
  readonly conferenceDays: Pairs;
  readonly accountTexts: ReadonlyMap<number, string>;
  /** accounts of which only head and tail are shown: 622202******3391 */
  readonly maskedAccounts: ReadonlyArray<readonly [pattern: string, mention: number]>;
  /** everything that makes a mention distinct, as one text for each mention */
  prints(mentions: readonly number[]): string[];
  /** what the store says now */
  readonly parties: Int32Array;
  readonly reasons: ReadonlyArray<string | null>;
  readonly joinedTo: Int32Array;
}

/** `only`: JSON array of the mentions wanted; without it, all. */
export function readMentions(store: Store, only?: string): Mentions {
  const wanted = only === undefined ? [] : [only];
  const among = (column: string) => (only === undefined ? 'true' : `${column} in (select value from json_each(?))`);
  const ids = Int32Array.from(
    store.db
      .prepare<string[], number>(`select id from mention where ${among('id')} order by id`)
      .pluck()
      .all(...wanted),
  );
  const count = ids.length;
  const positions = new Int32Array((ids.at(-1) ?? 0) + 1);
  for (let i = 0; i < count; i++) positions[ids[i]!] = i;
  const identifiers = numberIdentifiers(store, { positions, count, only });
  const { keys, keyWords } = numberKeys(store, { positions, count, only });
  const columns = {
    employers: new Int32Array(count),
    depts: new Int32Array(count),
    masked: new Uint8Array(count),
    numbers: new Int32Array(count),
    parties: new Int32Array(count),
    joinedTo: new Int32Array(count),
  };
  const lists = {
    sorts: new Array<Sort>(count),
    kinds: new Array<string>(count),
    names: new Array<string>(count),
    reasons: new Array<string | null>(count),
    conferenceDays: new Pairs(),
    maskedAccounts: [] as Array<[string, number]>,
  };
  const depts = new Words();
  const days = new Words();
  const employers = new Words();
  const daysOf = conferenceDays(store, only);
  let i = 0;
  for (const row of mentionRows(store, only)) {
    const [kind, name, orgKey, dept, masked, more, party, reason, joined] = row;
    const { sort, by } = settle(kind, keys[i] !== 0, {
      idNo: identifiers.idNos[i] !== 0,
      uscc: identifiers.usccs[i] !== 0,
      any: identifiers.any[i] === 1,
    });
    lists.sorts[i] = sort;
    lists.kinds[i] = kind;
    lists.names[i] = name;
    lists.reasons[i] = reason;
    columns.employers[i] = employers.number(orgKey);
    if (dept !== null) columns.depts[i] = depts.number(dept.replace(/\s/g, ''));
    columns.masked[i] = masked;
    columns.parties[i] = party ?? 0;
    columns.joinedTo[i] = joined ?? 0;
    // odd and even keep the two kinds of number apart
    if (by === 'uscc') columns.numbers[i] = 2 * identifiers.usccs[i]! + 1;
    else if (by === 'id_no') columns.numbers[i] = 2 * identifiers.idNos[i]!;
    if (more !== null && sort === 'conference') {
      const isNumber = identifiers.thingNumbers[i] !== 0 && name === more;
      keys[i] = isNumber ? 0 : keyWords.number(CONFERENCE_MARK + meetingKey(name));
      for (const day of daysOf(ids[i]!, more)) lists.conferenceDays.add(days.number(day), i);
    } else if (more !== null) lists.maskedAccounts.push([more.replace(/^\?/, ''), i]);
    i++;
  }
  askOrganisations(keys, columns.numbers, keyWords, lists.sorts);
  const ofEmployer = Int32Array.from(employers.list, (employer) => keyWords.number(employer));
  columns.employers = columns.employers.map((employer) => ofEmployer[employer]!);
  const again = store.db
    .prepare<[string], string>(
      `select json_array(kind, name, m.key, id_value, account, phone, org_key, dept, scope)
       from json_each(?) j cross join mention m on m.id = j.value order by j.key`,
    )
    .pluck();
  const prints = (of: readonly number[]) => again.all(JSON.stringify(of.map((mention) => ids[mention]!)));
  const { accounts, phones, documents, thingNumbers, accountTexts } = identifiers;
  return {
    count,
    ids,
    keys,
    keyWords,
    ...columns,
    ...lists,
    accounts,
    phones,
    documents,
    thingNumbers,
    accountTexts,
    prints,
  };
}

/** Which mentions are read, and where each stands. */
export interface Wanted {
  readonly positions: Int32Array;
  readonly count: number;
  readonly only: string | undefined;
}

/** The keys, read in their own order, so that equal ones follow each other. */
function numberKeys(store: Store, { positions, count, only }: Wanted): { keys: Int32Array; keyWords: Words } {
  const keys = new Int32Array(count);
  const list: string[] = [];
  const among = only === undefined ? '' : 'id in (select value from json_each(?)) and';
  const rows = store.db
    .prepare<string[], [number, string]>(`select id, key from mention where ${among} key <> '' order by key`)
    .raw();
  for (const [id, key] of rows.iterate(...(only === undefined ? [] : [only]))) {
    if (key !== list.at(-1)) list.push(key);
    keys[positions[id]!] = list.length;
  }
  return { keys, keyWords: new Words(list) };
}

/** No person's name without a number beside it is longer than this, unless it is written with a middle dot. */
export const LONGEST_NAME = 4;

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
  kind: string,
  name: string,
  orgKey: string | null,
  dept: string | null,
  masked: number,
  /** the key of a conference, the account of anybody else where it is masked */
  more: string | null,
  party: number | null,
  reason: string | null,
  joined: number | null,
];
const mentionColumns = `kind, name, org_key, dept, masked,
  case when kind = 'conference' then key when instr(account, '*') > 0 then account end, party, join_reason, join_mention`;

/** How many rows are handed over in one go: measured, half the time of one by one. */
const TOGETHER = 10_000;

function* mentionRows({ db }: Store, only: string | undefined): Generator<MentionRow> {
  if (only !== undefined) {
    const some = db.prepare<[string], MentionRow>(
      `select ${mentionColumns} from mention where id in (select value from json_each(?)) order by id`,
    );
    yield* some.raw().all(only);
    return;
  }
  const last = db.prepare<[], number>('select coalesce(max(id), 0) from mention').pluck().get()!;
  const next = db
    .prepare<[number, number], MentionRow>(`select ${mentionColumns} from mention where id > ? and id <= ? order by id`)
    .raw();
  for (let from = 0; from < last; from += TOGETHER) yield* next.all(from, from + TOGETHER);
}

/** Keeps names of conferences apart from names of organisations. */
export const CONFERENCE_MARK = '会议 ';

const notInMeetingName = /[\s"'“”‘’《》<>【】[\]()·・:,.。、\-—_/\\|]+/g;
/** 会议名称 as it is compared: quotation marks, brackets and punctuation are typed at will. */
export const meetingKey = (name: string): string => tidy(name).toUpperCase().replace(notInMeetingName, '');

/** More days than this are a series or a mistake, not one conference. */
const LONGEST_CONFERENCE = 10;

/** The days on which a conference mention took place: from its own key (名称@2024-05-06) and from the records that name it. */
function conferenceDays(store: Store, only: string | undefined): (mention: number, key: string) => Iterable<string> {
  const days = new Map<number, Set<string>>();
  const put = (mention: number, day: string) => {
    const known = days.get(mention);
    if (known) known.add(day);
    else days.set(mention, new Set([day]));
  };
  const wanted = only === undefined ? [] : [only];
  const among = only === undefined ? 'conference is not null' : 'conference in (select value from json_each(?))';
  const held = store.db
    .prepare<string[], [number, string, string]>(
      `select distinct conference, start_day, coalesce(end_day, start_day) from rec_conference where ${among}`,
    )
    .raw();
  for (const [mention, start, end] of held.all(...wanted)) {
    put(mention, start);
    for (let day = start, n = 1; day < end && n < LONGEST_CONFERENCE; n++) {
      day = addDays(day, 1);
      put(mention, day);
    }
  }
  const attended = store.db
    .prepare<string[], [number, string]>(
      `select distinct conference, conference_day from rec_conference_person
       where ${among} and conference_day is not null`,
    )
    .raw();
  for (const [mention, day] of attended.all(...wanted)) put(mention, day);
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
