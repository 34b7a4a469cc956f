import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
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
    const report = importReport.parse(
      args.flag('dry-run') ? must(await core.ask('import.check', ask)) : must(await core.ask('import.write', ask)),
    );
    const files = report.files.map((file) => ({ ...file, problems: file.problems.map((each) => worded(each, cli)) }));
    const [first] = files.flatMap(({ problems }) => problems);
    const nothing = first !== undefined && files.every(({ sheets }) => sheets.length === 0);
    if (nothing) cli.exitCode = 3;
    cli.answer(nothing ? { problem: first, files } : { files }, () => lines(report, cli));
  },
} satisfies Command;

interface Listed {
  readonly path: string;
  readonly folder: string;
}

/** Files named on the command line and those inside named folders, in code-point order of their names. */
function listFiles(paths: readonly string[], cli: Cli): Listed[] {
  const found: Listed[] = [];
  const walk = (path: string, root: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const full = join(path, entry.name);
      if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
      if (entry.isDirectory()) walk(full, root);
      else if (isFile(full) && !/\.(json|md)$/i.test(entry.name))
        found.push({ path: full, folder: relative(root, path) });
    }
  };
  for (const path of paths) {
    const full = resolve(path);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (!stat) throw new ProblemExit({ code: 'file.unreadable', params: { file: path, why: 'ENOENT' } });
    if (stat.isDirectory()) walk(full, full);
    else found.push({ path: full, folder: '' });
  }
  if (found.length === 0) throw new Usage(cli.say('missing', { what: 'FILE' }));
  return found.sort((a, b) => byCodePoint(basename(a.path), basename(b.path)) || byCodePoint(a.path, b.path));
}

/** Also through a link, which readdir calls neither file nor folder. */
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((char, i) => char !== right[i]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}

function readAnswers(file: string, cli: Cli) {
  const text = cli.readText(file);
  try {
    return answersFile.parse(JSON.parse(text)).sheets;
  } catch (error) {
    throw new ProblemExit({ code: 'request.malformed', params: { name: file, why: 'answers' } }, { cause: error });
  }
}

type FileProblem = ImportReport['files'][number]['problems'][number];

const worded = (problem: FileProblem, cli: Cli) => ({
  ...problem,
  message: cli.problemText({ ...problem, code: problem.code as ProblemCode }),
});

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
