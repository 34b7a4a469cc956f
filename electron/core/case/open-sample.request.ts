import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TicketContent } from '../../../shared/protocol/events.ts';
import type { ImportReport } from '../../../shared/protocol/import.requests.ts';
import { failed, type ProblemCode, type Reply } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import type { OpenCase } from '../store/open-case.ts';
import { closeCase } from './close-case.ts';
import { createCase } from './create-case.ts';
import { openCase } from './open-case.ts';
import { enterCase, leaveCase } from './use-case.ts';

/** The sample is fictitious and its passphrase published: it protects nothing, it only walks the same way as every case. */
const SAMPLE = {
  folder: '示例案件.qycase',
  passphrase: '清源示例案件-全为虚构-2026',
  title: '澄溪市骨科耗材“学术推广费”案（示例）',
  number: 'CX-2026-0017',
};

/**
 * Makes the sample case once (imported and examined like any other), afterwards only opens it. One that was left half made is made anew:
 * it holds nobody's work.
 */
export default answer('case.open-sample', async ({ actor }, core) => {
  const { shell } = core;
  const folder = join(shell.cases, SAMPLE.folder);
  await leaveCase(core, 'case.closed');
  if (existsSync(folder)) {
    const { passphrase } = SAMPLE;
    const opened = await openCase(shell, { folder: SAMPLE.folder, actor, secret: { passphrase }, acceptOlder: true });
    if (!opened.ok || isWhole(opened.value)) return enterCase(core, opened);
    await closeCase(shell, opened.value, 'case.closed');
    rmSync(folder, { recursive: true, force: true });
  }
  const files = sampleFiles(shell.sample);
  if (files.length === 0) return failed('file.unreadable', { params: { file: 'sample', why: 'ENOENT' } });
  const made = await enterCase(core, await createCase(shell, { ...SAMPLE, actor, unit: '虚构单位', sample: true }));
  if (!made.ok) return made;
  const imported = await core.runJob(
    'import.write',
    {
      answers: [],
      wishes: [],
      obtained: { kind: '', unit: '', how: '', on: null, document: '' },
    },
    files,
  );
  const isIn = imported.ok && imported.value.stopped === undefined;
  const examined = isIn
    ? await core.runJob('detect.run', { models: undefined, settings: undefined, reason: '', everything: false })
    : whyNot(imported);
  if (!examined.ok) {
    await leaveCase(core, 'case.closed');
    rmSync(folder, { recursive: true, force: true });
    return examined;
  }
  core.changed('imports', 'parties', 'graph', 'findings', 'journal');
  return made;
});

const whyNot = (imported: Reply<ImportReport>): Reply<never> => {
  if (!imported.ok) return imported;
  return failed((imported.value.stopped?.code ?? 'job.cancelled') as ProblemCode, {
    params: imported.value.stopped?.params,
  });
};

/** The models have run over it: the last thing that happens while it is made. */
const isWhole = ({ store }: OpenCase): boolean => store.db.prepare('select 1 from run limit 1').get() !== undefined;

/** The spreadsheets that were made when the program was built; the file with their truth stays outside the case. */
function sampleFiles(folder: string): TicketContent[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !/\.(json|md)$/.test(name))
    .sort()
    .map((name) => ({
      id: randomUUID(),
      purpose: 'import',
      direction: 'read',
      name,
      folder: '',
      path: join(folder, name),
    }));
}
