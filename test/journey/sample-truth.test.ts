/*
 * 对照真值: two more sample cases, imported by the built program, against what their generator planted. The first seed goes the same way through the
 * command line, in its own journey.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeSample } from '../../build/sample/index.ts';
import type { Truth } from '../../build/sample/truth/truth.ts';
import { checkEvidence } from '../make/check-evidence.ts';
import { startCoreCase } from '../make/core-case.ts';
import { originals } from '../make/original-cell.ts';
import { scoreFindings } from '../make/score-findings.ts';
import type { TrueParty } from '../make/score-parties.ts';
import { foundSheets, toldSheets } from '../make/sheet-counts.ts';

vi.setConfig({ testTimeout: 240_000 }); // machines under load

test.each([2, 3])(
  'seed %i: every sheet is read as it was written, all that was planted is found and nothing else, every figure stands in its cell',
  async (seed) => {
    const sheets = mkdtempSync(join(tmpdir(), `qy-sample-${seed}-`));
    writeSample(sheets, { seed, size: 'S', noise: 0.5 });
    const read = (name: string) => JSON.parse(readFileSync(join(sheets, name), 'utf8'));
    const truth: Truth = read('truth.json');
    const entities: TrueParty[] = read('truth_entities.json');
    const core = await startCoreCase();
    try {
      const report = await core.import(truth.files.map(({ file }) => join(sheets, file)));
      expect(foundSheets(report)).toEqual(toldSheets(truth));
      await core.ask('detect.run', {});
      const { findings } = await core.ask('findings.export', {});
      const { parties } = await core.ask('parties.export', {});
      expect(scoreFindings(truth, entities, { findings, parties })).toEqual({
        missed: [],
        uncited: [],
        fooled: [],
        beyondLimit: [],
        unfounded: [],
      });
      const checked = checkEvidence(truth, findings, originals(sheets));
      expect(checked.faults).toEqual([]);
      expect(checked.cells).toBeGreaterThan(500);
    } finally {
      await core.end();
      rmSync(sheets, { recursive: true, force: true });
    }
  },
);
