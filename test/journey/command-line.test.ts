/*
 * 一案到底: somebody with nothing but the command line takes the sample case from spreadsheets to a sealed file and back. Every step is a process
 * of its own, as it would be in a script; every answer has the shape that other programs rely on.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as XLSX from 'xlsx';
import type { z } from 'zod';
import type { Truth } from '../../build/sample/truth/truth.ts';
import type { BatchRow, ImportReport } from '../../shared/protocol/import.requests.ts';
import { findingsWithCanaries, needles, plainTextIn } from '../make/canary-scan.ts';
import { checkEvidence } from '../make/check-evidence.ts';
import { type Desk, makeDesk, onlyDocument } from '../make/desk.ts';
import {
  detectShape,
  findingsShape,
  importShape,
  partiesShape,
  pathShape,
  problemShape,
  riskShape,
  verifyShape,
} from '../make/headless-shapes.ts';
import { originals } from '../make/original-cell.ts';
import { scoreFindings, type Told } from '../make/score-findings.ts';
import type { TrueParty } from '../make/score-parties.ts';
import { foundSheets, toldSheets } from '../make/sheet-counts.ts';

vi.setConfig({ testTimeout: 240_000 }); // machines under load
let desk: Desk;
let truth: Truth;
let entities: TrueParty[];
let told: Told;
const caseFiles = ['case.db', 'case.lock', 'key.passphrase.age'];
const inCase = (name: string) => readdirSync(join(desk.cwd, name)).sort();
const readJson = (...path: string[]) => JSON.parse(readFileSync(join(desk.cwd, ...path), 'utf8'));
/** The answer as it is, with all it holds beyond its shape, after a look at that. */
function shaped<T extends z.ZodType>(shape: T, answer: unknown): z.output<T> {
  shape.parse(answer);
  return answer as z.output<T>;
}

beforeAll(() => {
  desk = makeDesk();
});
afterAll(() => desk.remove());

test('the sample is written with its truth beside it, and a case is made with its recovery sheet', async () => {
  const made = await desk.json<{ files: string[] }>('sample', 'sheets', '--seed', '1', '--size', 'S', '--noise', '0.5');
  truth = readJson('sheets', 'truth.json');
  entities = readJson('sheets', 'truth_entities.json');
  expect(made.files).toEqual(expect.arrayContaining(truth.files.map(({ file }) => file)));
  const info = await desk.json<object>('new', 'new.qycase', '--title', '甲案', '--recovery-sheet', 'recovery.txt');
  expect(info).toMatchObject({ folder: 'new.qycase', title: '甲案', journal: { seq: 1 } });
  expect(inCase('new.qycase')).toEqual(caseFiles);
  expect(readFileSync(join(desk.cwd, 'recovery.txt'), 'utf8')).toContain('new.qycase');
  expect(await desk.json('journal', 'new.qycase', 'verify')).toMatchObject({ ok: true, entries: 4 });
  await desk.newCase('a');
});

test('a folder is imported in the order of its names; every count, sum, column and bad cell is as it was written', async () => {
  const report = await desk.json<ImportReport>('import', 'a.qycase', 'sheets');
  shaped(importShape, report);
  const names = report.files.map(({ file }) => file);
  expect(names).toEqual([...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  expect(foundSheets(report)).toEqual(toldSheets(truth));
  for (const { rows } of report.files.flatMap(({ sheets }) => sheets))
    expect(rows.imported + rows.rejected + rows.duplicate + rows.skipped).toBe(rows.read);
  expect(inCase('a.qycase')).toEqual(caseFiles);
});

test('the models find what was planted, are fooled by nothing honest, and stop at every published limit', async () => {
  const { parties } = shaped(partiesShape, await desk.json('parties', 'a.qycase'));
  const detected = shaped(detectShape, await desk.json('detect', 'a.qycase'));
  // every model for which something is planted has judged; what cannot judge says what it lacks
  const planted = new Set(truth.schemes.flatMap(({ models }) => models));
  expect(planted.size).toBeGreaterThan(0);
  for (const { model, status, missing } of detected.runs) {
    if (planted.has(model)) expect([model, status]).toEqual([model, 'ran']);
    else expect([model, status]).not.toContain('failed');
    if (status === 'cannot-judge') expect(missing, model).not.toEqual([]);
  }
  expect(detected.runs.reduce((sum, { findings }) => sum + findings, 0)).toBe(detected.findings.length);
  told = { findings: detected.findings, parties } as unknown as Told;
  expect(scoreFindings(truth, entities, told)).toEqual({
    missed: [],
    uncited: [],
    fooled: [],
    beyondLimit: [],
    unfounded: [],
  });
});

test('every figure of every finding stands in the cell it cites, in the file as it was delivered', () => {
  const files = originals(join(desk.cwd, 'sheets'));
  const checked = checkEvidence(truth, told.findings, files);
  expect(checked.faults).toEqual([]);
  expect(checked.cells).toBeGreaterThan(500);
  // and the check would notice
  const [first] = told.findings.filter(({ amountFen }) => amountFen !== null);
  const wrong = { ...first!, amountFen: String(Number(first!.amountFen) + 1) };
  expect(checkEvidence(truth, [wrong], files).faults).toHaveLength(1);
  const [cited, ...others] = first!.evidence;
  const elsewhere = { ...first!, evidence: [{ ...cited!, row: cited!.row + 1 }, ...others] };
  expect(checkEvidence(truth, [elsewhere], files).faults.length).toBeGreaterThan(0);
});

test('a party is found by a part of its name, ranked by its risk, and seen with its neighbours and the way to another', async () => {
  const guide = truth.guide.find(({ step }) => step === 6)!.answer;
  const [maker, promotion, chief] = guide.path as string[];
  const found = await desk.json<{ hits: Array<{ party: { name: string } | null }> }>(
    'search',
    'a.qycase',
    maker!.slice(2, 6),
  );
  expect(found.hits.some(({ party }) => party?.name === maker)).toBe(true);

  const { parties } = shaped(riskShape, await desk.json('risk', 'a.qycase'));
  const known = new Set(told.parties.map(({ id }) => id));
  const findings = new Set(told.findings.map(({ id }) => id));
  expect(parties.filter(({ id }) => !known.has(id))).toEqual([]);
  expect(parties.flatMap(({ parts }) => parts).filter(({ finding }) => !findings.has(finding))).toEqual([]);
  expect(parties.map(({ score }) => score)).toEqual(parties.map(({ score }) => score).sort((a, b) => b - a));
  const inWords = await desk.qy('risk', 'a.qycase', '--passphrase-file', 'passphrase.txt');
  expect(inWords.out).toContain('封顶');
  expect(inWords.out).not.toMatch(/ (high|medium|low) |one-family|two-families|one-source|weak-only/);

  const idOf = (name: string) => told.parties.find((party) => party.name === name)!.id;
  const near = await desk.json<{
    party: string;
    total: number;
    nodes: Array<{ id: string }>;
    links: Array<{ from: string; to: string }>;
  }>('graph', 'a.qycase', 'neighbours', idOf(promotion!));
  expect(near.party).toBe(idOf(promotion!));
  expect(near.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining([idOf(maker!), idOf(chief!)]));
  const shown = new Set([near.party, ...near.nodes.map(({ id }) => id)]);
  expect(near.links.filter(({ from, to }) => !shown.has(from) || !shown.has(to))).toEqual([]);

  const { paths } = shaped(
    pathShape,
    await desk.json('graph', 'a.qycase', 'path', idOf(maker!), idOf(chief!), '--directed'),
  );
  const throughOne = paths.filter(({ hops }) => hops.length === 2).map(({ hops }) => hops);
  const viaPromotion = throughOne.find(([first]) => first?.to === idOf(promotion!));
  expect(viaPromotion?.[0]?.amountFen).toBe(guide.makerToPromotionFen);
  expect(throughOne.reduce((sum, [, last]) => sum + Number(last?.amountFen), 0)).toBe(Number(guide.chiefReceivedFen));
});

test('nothing is decided about a finding without a reason, and nobody is found to be right without what speaks against it', async () => {
  const [finding] = told.findings;
  const dispose = (...more: string[]) =>
    desk.qy('dispose', 'a.qycase', finding!.id, ...more, '--json', '--passphrase-file', 'passphrase.txt');
  const refused = await dispose('excluded');
  expect(refused.code).toBe(3);
  expect(shaped(problemShape, onlyDocument(refused.out)).problem.code).toBe('finding.reason-needed');
  const oneSided = await dispose('confirmed', '--reason', '已核对凭证');
  expect(oneSided.code).toBe(3);
  expect(shaped(problemShape, onlyDocument(oneSided.out)).problem.code).toBe('finding.counter-needed');
  expect((await dispose('confirmed', '--reason', '已核对凭证', '--counter', '未发现')).code).toBe(0);
  const { findings } = await desk.json<{ findings: Array<{ id: string; status: string }> }>('findings', 'a.qycase');
  shaped(findingsShape, { findings });
  expect(findings.find(({ id }) => id === finding!.id)?.status).toBe('confirmed');
  expect(findings.length).toBe(told.findings.length);
});

test('the report, the sealed file for a key and the sealed file for a passphrase are written once and never over another file', async () => {
  const report = await desk.json<{ name: string; sheets: unknown[] }>('report', 'a.qycase', 'summary.xlsx');
  expect(report.name).toBe('summary.xlsx');
  const again = await desk.qy('report', 'a.qycase', 'summary.xlsx', '--json', '--passphrase-file', 'passphrase.txt');
  expect([again.code, shaped(problemShape, onlyDocument(again.out)).problem.code]).toEqual([3, 'target.exists']);

  const identity = await generateIdentity();
  writeFileSync(join(desk.cwd, 'identity.txt'), `# synthetic\n${identity}\n`);
  writeFileSync(join(desk.cwd, 'sealing.txt'), '移送用的封存口令也要足够长才行得通\n');
  await desk.json('seal', 'a.qycase', 'key.qyseal', '--to', await identityToRecipient(identity), '--purpose', '移送');
  await desk.json('seal', 'a.qycase', 'word.qyseal', '--to-passphrase-file', 'sealing.txt', '--no-report');

  for (const [file, ...key] of [
    ['key.qyseal', '--identity-file', 'identity.txt'],
    ['word.qyseal', '--seal-passphrase-file', 'sealing.txt'],
  ] as const) {
    const said = await desk.qy('verify', file, ...key, '--json');
    expect(said).toMatchObject({ code: 0, err: '' });
    const facts = shaped(verifyShape, onlyDocument(said.out));
    expect(facts.members.filter(({ name }) => name.startsWith('evidence/'))).toHaveLength(truth.files.length);
    expect(facts.members.some(({ name }) => name === 'summary.xlsx')).toBe(file === 'key.qyseal');
  }
  const wrong = await desk.qy('verify', 'key.qyseal', '--seal-passphrase-file', 'sealing.txt', '--json');
  expect([wrong.code, shaped(problemShape, onlyDocument(wrong.out)).problem.code]).toEqual([3, 'seal.wrong-key']);
  const bytes = readFileSync(join(desk.cwd, 'key.qyseal'));
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(join(desk.cwd, 'changed.qyseal'), bytes);
  const changed = await desk.qy('verify', 'changed.qyseal', '--identity-file', 'identity.txt', '--json');
  expect([changed.code, shaped(problemShape, onlyDocument(changed.out)).problem.code]).toEqual([3, 'seal.damaged']);
});

test('the dossier of one party is written as a workbook, and the trail names it', async () => {
  const { parties } = shaped(partiesShape, await desk.json('parties', 'a.qycase'));
  const known = parties.find(({ name }) => name === '沈国栋')!;
  const written = await desk.json<{ name: string; sheets: Array<{ title: string; rows: number }> }>(
    'report',
    'a.qycase',
    'dossier.xlsx',
    '--dossier',
    known.id,
  );
  expect(written.name).toBe('dossier.xlsx');
  expect(written.sheets.filter(({ rows }) => rows > 0).map(({ title }) => title)).toContain('主体');
  const book = XLSX.read(readFileSync(join(desk.cwd, 'dossier.xlsx')));
  expect(XLSX.utils.sheet_to_csv(book.Sheets['主体']!)).toContain('沈国栋');
  const unknown = await desk.qy(
    ...['report', 'a.qycase', 'none.xlsx', '--dossier', '99999999', '--json'],
    ...['--passphrase-file', 'passphrase.txt'],
  );
  expect([unknown.code, shaped(problemShape, onlyDocument(unknown.out)).problem.code]).toEqual([3, 'party.not-found']);
  expect(readdirSync(desk.cwd)).not.toContain('none.xlsx');
  const { entries } = await desk.json<{ entries: Array<{ action: string }> }>('journal', 'a.qycase', 'list');
  expect(entries.map(({ action }) => action)).toContain('party.written');
});

test('a sealed file becomes a case with the same findings, beside the first, and both stay openable', async () => {
  await desk.json('open-sealed', 'word.qyseal', 'b.qycase', '--seal-passphrase-file', 'sealing.txt');
  const { findings } = await desk.json<{ findings: Array<{ id: string; number: string; evidence: unknown }> }>(
    'findings',
    'b.qycase',
  );
  const brief = (list: readonly { number: string; evidence: unknown }[]) =>
    list.map(({ number, evidence }) => ({ number, evidence }));
  expect(brief(findings)).toEqual(brief(told.findings));
  for (const name of ['a.qycase', 'b.qycase']) {
    expect(await desk.json('doctor', name)).toMatchObject({ ok: true });
    expect(await desk.json('journal', name, 'verify')).toMatchObject({ ok: true, bad: [] });
    expect(inCase(name)).toEqual(caseFiles);
  }
});

test('a batch is taken back, its findings with it, and the trail says so', async () => {
  const { batches } = await desk.json<{ batches: BatchRow[] }>('imports', 'a.qycase');
  expect(batches.map(({ file }) => file).sort()).toEqual(truth.files.map(({ file }) => file).sort());
  const ledger = batches.find(({ file }) => /外地会议参会核查/.test(file))!;
  const undone = await desk.json<{ batch: number; rows: number }>(
    'undo-import',
    'a.qycase',
    String(ledger.id),
    '--reason',
    '取错文件',
  );
  expect(undone.batch).toBe(ledger.id);
  const { findings } = await desk.json<{ findings: Array<{ evidence: Array<{ file: string }> }> }>(
    'findings',
    'a.qycase',
  );
  expect(findings.flatMap(({ evidence }) => evidence).filter(({ file }) => file === ledger.file)).toEqual([]);
  const { entries } = await desk.json<{ entries: Array<{ action: string }> }>('journal', 'a.qycase', 'list');
  const actions = new Set(entries.map(({ action }) => action));
  for (const action of [
    'case.created',
    'import.written',
    'finding.disposed',
    'report.written',
    'seal.written',
    'import.undone',
    'case.locked',
  ])
    expect([...actions]).toContain(action);
  expect(await desk.json('doctor', 'a.qycase')).toMatchObject({ ok: true });
  const twice = await desk.qy(
    'undo-import',
    'a.qycase',
    String(ledger.id),
    '--json',
    '--passphrase-file',
    'passphrase.txt',
  );
  expect([twice.code, shaped(problemShape, onlyDocument(twice.out)).problem.code]).toEqual([3, 'batch.already-undone']);
});

test('nothing of the case is left in clear in any file the program wrote, but in the outputs that were asked for', () => {
  const asked = [
    'sheets',
    'summary.xlsx',
    'recovery.txt',
    'passphrase.txt',
    'sealing.txt',

    'identity.txt',
  ];
  const canaries = findingsWithCanaries(told);
  expect(canaries.length).toBeGreaterThan(100);
  expect(
    plainTextIn(
      desk.folder,
      needles(canaries),
      asked.map((name) => join(desk.cwd, name)),
    ),
  ).toEqual([]);
  // the scan finds what is there: the sheets themselves are full of it
  expect(plainTextIn(join(desk.cwd, 'sheets'), needles(canaries), []).length).toBeGreaterThan(20);
  expect(readdirSync(desk.temp)).toEqual([]);
});
