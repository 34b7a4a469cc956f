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
import { coreSchemes, guidedFurther, planOf, type SampleFile, type SampleOptions, type SchemeId } from './options.ts';
import { boundaries } from './schemes/boundaries.ts';
import { further, furtherAtLast } from './schemes/further.ts';
import { shamPromotion } from './schemes/s01-sham-promotion.ts';
import { manyPayers } from './schemes/s03-many-payers.ts';
import { impossibleSpeakers } from './schemes/s05-impossible-speaker.ts';
import { structuring } from './schemes/s07-structuring.ts';
import { fanOuts } from './schemes/s19-fan-out.ts';
import { townOf } from './schemes/town.ts';
import { backgroundLedgers } from './story/background-ledger.ts';
import { backgroundMeetings, meetingHall, rosterTarget } from './story/background-meetings.ts';
import { backgroundMoney } from './story/background-money.ts';
import { obtainCounterparts } from './story/counterparts.ts';
import { renameSome } from './story/former-names.ts';
import { goodsOf, productNames } from './story/goods.ts';
import { honestPromotion } from './story/honest-promotion.ts';
import { inviteToMeetings } from './story/invitations.ts';
import { ordinaryStatements } from './story/ordinary-statements.ts';
import { peopleOf } from './story/people.ts';
import { guideOf } from './truth/guide.ts';
import { type Notes, notesOf } from './truth/notes.ts';
import { emptyStory, type Story } from './truth/plants.ts';
import { type Truth, type TruthEntity, tellTruth } from './truth/truth.ts';
import { type Population, populate } from './world/population.ts';
import { emptyWorld, type World } from './world/world.ts';

export interface Case {
  readonly world: World;
  readonly population: Population;
  readonly story: Story;
}

/** What happens in the case, before anything is written down. */
export function simulateCase(options: SampleOptions): Case {
  const planned = planOf(options);
  const world = emptyWorld(options.seed);
  const population = populate(world, planned);
  const story = emptyStory();
  const all = options.scope === 'all';
  const count = (scheme: SchemeId): number =>
    options.schemes?.[scheme] ??
    (all || (coreSchemes as readonly SchemeId[]).includes(scheme)
      ? planned.schemes[scheme]
      : ((guidedFurther as Readonly<Partial<Record<SchemeId, number>>>)[scheme] ?? 0));

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
  const town = townOf(world, population, story);
  const bills = all ? further(town, { count, lookalikes, practice: planned }) : undefined;
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
  backgroundLedgers(world, plan, population, story, all);
  // last, so that nothing else of the guided case moves for them
  if (!all) further(town, { count, lookalikes: false, practice: { ...planned, clinics: 0 } });
  if (all) obtainCounterparts(world, options.noise);
  bills?.write();
  if (all) renameSome(world, story);
  furtherAtLast(town, { count, lookalikes: all && lookalikes });
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
  const notes = notesOf(whole.world, whole.story);
  const files = [...gridFiles(whole, options, notes)].sort((a, b) => (a.name < b.name ? -1 : 1));
  const truth = { ...truthOf(whole, options, notes), mirrors: [...mirrorsIn(whole, notes)] };
  return { ...whole, files, entities: [...notes.entities()], truth };
}

/** The spreadsheets one after the other, each noted when it is done: nothing of one is needed for the next. */
function* gridFiles({ world, population, story }: Case, options: SampleOptions, notes: Notes): Generator<GridFile> {
  const size = planOf(options).goods;
  const goods = goodsOf(world, population, size);
  const noted = function* (files: Iterable<GridFile>): Generator<GridFile> {
    for (const file of files) {
      notes.add(file);
      yield file;
    }
  };
  yield* noted(bankFiles(world, options));
  yield* noted(expenseFiles(world, options, story));
  yield* noted(conferenceFiles(world, options));
  yield* noted(rosterFiles(world, options));
  yield* noted(companyFiles(world, options, population));
  yield* noted(goodsFiles(world, options, goods));
  yield* noted(bookFiles(world, options, story.book));
  // last: whoever stands only here is added to the world now
  yield* noted(
    peopleFiles(world, options, peopleOf(world, population, story, size, productNames(goods), options.scope === 'all')),
  );
}

function truthOf({ world, population, story }: Case, options: SampleOptions, notes: Notes): Omit<Truth, 'mirrors'> {
  const [sheets, places] = [notes.files(), notes.places()];
  const guide = guideOf({ world, population, story, places, entities: notes.entities, sheets });
  return tellTruth(world, options, story, { sheets, places, guide });
}

function* mirrorsIn({ world }: Case, notes: Notes): Generator<Truth['mirrors'][number]> {
  for (const transfer of world.transfers) {
    const lines = notes.mirrorsOf(transfer);
    if (lines) yield lines;
  }
}

/** A file in parts, so that none has to be in memory whole. */
export interface SampleParts {
  readonly name: string;
  readonly parts: Iterable<Uint8Array>;
}

/**
 * The sample case as files: spreadsheets, truth.json, truth_entities.json. Equal options give equal bytes.
 * Amounts in the truth are fen as text; rows are the spreadsheets' own, from 1.
 */
export function generateSample(options: SampleOptions): SampleFile[] {
  const files: SampleFile[] = [];
  for (const { name, parts } of eachSampleFile(options)) files.push({ name, bytes: joined([...parts]) });
  // the spreadsheets by name, then the truth about them
  const sheets = files.findIndex(({ name }) => name === 'truth.json');
  return [...files.slice(0, sheets).sort((a, b) => (a.name < b.name ? -1 : 1)), ...files.slice(sheets)];
}

/** The same one after the other, in the order in which they are made: neither the spreadsheets nor their bytes of size L would be in memory. */
export function* eachSampleFile(options: SampleOptions): Generator<SampleParts> {
  const whole = simulateCase(options);
  const notes = notesOf(whole.world, whole.story);
  for (const file of gridFiles(whole, options, notes)) yield { name: file.name, parts: [encodeFile(file)] };
  yield { name: 'truth.json', parts: truthLines(truthOf(whole, options, notes), mirrorsIn(whole, notes)) };
  yield { name: 'truth_entities.json', parts: packed(jsonLines(notes.entities())) };
  if (options.clean) for (const { name, bytes } of cleanFiles(whole.world)) yield { name, parts: [bytes] };
}

/** One JSON object whose last member, the mirrors, has a line for each: there are half a million in size L. */
function* truthLines(truth: Omit<Truth, 'mirrors'>, mirrors: Iterable<unknown>): Generator<Uint8Array> {
  yield* packed([`${JSON.stringify(truth, undefined, 1).slice(0, -2)},\n "mirrors": `]);
  yield* packed(jsonLines(mirrors));
  yield* packed(['}\n']);
}

/** A JSON array with one member a line, never as one text. */
function* jsonLines(members: Iterable<unknown>): Generator<string> {
  let first = true;
  for (const member of members) {
    yield `${first ? '[\n' : ',\n'}${JSON.stringify(member)}`;
    first = false;
  }
  yield first ? '[]\n' : '\n]\n';
}

const PART = 2 ** 20;

/** Texts as bytes, about a megabyte at a time. */
function* packed(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let held: string[] = [];
  let length = 0;
  for (const text of texts) {
    held.push(text);
    length += text.length;
    if (length < PART) continue;
    yield encoder.encode(held.join(''));
    [held, length] = [[], 0];
  }
  if (held.length > 0) yield encoder.encode(held.join(''));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
