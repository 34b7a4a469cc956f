/*
 * 两次做，同一结果: the same files in another order make the same parties, findings and sums; the same case written twice by one clock is the same
 * report, cell by cell.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as XLSX from 'xlsx';
import { writeSample } from '../../build/sample/index.ts';
import type { Truth } from '../../build/sample/truth/truth.ts';
import { type Core, startCore } from '../../electron/core/core.ts';
import { type CoreCase, startCoreCase } from '../make/core-case.ts';
import { removeShell, testShell } from '../test-shell.ts';

vi.setConfig({ testTimeout: 240_000 }); // machines under load

let sheets: string;
let paths: string[];
beforeAll(() => {
  sheets = mkdtempSync(join(tmpdir(), 'qy-sample-'));
  writeSample(sheets, { seed: 4, size: 'S', noise: 0.5 });
  const truth: Truth = JSON.parse(readFileSync(join(sheets, 'truth.json'), 'utf8'));
  // of a booking delivered twice the first one counts, so a second delivery before the first is another case
  paths = truth.files.filter(({ file }) => !file.includes('补充调取')).map(({ file }) => join(sheets, file));
});
afterAll(() => rmSync(sheets, { recursive: true, force: true }));

test('the same files in another order give the same parties, findings, sums and risk', async () => {
  const [given, reversed] = await Promise.all([paths, paths.toReversed()].map(madeOf));
  expect(given!.files).toEqual(reversed!.files);
  expect(given!.parties.length).toBeGreaterThan(1000);
  expect(given!.parties).toEqual(reversed!.parties);
  expect(given!.findings.length).toBeGreaterThan(20);
  expect(given!.findings).toEqual(reversed!.findings);
  expect(given!.risk).toEqual(reversed!.risk);
  expect(given!.overview).toEqual(reversed!.overview);
});

/** What a case of these files says, without ids and numbers that depend on what came first. */
async function madeOf(files: readonly string[]) {
  const core = await startCoreCase();
  try {
    const report = await core.import(files);
    await core.ask('detect.run', {});
    const { findings } = await core.ask('findings.export', {});
    const { parties } = await core.ask('parties.export', {});
    const { payments, findings: figures } = await core.ask('overview.read', {});
    return {
      files: sorted(
        report.files.map(({ file, sheets: list }) => ({ file, list: list.map(({ rows, sums }) => ({ rows, sums })) })),
      ),
      parties: sorted(
        parties.map(({ kind, name, aliases, identifiers, mentions }) => ({
          kind,
          name,
          aliases: sorted(aliases),
          identifiers: sorted(identifiers),
          mentions: sorted(mentions),
        })),
      ),
      findings: sorted(
        findings.map(({ id: _, number, subjects, evidence, explained, ...same }) => ({
          ...same,
          subjects: sorted(subjects.map(({ role, name }) => ({ role, name }))),
          evidence: sorted(evidence.map(({ file, sheet, row }) => ({ file, sheet, row }))),
          explained: sorted(explained.map(({ file, sheet, row }) => ({ file, sheet, row }))),
        })),
      ),
      risk: sorted((await riskOf(core)).map(({ name, score, band }) => ({ name, score, band }))),
      overview: { payments, figures },
    };
  } finally {
    await core.end();
  }
}

async function riskOf(core: CoreCase) {
  const { parties, total } = await core.ask('risk.list', { limit: 500 });
  expect(parties).toHaveLength(total);
  return parties;
}

const sorted = <T>(list: readonly T[]): T[] =>
  list
    .map((each) => ({ each, text: JSON.stringify(each) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ each }) => each);

test('two reports of one case by one clock are equal cell by cell, but for the entry of the journal that the first one made', async () => {
  const shell = testShell({ now: () => new Date('2026-03-01T08:00:00Z') });
  const core = startCore(shell);
  try {
    await ask(core, 'case.create', { title: '同', folder: '同', passphrase: '海棠不惜胭脂色 独立蒙蒙细雨中' });
    const tickets = paths.slice(0, 12).map((path, i) => {
      core.ticket({
        id: `${i}`,
        purpose: 'import',
        direction: 'read',
        name: path.slice(sheets.length + 1),
        folder: '',
        path,
      });
      return `${i}`;
    });
    await ask(core, 'import.write', { tickets });
    await ask(core, 'detect.run', {});
    const [one, other] = ['one.xlsx', 'two.xlsx'].map((name) => join(shell.folder, name));
    for (const path of [one!, other!]) {
      core.ticket({ id: path, purpose: 'report', direction: 'write', name: 'report.xlsx', path });
      await ask(core, 'report.write', { target: path });
    }
    const [first, second] = [cellsOf(one!), cellsOf(other!)];
    expect(first.size).toBeGreaterThan(1000);
    expect([...first.keys()]).toEqual([...second.keys()]);
    const differing = [...first].filter(([at, value]) => second.get(at) !== value).map(([at]) => at);
    expect(differing.map((at) => first.get(at))).toEqual([expect.stringMatching(/^\d+ [0-9a-f]{64}$/)]);
  } finally {
    await core.close();
    removeShell(shell);
  }
});

async function ask(core: Core, name: Parameters<Core['request']>[0], question: unknown): Promise<unknown> {
  const reply = await core.request(name, question);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}

/** Sheet and address → type and value of every cell. */
function cellsOf(path: string): Map<string, string> {
  const book = XLSX.read(readFileSync(path));
  return new Map(
    book.SheetNames.flatMap((name) =>
      Object.entries(book.Sheets[name]!)
        .filter(([address]) => !address.startsWith('!'))
        .map(([address, cell]) => [`${name}!${address}`, String((cell as XLSX.CellObject).v)] as const),
    ),
  );
}
