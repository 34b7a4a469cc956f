/*
 * 一个单元格的路: one payment of 48,800.00, in cell D9 of a bank statement, is followed by its reference through import, graph, finding and report
 * into the sealed file, where somebody without this program takes out the original and finds the same cell.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import tar from 'tar-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { type Core, startCore } from '../../electron/core/core.ts';
import type { Source } from '../../shared/protocol/parts.ts';
import type { Answer, Ask, RequestName } from '../../shared/protocol/requests.ts';
import { workbook } from '../make/workbooks.ts';
import { removeShell, testShell } from '../test-shell.ts';

const file = '付款明细2024Q3.xlsx';
const sheet = '明细';
const original = workbook([
  {
    name: sheet,
    rows: [
      ['账户交易明细'],
      ['户名：启衡药业有限公司', null, '账号：99000041400000002'],
      ['交易日期', '交易时间', '收入金额', '支出金额', '余额', '对方户名', '对方账号', '摘要'],
      ['2024-07-01', '09:00:00', '900,000.00', null, '900,000.00', '澄溪市第一人民医院', '99000092500000254', '货款'],
      [
        '2024-07-08',
        '10:12:00',
        null,
        '3,200.00',
        '896,800.00',
        '澄溪书院街物业有限公司',
        '99000041400000018',
        '水电费',
      ],
      ['2024-07-15', '10:20:00', null, '46,500.00', '850,300.00', '沈以墨', '9999990000001005954', '学术推广费'],
      ['2024-07-16', '11:05:00', null, '45,900.00', '804,400.00', '沈以墨', '9999990000001005954', '学术推广费'],
      [
        '2024-07-16',
        '16:40:00',
        null,
        '1,150.00',
        '803,250.00',
        '澄溪书院街物业有限公司',
        '99000041400000018',
        '保洁费',
      ],
      ['2024-07-17', '09:31:00', null, '48,800.00', '754,450.00', '沈以墨', '9999990000001005954', '学术推广费（7月）'],
    ],
  },
]);
const sha256 = createHash('sha256').update(original).digest('hex');
const cited = { file, sheet, row: 9, cell: 'D9' };
const words = `${file} › ${sheet}!D9`;

const shell = testShell({ now: () => new Date('2026-03-01T08:00:00Z') });
let core: Core;
beforeAll(() => {
  core = startCore(shell);
});
afterAll(async () => {
  await core.close();
  removeShell(shell);
});

async function ask<N extends RequestName>(name: N, question: Ask<N>): Promise<Answer<N>> {
  const reply = await core.ask(name, question);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}
const target = (name: string, purpose: string) => {
  core.ticket({ id: name, purpose, direction: 'write', name, path: join(shell.folder, name) });
  return name;
};
const placeOf = ({ file: name, sheet: of, row, cell }: Source) => ({ file: name, sheet: of, row, cell });

let rowId = 0;
let finding = 0;

test('it is imported as the amount it shows, and the link of the graph holds it as one of its rows', async () => {
  await ask('case.create', { title: '一个单元格', folder: '一格', passphrase: '海棠不惜胭脂色 独立蒙蒙细雨中' });
  const path = join(shell.folder, file);
  writeFileSync(path, original);
  core.ticket({ id: 'in', purpose: 'import', direction: 'read', name: file, folder: '', path });
  const { files } = await ask('import.write', { tickets: ['in'] });
  expect(files[0]).toMatchObject({ file, sha256, problems: [] });
  expect(files[0]?.sheets[0]).toMatchObject({ rows: { read: 6, imported: 6 }, sums: { amount_out: '14555000' } });

  const { parties } = await ask('parties.export', {});
  const idOf = (name: string) => Number(parties.find((party) => party.name === name)?.id);
  const link = await ask('graph.link-rows', {
    kind: 'payment',
    source: idOf('启衡药业有限公司'),
    target: idOf('沈以墨'),
  });
  expect(link).toMatchObject({ rows: 3, fen: 14_120_000 });
  const row = link.list.find(({ fen }) => fen === 4_880_000);
  expect(row).toMatchObject({ day: '2024-07-17', aside: null });
  expect(placeOf(row!.source)).toEqual(cited);
  rowId = row!.rowId;
});

test('the source view marks the cell, with what the file stores, what it shows and what was read', async () => {
  const view = await ask('source.read', { rowId, field: 'amount' });
  expect(view).toMatchObject({ file, sheet, sha256, row: 9, marked: 3, headerRow: 3, bytes: original.length });
  expect(view.cell).toMatchObject({ address: 'D9', raw: '48,800.00', shown: '48,800.00', formula: false });
  expect(view.cell?.read).toContain('48,800.00');
  expect(view.columns[3]).toMatchObject({ name: 'D', header: '支出金额', field: 'amount_out' });
});

test('the finding rests on it, and the source view says so', async () => {
  await ask('detect.run', { models: ['structuring-below-threshold'] });
  const { findings } = await ask('findings.export', {});
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ amountFen: '14120000' });
  expect(findings[0]?.evidence).toContainEqual({ ...cited, field: 'amount' });
  finding = Number(findings[0]?.id);
  const { evidence } = await ask('finding.read', { id: finding });
  const line = evidence.find((each) => each.rowId === rowId);
  expect(line).toMatchObject({ role: 'evidence', fen: 4_880_000, from: '启衡药业有限公司', to: '沈以墨' });
  expect(placeOf(line!.source)).toEqual(cited);
  const view = await ask('source.read', { rowId, field: 'amount' });
  expect(view.citedBy).toEqual([expect.objectContaining({ finding, role: 'evidence' })]);
});

test('the Excel summary names it beside the amount, as evidence and as a booking, with the digest of its file', async () => {
  await ask('report.write', { target: target('summary.xlsx', 'report') });
  expectLines(readFileSync(join(shell.folder, 'summary.xlsx')));
});

test('the sealed file holds the same summary and the original, which open without this program', async () => {
  const identity = await generateIdentity();
  const to = { recipients: [await identityToRecipient(identity)] };
  await ask('seal.write', { target: target('case.qyseal', 'seal'), to });
  const members = await unseal(readFileSync(join(shell.folder, 'case.qyseal')), identity);
  expectLines(members.get('summary.xlsx')!);
  const inside = members.get(`evidence/${sha256}`)!;
  expect(inside.equals(original)).toBe(true);
  expect(XLSX.read(inside).Sheets[sheet]?.D9).toMatchObject({ v: '48,800.00' });
});

/** The lines of the report that name the cell. */
function expectLines(bytes: Buffer): void {
  const book = XLSX.read(bytes);
  const lines = (name: string) => {
    const [header = [], ...rows] = XLSX.utils
      .sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, raw: true })
      .slice(0);
    const at = (title: string) => header.indexOf(title);
    return rows
      .filter((row) => row.includes(words))
      .map((row) => ({ amount: row[at('金额（元）')] ?? row[at('金额')], source: row[at('来源')] }));
  };
  for (const name of ['疑点证据', '资金明细']) expect(lines(name), name).toEqual([{ amount: 48_800, source: words }]);
  const files = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets.来源文件!, { header: 1 });
  expect(files.some((row) => row.includes(file) && row.includes(sha256))).toBe(true);
}

/** Members of a sealed file as the programs age and tar get them. */
async function unseal(bytes: Buffer, identity: string): Promise<Map<string, Buffer>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const plain = Buffer.from(await decrypter.decrypt(bytes));
  const members = new Map<string, Buffer>();
  const extract = tar.extract();
  Readable.from([plain]).pipe(extract);
  for await (const entry of extract) {
    const parts: Buffer[] = [];
    for await (const part of entry) parts.push(part as Buffer);
    members.set(entry.header.name, Buffer.concat(parts));
  }
  return members;
}
