import type { SearchMatch } from '../../../../shared/protocol/parties.requests.ts';
import type { Store } from '../../store/connect.ts';
import { prepared } from '../../store/prepared.ts';
import { numberOf, soundOf } from './find-parties.ts';
import { type Mark, markOf, soundMark } from './marks.ts';

/** Texts about a party among which a word is looked for; the first that holds it is shown. */
interface Told {
  readonly text: string;
  readonly label?: string;
}

interface Party {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
}

/** What fits the typed words at a party: for each word the first that holds, of name, other spelling, sound, number, post, department and employer. */
export function whyFound(store: Store, party: Party, words: readonly string[]): SearchMatch[] {
  const joined = words.length > 1 && markOf(party.name, words.join(''));
  if (joined) return [{ by: 'name', text: party.name, marks: [joined], label: null }];
  return words.flatMap((word) => whyWord(store, party, word) ?? []);
}

/** Which number of the party holds the typed signs. */
export function whyNumber(store: Store, party: number, word: string): SearchMatch | undefined {
  const number = numberOf(word);
  if (number === undefined) return undefined;
  const found = prepared<[number, string], { type: string; value: string }>(
    store,
    `select i.type, i.value from mention m join mention_identifier i on i.mention = m.id
     where m.party = ? and instr(upper(i.value), ?) > 0 order by i.value limit 1`,
  ).get(party, number);
  if (!found) return undefined;
  const { type, value } = found;
  const isEnd = value.toUpperCase().endsWith(number) && value.length > number.length;
  const from = isEnd ? value.length - number.length : value.toUpperCase().indexOf(number);
  return { by: isEnd ? 'number-end' : 'number', text: value, marks: [[from, from + number.length]], label: type };
}

function whyWord(store: Store, { id, kind, name }: Party, word: string): SearchMatch | undefined {
  const first = (
    by: SearchMatch['by'],
    told: readonly Told[],
    mark: (text: string) => Mark | undefined = (text) => markOf(text, word),
  ): SearchMatch | undefined => {
    for (const { text, label } of told) {
      const at = mark(text);
      if (at) return { by, text, marks: [at], label: label ?? null };
    }
    return undefined;
  };
  const spellings = spellingsOf(store, id);
  const letters = soundOf(word);
  const bySound = (text: string) => (letters === undefined ? undefined : soundMark(text, letters, kind === 'person'));
  return (
    first('name', [{ text: name }]) ??
    first('alias', spellings) ??
    first('sound', [{ text: name }, ...spellings], bySound) ??
    whyNumber(store, id, word) ??
    first('title', postsOf(store, id)) ??
    first('dept', deptsOf(store, id)) ??
    first('employer', employersOf(store, id))
  );
}

const spellingsOf = (store: Store, party: number): Told[] =>
  prepared<[number], Told>(store, 'select distinct name as text from mention where party = ? order by name').all(party);

const deptsOf = (store: Store, party: number): Told[] =>
  prepared<[number], Told>(
    store,
    'select distinct dept as text from mention where party = ? and dept is not null order by dept',
  ).all(party);

const postsOf = (store: Store, party: number): Told[] =>
  prepared<[{ party: number }], Told>(
    store,
    `with own as (select id from mention where party = :party)
     select title as text from rec_staff where person in own and title is not null
     union select position from rec_staff where person in own and position is not null
     union select title from rec_conference_person where person in own and title is not null order by 1`,
  ).all({ party });

/** Names of whom somebody works for, with their other spellings. */
const employersOf = (store: Store, party: number): Told[] =>
  prepared<[{ party: number }], Told>(
    store,
    `select p.name as text from link l join party p on p.id = l.target where l.source = :party and l.kind = 'employment'
     union select m.name from link l join mention m on m.party = l.target where l.source = :party and l.kind = 'employment' order by 1`,
  ).all({ party });
