import { expect, test } from 'vitest';
import { turns } from '../../../../renderer/client/turns.ts';

test('no more deeds run at once than there are turns, and all of them come to their end in order', async () => {
  const inTurn = turns(2);
  let running = 0;
  let most = 0;
  const ended: number[] = [];
  await Promise.all(
    Array.from({ length: 9 }, (_, index) =>
      inTurn(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((done) => setTimeout(done, 2));
        running -= 1;
        ended.push(index);
      }),
    ),
  );
  expect(most).toBe(2);
  expect(ended).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('a deed that fails gives its turn on', async () => {
  const inTurn = turns(1);
  const failing = inTurn(() => Promise.reject(new Error('no')));
  const next = inTurn(async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('yes');
});
