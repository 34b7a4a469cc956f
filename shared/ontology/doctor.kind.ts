import { definePartyKind } from './kind.ts';

/** Works in a hospital under a medical title, as some sheet says. */
export default definePartyKind({
  id: 'doctor',
  words: { zh: '医生', en: 'Doctor' },
  draws: { kind: 'person', role: 'doctor' },
  family: 'person',
  shape: 'ellipse',
  glyph: 'doctor',
});
