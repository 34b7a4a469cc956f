import { beforeAll, expect, test } from 'vitest';
import { simulateCase, type WrittenCase, writeCase } from '../../../../build/sample/generate.ts';
import { furtherSchemes, noSchemes, type SampleOptions } from '../../../../build/sample/options.ts';
import { models } from '../../../../electron/core/models/index.ts';

const options = { seed: 1, size: 'S', noise: 0.5, scope: 'all' } as const satisfies SampleOptions;
let whole: WrittenCase;

beforeAll(() => {
  whole = writeCase(options);
}, 60_000);

test('every scheme of the catalogue is planted, each with what must be found of it', () => {
  for (const scheme of furtherSchemes) {
    const plants = whole.truth.schemes.filter((each) => each.scheme === scheme);
    expect(plants.length, scheme).toBeGreaterThan(0);
    expect(
      plants.flatMap(({ expected }) => expected),
      scheme,
    ).not.toEqual([]);
  }
});

test('for every model of the program something is planted', () => {
  const planted = new Set(whole.truth.schemes.flatMap((each) => each.models));
  expect(models.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
});

test('whatever must be found, must not be flagged or lies beside a limit names its subjects and the rows it stands in', () => {
  const { schemes, mustNotFlag, boundaries } = whole.truth;
  const told = [
    ...schemes.flatMap(({ id, expected }) => expected.map((each) => ({ ...each, id }))),
    ...mustNotFlag,
    ...boundaries,
  ];
  const sheets = new Map(
    whole.truth.files.flatMap(({ file, sheets: all }) =>
      all.map((sheet) => [`${file}|${sheet.sheet}`, sheet] as const),
    ),
  );
  const empty = told.filter(({ subjects, rows }) => subjects.length === 0 || rows.length === 0);
  expect(empty.map(({ id }) => id)).toEqual([]);
  const nowhere = told.flatMap(({ id, rows }) =>
    rows
      .filter(({ file, sheet, row }) => {
        const found = sheets.get(`${file}|${sheet}`);
        return !found || row <= found.headerRow;
      })
      .map((row) => ({ id, ...row })),
  );
  expect(nowhere).toEqual([]);
});

test('nobody is part of two schemes, and no honest matter is about somebody of a scheme', () => {
  const owners = new Map<string, string>();
  const shared: string[] = [];
  for (const plant of whole.story.plants)
    for (const subject of plant.subjects) {
      // a hospital may buy badly in several ways, and the same dealers pay several people
      if (subject.kind === 'org' && (subject.role === 'hospital' || plant.scheme === 'S03')) continue;
      const other = owners.get(subject.id);
      if (other !== undefined && other !== plant.id) shared.push(`${subject.name} ${other} ${plant.id}`);
      owners.set(subject.id, plant.id);
    }
  expect(shared).toEqual([]);
  const further = whole.story.lookalikes.filter(({ id }) => /^L(07|08|09|11|13-switch|17|18|19|20|21|25)/.test(id));
  expect(further.length).toBeGreaterThan(8);
  expect(
    further.flatMap(({ subjects }) => subjects.filter(({ id }) => owners.has(id)).map(({ name }) => name)),
  ).toEqual([]);
});

test('the further schemes change nothing of what the guided case tells', () => {
  const core = simulateCase({ ...options, scope: 'core' });
  expect(core.story.book.records.size).toBe(0);
  const ids = new Set(whole.story.plants.map(({ id }) => id));
  expect(core.story.plants.filter(({ id }) => !ids.has(id))).toEqual([]);
});

test('the same options give the same records, and nothing planted leaves no record', () => {
  const again = simulateCase(options);
  expect(again.story.book.records).toEqual(whole.story.book.records);
  expect(again.story.plants.map(({ id, drawn }) => ({ id, drawn }))).toEqual(
    whole.story.plants.map(({ id, drawn }) => ({ id, drawn })),
  );
  const honest = simulateCase({ ...options, schemes: noSchemes });
  expect(honest.story.plants).toEqual([]);
  expect(honest.story.lookalikes.length).toBeGreaterThan(20);
});
