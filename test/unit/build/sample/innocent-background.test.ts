import { describe, expect, test } from 'vitest';
import { type Case, simulateCase } from '../../../../build/sample/generate.ts';
import { nearPairs } from '../../../../build/sample/identity/org-names.ts';
import { noSchemes } from '../../../../build/sample/options.ts';
import type { Party } from '../../../../build/sample/world/types.ts';
import {
  fanOutPayers,
  feesWithoutConference,
  inTwoCities,
  manyPayersRecipients,
  structuringPairs,
} from './letter-of-the-rules.ts';

const expectedSubjects = ({ story }: Case, model: string): Set<Party> =>
  new Set([
    ...story.plants.flatMap((plant) =>
      plant.expected.filter((each) => each.model === model).flatMap((each) => each.subjects),
    ),
    ...story.boundaries
      .filter((boundary) => boundary.find && boundary.model === model)
      .flatMap((boundary) => boundary.subjects),
  ]);
/** Whoever is part of a planted scheme or of a boundary that must be found. */
const everyPlanted = ({ story }: Case): Set<Party> =>
  new Set([
    ...story.plants.flatMap((plant) => plant.subjects),
    ...story.boundaries.filter((boundary) => boundary.find).flatMap((boundary) => boundary.subjects),
  ]);
const names = (parties: Iterable<Party>): string[] => [...parties].map((party) => party.name).sort();

describe.each([1, 2, 3])('seed %i', (seed) => {
  const whole = simulateCase({ seed, size: 'S', noise: 0.5 });
  const planted = everyPlanted(whole);

  test('every academic fee without a conference was planted, and every planted one is without', () => {
    const fees = feesWithoutConference(whole);
    const ids = new Set(fees.map((fee) => fee.id));
    const model = 'academic-fee-no-conference';
    const plantedRows = [
      ...whole.story.plants.flatMap((plant) =>
        plant.expected.filter((each) => each.model === model).flatMap((each) => each.rows),
      ),
      ...whole.story.boundaries
        .filter((boundary) => boundary.find && boundary.model === model)
        .flatMap((boundary) => boundary.rows),
    ];
    // a round trip may be called promotion too
    const known = new Set([...plantedRows, ...whole.story.plants.flatMap(({ rows }) => rows)]);
    expect(fees.filter((fee) => !known.has(fee.id))).toEqual([]);
    expect(plantedRows.filter((row) => !ids.has(row))).toEqual([]);
  });

  test('nobody but the planted payers fans out, and all of them do', () => {
    const found = fanOutPayers(whole);
    expect(names([...found.keys()].filter((payer) => !planted.has(payer)))).toEqual([]);
    expect(names([...expectedSubjects(whole, 'fan-out')].filter((payer) => !found.has(payer)))).toEqual([]);
  });

  test('nobody but the planted recipients is paid by three groups of companies, and all of them are', () => {
    const found = manyPayersRecipients(whole);
    expect(names([...found].filter((payee) => !planted.has(payee)))).toEqual([]);
    const recipients = whole.story.plants
      .flatMap((plant) => plant.expected.filter((each) => each.model === 'multi-payer-recipient'))
      .flatMap((each) => each.subjects);
    expect(names(recipients.filter((payee) => !found.has(payee)))).toEqual([]);
  });

  test('nobody but the planted pairs stays below a limit, and all of them do', () => {
    const found = [...structuringPairs(whole).values()];
    expect(
      found
        .filter(({ payer, payee }) => !planted.has(payer) && !planted.has(payee))
        .map(({ payer, payee }) => [payer.name, payee.name]),
    ).toEqual([]);
    const subjects = new Set(found.flatMap(({ payer, payee }) => [payer, payee]));
    expect(
      names([...expectedSubjects(whole, 'structuring-below-threshold')].filter((party) => !subjects.has(party))),
    ).toEqual([]);
  });

  test('nobody but the planted speakers stands in two distant cities on one day', () => {
    const near = nearPairs.map((pair) => [...pair].sort().join());
    const found = inTwoCities(whole).filter(({ cities }) => !near.includes(cities.join()));
    expect(names(new Set(found.map(({ person }) => person)))).toEqual(
      names(expectedSubjects(whole, 'speaker-two-cities')),
    );
  });
});

test('with no scheme planted nothing is there to find', () => {
  const whole = simulateCase({ seed: 4, size: 'S', noise: 0.5, schemes: noSchemes });
  expect(whole.story.plants).toEqual([]);
  expect(feesWithoutConference(whole)).toEqual([]);
  expect(names(fanOutPayers(whole).keys())).toEqual([]);
  expect(names(manyPayersRecipients(whole))).toEqual([]);
  expect([...structuringPairs(whole).keys()]).toEqual([]);
  const near = nearPairs.map((pair) => [...pair].sort().join());
  expect(inTwoCities(whole).filter(({ cities }) => !near.includes(cities.join()))).toEqual([]);
});
