import { expect, test } from 'vitest';
import { readRisk } from '../../../../../electron/core/detect/read-risk.ts';
import fiveTimes from '../../../../../electron/core/models/doctor-drug-5x-department.model.ts';
import surge from '../../../../../electron/core/models/hcv-consumable-surge.model.ts';
import { caseOf, detectIn } from '../../../../make/detect-in.ts';

/** The kinds of those who have a score once a model ran on its first example that finds something. */
function scoredKinds(model: typeof fiveTimes | typeof surge): string[] {
  const example = model.examples.find(({ finds }) => finds.length > 0)!;
  const store = caseOf(example.sheets);
  detectIn(store, { models: [model.id] });
  const kinds = readRisk(store).map(
    ({ party }) => store.db.prepare<[number], string>('select kind from party where id = ?').pluck().get(party)!,
  );
  store.close();
  return [...new Set(kinds)].sort();
}

test('what a doctor is found to have done is no risk of the hospital it happened at', () => {
  expect(scoredKinds(fiveTimes)).toEqual(['person']);
});

test('what a hospital itself is found to have done is its own risk', () => {
  expect(scoredKinds(surge)).toEqual(['hospital']);
});
