/*
 * 处置与复核: findings are given out, decided, reviewed and tried with other thresholds without a window.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Desk, makeDesk, onlyDocument } from '../make/desk.ts';
import { problemShape } from '../make/headless-shapes.ts';
import { csvText } from '../make/workbooks.ts';

vi.setConfig({ testTimeout: 120_000 }); // machines under load

const model = 'academic-fee-no-conference';
const ledger = csvText([
  ['费用单位', '日期', '费用类型', '金额', '收款人', '凭证号'],
  ['启衡药业有限公司', '2024-07-11', '学术推广费', '180000.00', '澄溪博禾推广服务有限公司', 'V1'],
  ['启衡药业有限公司', '2024-07-12', '学术推广费', '260000.00', '澄溪云桥推广服务有限公司', 'V2'],
]);
const conferences = csvText([
  ['会议名称', '开始日期', '结束日期', '主办单位', '城市', '实到人数'],
  ['云澜骨科春季论坛', '2024-04-12', '2024-04-12', '澄溪市医学会', '澄溪', '80'],
  ['云澜骨科秋季论坛', '2024-10-18', '2024-10-18', '澄溪市医学会', '澄溪', '80'],
]);

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  for (const name of ['a', 'b']) await desk.newCase(name);
  writeFileSync(join(desk.cwd, '费用明细账.csv'), ledger);
  writeFileSync(join(desk.cwd, '学术会议.csv'), conferences);
  for (const name of ['a.qycase', 'b.qycase']) {
    await desk.json('import', name, '费用明细账.csv', '学术会议.csv');
    await desk.json('detect', name, '--model', model);
  }
});
afterAll(() => desk.remove());

const refused = async (...args: string[]) => {
  const said = await desk.qy(...args, '--json', '--passphrase-file', 'passphrase.txt');
  return { code: said.code, problem: problemShape.parse(onlyDocument(said.out)).problem.code };
};

test('a finding is assigned, ruled out with silence, and waits for somebody else; what is silent is listed and ended', async () => {
  const { findings } = await desk.json<{ findings: Array<{ number: string }> }>('findings', 'a.qycase');
  const [first] = findings.map(({ number }) => number);
  expect(findings).toHaveLength(2);
  expect(await desk.json('assign', 'a.qycase', first!, '--to', '周某', '--due', '2099-12-31')).toEqual({ assigned: 1 });
  await desk.json(
    'dispose',
    'a.qycase',
    first!,
    'excluded',
    '--code',
    'normal-business',
    '--silent-until',
    '2099-12-31',
  );
  expect(await refused('review', 'a.qycase', first!, 'agree')).toEqual({ code: 3, problem: 'review.same-person' });
  expect(
    await desk.json('review', 'a.qycase', first!, 'disagree', '--reason', '合同在付款之后', '--actor', '吴某'),
  ).toMatchObject({
    verdict: 'disagreed',
  });
  const { silences } = await desk.json<{ silences: Array<{ id: number; findings: number }> }>('silences', 'a.qycase');
  expect(silences).toMatchObject([{ model, name: '启衡药业有限公司', until: '2099-12-31', findings: 1 }]);
  await desk.json('end-silence', 'a.qycase', String(silences[0]!.id), '--reason', '新线索');
  expect(await refused('end-silence', 'a.qycase', '1', '--reason', '再来')).toEqual({
    code: 3,
    problem: 'suppression.over',
  });
  expect(await desk.json('boards', 'a.qycase', 'promotion')).toMatchObject({ all: 2, lacks: [], rows: [{}, {}] });
  expect(await refused('undo-dispose', 'a.qycase', first!)).toEqual({ code: 3, problem: 'finding.nothing-to-undo' });
  await desk.json('dispose', 'a.qycase', first!, 'checking', '--reason', '重查');
  expect(await desk.json('undo-dispose', 'a.qycase', first!)).toMatchObject({ status: 'excluded' });
  const said = await desk.qy('findings', 'a.qycase', '--passphrase-file', 'passphrase.txt');
  expect(said.out).toMatch(/严重度 \d {2}排除 /);
});

test('a threshold is tried, set, told of in the runs, and taken to another case in a signed file', async () => {
  const tried = await desk.json('try', 'a.qycase', model, '--set', 'min_amount=200000');
  expect(tried).toMatchObject({ before: 2, same: 1, addedTotal: 0, goneTotal: 1 });
  writeFileSync(join(desk.cwd, 's.json'), JSON.stringify({ [model]: { min_amount: 200_000 } }));
  await desk.json('detect', 'a.qycase', '--model', model, '--settings', 's.json');
  const { runs } = await desk.json<{ runs: unknown[] }>('runs', 'a.qycase');
  expect(runs).toMatchObject([{ changes: { gone: 1 }, reasons: [{ why: 'settings' }] }, { changes: { new: 2 } }]);
  expect(await desk.json('thresholds', 'a.qycase', 'write', '阈值.json')).toMatchObject({ settings: 1 });
  const offer = await desk.json('thresholds', 'b.qycase', 'read', '阈值.json');
  expect(offer).toMatchObject({ applied: 0, offered: [{ model, name: 'min_amount', before: 1000, after: 200_000 }] });
  await desk.json('thresholds', 'b.qycase', 'read', '阈值.json', '--reason', '全市统一');
  expect(await desk.json('detect', 'b.qycase', '--model', model)).toMatchObject({ findings: [expect.anything()] });
});
