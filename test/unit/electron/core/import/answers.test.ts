import { expect, test } from 'vitest';
import { answerFor } from '../../../../../electron/core/import/answers.ts';
import type { SheetAnswer } from '../../../../../shared/protocol/import.requests.ts';

const [north, south] = [
  { name: '流水.csv', sha256: 'aa' },
  { name: '流水.csv', sha256: 'bb' },
];

test('what is said of one of two files of the same name is not said of the other', () => {
  const answers: SheetAnswer[] = [
    { file: '流水.csv', sha256: 'aa', sheet: '流水', skipRows: [5] },
    { file: '流水.csv', sheet: '流水', unit: 10_000 },
  ];
  expect(answerFor(answers, north, '流水')).toMatchObject({ skipRows: [5], unit: 10_000 });
  expect(answerFor(answers, south, '流水')).toEqual({ file: '流水.csv', sheet: '流水', unit: 10_000 });
  expect(answerFor(answers, { name: '别的.csv', sha256: 'aa' }, '流水')).toBeUndefined();
});

test('what is said of all sheets completes what is said of one', () => {
  const answers: SheetAnswer[] = [
    { file: '*', sheet: '*', category: 'bank_flow' },
    { file: '流水.csv', sheet: '流水', unit: 10_000 },
  ];
  expect(answerFor(answers, north, '流水')).toMatchObject({ category: 'bank_flow', unit: 10_000 });
});
