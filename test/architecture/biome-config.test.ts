import { expect, test } from 'vitest';
import { biomeConfig } from '../../build/lint/biome-config.ts';
import { read } from './tree.ts';

test('biome.json says what build/lint/rules.ts says (node build/lint/write-biome-config.ts writes it)', () => {
  expect(JSON.parse(read('biome.json').text)).toEqual(JSON.parse(biomeConfig()));
});
