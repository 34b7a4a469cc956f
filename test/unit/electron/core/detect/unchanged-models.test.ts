import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { generateSample } from '../../../../../build/sample/generate.ts';
import { drawLinks } from '../../../../../electron/core/graph/draw-graph.ts';
import { resolveParties } from '../../../../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { detectIn } from '../../../../make/detect-in.ts';
import { importBytes } from '../../../../make/import-bytes.ts';
import { type ImportCore, importCore } from '../../../../make/import-core.ts';

vi.setConfig({ testTimeout: 600_000 }); // machines under load

/** What a run leaves behind, without the numbers of runs and the time it took. */
function left(store: Store) {
  const all = (sql: string) => store.db.prepare(sql).raw().all();
  return {
    findings: all(
      `select id, number, model, version, key, settings, severity, confidence, params, measures, fen, first_day, last_day, evidence_sha256, status,
         gone_run is not null, last_run = (select max(id) from run) from finding order by id`,
    ),
    subjects: all('select finding, pos, role, party, name from finding_subject order by 1, 2'),
    rows: all('select finding, row, field, role, note from finding_row order by 1, 2, 3'),
    models: all(
      `select model, version, settings, status, missing, note, examined, findings from run_model where run = (select max(id) from run) order by 1`,
    ),
    checks: all(
      'select row, result, known, yes, elements, contradictions, run = (select max(id) from run) from conference_check order by 1',
    ),
    money: all('select row, meeting_row, how, explained from meeting_money order by 1'),
    pairs: all('select ledger_row, bank_row from same_money order by 1'),
  };
}

interface Change {
  readonly what: 'file' | 'correct' | 'merge' | 'take-back-decision' | 'undo' | 'threshold' | 'nothing';
  readonly at: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom<Change['what'][]>(
    'file',
    'file',
    'file',
    'correct',
    'merge',
    'take-back-decision',
    'undo',
    'threshold',
    'nothing',
  ),
  at: fc.nat(100_000),
});

/** Makes one change as a person would; what cannot be done at this moment is left. */
async function make(core: ImportCore, waiting: Array<{ path: string; bytes: Uint8Array }>, { what, at }: Change) {
  const { store } = core;
  const pick = <T>(sql: string): T | undefined => {
    const rows = store.db.prepare(sql).all() as T[];
    return rows[at % Math.max(1, rows.length)];
  };
  if (what === 'file') {
    const [file] = waiting.splice(at % Math.max(1, waiting.length), 1);
    if (file) await core.ask('import.write', { tickets: [core.give(file.path, file.bytes)] });
  }
  if (what === 'correct') {
    const cell = pick<{ row: number; column: number }>(
      `select r.id as row, json_extract(c.value, '$.index') as column from row r join sheet s on s.id = r.sheet join json_each(s.columns) c
       where r.state = 'imported' and json_extract(c.value, '$.field') in ('amount', 'amount_out', 'fee', 'quantity') order by r.id`,
    );
    if (cell)
      await core.ask('import.correct', {
        rows: [{ rowId: cell.row, cells: [{ column: cell.column, value: String(1 + (at % 90_000)) }] }],
        reason: '凭证',
      });
  }
  if (what === 'merge') {
    const one = pick<{ id: number; kind: string }>(
      `select id, kind from party where kind in ('person', 'company') order by uid`,
    );
    const other = pick<{ id: number }>(
      `select id from party where kind = '${one?.kind}' and id <> ${one?.id} order by name`,
    );
    if (one && other) await core.ask('parties.merge', { a: one.id, b: other.id, reason: '同一人' });
  }
  if (what === 'take-back-decision') {
    const decision = pick<{ id: number }>('select id from party_decision where undone_at is null order by id');
    if (decision) await core.ask('parties.undo', { decision: decision.id });
  }
  if (what === 'undo') {
    const batch = pick<{ id: number }>("select id from batch where state = 'written' order by id desc limit 4");
    if (batch) await core.ask('import.undo', { batch: batch.id, reason: '来源有误' });
  }
}

/** The whole sample case, but for some files that come in later. */
async function start(seed: number) {
  const files = generateSample({ seed, size: 'S', noise: 0.5, scope: 'all' })
    .filter(({ name }) => /\.(xlsx?|csv)$/.test(name) && !name.includes('/'))
    .map(({ name, bytes }) => ({ path: name, bytes }));
  const waiting = files.filter((_, i) => i % 5 === 2);
  const { store } = await importBytes(files.filter((file) => !waiting.includes(file)));
  store.transaction(() => {
    resolveParties(store, '2026-01-05T02:00:00.000Z');
    drawLinks(store);
  });
  return { core: importCore(store), waiting };
}

test('whatever changes between two runs, asking only the models it concerns comes to what asking all of them does', async () => {
  const { core, waiting } = await start(3);
  const { store } = core;
  detectIn(store);
  let stood = 0;
  for (const step of fc.sample(change, { numRuns: 6, seed: 20261129 })) {
    await make(core, waiting, step);
    const settings =
      step.what === 'threshold' ? { settings: { 'academic-fee-no-conference': { before: 30 + (step.at % 30) } } } : {};
    const { runs } = detectIn(store, settings);
    const some = left(store);
    stood += runs.filter(({ unchangedSince }) => unchangedSince !== null).length;
    const whole = detectIn(store, { everything: true });
    expect({ step, added: whole.added, gone: whole.gone }).toEqual({ step, added: 0, gone: 0 });
    expect(whole.runs.every(({ unchangedSince }) => unchangedSince === null)).toBe(true);
    expect({ step, ...left(store) }).toEqual({ step, ...some });
  }
  expect(stood).toBeGreaterThan(6 * 10);
});
