import { expect, test } from 'vitest';
import { doors, layers } from '../../../../build/lint/rules.ts';

test('every door is opened inside a layer', () => {
  const homeless = doors
    .flatMap((door) => door.open)
    .filter((place) => !layers.some((layer) => `${place}/`.startsWith(`${layer.folder}/`)));
  expect(homeless).toEqual([]);
});
