import type { SheetAnswer } from '../../../shared/protocol/import.requests.ts';

/** The file that an answer may be about: two files of one import may have one name, never one content. */
export interface AnsweredFile {
  readonly name: string;
  readonly sha256: string;
}

/** What a person said about a sheet: said of it alone, else of its file, else of all ('*'). */
export function answerFor(answers: readonly SheetAnswer[], file: AnsweredFile, sheet: string): SheetAnswer | undefined {
  const said = [
    [file.name, sheet],
    [file.name, '*'],
    ['*', '*'],
  ] as const;
  // what is said of one sheet is completed by what is said of all: --as together with --answers
  const found = said.flatMap(([name, of]) => {
    const about = answers.filter((answer) => answer.file === name && answer.sheet === of);
    return about.find(({ sha256 }) => sha256 === file.sha256) ?? about.find(({ sha256 }) => sha256 === undefined) ?? [];
  });
  return found.length === 0 ? undefined : Object.assign({}, ...found.toReversed());
}
