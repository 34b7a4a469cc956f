import { expect, test } from 'vitest';
import { evidenceReader } from '../../../../../electron/core/detect/evidence-reader.ts';
import { runModels } from '../../../../../electron/core/detect/run-models.ts';
import { settingsInForce } from '../../../../../electron/core/detect/settings.ts';
import { dropSharedViews, sharingViews } from '../../../../../electron/core/detect/shared-views.ts';
import { afterWithholding } from '../../../../../electron/core/models/ask/withholding.ts';
import { booked, meeting, paid } from '../../../../../electron/core/models/example-rows.ts';
import { models } from '../../../../../electron/core/models/index.ts';
import { defineModel, type Model } from '../../../../../electron/core/models/model.ts';
import { Stop } from '../../../../../electron/core/request.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { readFindings } from '../../../../../electron/core/store/read-findings.ts';
import { caseOf, detectIn } from '../../../../make/detect-in.ts';
import { makeCase } from '../../../../make/make-case.ts';

const lists = [
  meeting('云澜骨科春季论坛', '2024-04-12'),
  meeting('云澜骨科秋季论坛', '2024-10-18', { venue: '澄溪会展中心五号厅' }),
];
const fees = [
  booked('启衡药业有限公司', '澄溪合禾推广服务有限公司', '180000.00', '2024-07-15'),
  booked('瑞澜医药有限公司', '澄溪合禾推广服务有限公司', '90000.00', '2024-07-16'),
];
const aCase = (): Store => caseOf({ conference: lists, expense: fees });
const numbers = (store: Store) => readFindings(store).map(({ number, gone }) => `${number}${gone ? ' gone' : ''}`);

const stub = (id: string, find: Model['find']): Model =>
  defineModel({
    id,
    version: 1,
    group: 'X',
    areas: ['trade_misconduct'],
    links: ['sale'],
    family: 'x',
    weight: 0.5,
    title: { zh: '测', en: 'x' },
    question: { zh: '测', en: 'x' },
    summary: { zh: '测', en: 'x' },
    basis: [],
    needs: [],
    settings: [],
    innocent: [],
    blindSpots: [],
    find,
    examples: [],
  });

const request = (store: Store, chosen: readonly Model[], checkCancelled: () => void = () => undefined) => ({
  models: chosen,
  settings: settingsInForce(store, chosen).settings,
  changed: [],
  reason: '',
  everything: false,
  actor: '测试员',
  at: new Date('2026-01-05T02:00:00Z'),
  progress: () => undefined,
  checkCancelled,
});

test('a second run of the same evidence adds nothing and keeps every number', () => {
  const store = aCase();
  expect(detectIn(store)).toMatchObject({ added: 2, gone: 0, kept: 0 });
  const before = store.db.prepare('select * from finding order by id').all();
  expect(detectIn(store)).toMatchObject({ added: 0, gone: 0, kept: 2 });
  const after = store.db.prepare('select * from finding order by id').all() as Array<Record<string, unknown>>;
  expect(after.map((row) => ({ ...row, last_run: 1 }))).toEqual(before);
  expect(numbers(store)).toEqual(['YD-2026-000001', 'YD-2026-000002']);
});

test('what a stricter threshold no longer finds is marked gone, keeps its number, and comes back under it', () => {
  const store = aCase();
  detectIn(store);
  const strict = { 'academic-fee-no-conference': { min_amount: 100_000 } };
  expect(detectIn(store, { settings: strict, reason: '只看十万元以上' })).toMatchObject({ added: 0, gone: 1, kept: 1 });
  expect(numbers(store).filter((each) => each.endsWith('gone'))).toHaveLength(1);
  expect(detectIn(store, { settings: { 'academic-fee-no-conference': { min_amount: 1000 } } })).toMatchObject({
    added: 1,
    gone: 0,
    kept: 1,
  });
  expect(numbers(store)).toEqual(['YD-2026-000001', 'YD-2026-000002']);
});

test('numbers go on past the last one a case has, beyond a million too', () => {
  const store = aCase();
  detectIn(store);
  store.db.exec(
    "update finding set number = 'YD-2026-1000000', key = 'earlier', uid = 'earlier' where number = 'YD-2026-000002'",
  );
  detectIn(store, { everything: true });
  expect(numbers(store)).toContain('YD-2026-1000001');
});

test('a threshold set in a case stays in force, with its reason, and is in the journal', () => {
  const store = aCase();
  detectIn(store, { settings: { 'academic-fee-no-conference': { min_amount: 100_000 } }, reason: '只看十万元以上' });
  expect(detectIn(store)).toMatchObject({ kept: 1 });
  expect(store.db.prepare('select model, name, value, reason from model_setting').all()).toEqual([
    { model: 'academic-fee-no-conference', name: 'min_amount', value: '100000', reason: '只看十万元以上' },
  ]);
  const entries = store.db.prepare('select action from journal order by seq').pluck().all();
  expect(entries).toEqual(['detect.setting', 'detect.run', 'detect.run']);
});

test('a model that throws has failed and takes nothing back; the others go on', () => {
  const store = aCase();
  detectIn(store);
  const broken = stub('academic-fee-no-conference', () => {
    throw new TypeError('17.000,00 不是数');
  });
  const other = models.find(({ id }) => id === 'fan-out')!;
  const { runs, gone } = runModels(store, request(store, [broken, other]));
  expect(runs.map(({ status, note }) => [status, note])).toEqual([
    ['failed', expect.stringMatching(/^TypeError \S+ run-models\.test\.ts:\d+$/)],
    ['cannot-judge', null],
  ]);
  expect(gone).toBe(0);
});

test('a cancelled run leaves nothing behind', () => {
  const store = aCase();
  const before = store.db.serialize();
  const stopped = stub('stopped', (evidence) => {
    evidence.breathe();
    return { examined: 0, hits: [] };
  });
  let looks = 0;
  const cancel = () => {
    if (looks++ > 8) throw new Stop({ code: 'job.cancelled' });
  };
  expect(() => runModels(store, request(store, [...models, stopped], cancel))).toThrow('job.cancelled');
  expect(store.db.serialize().equals(before)).toBe(true);
  expect(
    store.db.prepare("select count(*) from temp.sqlite_schema where name in ('meeting', 'same_money')").pluck().get(),
  ).toBe(0);
});

/** A case whose payments stand far apart, as in one with a hundred thousand rows. */
function payments(many: number, apart: number): Store {
  const store = caseOf({
    bank_flow: Array.from({ length: many }, (_, i) =>
      paid('启衡药业有限公司', `收款人${i}`, `${1000 + i}.00`, '2024-07-15'),
    ),
  });
  const { db } = store;
  db.pragma('foreign_keys = off');
  const rows = db.prepare<[], number>('select row from rec_bank_flow order by row').pluck().all();
  for (const [i, row] of rows.entries()) {
    db.prepare('update row set id = ? where id = ?').run((i + 1) * apart, row);
    db.prepare('update rec_bank_flow set row = ? where row = ?').run((i + 1) * apart, row);
  }
  return store;
}

test('a person who cancels while the payments are laid out for a run waits for a part of them only', () => {
  const store = payments(6, 30_000);
  const laidOut = () => store.db.prepare('select count(*) from temp.payment').pluck().get() as number;
  const seen: number[] = [];
  const cancel = () => {
    seen.push(laidOut());
    if (seen.at(-1)! >= 2) throw new Stop({ code: 'job.cancelled' });
  };
  const lay = sharingViews(store, cancel);
  expect(() => lay('select payer from payment')).toThrow('job.cancelled');
  expect(seen.at(-1)).toBe(2);
  expect(new Set(seen)).toEqual(new Set([0, 1, 2]));
  dropSharedViews(store);

  const whole = sharingViews(store, () => undefined);
  whole('select payer from payment');
  expect(laidOut()).toBe(6);
  const plan = store.db.prepare('explain query plan select row from payment where payee = 1').get() as {
    detail: string;
  };
  expect(plan.detail).toContain('payment_1');
  dropSharedViews(store);
});

test('a person who cancels while a model takes rows one after the other waits for a few thousand of them only', () => {
  const store = aCase();
  let taken = 0;
  const cancel = () => {
    if (taken > 0) throw new Stop({ code: 'job.cancelled' });
  };
  const many = 'with recursive n(i) as (select 1 union all select i + 1 from n where i < :most) select i from n';
  const take = () => {
    taken++;
    return true;
  };
  expect(() => evidenceReader(store, cancel).each(many, { most: 50_000 }, take)).toThrow('job.cancelled');
  expect(taken).toBeLessThan(5_000);
  taken = 0;
  evidenceReader(store).each(many, { most: 50_000 }, take);
  expect(taken).toBe(50_000);
});

test('a model may only read', () => {
  const store = aCase();
  const writer = stub('writer', (evidence) => {
    evidence.all('delete from finding');
    return { examined: 0, hits: [] };
  });
  expect(runModels(store, request(store, [writer])).runs[0]).toMatchObject({
    status: 'failed',
    note: expect.stringMatching(/^Error /),
  });
});

test('findings of a model that can no longer judge are gone, and it says what it lacks', () => {
  const store = aCase();
  detectIn(store);
  store.db.exec('delete from rec_mention; delete from conference_check; delete from rec_conference');
  store.db.exec("update sheet set rows_imported = 0 where category = 'conference'");
  const { runs, gone } = detectIn(store, { models: ['academic-fee-no-conference'] });
  expect(gone).toBe(2);
  expect(runs[0]).toMatchObject({
    status: 'cannot-judge',
    missing: ['conference'],
    missingWords: [{ zh: '未导入学术会议表' }],
  });
});

test('only the models that were asked are judged', () => {
  const store = aCase();
  detectIn(store);
  expect(detectIn(store, { models: ['fan-out'] })).toMatchObject({ gone: 0, added: 0 });
  expect(numbers(store)).toEqual(['YD-2026-000001', 'YD-2026-000002']);
});

test('a finding that somebody dealt with says when its evidence changed', () => {
  const store = aCase();
  detectIn(store);
  store.db.exec(
    "update finding set status = 'checking' where number = 'YD-2026-000001'; update finding set evidence_sha256 = 'older'",
  );
  detectIn(store, { everything: true });
  const history = store.db
    .prepare(
      'select f.number, d.from_status, d.to_status, d.reason_code from disposition d join finding f on f.id = d.finding',
    )
    .all();
  expect(history).toEqual([
    { number: 'YD-2026-000001', from_status: 'checking', to_status: 'checking', reason_code: 'evidence-changed' },
  ]);
});

test('the ledger line and the booking of one payment are one sum of money', () => {
  const builder = makeCase()
    .sheet('conference', lists)
    .sheet('expense', [booked('启衡药业有限公司', '澄溪合禾推广服务有限公司', '180000.00', '2024-07-15')])
    .sheet('bank_flow', [
      paid('启衡药业有限公司', '澄溪合禾推广服务有限公司', '180000.00', '2024-07-13', '学术推广费'),
    ]);
  const store = builder.store();
  detectIn(store);
  const [finding] = readFindings(store);
  expect(finding).toMatchObject({ fen: 18_000_000, rows: 1 });
  expect(store.db.prepare('select count(*) from same_money').pluck().get()).toBe(1);
});

test('a fee net of the tax withheld is the same money as its ledger line', () => {
  const store = makeCase()
    .sheet('expense', [
      { ...booked('启衡药业有限公司', '沈以墨', '3000.00', '2024-04-20', '讲课费'), tax_amount: '440.00' },
    ])
    .sheet('bank_flow', [paid('启衡药业有限公司', '沈以墨', '2560.00', '2024-04-18', '讲课费')])
    .store();
  detectIn(store);
  expect(store.db.prepare('select count(*) from same_money').pluck().get()).toBe(1);
});

test('the tax that every payer withholds from a lecture fee is known without a column of taxes', () => {
  expect([80_000, 300_000, 400_000, 500_000, 3_000_000, 10_000_000].map(afterWithholding)).toEqual([
    80_000, 256_000, 336_000, 420_000, 2_480_000, 7_500_000,
  ]);
});
