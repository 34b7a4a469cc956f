import type { Problem } from '../../../shared/protocol/problem.ts';
import type { Store } from '../store/connect.ts';
import { partyCard } from '../store/party-cards.ts';
import { prepared } from '../store/prepared.ts';
import { purposeOf } from './mention-evidence.ts';

/** The valid numbers by which a party is settled: of a person, an organisation, a thing. */
function numbersOf(store: Store, party: number): Set<string> {
  const rows = prepared<[number], { type: string; value: string }>(
    store,
    `select distinct i.type, i.value from mention m join mention_identifier i on i.mention = m.id where m.party = ? and i.keyable = 1`,
  ).all(party);
  return new Set(
    rows.flatMap(({ type, value }) => {
      const purpose = purposeOf(type, value);
      return purpose === 'id_no' || purpose === 'uscc' || purpose === 'thing' ? [value] : [];
    }),
  );
}

/** Why two parties cannot be one, whatever a person says: each has a valid number of its own. Leaves with Problem party.not-found. */
export function whyApart(store: Store, a: number, b: number): Problem | undefined {
  const [one, other] = [partyCard(store, a), partyCard(store, b)];
  const [numbersA, numbersB] = [numbersOf(store, a), numbersOf(store, b)];
  if (numbersA.size === 0 || numbersB.size === 0) return undefined;
  if ([...numbersA].some((number) => numbersB.has(number)) && numbersA.size === numbersB.size) return undefined;
  const [numberA = '', numberB = ''] = [[...numbersA][0], [...numbersB].find((number) => !numbersA.has(number))];
  const end = (number: string) => `*${number.slice(-4)}`;
  return {
    code: 'party.two-numbers',
    params: { a: one.name, b: other.name, numberA: end(numberA), numberB: end(numberB) },
  };
}
