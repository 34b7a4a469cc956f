import { expect, test } from 'vitest';
import { PREPARATION } from '../../electron/core/detect/run-models.ts';
import { importsOf, source, sourceFingerprint } from '../make/model-source.ts';
import fingerprints from './preparation-fingerprint.json' with { type: 'json' };

const steps = ['pair-money', 'meeting-lines', 'check-conferences'].map((step) => `electron/core/detect/${step}.ts`);

test('what is found out before the models are asked raises its version when it comes to something else', () => {
  const files = [...new Set(steps.flatMap((step) => [step, ...importsOf(step)]))].sort();
  const now = sourceFingerprint(files.map(source));
  const known: Readonly<Record<string, string>> = fingerprints;
  expect(known[String(PREPARATION)], `the fingerprint of preparation ${PREPARATION} is now ${now}`).toBe(now);
});
