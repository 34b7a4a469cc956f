import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { z } from 'zod';
import type { ImportReport } from '../../../shared/protocol/import.requests.ts';
import { importReport, sheetAnswer } from '../../../shared/protocol/import.requests.ts';
import type { ProblemCode } from '../../../shared/protocol/problem.ts';
import type { Cli } from '../cli.ts';
import { type Command, must, ProblemExit, Usage } from '../command.ts';

const answersFile = z.object({ sheets: z.array(sheetAnswer) });

export default {
  name: 'import',
  options: { as: 'value', answers: 'value', 'dry-run': 'flag' },
  async run(args, cli) {
    const [casePath, ...paths] = args.positional;
    if (paths.length === 0) throw new Usage(cli.say('missing', { what: 'FILE' }));
    const { core } = await cli.openCase(args, casePath);
    const tickets = listFiles(paths, cli).map(({ path, folder }) => cli.readTicket(core, path, 'import', folder));
    const given = args.one('answers');
    const answers = given === undefined ? [] : readAnswers(given, cli);
    const as = args.one('as');
    if (as !== undefined) answers.push({ file: '*', sheet: '*', category: as });
    const ask = { tickets, answers };
    const report = args.flag('dry-run')
      ? must(await core.ask('import.check', ask))
      : must(await core.ask('import.write', ask));
    cli.answer(importReport.parse(report), () => lines(report, cli));
  },
} satisfies Command;

/** Files named on the command line and those inside named folders, in code-point order of their names. */
function listFiles(paths: readonly string[], cli: Cli): Array<{ path: string; folder: string }> {
  const found: Array<{ path: string; folder: string; key: string }> = [];
  const walk = (path: string, root: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const full = join(path, entry.name);
      if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
      if (entry.isDirectory()) walk(full, root);
      else if (entry.isFile() && !/\.(json|md)$/i.test(entry.name))
        found.push({ path: full, folder: relative(root, path), key: relative(root, full) });
    }
  };
  for (const path of paths) {
    const full = resolve(path);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (!stat) throw new ProblemExit({ code: 'file.unreadable', params: { file: path, why: 'ENOENT' } });
    if (stat.isDirectory()) walk(full, full);
    else found.push({ path: full, folder: '', key: path });
  }
  if (found.length === 0) throw new Usage(cli.say('missing', { what: 'FILE' }));
  return found.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function readAnswers(file: string, cli: Cli) {
  const text = cli.readText(file);
  try {
    return answersFile.parse(JSON.parse(text)).sheets;
  } catch (error) {
    throw new ProblemExit({ code: 'request.malformed', params: { name: file, why: 'answers' } }, { cause: error });
  }
}

const SHOWN = 10;

function lines(report: ImportReport, cli: Cli): string[] {
  const out: string[] = [];
  for (const file of report.files) {
    out.push(cli.say('fileLine', { file: file.file, sha256: file.sha256 }));
    for (const problem of file.problems)
      out.push(`  ${cli.problemText({ ...problem, code: problem.code as ProblemCode })}`);
    for (const sheet of file.sheets) {
      out.push(cli.say('sheetLine', { sheet: sheet.sheet, category: sheet.category, ...sheet.rows }));
      for (const problem of sheet.problems.slice(0, SHOWN)) {
        const message = cli.problemText({
          code: problem.code as ProblemCode,
          seen: problem.seen,
          params: problem.params,
        });
        out.push(cli.say('problemLine', { row: problem.row, column: problem.column, message }));
      }
      if (sheet.problemsTotal > SHOWN) out.push(cli.say('moreProblems', { shown: SHOWN, total: sheet.problemsTotal }));
    }
  }
  return out;
}
