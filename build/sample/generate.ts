/** The fictitious case of 澄溪市: spreadsheets as they really come, and the truth about them. */

import { bankFiles } from './files/bank-files.ts';
import { bookFiles } from './files/book-files.ts';
import { cleanFiles } from './files/clean-files.ts';
import { companyFiles } from './files/company-files.ts';
import { conferenceFiles } from './files/conference-files.ts';
import { encodeFile } from './files/encode.ts';
import { expenseFiles } from './files/expense-files.ts';
import { goodsFiles } from './files/goods-files.ts';
import type { GridFile } from './files/grid.ts';
import { peopleFiles } from './files/people-files.ts';
import { rosterFiles } from './files/roster-files.ts';
import {
  courseSeries,
  journalClub,
  listWithoutAgenda,
  namesakes,
  nationalCongress,
  onlineSpeaker,
  paidAhead,
  popularLecturer,
} from './lookalikes/meetings.ts';
import { fixedPrices, membershipFees, payrollAndRefunds } from './lookalikes/money.ts';
import { coreSchemes, type SampleFile, type SampleOptions, type SchemeId, sizes } from './options.ts';
import { boundaries } from './schemes/boundaries.ts';
import { further } from './schemes/further.ts';
import { shamPromotion } from './schemes/s01-sham-promotion.ts';
import { manyPayers } from './schemes/s03-many-payers.ts';
import { impossibleSpeakers } from './schemes/s05-impossible-speaker.ts';
import { structuring } from './schemes/s07-structuring.ts';
import { fanOuts } from './schemes/s19-fan-out.ts';
import { backgroundLedgers } from './story/background-ledger.ts';
import { backgroundMeetings, meetingHall, rosterTarget } from './story/background-meetings.ts';
import { backgroundMoney } from './story/background-money.ts';
import { goodsOf, productNames } from './story/goods.ts';
import { honestPromotion } from './story/honest-promotion.ts';
import { inviteToMeetings } from './story/invitations.ts';
import { ordinaryStatements } from './story/ordinary-statements.ts';
import { peopleOf } from './story/people.ts';
import { guideOf } from './truth/guide.ts';
import { emptyStory, type Story } from './truth/plants.ts';
import { countFiles, placesOf, type Truth, type TruthEntity, tellEntities, tellTruth } from './truth/truth.ts';
import { type Population, populate } from './world/population.ts';
import { emptyWorld, type World } from './world/world.ts';

export interface Case {
  readonly world: World;
  readonly population: Population;
  readonly story: Story;
}

/** What happens in the case, before anything is written down. */
export function simulateCase(options: SampleOptions): Case {
  const planned = sizes[options.size];
  const world = emptyWorld(options.seed);
  const population = populate(world, planned);
  const story = emptyStory();
  const all = options.scope === 'all';
  const count = (scheme: SchemeId): number =>
    options.schemes?.[scheme] ??
    (all || (coreSchemes as readonly SchemeId[]).includes(scheme) ? planned.schemes[scheme] : 0);

  const { chief, equipmentHead } = population.cast;
  manyPayers(world, population, story, count('S03'));
  shamPromotion(world, population, story, count('S01'));
  structuring(world, population, story, count('S07'));
  fanOuts(world, population, story, count('S19'));
  impossibleSpeakers(world, population, story, count('S05'));
  boundaries(world, population, story, {
    academic: count('S01') > 0,
    fanOut: count('S01') + count('S19') > 0,
    manyPayers: count('S03') > 0,
    structuring: count('S07') > 0,
  });
  for (const person of [chief, equipmentHead]) if (!world.claimed(person)) world.claim(person, 'cast');

  const lookalikes = options.lookalikes ?? true;
  const before = world.statements.size;
  further(world, population, story, { count, lookalikes: all && lookalikes });
  // the statements of the further schemes are beside the planned ones, with everyday money of their own
  const more = world.statements.size - before;
  const plan = {
    ...planned,
    statements: planned.statements + more,
    bankRows: Math.round(planned.bankRows * (1 + more / planned.statements)),
  };
  if (lookalikes) {
    namesakes(world, population, story);
  }
  const hall = meetingHall(world, population, Math.max(plan.schemes.S01, count('S01')));
  for (const org of [...hall.honestMakers.slice(0, plan.ledgers), population.pcos[0]!, population.csos[0]!])
    story.ledgers.add(org);
  for (const org of [
    ...population.pcos.slice(0, 2),
    ...population.societies.slice(0, 2),
    ...hall.honestMakers.slice(0, 2),
    population.csos[0]!,
  ]) {
    world.obtain(world.accountOf(org), { told: true });
  }
  if (lookalikes) {
    nationalCongress(world, population, hall, story);
    journalClub(world, population, story);
    courseSeries(world, population, hall, story);
    onlineSpeaker(world, population, hall, story);
    listWithoutAgenda(world, population, hall, story);
    paidAhead(world, population, hall, story);
    popularLecturer(
      world,
      population,
      hall,
      story,
      options.size === 'S' ? 1 : 5,
      rosterTarget(world, plan, plan.conferences),
    );
    payrollAndRefunds(world, population, story);
    fixedPrices(world, population, story);
    membershipFees(world, population, hall.honestMakers.slice(0, 3), story);
  }
  honestPromotion(world, plan, population, hall, story);
  backgroundMeetings(world, plan, population, hall, Math.max(4, plan.conferences - world.conferences.length));
  inviteToMeetings(world, story);
  ordinaryStatements(world, plan, population, hall, options);
  backgroundMoney(world, plan, population, options);
  backgroundLedgers(world, plan, population, story);
  return { world, population, story };
}

export interface WrittenCase extends Case {
  readonly files: readonly GridFile[];
  readonly truth: Truth;
  readonly entities: readonly TruthEntity[];
}

/** The case as spreadsheets with their truth, not yet bytes. */
export function writeCase(options: SampleOptions): WrittenCase {
  const whole = simulateCase(options);
  const { world, story, population } = whole;
  const size = sizes[options.size].goods;
  const goods = goodsOf(world, population, size);
  const files = [
    ...bankFiles(world, options),
    ...expenseFiles(world, options, story),
    ...conferenceFiles(world, options),
    ...rosterFiles(world, options),
    ...companyFiles(world, options, population),
    ...goodsFiles(world, options, goods),
    ...bookFiles(world, options, story.book),
    // last: whoever stands only here is added to the world now
    ...peopleFiles(world, options, peopleOf(world, population, story, size, productNames(goods))),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  const places = placesOf(world, files);
  const entities = tellEntities(world, files);
  const sheets = countFiles(files);
  const guide = guideOf({ world, population, story, places, entities, sheets });
  return { ...whole, files, entities, truth: tellTruth(world, options, story, { sheets, places, guide }) };
}

/**
 * The sample case as files: spreadsheets, truth.json, truth_entities.json. Equal options give equal bytes.
 * Amounts in the truth are fen as text; rows are the spreadsheets' own, from 1.
 */
export const generateSample = (options: SampleOptions): SampleFile[] => [...eachSampleFile(options)];

/** The same one after the other: the bytes of size L would not be in memory together with its world. */
export function* eachSampleFile(options: SampleOptions): Generator<SampleFile> {
  const { world, files, truth, entities } = writeCase(options);
  for (const file of files) yield { name: file.name, bytes: encodeFile(file) };
  yield { name: 'truth.json', bytes: new TextEncoder().encode(`${JSON.stringify(truth, undefined, 1)}\n`) };
  yield { name: 'truth_entities.json', bytes: jsonLines(entities) };
  if (options.clean) yield* cleanFiles(world);
}

/** A JSON array with one member a line, never as one text: in size M it is near a hundred megabytes. */
function jsonLines(members: readonly unknown[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts = members.map((member, i) => encoder.encode(`${i === 0 ? '[\n' : ',\n'}${JSON.stringify(member)}`));
  parts.push(encoder.encode(members.length === 0 ? '[]\n' : '\n]\n'));
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
