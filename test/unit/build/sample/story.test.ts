import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateSample, simulateCase, writeCase } from '../../../../build/sample/generate.ts';
import { sizes } from '../../../../build/sample/options.ts';
import { guideText } from '../../../../build/sample/truth/guide-text.ts';

const options = { seed: 1, size: 'S', noise: 0.5 } as const;
const whole = writeCase(options);
const { story, truth, world } = whole;

test('no row and no person is at once planted and a look-alike', () => {
  const plantedRows = new Set(story.plants.flatMap((plant) => plant.rows));
  const plantedPeople = new Set(
    story.plants.flatMap((plant) => plant.subjects).filter((party) => party.kind === 'person'),
  );
  expect(story.lookalikes.flatMap((each) => each.rows).filter((row) => plantedRows.has(row))).toEqual([]);
  expect(
    story.lookalikes
      .flatMap((each) => each.subjects)
      .filter((party) => party.kind === 'person' && plantedPeople.has(party)),
  ).toEqual([]);
});

test('every planted row and every look-alike can be seen in some spreadsheet', () => {
  const unseen = [
    ...truth.schemes.flatMap((scheme) =>
      scheme.expected.filter((each) => each.rows.length === 0).map((each) => `${scheme.id} ${each.model}`),
    ),
    ...truth.mustNotFlag.filter((each) => each.rows.length === 0).map((each) => each.id),
    ...truth.boundaries.filter((each) => each.rows.length === 0).map((each) => each.id),
  ];
  expect(unseen).toEqual([]);
});

test('every scheme is planted at more than one difficulty, with figures on both sides of the thresholds', () => {
  const difficulties = Map.groupBy(story.plants, (plant) => plant.scheme);
  expect([...difficulties.keys()].sort()).toEqual(['S01', 'S03', 'S04', 'S05', 'S06', 'S07', 'S19']);
  expect(new Set(story.plants.map((plant) => plant.difficulty))).toEqual(new Set([1, 2, 3]));
  const large = simulateCase({ ...options, size: 'M' }).story.plants;
  expect(large.some((plant) => plant.expected.length === 0)).toBe(true);
  expect(large.filter((plant) => plant.expected.length > 0).length).toBeGreaterThan(50);
});

test('what must be found and what must not stands on both sides of each boundary', () => {
  const models = Map.groupBy(story.boundaries, (boundary) => boundary.model);
  for (const model of [
    'academic-fee-no-conference',
    'fan-out',
    'multi-payer-recipient',
    'structuring-below-threshold',
  ]) {
    expect(new Set(models.get(model)?.map((boundary) => boundary.find))).toEqual(new Set([true, false]));
  }
});

test('size S is as large as planned', () => {
  const plan = sizes.S;
  const { totals } = truth;
  expect(Math.abs(totals.bank_flow - plan.bankRows) / plan.bankRows).toBeLessThan(0.05);
  expect(Math.abs(totals.expense - plan.expenseRows) / plan.expenseRows).toBeLessThan(0.05);
  expect(Math.abs(totals.conference_person - plan.rosterRows) / plan.rosterRows).toBeLessThan(0.2);
  expect(world.conferences).toHaveLength(totals.conference);
});

test('no balance of a statement falls below zero', () => {
  for (const file of whole.files) {
    for (const sheet of file.sheets.filter((each) => each.category === 'bank_flow')) {
      const at = sheet.columns.findIndex((column) => column.field === 'balance');
      const negative = sheet.rows
        .filter((row) => row.record !== undefined)
        .filter((row) => {
          const cell = row.cells[at];
          return cell === null || cell === undefined || (typeof cell === 'string' ? /^[-(]/.test(cell) : cell.n < 0);
        });
      expect(negative).toEqual([]);
    }
  }
});

test('without noise nothing is damaged, repeated or below the last row', () => {
  const rows = writeCase({ ...options, noise: 0 }).truth.files.flatMap((file) => file.sheets);
  expect(rows.filter((sheet) => sheet.rows.imported !== sheet.rows.read || sheet.badRows.length > 0)).toEqual([]);
});

test('planting fewer schemes leaves the people and firms of the case as they are', () => {
  const fewer = simulateCase({ ...options, schemes: { S07: 0, S19: 0 } });
  const staff = (each: typeof fewer) =>
    each.population.hospitals.flatMap((hospital) => hospital.staff.map((person) => person.idNo));
  expect(staff(fewer)).toEqual(staff(whole));
  expect(fewer.population.makers.map((org) => org.uscc)).toEqual(whole.population.makers.map((org) => org.uscc));
});

describe('the guided task', () => {
  test('has seven steps whose figures are those of the planted scheme', () => {
    expect(truth.guide.map((step) => step.step)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const answers = Object.assign({}, ...truth.guide.map((step) => step.answer)) as Record<string, unknown>;
    expect(answers).toMatchObject({
      payer: '澄溪瑞衡骨科器械有限公司',
      companies: 12,
      equipmentHead: '沈国栋',
    });
    const { read, imported, rejected, duplicate, skipped } = answers as Record<string, number>;
    expect(imported! + rejected! + duplicate! + skipped!).toBe(read);
  });

  test('leads from the maker through the promotion company to the head of orthopaedics', () => {
    const step = truth.guide[5]!;
    expect(step.answer.path).toEqual(['澄溪瑞衡骨科器械有限公司', '澄溪启澜医药信息咨询有限公司', '周启明']);
    expect(Number(step.answer.chiefReceivedFen)).toBeGreaterThan(0);
    expect(Number(step.answer.promotionToPeopleFen)).toBeLessThan(Number(step.answer.makerToPromotionFen));
  });

  test('tells of the sponsorship that a society divides and of the money that comes back, each no more than was paid', () => {
    const { answer } = truth.guide[5]!;
    const [sponsored, divided, left, back] = ['sponsoredFen', 'dividedFen', 'leftFen', 'cameBackFen'].map((name) =>
      Number(answer[name]),
    );
    expect(divided).toBeLessThan(sponsored!);
    expect(back).toBeLessThan(left!);
    const circle = answer.roundTrip as readonly string[];
    expect(circle[0]).toBe(circle.at(-1));
    expect(new Set(circle).size).toBe(circle.length - 1);
  });

  test('has its answers in the README', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../../../build/sample/README.md'), 'utf8');
    const written = readme.split('<!-- guide -->\n')[1]?.split('\n<!-- /guide -->')[0];
    expect(written).toBe(guideText(truth.guide));
  });

  test('is not offered where the scheme was not planted', () => {
    expect(writeCase({ ...options, schemes: { S01: 0 } }).truth.guide).toEqual([]);
  });
});

test('clean tables are written only when asked for', () => {
  const names = (clean: boolean) =>
    generateSample({ ...options, clean })
      .map((file) => file.name)
      .filter((name) => name.startsWith('clean/'));
  expect(names(false)).toEqual([]);
  expect(names(true)).toEqual([
    'clean/parties.csv',
    'clean/transfers.csv',
    'clean/expenses.csv',
    'clean/conferences.csv',
    'clean/attendances.csv',
  ]);
});

test('more schemes than a small town has doctors can still be planted', () => {
  const crowded = simulateCase({ ...options, schemes: { S01: 5, S03: 6, S05: 6, S07: 10, S19: 5 } });
  expect(crowded.story.plants).toHaveLength(34);
});
