import { expect, test } from 'vitest';
import { type Case, simulateCase } from '../../../../build/sample/generate.ts';
import type { Conference } from '../../../../build/sample/world/types.ts';

/** The elements of the reality check that these five kinds of sheet can show, each yes or no. */
function elements({ world }: Case, conference: Conference): Record<string, boolean> {
  const roster = world.attendances.filter((row) => row.conference === conference);
  const names = new Set(roster.map((row) => row.person));
  const employers = new Set(roster.map((row) => row.person.employer));
  const receivers = [conference.organizer, conference.executor];
  const toCompany = world.transfers.some(
    (transfer) => transfer.remark === conference.name && receivers.some((receiver) => receiver === transfer.to.holder),
  );
  const toSpeaker = roster.some((row) => row.topic !== '' && row.net > 0);
  return {
    organiser: ['society', 'hospital', 'mah', 'distributor', 'cso'].includes(conference.organizer.role),
    filing: conference.filingNo !== '',
    place: conference.venue.length > 4 && conference.city !== '',
    dates:
      conference.end >= conference.start &&
      conference.end - conference.start < 10 &&
      (conference.filingDay ?? 0) <= conference.end,
    agenda: conference.agenda.length >= 20,
    roster:
      conference.type === '科室会' ? names.size >= 5 : names.size >= 0.6 * conference.attendance && employers.size >= 3,
    money: toCompany || toSpeaker,
    costs: (conference.venueCost + conference.mealCost) * 2 >= conference.totalCost,
    evidence: conference.evidence !== '',
  };
}

const onPaper = ({ story }: Case): Set<string> =>
  new Set(
    story.plants.flatMap((plant) =>
      plant.expected.filter((each) => each.model === 'sham-conference').flatMap((each) => each.conferences ?? []),
    ),
  );

test.each([1, 2, 3])('with seed %i every proper conference has its essentials', (seed) => {
  const whole = simulateCase({ seed, size: 'S', noise: 0.5 });
  const paper = onPaper(whole);
  const poor = whole.world.conferences
    .filter((conference) => !paper.has(conference.id))
    .map((conference) => {
      const found = elements(whole, conference);
      // meetings of a department need no filing and cost nothing to speak of, online meetings serve no meals
      const needed = Object.keys(found).filter(
        (name) =>
          !(conference.type === '科室会' && ['filing', 'costs', 'agenda'].includes(name)) &&
          !(conference.type === '线上会议' && name === 'costs'),
      );
      return { name: conference.name, type: conference.type, lacks: needed.filter((name) => !found[name]) };
    })
    .filter(({ lacks }) => lacks.length > 0);
  expect(poor).toEqual([]);
});

test('a conference on paper lacks more than half of its essentials and has nobody who signed in', () => {
  const whole = simulateCase({ seed: 1, size: 'S', noise: 0.5 });
  const paper = whole.world.conferences.filter((conference) => onPaper(whole).has(conference.id));
  expect(paper.length).toBeGreaterThan(6);
  for (const conference of paper) {
    const found = Object.values(elements(whole, conference));
    expect(found.filter((yes) => !yes).length / found.length).toBeGreaterThan(0.5);
    expect(whole.world.attendances.some((row) => row.conference === conference)).toBe(false);
  }
});
