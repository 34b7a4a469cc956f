/*
 * 关系图上的问题 at the command line: paths, networks, circles, common counterparties, traces and measures of one small case. Every sum is
 * that of the lines of the statement, whichever question is asked; wrong input is told in words.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as XLSX from 'xlsx';
import { type Desk, makeDesk, onlyDocument } from '../make/desk.ts';
import { pathShape, problemShape } from '../make/headless-shapes.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 }); // machines under load

const maker = '华康药业有限公司';
const promoter = '澄溪鼎睿推广有限公司';
const rival = '仁泽药业有限公司';
const doctor = '张某某';
const stranger = '李某某';
const apart = '王某某';

/** payer, payee, day, yuan */
const payments = [
  [maker, promoter, '2025-03-01', 100_000],
  [maker, promoter, '2025-03-02', 20_000],
  [promoter, doctor, '2025-03-05', 60_000],
  [promoter, stranger, '2025-03-06', 10_000],
  [doctor, maker, '2025-03-09', 55_000],
  [rival, doctor, '2025-03-10', 8_000],
  [rival, apart, '2025-03-11', 3_000],
] as const;
const names: readonly string[] = [maker, promoter, rival, doctor, stranger, apart];
const account = (name: string) => `999999000000000${names.indexOf(name) + 1}`;
const fenOf = (payer: string, payee: string) =>
  payments.reduce((sum, [from, to, , yuan]) => sum + (from === payer && to === payee ? yuan * 100 : 0), 0);

let desk: Desk;
const ids = new Map<string, string>();
const idOf = (name: string) => ids.get(name) ?? '';

beforeAll(async () => {
  desk = makeDesk();
  await desk.newCase('a');
  const lines = payments.map(
    ([payer, payee, day, yuan]) =>
      `${day},10:00:00,借,${yuan}.00,${payer},${account(payer)},${payee},${account(payee)},学术推广费`,
  );
  const header = '交易日期,交易时间,借贷标志,交易金额,本方户名,本方账号,对手户名,对手账号,摘要';
  writeFileSync(join(desk.cwd, 'flow.csv'), `\uFEFF${[header, ...lines].join('\r\n')}`);
  await desk.json('import', 'a.qycase', 'flow.csv');
  const { parties } = await desk.json<{ parties: Array<{ id: string; name: string }> }>('parties', 'a.qycase');
  for (const { id, name } of parties) ids.set(name, id);
  expect(names.filter((name) => !ids.has(name))).toEqual([]);
});
afterAll(() => desk.remove());

/** What the program says to wrong input: the code it ends with, and the Problem or the line on stderr. */
async function refused(...args: string[]): Promise<{ code: number | null; says: string }> {
  const said = await desk.qy(...args, '--json', '--passphrase-file', 'passphrase.txt');
  const says = said.code === 3 ? problemShape.parse(onlyDocument(said.out)).problem.code : said.err.trim();
  return { code: said.code, says };
}

interface Link {
  from: string;
  to: string;
  kind: string;
  rows: number;
  amountFen: string | null;
}

test('a path has the sums of its rows hop by hop, the same as around each of its parties; where there is none it is told what would help', async () => {
  const { paths } = pathShape.parse(
    await desk.json('graph', 'a.qycase', 'path', idOf(maker), idOf(doctor), '--directed', '--order', 'strict'),
  );
  expect(paths).toHaveLength(1);
  expect(paths[0]!.hops.map(({ amountFen }) => Number(amountFen))).toEqual([
    fenOf(maker, promoter),
    fenOf(promoter, doctor),
  ]);
  const near = await desk.json<{ links: Link[] }>('graph', 'a.qycase', 'neighbours', idOf(promoter));
  for (const hop of paths[0]!.hops) expect(near.links).toContainEqual(expect.objectContaining(hop));
  const none = await desk.json<{ paths: unknown[]; relax: { without: unknown[]; leastHops: number } }>(
    ...(['graph', 'a.qycase', 'path', idOf(apart), idOf(promoter), '--directed'] as const),
  );
  expect(none.paths).toEqual([]);
  expect(none.relax).toMatchObject({ without: [{ what: 'direction' }], leastHops: 3 });
});

test('a network connects its parties with the sums of the statement, and says where a gap is', async () => {
  const whole = await desk.json<{ parts: string[][]; gaps: unknown[]; links: Link[] }>(
    ...(['graph', 'a.qycase', 'connect', idOf(maker), idOf(apart), idOf(stranger)] as const),
  );
  expect(whole.parts).toEqual([[maker, apart, stranger].map(idOf)]);
  expect(whole.gaps).toEqual([]);
  const called = (id: string) => names.find((name) => idOf(name) === id) ?? id;
  for (const { from, to, amountFen } of whole.links) expect(Number(amountFen)).toBe(fenOf(called(from), called(to)));
  const early = await desk.json<{ parts: string[][]; gaps: Array<{ leastHops: number; to: string }> }>(
    ...(['graph', 'a.qycase', 'connect', idOf(maker), idOf(apart), '--until', '2025-03-09'] as const),
  );
  expect(early.parts).toHaveLength(2);
  expect(early.gaps).toHaveLength(1);
});

test('a circle is found once, by row and cell, whether order counts or not; and none where too little comes back', async () => {
  for (const order of [['--ordered'], []]) {
    const { cycles, truncated } = await desk.json<{
      cycles: Array<{ parties: string[]; rows: object[]; amountFen: string; backFen: string; ordered: boolean }>;
      truncated: boolean;
    }>('graph', 'a.qycase', 'cycles', ...order);
    expect(truncated).toBe(false);
    expect(cycles).toMatchObject([
      {
        parties: [maker, promoter, doctor].map(idOf),
        rows: [2, 4, 6].map((row) => ({ file: 'flow.csv', sheet: 'flow', row, cell: `D${row}` })),
        amountFen: '10000000',
        backFen: String(fenOf(doctor, maker)),
        ordered: order.length === 1,
      },
    ]);
  }
  const exact = await desk.json<{ cycles: unknown[] }>(
    'graph',
    'a.qycase',
    'cycles',
    idOf(maker),
    '--tolerance',
    '0.1',
  );
  expect(exact.cycles).toEqual([]);
});

test('whom two parties both deal with is told with what both paid', async () => {
  const { common, total } = await desk.json<{ common: object[]; total: number }>(
    ...(['graph', 'a.qycase', 'common', idOf(promoter), idOf(rival)] as const),
  );
  const amountFen = String(fenOf(promoter, doctor) + fenOf(rival, doctor));
  expect(total).toBe(1);
  expect(common).toEqual([
    {
      party: idOf(doctor),
      name: doctor,
      with: 2,
      byKind: [{ kind: 'payment', direction: 'in', with: 2, rows: 2, amountFen }],
    },
  ]);
});

test('a trace loses no fen: what rests in its layers is what it began with, by every method and either command', async () => {
  interface Trace {
    method: string;
    layers: Array<{ layer: number; amountFen: string; residualFen: string; nodes: Array<{ amountFen: string }> }>;
    edges: Array<Link & { layer: number }>;
    seeds: Array<{ amountFen: string }>;
  }
  for (const method of ['fifo', 'pro-rata', 'balance-first']) {
    const told = await desk.json<Trace>('trace', 'a.qycase', idOf(maker), '--layers', '4', '--method', method);
    expect(told.method).toBe(method);
    expect(told.seeds).toMatchObject([{ amountFen: String(fenOf(maker, promoter)) }]);
    const total = (list: ReadonlyArray<{ residualFen: string }>) =>
      list.reduce((sum, { residualFen }) => sum + Number(residualFen), 0);
    expect(total(told.layers)).toBe(fenOf(maker, promoter));
    for (const { layer, amountFen, nodes } of told.layers) {
      const sum = (list: ReadonlyArray<{ amountFen: string | null }>) =>
        String(list.reduce((all, each) => all + Number(each.amountFen), 0));
      expect(sum(nodes)).toBe(amountFen);
      expect(sum(told.edges.filter((edge) => edge.layer === layer))).toBe(amountFen);
    }
  }
  const one = await desk.json<Trace>('trace', 'a.qycase', idOf(doctor), '--direction', 'up');
  const other = await desk.json<Trace>('graph', 'a.qycase', 'trace', idOf(doctor), '--direction', 'up');
  expect(other).toEqual(one);
  expect(one.edges).toContainEqual(
    expect.objectContaining({ layer: 1, from: idOf(promoter), to: idOf(doctor), amountFen: '6000000' }),
  );
});

test('net inflow is what the statement gives, and the measures are the same by either command', async () => {
  const told = await desk.json<{ parties: number; rows: Array<Record<string, string>> }>('metrics', 'a.qycase');
  expect(told.parties).toBe(names.length);
  const net = Object.fromEntries(told.rows.map(({ name, netFen }) => [name, netFen]));
  const all = (name: string) => names.reduce((sum, other) => sum + fenOf(other, name) - fenOf(name, other), 0);
  expect(net).toEqual(Object.fromEntries(names.map((name) => [name, String(all(name))])));
  expect(await desk.json('graph', 'a.qycase', 'metrics')).toEqual(told);
});

test('a case without saved views lists none, and the exported links have the sums of the statement', async () => {
  expect(await desk.json('views', 'a.qycase')).toEqual({ views: [] });
  const written = await desk.json<{ links: number }>('export-graph', 'a.qycase', 'e.csv', '--format', 'csv-edges');
  const links = new Set(payments.map(([payer, payee]) => `${payer} ${payee}`));
  expect(written.links).toBe(links.size);
  const csv = readFileSync(join(desk.cwd, 'e.csv'), 'utf8');
  for (const [payer, payee] of payments) expect(csv).toContain(String(fenOf(payer, payee) / 100));
});

test('wrong input is told in words: what was written, what may be, or what is not in the case', async () => {
  const path = (...more: string[]) => ['graph', 'a.qycase', 'path', idOf(maker), idOf(doctor), ...more];
  for (const [words, ...args] of [
    ['缺少 neighbours|path', 'graph', 'a.qycase', 'route'],
    ['缺少 PARTY', 'graph', 'a.qycase', 'path', idOf(maker)],
    ['缺少 FROM TO', 'graph', 'a.qycase', 'path', idOf(maker), idOf(maker)],
    [`PARTY 应为 ID，写的是“${doctor}”`, 'graph', 'a.qycase', 'path', idOf(maker), doctor],
    ['--max-hops 应为 1–8，写的是“9”', ...path('--max-hops', '9')],
    ['--min-fen 应为 ≥ 0，写的是“1.5”', ...path('--min-fen', '1.5')],
    ['--until 应为 ≥ 2025-04-01，写的是“2025-03-01”', ...path('--since', '2025-04-01', '--until', '2025-03-01')],
    ['写的是“2025-02-30”', ...path('--since', '2025-02-30')],
    ['写的是“汇款”', ...path('--kind', '汇款')],
    ['缺少 PARTY PARTY', 'graph', 'a.qycase', 'connect', idOf(maker), idOf(maker)],
    ['--max-length 应为 2–6，写的是“12”', 'graph', 'a.qycase', 'cycles', '--max-length', '12'],
    ['--at-least 应为 2–2，写的是“1”', 'graph', 'a.qycase', 'common', idOf(maker), idOf(doctor), '--at-least', '1'],
    ['缺少 PARTY', 'trace', 'a.qycase'],
    ['--layers 应为 1–7，写的是“99”', 'trace', 'a.qycase', idOf(maker), '--layers', '99'],
    ['--from 应为 YYYY-MM-DD，写的是“昨天”', 'trace', 'a.qycase', idOf(maker), '--from', '昨天'],
    ['写的是“lifo”', 'trace', 'a.qycase', idOf(maker), '--method', 'lifo'],
    ['--limit 应为 1–5000，写的是“0”', 'metrics', 'a.qycase', '--limit', '0'],
    ['缺少 --compare A', 'views', 'a.qycase', '--with', '7'],
  ] as Array<[string, ...string[]]>) {
    const said = await refused(...args);
    expect([said.code, said.says.split('\n')[0]]).toEqual([2, expect.stringContaining(words)]);
  }
  for (const [code, ...args] of [
    ['party.not-found', 'graph', 'a.qycase', 'path', idOf(maker), '99999'],
    ['party.not-found', 'graph', 'a.qycase', 'common', idOf(maker), '99999'],
    ['party.not-found', 'trace', 'a.qycase', '99999'],
    ['trace.no-seed', 'trace', 'a.qycase', idOf(apart)],
    ['view.not-found', 'views', 'a.qycase', '--compare', '7'],
    ['target.exists', 'export-graph', 'a.qycase', 'e.csv', '--format', 'csv-edges'],
  ] as Array<[string, ...string[]]>)
    expect(await refused(...args)).toEqual({ code: 3, says: code });
});

test('what was seen is made a finding by hand at the command line, with its rows; it is taken back and brought back', async () => {
  const said = [
    '--title',
    '先进后出',
    '--reason',
    '三日内转给个人',
    '--about',
    idOf(promoter),
    '--row',
    '2',
    '--row',
    '4:amount',
  ];
  const made = await desk.json<{ id: number; number: string }>('make-finding', 'a.qycase', ...said);
  expect(made.number).toMatch(/^YD-\d{4}-000001$/);
  const { findings } = await desk.json<{ findings: Array<{ model: string; amountFen: string; summary: string }> }>(
    'findings',
    'a.qycase',
  );
  expect(findings).toMatchObject([
    { model: 'by-hand', amountFen: String(16_000_000), summary: '先进后出：三日内转给个人' },
  ]);
  await desk.json('add-evidence', 'a.qycase', made.number, '--reason', '另一笔', '--row', '3');
  expect(await refused('add-evidence', 'a.qycase', made.number, '--reason', '再加', '--row', '3')).toMatchObject({
    code: 3,
    says: 'finding.rows-known',
  });
  await desk.json('remove-finding', 'a.qycase', made.number);
  expect((await desk.json<{ findings: unknown[] }>('findings', 'a.qycase')).findings).toEqual([]);
  await desk.json('remove-finding', 'a.qycase', made.number, '--restore');
  expect(await refused('make-finding', 'a.qycase', '--title', '题')).toMatchObject({ code: 2 });
});

test('a trace is kept under a name and stands in the report of the case', async () => {
  const { saved } = await desk.json<{ saved: number }>(
    'trace',
    'a.qycase',
    idOf(maker),
    '--save',
    '推广费去向',
    '--report',
  );
  expect(saved).toBe(1);
  await desk.json('report', 'a.qycase', 'report.xlsx');
  const sheet = XLSX.read(readFileSync(join(desk.cwd, 'report.xlsx'))).Sheets.资金追踪!;
  const [, ...lines] = XLSX.utils.sheet_to_json<Array<string | number>>(sheet, { header: 1 });
  expect(lines.filter(([, , , what]) => what === '一跳').map((line) => [line[5], line[6], line[7]])).toContainEqual([
    maker,
    promoter,
    fenOf(maker, promoter) / 100,
  ]);
  expect(await refused('trace', 'a.qycase', idOf(maker), '--report')).toMatchObject({ code: 2 });
});
