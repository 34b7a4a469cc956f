import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TicketContent } from '../../../shared/protocol/events.ts';
import { failed } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
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

/** Makes the sample case once (imported and examined like any other), afterwards only opens it. */
export default answer('case.open-sample', async (_, core) => {
  const { shell } = core;
  await leaveCase(core, 'case.closed');
  if (existsSync(join(shell.cases, SAMPLE.folder))) {
    return enterCase(
      core,
      await openCase(shell, { folder: SAMPLE.folder, secret: { passphrase: SAMPLE.passphrase }, acceptOlder: true }),
    );
  }
  const files = sampleFiles(shell.sample);
  if (files.length === 0) return failed('file.unreadable', { params: { file: 'sample', why: 'ENOENT' } });
  const made = enterCase(core, await createCase(shell, { ...SAMPLE, unit: '虚构单位', sample: true }));
  if (!made.ok) return made;
  const imported = await core.runJob('import.write', { answers: [], obtained: '' }, files);
  if (!imported.ok) return imported;
  const examined = await core.runJob('detect.run', { models: undefined, settings: undefined, reason: '' });
  if (!examined.ok) return examined;
  core.changed('imports', 'parties', 'graph', 'findings', 'journal');
  return made;
});

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
