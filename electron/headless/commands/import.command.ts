import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import type { ImportReport } from '../../../shared/protocol/import.requests.ts';
import {
  batchOrigin,
  type FileWish,
  fileWish,
  importReport,
  sheetAnswer,
} from '../../../shared/protocol/import.requests.ts';
import type { ProblemCode } from '../../../shared/protocol/problem.ts';
import type { Cli } from '../cli.ts';
import { type Command, must, ProblemExit, Usage } from '../command.ts';

/** What a person would say in the wizard: about sheets, and about how the files were obtained. */
const answersFile = z.object({
  sheets: z.array(sheetAnswer).default([]),
  /** encoding and delimiter of single files; a password never stands in a file of answers */
  files: z.array(fileWish.omit({ password: true }).strict()).default([]),
  obtained: batchOrigin.optional(),
});

export default {
  name: 'import',
  options: { as: 'value', answers: 'value', 'dry-run': 'flag', 'file-password-file': 'value' },
  async run(args, cli) {
    const [casePath, ...paths] = args.positional;
    if (paths.length === 0) throw new Usage(cli.say('missing', { what: 'FILE' }));
    const { core } = await cli.openCase(args, casePath, { asksNothingMeanwhile: true });
    const listed = listFiles(paths, cli);
    const tickets = listed.map(({ path, folder }) => cli.readTicket(core, path, 'import', folder));
    const given = args.one('answers');
    const said = given === undefined ? answersFile.parse({}) : readAnswers(given, cli);
    const { sheets: answers, obtained } = said;
    const as = args.one('as');
    if (as !== undefined) answers.push({ file: '*', sheet: '*', category: as });
    const wishes = withPassword(said.files, args.one('file-password-file'), cli);
    const ask = { tickets, answers, wishes };
    const report = importReport.parse(
      args.flag('dry-run')
        ? must(await core.ask('import.check', { ...ask, problems: 'all' }))
        : must(await core.ask('import.write', { ...ask, ...(obtained ? { obtained } : {}) })),
    );
    const files = report.files.map((file) => ({ ...file, problems: file.problems.map((each) => worded(each, cli)) }));
    const [first] = files.flatMap(({ problems }) => problems);
    if (report.stopped) cli.exitCode = 3;
    const stopped = report.stopped && { stopped: worded(report.stopped, cli) };
    const nothing = first !== undefined && files.every(({ sheets }) => sheets.length === 0);
    if (nothing) cli.exitCode = 3;
    const { categories } = must(await core.ask('import.fields', {}));
    const titles = new Map(categories.map(({ id, title }) => [id, cli.lang === 'en' ? title.en : title.zh]));
    cli.answer(nothing ? { problem: first, files } : { files, ...stopped }, () => lines(report, titles, cli));
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

/** The password of locked files, tried on every file of this import and on those in archives; from the first line of a file, used once and kept nowhere. */
function withPassword(wishes: readonly FileWish[], from: string | undefined, cli: Cli): FileWish[] {
  if (from === undefined) return [...wishes];
  const password = cli.readText(from).split(/\r?\n/)[0] ?? '';
  if (password === '') throw new Usage(cli.say('missing', { what: '--file-password-file' }));
  const said = wishes.map((wish) => ({ ...wish, password }));
  return [{ file: '*', password }, ...said];
}

/** Also through a link, which readdir calls neither file nor folder. */
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((char, i) => char !== right[i]);
  if (at < 0) return left.length - right.length;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}

function readAnswers(file: string, cli: Cli): z.output<typeof answersFile> {
  const text = cli.readText(file);
  try {
    return answersFile.parse(JSON.parse(text));
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

function lines(report: ImportReport, titles: ReadonlyMap<string, string>, cli: Cli): string[] {
  const out: string[] = [];
  if (report.stopped) out.push(worded(report.stopped, cli).message);
  for (const file of report.files) {
    const name = file.folder === '' ? file.file : cli.say('fileIn', { file: file.file, where: file.folder });
    out.push(cli.say('fileLine', { file: name, sha256: file.sha256 }));
    for (const note of file.notes) out.push(cli.say('noteLine', { note: cli.noteText(note) }));
    for (const problem of file.problems)
      out.push(`  ${cli.problemText({ ...problem, code: problem.code as ProblemCode })}`);
    for (const sheet of file.sheets) {
      const { category } = sheet;
      const title = titles.get(category) ?? category;
      out.push(cli.say('sheetLine', { sheet: sheet.sheet, title, category, ...sheet.rows }));
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
