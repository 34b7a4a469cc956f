import type { SheetAnswer } from '../../../shared/protocol/import.requests.ts';

/** What a person said about a sheet: said of it alone, else of its file, else of all ('*'). */
export function answerFor(answers: readonly SheetAnswer[], file: string, sheet: string): SheetAnswer | undefined {
  const fits = (answer: SheetAnswer, f: string, s: string) => answer.file === f && answer.sheet === s;
  const said = [
    [file, sheet],
    [file, '*'],
    ['*', '*'],
  ] as const;
  // what is said of one sheet is completed by what is said of all: --as together with --answers
  const found = said.flatMap(([f, s]) => answers.find((answer) => fits(answer, f, s)) ?? []);
  return found.length === 0 ? undefined : Object.assign({}, ...found.toReversed());
}
