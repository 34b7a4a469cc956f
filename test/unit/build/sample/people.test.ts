import { expect, test } from 'vitest';
import { simulateCase } from '../../../../build/sample/generate.ts';
import { birthYearOf } from '../../../../build/sample/story/kin.ts';
import { peopleOf } from '../../../../build/sample/story/people.ts';
import type { Person } from '../../../../build/sample/world/types.ts';

const { world, population, story } = simulateCase({ seed: 1, size: 'S', noise: 0.5 });
const before = world.people.length;
const people = peopleOf(world, population, story, 1, ['甲片', '乙片', '丙片'], false);
const { staff, kin, filings, visits, clues, calls, holdings, accounts, institutions } = people;
const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();

test('everybody on the staff of the case is in the roster once, and was grown up when hired', () => {
  const all = population.hospitals.flatMap((hospital) => [...hospital.keyPosts, ...hospital.staff]);
  expect(new Set(staff.map(({ person }) => person))).toEqual(new Set(all));
  expect(staff).toHaveLength(all.length);
  expect(new Set(staff.map(({ no }) => no)).size).toBe(staff.length);
  expect(staff.filter(({ person, hired }) => yearOf(hired) - birthYearOf(person) < 18)).toEqual([]);
});

test('children are a generation younger, nobody is a relative of themselves, and the planted tie leads to the company that paid', () => {
  for (const { person, relative, relation } of kin) {
    expect(relative).not.toBe(person);
    if (/儿子|女儿/.test(relation)) expect(birthYearOf(relative) - birthYearOf(person)).toBeGreaterThanOrEqual(22);
  }
  const owners = kin.filter(({ business }) => business !== undefined);
  expect(owners).toHaveLength(story.plants.filter(({ scheme }) => scheme === 'S01').length);
  for (const { person, relative, business } of owners) {
    expect(business?.legalRep).toBe(relative);
    const [plant] = story.plants.filter(({ scheme, subjects }) => scheme === 'S01' && subjects.includes(person));
    expect(plant?.subjects).toContain(business);
    expect(calls.filter(({ self, peer }) => self === person && peer === relative)).not.toEqual([]);
  }
  // the others were in no file before, so that nothing else is known of them
  const strangers = kin.filter(({ business }) => business === undefined).map(({ relative }) => relative);
  expect(strangers.filter((relative) => world.people.indexOf(relative) < before)).toEqual([]);
});

test('visits are made by filed representatives, while their filing holds, to somebody of that hospital', () => {
  expect(new Set(filings.map(({ no }) => no)).size).toBe(filings.length);
  for (const { filing, hospital, doctor, at } of visits) {
    expect(filings).toContain(filing);
    expect(doctor.employer).toBe(hospital);
    expect(at / 86_400).toBeGreaterThanOrEqual(filing.from);
    expect(at / 86_400).toBeLessThan(filing.to);
  }
});

test('three channels name whom twelve companies paid, and the one lead about the honest lecturer was found to be nothing', () => {
  const { equipmentHead, lecturer } = population.cast;
  const about = (person: Person) => clues.filter(({ subject }) => subject === person);
  expect(new Set(about(equipmentHead).map(({ source }) => source)).size).toBe(3);
  expect(about(lecturer).map(({ status }) => status)).toEqual(['了结，查无实据']);
  expect(new Set(clues.map(({ no }) => no)).size).toBe(clues.length);
  expect(new Set(about(equipmentHead).map(({ content }) => content)).size).toBe(3);
  expect(clues.filter(({ category }) => category === '')).toEqual([]);
});

test('the shares of a company are the whole of it, no account is older than its holder, and every institution has its office', () => {
  for (const group of Map.groupBy(holdings, ({ company }) => company).values())
    expect(group.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  for (const { account, opened } of accounts)
    if (account.holder.kind === 'org') expect(opened).toBeGreaterThanOrEqual(account.holder.founded);
  expect(institutions.map(({ office, org }) => office.name === `${org.city}卫生健康委员会`)).not.toContain(false);
});

test('the same seed gives the same people', () => {
  const again = simulateCase({ seed: 1, size: 'S', noise: 0.5 });
  expect(peopleOf(again.world, again.population, again.story, 1, ['甲片', '乙片', '丙片'], false)).toEqual(people);
});
