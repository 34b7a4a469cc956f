import type { FileWish } from '../../../shared/protocol/import.requests.ts';
import { useAnswer } from '../../client/queries.ts';
import { type FileState, includedSheets, isSkipped, type SheetState, usePreviews } from './previews.ts';
import { isAt, type SheetAnswer, type SheetPlace, useQueue } from './queue.ts';

/** What every step of the import looks at. */
export interface ImportState {
  readonly files: readonly FileState[];
  readonly sheets: readonly SheetState[];
  /** the sheet that mapping and rules show */
  readonly current: SheetState | undefined;
  readonly answers: readonly SheetAnswer[];
  /** tickets and answers for trying and writing: files that cannot come in and sheets left out are not part of it */
  readonly ask: { readonly tickets: string[]; readonly answers: SheetAnswer[]; readonly wishes: FileWish[] };
  readonly isReading: boolean;
  /** a sheet that is to come in has no category yet */
  readonly hasUnknown: boolean;
}

export function useImport(): ImportState {
  const files = usePreviews();
  const answers = useQueue((queue) => queue.answers);
  const wishes = useQueue((queue) => queue.wishes);
  const place = useQueue((queue) => queue.current);
  const sheets = includedSheets(files, answers);
  // what has to be asked is asked first
  const current =
    (place && sheets.find((sheet) => isAt(sheet, place))) ??
    sheets.find(({ preview }) => preview.category === null) ??
    sheets[0];
  return {
    files,
    sheets,
    current,
    answers,
    ask: {
      tickets: [...new Set(sheets.map(({ ticket }) => ticket))],
      answers: [...answers, ...leftOut(files, answers)],
      wishes: [...wishes],
    },
    isReading: files.some(({ query }) => query?.isFetching),
    hasUnknown: sheets.some(({ preview }) => preview.category === null),
  };
}

/** Sheets left out without a word of the person: the core must hear it too. */
function leftOut(files: readonly FileState[], answers: readonly SheetAnswer[]): SheetAnswer[] {
  return files.flatMap(({ file, preview }) =>
    (preview?.sheets ?? [])
      .map((sheet) => ({ sheet, place: { file: file.name, sheet: sheet.sheet, sha256: preview?.sha256 } }))
      .filter(({ sheet, place }) => isSkipped(answers, place, sheet) && !answers.some((said) => isAt(said, place)))
      .map(({ place }) => ({ ...place, skip: true })),
  );
}

/** What was said of the files of a name. */
export const saidOf = (name: string | undefined, { ask }: ImportState) => ({
  answers: ask.answers.filter(({ file }) => file === name),
  wishes: ask.wishes.filter(({ file }) => file === name),
});

/** 试算 of the file that a sheet is in: its rows as they would come in, and what cannot be read. */
export function useTrial(sheet: SheetState | undefined, state: ImportState) {
  const ask = {
    tickets: sheet ? [sheet.ticket] : [],
    ...saidOf(sheet?.file, state),
  };
  return useAnswer('import.check', ask, {
    enabled: sheet !== undefined && sheet.preview.category !== null,
    keep: true,
    waits: true,
  });
}

/** The part of a trial that is about one sheet. */
export function trialOf(trial: ReturnType<typeof useTrial>['data'], place: SheetPlace | undefined) {
  if (!trial || !place) return undefined;
  return {
    report: trial.files
      .flatMap(({ file, sha256, sheets }) => sheets.map((report) => ({ file, sha256, sheet: report.sheet, report })))
      .find((each) => isAt(each, place))?.report,
    rows: trial.samples.find((sample) => isAt(sample, place))?.rows ?? [],
  };
}
