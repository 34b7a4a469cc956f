import { expect, test } from 'vitest';
import { models } from '../../electron/core/models/index.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { caseOf, detectIn } from '../make/detect-in.ts';

interface Step {
  readonly id: number;
  readonly parent: number;
  readonly detail: string;
}

/** Tables of one value each in its own row, made from what is bound: not looked through in the sense that counts. */
const isList = (detail: string): boolean => /VIRTUAL TABLE|CONSTANT ROW/.test(detail);

/** What a plan of SQLite looks through once for each row of something else, or makes an index for because there is none. */
function lookedThroughAgain(steps: readonly Step[]): string[] {
  const again: string[] = [];
  const within = new Map(steps.map(({ id, detail }) => [id, detail]));
  for (const [parent, loops] of Map.groupBy(steps, (step) => step.parent)) {
    const scans = loops.filter(({ detail }) => /^(SCAN|SEARCH) /.test(detail));
    const repeated = within.get(parent)?.startsWith('CORRELATED') ?? false;
    for (const [place, { detail }] of scans.entries()) {
      if (/AUTOMATIC/.test(detail)) again.push(detail);
      else if (detail.startsWith('SCAN') && !isList(detail) && (place > 0 || repeated)) again.push(detail);
    }
  }
  return again;
}

/** Something to bind for each value that a question waits for: its plan does not depend on it. */
function nothingFor(sql: string): unknown[] {
  const named = [...sql.matchAll(/[:@](\w+)/g)].map(([, name]) => [name, null]);
  const placed = [...sql.matchAll(/\?/g)].map(() => null);
  return named.length > 0 ? [...placed, Object.fromEntries(named)] : placed;
}

/** The questions that SQLite is asked while this store is run over, each with what its plan looks through again and again. */
function listenTo({ db }: Store): Map<string, string[]> {
  const plans = new Map<string, string[]>();
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    if (/^\s*(select|with)\b/i.test(sql)) {
      const again = lookedThroughAgain(prepare(`explain query plan ${sql}`).all(...nothingFor(sql)) as Step[]);
      if (again.length > 0) plans.set(sql.replace(/\s+/g, ' '), again);
    }
    return prepare(sql);
  }) as typeof db.prepare;
  return plans;
}

test.each(models.map((model) => [model.id, model] as const))('%s joins nothing without an index', (_id, model) => {
  for (const example of model.examples.filter(({ finds }) => finds.length > 0)) {
    const store = caseOf(example.sheets);
    const plans = listenTo(store);
    detectIn(store, {
      models: [model.id],
      ...(example.settings ? { settings: { [model.id]: example.settings } } : {}),
    });
    expect(Object.fromEntries(plans), example.title).toEqual({});
  }
});
