import { expect, test } from 'vitest';
import { hopRows } from '../../../../../../electron/core/graph/trace/hop-rows.ts';
import { ledgerOf } from '../../../../../../electron/core/graph/trace/ledger.ts';
import { readTrace } from '../../../../../../electron/core/graph/trace/read-trace.ts';
import { tellTrace } from '../../../../../../electron/core/graph/trace/tell-trace.ts';
import type { Store } from '../../../../../../electron/core/store/connect.ts';
import { type Answer, type Ask, requests } from '../../../../../../shared/protocol/requests.ts';
import { makeCase } from '../../../../../make/make-case.ts';

const quiet = { progress: () => undefined, checkCancelled: () => undefined };

function run(store: Store, question: Ask<'trace.run'>): Answer<'trace.run'> {
  const { perLayer, ...ask } = requests['trace.run'].ask.parse(question);
  const { ledger, traced } = readTrace(store, ask, quiet);
  return requests['trace.run'].answer.parse(tellTrace(store, ledger, traced, perLayer)) as Answer<'trace.run'>;
}

const partyOf = (store: Store, name: string): number =>
  store.db.prepare<[string], number>('select id from party where name = ?').pluck().get(name)!;

const accounts = {
  华康: '9999990000000003',
  推广: '9999990000000011',
  李某: '9999990000000029',
  王某: '9999990000000037',
};

/** A company pays a promotion firm, which pays two doctors; the firm's own statement shows the first payment again. */
const promotion = () =>
  makeCase()
    .payments(
      [
        {
          from: '华康药业有限公司',
          to: '远山推广有限公司',
          yuan: 100_000,
          on: '2025-03-01',
          time: '09:00:00',
          fromAccount: accounts.华康,
          toAccount: accounts.推广,
        },
        {
          from: '华康药业有限公司',
          to: '远山推广有限公司',
          yuan: 1_000,
          on: '2025-03-02',
          time: '09:00:00',
          fromAccount: accounts.华康,
          toAccount: accounts.推广,
          success: '失败',
        },
      ],
      { file: '华康.csv' },
    )
    .payments(
      [
        {
          of: 'payee',
          from: '华康药业有限公司',
          to: '远山推广有限公司',
          yuan: 100_000,
          on: '2025-03-01',
          time: '09:00:03',
          fromAccount: accounts.华康,
          toAccount: accounts.推广,
          balance: '120000.00',
        },
        {
          from: '远山推广有限公司',
          to: '李某',
          yuan: 30_000,
          on: '2025-03-05',
          time: '10:00:00',
          fromAccount: accounts.推广,
          toAccount: accounts.李某,
          balance: '90000.00',
        },
        {
          from: '远山推广有限公司',
          to: '王某',
          yuan: 50_000,
          on: '2025-03-06',
          time: '10:00:00',
          fromAccount: accounts.推广,
          toAccount: accounts.王某,
          balance: '40000.00',
        },
      ],
      { file: '远山.csv' },
    )
    .store();

test('payments are followed once each; what is in both statements and what failed is set aside and said', () => {
  const store = promotion();
  const { payments, aside } = run(store, { seeds: { parties: [partyOf(store, '华康药业有限公司')] } });
  expect({ payments, aside }).toEqual({
    payments: 3,
    aside: [
      { why: 'mirrored', rows: 1 },
      { why: 'failed', rows: 1 },
    ],
  });
});

test('what an account held before its statement begins comes from the balance in the statement, and goes first', () => {
  const store = promotion();
  const { sides } = run(store, { seeds: { parties: [partyOf(store, '华康药业有限公司')] }, layers: 2 });
  // 20,000.00 were there: of the 80,000.00 that left, 60,000.00 are the company's
  expect(sides[0]!.layers.map(({ fen, rests }) => ({ fen, rests }))).toEqual([
    { fen: 10_000_000, rests: [] },
    { fen: 10_000_000, rests: [{ end: 'kept', fen: 4_000_000, parties: 1 }] },
    { fen: 6_000_000, rests: [{ end: 'last-layer', fen: 6_000_000, parties: 2 }] },
  ]);
});

test('a hop opens its payments with their cells, and how much of each is the money followed', () => {
  const store = promotion();
  const [from, to] = [partyOf(store, '远山推广有限公司'), partyOf(store, '李某')];
  const { perLayer: _, ...ask } = requests['trace.run'].ask.parse({
    seeds: { parties: [partyOf(store, '华康药业有限公司')] },
  });
  const { ledger, traced } = readTrace(store, ask, quiet);
  const rows = hopRows(store, ledger, traced[0]!, { layer: 2, payer: from, payee: to }, { offset: 0, limit: 10 });
  expect(rows.list.map(({ day, fen, traced: part, source }) => [day, fen, part, source.file, source.row])).toEqual([
    ['2025-03-05', 3_000_000, 1_000_000, '远山.csv', 3],
  ]);
});

test('upwards, money is found to come from the company as far as it does, and the rest from what was there before', () => {
  const store = promotion();
  const { sides, nodes } = run(store, {
    seeds: { parties: [partyOf(store, '李某')] },
    direction: 'up',
    layers: 2,
  });
  expect(sides[0]!.layers.map(({ fen, rests }) => [fen, rests])).toEqual([
    [3_000_000, []],
    [3_000_000, [{ end: 'no-source', fen: 2_000_000, parties: 1 }]],
    [1_000_000, [{ end: 'last-layer', fen: 1_000_000, parties: 1 }]],
  ]);
  expect(nodes.map(({ name }) => name).toSorted()).toEqual(['华康药业有限公司', '李某', '远山推广有限公司']);
});

test('an account, a pair and single rows can start a trace', () => {
  const store = promotion();
  const firm = partyOf(store, '远山推广有限公司');
  const doctor = partyOf(store, '王某');
  const { ledger } = { ledger: ledgerOf(store) };
  const row = ledger.row[ledger.payee.indexOf(doctor)]!;
  const started = (seeds: Ask<'trace.run'>['seeds']) => run(store, { seeds, layers: 1 }).sides[0]!.seedFen;
  expect([
    started({ accounts: [accounts.推广] }),
    started({ pairs: [{ payer: firm, payee: doctor }] }),
    started({ rows: [row] }),
  ]).toEqual([8_000_000, 5_000_000, 5_000_000]);
});

test('no payment to start with, and no payment at all, are problems with words', () => {
  const store = promotion();
  expect(() => run(store, { seeds: { parties: [partyOf(store, '王某')] } })).toThrow('trace.no-seed');
  expect(() => run(makeCase().store(), { seeds: { parties: [1] } })).toThrow('trace.no-payments');
});

test('payments that a person ruled out as normal business end the trace and say so', () => {
  const store = promotion();
  const row = store.db.prepare<[], number>('select f.row from rec_bank_flow f where f.fen = 3000000').pluck().get()!;
  store.db.exec(`insert into run (id, uid, at, actor, ms) values (1, 'u', '', '', 0);
    insert into finding (id, uid, number, model, version, key, settings, severity, confidence, params, measures, evidence_sha256, first_run, last_run, status)
      values (1, 'f', 'YD-1', 'm', 1, 'k', '{}', 2, 1, '{}', '[]', '', 1, 1, 'excluded');
    insert into finding_row values (1, ${row}, 'amount', 'evidence', null);
    insert into disposition (finding, at, actor, from_status, to_status, reason_code, reason, counter)
      values (1, '', '', 'open', 'excluded', 'normal-business', '', '')`);
  const seeds = { parties: [partyOf(store, '华康药业有限公司')] };
  const rests = (stops?: Array<'normal'>) =>
    run(store, { seeds, layers: 2, ...(stops ? { stops } : {}) }).sides[0]!.layers[2]!.rests.map(({ end, fen }) => [
      end,
      fen,
    ]);
  expect(rests()).toEqual([
    ['last-layer', 5_000_000],
    ['normal', 1_000_000],
  ]);
  expect(rests([])).toEqual([['last-layer', 6_000_000]]);
});
