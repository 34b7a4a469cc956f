import { expect, test } from 'vitest';
import { freshSchema } from '../../../../../electron/core/store/connect.ts';

test('what was typed by hand is found from its entries, not by going through the rows of the case', () => {
  const store = freshSchema();
  const plan = store.db.prepare<[], { detail: string }>('explain query plan select row from manual_row').all();
  expect(plan.map(({ detail }) => detail).filter((detail) => /^SCAN (r|s)\b/.test(detail))).toEqual([]);
  store.close();
});
