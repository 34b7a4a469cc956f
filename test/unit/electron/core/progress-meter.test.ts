import { expect, test } from 'vitest';
import { ProgressMeter } from '../../../../electron/core/progress-meter.ts';

const file = { name: '流水.csv', n: 1, of: 2 };

test('speed and time left are those of the present step, and held time is not counted', () => {
  let now = 0;
  const meter = new ProgressMeter('import.write', () => now);
  expect(meter.moved({ step: 'import.read', done: 0, total: 2, file })).toEqual({
    event: 'progress',
    job: 'import.write',
    step: 'import.read',
    done: 0,
    total: 2,
    file,
    perSecond: null,
    left: null,
    paused: false,
  });
  now = 10_000;
  meter.moved({ step: 'import.rows', done: 0, total: 9000, file });
  now = 12_000;
  expect(meter.moved({ step: 'import.rows', done: 3000, total: 9000, file })).toMatchObject({
    perSecond: 1500,
    left: 4,
  });
  expect(meter.hold()).toMatchObject({ paused: true, done: 3000 });
  now = 60_000;
  expect(meter.goOn()).toMatchObject({ paused: false, perSecond: 1500, left: 4 });
  now = 61_000;
  expect(meter.moved({ step: 'import.rows', done: 4500, total: 9000, file })).toMatchObject({
    perSecond: 1500,
    left: 3,
  });
});

test('a step that comes again after another one goes on counting where it was', () => {
  let now = 0;
  const meter = new ProgressMeter('import.write', () => now);
  meter.moved({ step: 'import.rows', done: 0, total: 4000, file });
  now = 1000;
  meter.moved({ step: 'import.rows', done: 1000, total: 4000, file });
  meter.moved({ step: 'import.read', done: 1, total: 2, file });
  now = 9000;
  meter.moved({ step: 'import.rows', done: 1000, total: 4000, file });
  now = 10_000;
  expect(meter.moved({ step: 'import.rows', done: 2000, total: 4000, file })).toMatchObject({
    perSecond: 1000,
    left: 2,
  });
});
