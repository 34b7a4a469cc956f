import type { SheetAnswer } from '../../../shared/protocol/import.requests.ts';

/** The file that an answer may be about: two files of one import may have one name, never one content. */
export interface AnsweredFile {
  readonly name: string;
  readonly sha256: string;
}

/** What a person said about a sheet: said of it alone, else of every file of its name, else of all ('*'). */
export function answerFor(answers: readonly SheetAnswer[], file: AnsweredFile, sheet: string): SheetAnswer | undefined {
  const said = [
    [file.name, sheet],
    [file.name, '*'],
    ['*', '*'],
  ] as const;
  // what is said of one is completed by what is said of all: --as together with --answers
  const found = said.flatMap(([name, of]) => {
    const about = answers.filter((answer) => answer.file === name && answer.sheet === of);
    return [file.sha256, undefined].flatMap((content) => about.find(({ sha256 }) => sha256 === content) ?? []);
  });
  return found.length === 0 ? undefined : Object.assign({}, ...found.toReversed());
}
