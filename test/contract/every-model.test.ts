import { describe, expect, test } from 'vitest';
import { models } from '../../electron/core/models/index.ts';
import type { Model, ModelExample } from '../../electron/core/models/model.ts';
import { sheetOf } from '../../electron/core/sheets/index.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { valueReader } from '../../electron/core/store/place.ts';
import { readFindings } from '../../electron/core/store/read-findings.ts';
import { readMoney } from '../../shared/evidence/money.ts';
import { sentence } from '../../shared/evidence/sentence.ts';
import type { Bilingual } from '../../shared/protocol/parts.ts';
import { caseInMemory } from '../case-in-memory.ts';
import { detectIn, runExample } from '../make/detect-in.ts';
import { importsOf, source, sourceFingerprint } from '../make/model-source.ts';

/** version → fingerprint, one file for each model. */
const fingerprints = import.meta.glob<Readonly<Record<string, string>>>('./model-fingerprints/*.json', {
  eager: true,
  import: 'default',
});
const folder = 'electron/core/models';
const files = Object.keys(import.meta.glob('../../electron/core/models/*.model.ts')).map(
  (path) => path.split('/').at(-1)!,
);
const han = /\p{Script=Han}/u;

test('the folder is the list: each model is called like its file', () => {
  expect(files.length).toBeGreaterThanOrEqual(6);
  expect(models.map(({ id }) => `${id}.model.ts`)).toEqual(files.toSorted());
});

const eachModel = models.map((model) => [model.id, model] as const);

describe.each(eachModel)('%s', (_id, model) => {
  test('says everything in both languages and accuses nobody', () => {
    const texts = wordsOf(model);
    for (const { zh, en } of texts) {
      expect(zh, zh).toMatch(han);
      expect(en, en).not.toMatch(han);
      expect(en.trim(), zh).not.toBe('');
    }
    const own = [
      model.title,
      model.question,
      model.summary,
      ...model.innocent,
      ...model.blindSpots,
      ...model.settings.map(({ label }) => label),
    ];
    for (const { zh, en } of own) {
      expect(zh).not.toMatch(/受贿|行贿|违法|犯罪|腐败|贪污/);
      expect(en).not.toMatch(/brib|crim|illegal|corrupt/i);
    }
    expect(model.innocent.length).toBeGreaterThan(0);
    expect(model.blindSpots.length).toBeGreaterThan(0);
    expect(model.basis.length).toBeGreaterThan(0);
  });

  test('its sentence holds the same figures in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
    expect(places(model.summary.en)).toEqual(places(model.summary.zh));
  });

  test('its settings lie within their own bounds and say where they come from', () => {
    expect(new Set(model.settings.map(({ name }) => name)).size).toBe(model.settings.length);
    for (const { default: value, min, max, step } of model.settings) {
      expect(min).toBeLessThan(max);
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
      expect(step).toBeGreaterThan(0);
    }
    expect(model.areas.length).toBeGreaterThan(0);
    expect(model.links.length).toBeGreaterThan(0);
    expect(model.weight).toBeGreaterThan(0);
    expect(model.weight).toBeLessThan(1);
  });

  test('needs only sheets and columns that can be imported', () => {
    for (const { category, fields } of model.needs) {
      const sheet = sheetOf(category);
      expect(sheet, category).toBeDefined();
      for (const field of fields) expect(Object.keys(sheet!.fields), category).toContain(field);
    }
  });

  test('asks in the words of the views, never of the tables', () => {
    for (const path of [`${folder}/${model.id}.model.ts`, ...importsOf(`${folder}/${model.id}.model.ts`)])
      expect(source(path), path).not.toMatch(/\brec_[a-z]+|\b(?:from|join) (?:mention|party|row|sheet|link|finding)\b/);
  });

  test('brings examples of what it finds, of what it leaves alone, and of when it cannot judge', () => {
    expect(model.examples.filter(({ finds }) => finds.length > 0).length).toBeGreaterThanOrEqual(2);
    expect(
      model.examples.filter(({ finds, cannotJudge }) => finds.length === 0 && !cannotJudge).length,
    ).toBeGreaterThanOrEqual(3);
  });

  /** what the findings of each example say */
  const found = new Map<ModelExample, unknown[]>();

  test.each(model.examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
    const { store, answer } = runExample(model, example);
    found.set(example, contents(store));
    const [run] = answer.runs;
    expect(run?.note).toBeNull();
    expect({ status: run?.status, finds: foundNames(store) }).toEqual({
      status: example.cannotJudge ? 'cannot-judge' : 'ran',
      finds: [...example.finds].sort(),
    });
    if (example.cannotJudge) expect(run?.missingWords.length).toBeGreaterThan(0);
    else expect(run?.missingWords.map(({ zh }) => zh).sort()).toEqual(example.unjudged ?? []);
    checkFindings(store, model);

    const again = detectIn(store, {
      models: [model.id],
      everything: true,
      ...(example.settings ? { settings: { [model.id]: example.settings } } : {}),
    });
    expect({ added: again.added, gone: again.gone, kept: again.kept }).toEqual({
      added: 0,
      gone: 0,
      kept: example.finds.length,
    });
  });

  test('finds the same in whatever order rows and files come', () => {
    for (const example of model.examples) {
      const given = found.get(example) ?? contents(runExample(model, example).store);
      expect(contents(runExample(model, example, 'reversed').store), example.title).toEqual(given);
    }
  });

  test('finds nothing in an empty case', () => {
    const store = caseInMemory();
    const { runs } = detectIn(store, { models: [model.id] });
    expect(['cannot-judge', 'ran']).toContain(runs[0]?.status);
    expect(readFindings(store)).toEqual([]);
  });

  test('raises its version when it finds differently', () => {
    const known = fingerprints[`./model-fingerprints/${model.id}.json`];
    expect(
      known?.[String(model.version)],
      `the fingerprint of ${model.id} version ${model.version} is now ${fingerprintOf(model)}`,
    ).toBe(fingerprintOf(model));
  });
});

function wordsOf(model: Model): Bilingual[] {
  return [
    model.title,
    model.question,
    model.summary,
    ...model.basis.flatMap(({ source: from, text }) => [from, text]),
    ...model.settings.flatMap(({ label, basis }) => [label, basis]),
    ...model.innocent,
    ...model.blindSpots,
  ];
}

const foundNames = (store: Store): string[] =>
  readFindings(store)
    .map(({ subjects }) => subjects[0]?.name ?? '')
    .sort();

/** Every finding rests on rows, its sentence is filled, and its money is what the cited cells hold. */
function checkFindings(store: Store, model: Model): void {
  const read = valueReader(store);
  for (const finding of readFindings(store)) {
    for (const lang of ['zh-CN', 'en'] as const)
      expect(sentence(model.summary, finding.params, lang)).not.toMatch(/\{\{|undefined|NaN/);
    const rows = store.db
      .prepare(
        `select r.row, r.field, s.category from finding_row r join row on row.id = r.row join sheet s on s.id = row.sheet
         where r.finding = ? and r.role = 'evidence' order by r.row`,
      )
      .all(finding.id) as Array<{ row: number; field: string; category: string }>;
    expect(rows.length).toBeGreaterThan(0);
    const money = rows.filter(({ category, field }) => sheetOf(category)?.fields[field]?.type === 'amount');
    expect(new Set(money.map(({ row }) => row)).size).toBe(money.length);
    if (finding.fen === null) continue;
    const cells = money.map(({ row, field }) => {
      const value = readMoney(read(row, field).cell);
      if (!value.ok || value.value === null)
        throw new Error(`${finding.number} cites ${field} of row ${row}, which holds no money`);
      return value.value.fen;
    });
    expect(cells.reduce((sum: number, fen) => sum + fen, 0)).toBe(finding.fen);
  }
}

/** What the findings say, without ids that depend on which file came first. */
function contents(store: Store): unknown[] {
  const read = valueReader(store);
  const rows = store.db.prepare(
    "select row, field from finding_row where finding = ? and role in ('evidence', 'explained')",
  );
  return readFindings(store)
    .map(({ id, severity, confidence, params, fen, firstDay, lastDay, subjects }) => ({
      severity,
      confidence,
      params,
      fen,
      firstDay,
      lastDay,
      subjects: subjects.map(({ role, name }) => `${role} ${name}`),
      cells: (rows.all(id) as Array<{ row: number; field: string }>)
        .map(({ row, field }) => `${field} ${read(row, field).shown}`)
        .sort(),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** What decides the findings: everything from `coverage` or `find` on but the examples, and what it rests on; without comments and white space. */
function fingerprintOf(model: Model): string {
  const path = `${folder}/${model.id}.model.ts`;
  const text = source(path);
  const from = /^ {2}(?:coverage|find)\(/m.exec(text)?.index ?? 0;
  const examples = text.indexOf('\n  examples: [');
  const end = text.indexOf('\n});', examples);
  const rule = text.slice(from, examples) + text.slice(end);
  return sourceFingerprint([rule, ...importsOf(path).map(source)]);
}
