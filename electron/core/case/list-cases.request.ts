import { join } from 'node:path';
import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import { caseInfo } from './case-info.ts';
import { caseFoldersIn, caseSuffix, sampleFolder } from './names.ts';
import { openedBefore } from './profile.ts';

/** A case that is closed shows the name of its folder only: its title and number are inside the encrypted store. */
export default answer('case.list', (_ask, { shell, openCase }) => {
  const open = openCase && caseInfo(openCase);
  const opened = new Map(openedBefore(shell.profile).map(({ path, at }) => [path, at]));
  const cases = caseFoldersIn(shell.cases).map((folder) => ({
    folder,
    title: open?.folder === folder ? open.title : folder.slice(0, -caseSuffix.length),
    number: open?.folder === folder ? open.number : '',
    lastOpened: opened.get(join(shell.cases, folder)) ?? null,
    sample: folder === sampleFolder,
  }));
  cases.sort(
    (a, b) => (b.lastOpened ?? '').localeCompare(a.lastOpened ?? '') || a.folder.localeCompare(b.folder, 'zh-CN'),
  );
  return ok({ cases });
});
