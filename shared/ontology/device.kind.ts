import { definePartyKind } from './kind.ts';

/** 耗材与器械: consumables and equipment. */
export default definePartyKind({
  id: 'device',
  words: { zh: '耗材器械', en: 'Device' },
  draws: { kind: 'product', role: 'device' },
  family: 'product',
  shape: 'pentagon',
  glyph: 'device',
});
