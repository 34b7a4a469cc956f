/*
 * 自建模型 over a whole sample case: a rule that somebody puts together from the view of payments finds what its generator planted, by name and row.
 */
import { expect, test, vi } from 'vitest';
import { generateSample } from '../../build/sample/generate.ts';
import type { Truth } from '../../build/sample/truth/truth.ts';
import { detectCore } from '../make/detect-core.ts';
import { sampleCase } from '../make/sample-case.ts';

vi.setConfig({ testTimeout: 240_000 }); // machines under load

test('people whom many companies paid are found by a rule without code, and each finding cites what was planted', async () => {
  const files = generateSample({ seed: 1, size: 'S', noise: 0.5 });
  const told = files.find(({ name }) => name === 'truth.json')!;
  const truth: Truth = JSON.parse(new TextDecoder().decode(told.bytes));
  const planted = truth.schemes.flatMap(({ expected }) =>
    expected.filter(({ model }) => model === 'multi-payer-recipient'),
  );
  expect(planted.length).toBeGreaterThan(0);
  const core = detectCore((await sampleCase(1, 'S')).store);
  const { model } = await core.ask('own.save', {
    reason: '看谁收了多家企业的钱',
    definition: {
      view: 'payment',
      where: {
        join: 'all',
        items: [
          { column: 'payee', op: 'kind', values: ['person'] },
          { column: 'payer', op: 'kind', values: ['company', 'org'] },
        ],
        groups: [],
      },
      groups: [{ column: 'payee' }],
      measures: [
        { kind: 'distinct', column: 'payer', relation: '>=', threshold: 5 },
        { kind: 'sum', column: 'fen', relation: '>=', threshold: 20_000 },
      ],
      severity: 3,
      name: '多家企业付款给一人',
      explanation: '五家以上企业向同一人付款合计两万元以上',
      innocent: ['真实会议的讲课费'],
    },
  });
  await core.ask('detect.run', { models: [model] });
  const { rows } = await core.ask('findings.list', { model, limit: 500 });
  for (const { subjects, rows: cells } of planted) {
    const [person] = subjects;
    const finding = rows.find((each) => each.subjects.some(({ name }) => name === person!.name));
    expect(finding?.subjects[0]?.name, person!.name).toBe(person!.name);
    const { evidence } = await core.ask('finding.read', { id: finding!.id });
    const cited = new Set(evidence.map(({ source }) => `${source.file} ${source.row}`));
    // a transfer that both sides' statements list is cited once
    const events = Map.groupBy(cells, ({ event }) => event);
    const missed = [...events.values()].filter((list) => !list.some(({ file, row }) => cited.has(`${file} ${row}`)));
    expect(missed.length / events.size).toBeLessThan(0.2);
  }
  // a rule that names everybody helps nobody
  expect(rows.length).toBeLessThan(planted.length + 40);
});
