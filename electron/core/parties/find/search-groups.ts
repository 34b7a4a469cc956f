import type { SearchHit } from '../../../../shared/protocol/parties.requests.ts';
import type { Store } from '../../store/connect.ts';
import { identityLine, partyCard } from '../../store/party-cards.ts';
import { prepared } from '../../store/prepared.ts';
import { findParties } from './find-parties.ts';
import { markOf } from './marks.ts';
import { nameIndex } from './name-index.ts';
import type { Only } from './only-tagged.ts';
import type { FoundParties } from './ranked.ts';
import type { Query } from './read-query.ts';
import type { RowsFound } from './rows-found.ts';
import { searchBookings, type Window } from './search-bookings.ts';
import { whyFound, whyNumber } from './why-found.ts';

export type GroupKind = Exclude<SearchHit['kind'], 'text'>;

/** Everything but cells that fits a query, by kind; a page of each is made when it is asked for. `most`: how much is compared and counted. */
export type Groups = Readonly<Partial<Record<GroupKind, (window: Omit<Window, 'most'>) => RowsFound>>>;

/** A word that means more parties than these is looked for in the texts of bookings only. */
const MOST_SIDES = 5_000;

/** `only`: with it, nothing but parties and findings is looked for. */
export async function searchGroups(
  store: Store,
  query: Query,
  { most, only }: { most: number; only?: Only | undefined },
): Promise<Groups> {
  const { range, span } = query;
  const words = only && query.words.length === 0 ? [query.text] : query.words;
  const filters = !only && (range || span);
  if (query.isComparison && !only) return bookings(store, { range, span, words: [] }, most);
  const names = await nameIndex(store);
  const compared = Math.max(most, MOST_COMPARED);
  const { parties, identifiers, conferences, things } = findParties(names, words, {
    most: compared,
    only: only?.party,
  });
  const group = (found: FoundParties, hitOf: (party: number) => SearchHit) => (window: Omit<Window, 'most'>) => ({
    total: found.total,
    whole: found.whole,
    hits: found.page(window.offset, window.limit).map(hitOf),
  });
  // 去年 alone is both a date and a word; beside a date, words are sides of bookings
  const isBoth = words[0] === query.text;
  const beside = () =>
    (isBoth ? [] : words).map((word) => {
      const found = findParties(names, [word], { most: compared });
      const sides = [found.parties, found.identifiers].flatMap((each) => each.page(0, MOST_SIDES));
      return { word, parties: sides.length < MOST_SIDES ? sides : [] };
    });
  return {
    party: group(parties, (id) => partyHit(store, 'party', id, words)),
    identifier: group(identifiers, (id) => numberHit(store, id, words[0] ?? '')),
    ...(filters && bookings(store, { range, span, words: beside() }, most)),
    finding: (window) => searchFindings(store, query.text, window, only?.finding),
    conference: group(conferences, (id) => partyHit(store, 'conference', id, words)),
    thing: group(things, (id) => partyHit(store, 'thing', id, words)),
  };
}

/** While a person types, so many lines are read off for each way of finding (`Bounds.most`): measured, five milliseconds for the commonest words among a million names. */
export const MOST_COMPARED = 30_000;

const bookings = (store: Store, query: Parameters<typeof searchBookings>[1], most: number): Groups => ({
  [query.range ? 'amount' : 'day']: (window: Omit<Window, 'most'>) => searchBookings(store, query, { ...window, most }),
});

function partyHit(
  store: Store,
  kind: 'party' | 'conference' | 'thing',
  id: number,
  words: readonly string[],
): SearchHit {
  const card = partyCard(store, id);
  return {
    ...partyLine(card),
    kind,
    detail: identityLine(store, card),
    matched: whyFound(store, card, words),
  };
}

function numberHit(store: Store, id: number, word: string): SearchHit {
  const card = partyCard(store, id);
  const match = whyNumber(store, id, word);
  return {
    ...partyLine(card),
    kind: 'identifier',
    detail: match?.text ?? identityLine(store, card),
    matched: match ? [match] : [],
  };
}

const partyLine = ({ id, kind, name, drawnAs }: ReturnType<typeof partyCard>) => ({
  party: { id, kind, name },
  drawnAs,
  title: name,
  fen: null,
  source: null,
  finding: null,
});

function searchFindings(
  store: Store,
  text: string,
  { offset, limit }: Omit<Window, 'most'>,
  only: Only['finding'] = () => true,
): RowsFound {
  const found = prepared<[string], { id: number; number: string; model: string }>(
    store,
    'select id, number, model from finding where gone_run is null and instr(number, upper(?)) > 0 order by number desc',
  )
    .all(text)
    .filter(({ id }) => only(id));
  return {
    total: found.length,
    whole: true,
    hits: found.slice(offset, offset + limit).map(({ id, number, model }) => {
      const mark = markOf(number, text);
      return {
        kind: 'finding',
        party: null,
        drawnAs: null,
        title: number,
        detail: model,
        fen: null,
        source: null,
        finding: id,
        matched: mark ? [{ by: 'finding', text: number, marks: [mark], label: null }] : [],
      };
    }),
  };
}
