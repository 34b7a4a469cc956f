import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { batched } from '../../client/batched.ts';
import { client } from '../../client/client.ts';
import { answerKey } from '../../client/queries.ts';
import { type SheetAnswer, type SheetPlace, type SheetPreview, useQueue } from './queue.ts';

type FilePreview = Answer<'import.preview'>['files'][number];

/** Reading takes a thread of the core and starting one takes longer than most files: seventy files are read in nine goes. */
const preview = batched<{ ticket: string; answers: readonly SheetAnswer[] }, FilePreview>(
  { size: 8, atOnce: 2 },
  async (list) => {
    const ask = { tickets: list.map(({ ticket }) => ticket), answers: list.flatMap(({ answers }) => answers) };
    return (await client.request('import.preview', ask)).files;
  },
);

/** What was recognised, file by file: a change to one file does not read the others again. */
export function usePreviews() {
  const files = useQueue((queue) => queue.files);
  const answers = useQueue((queue) => queue.answers);
  const results = useQueries({
    queries: files.map(({ ticket, name }) => {
      const ask = { tickets: [ticket], answers: answersFor(answers, name) };
      return {
        queryKey: answerKey('import.preview', ask),
        queryFn: () => preview({ ticket, answers: ask.answers }),
        placeholderData: keepPreviousData,
      };
    }),
  });
  return files.map((file, index) => ({ file, query: results[index], preview: results[index]?.data }));
}

export type FileState = ReturnType<typeof usePreviews>[number];

export const answersFor = (answers: readonly SheetAnswer[], file: string): SheetAnswer[] =>
  answers.filter((answer) => answer.file === file);

/** A sheet that would be imported as things stand. */
export interface SheetState extends SheetPlace {
  readonly ticket: string;
  readonly preview: SheetPreview;
}

/** Every sheet of the queue that the person has not left out, in order. */
export function includedSheets(states: readonly FileState[], answers: readonly SheetAnswer[]): SheetState[] {
  return states.flatMap(({ file, preview }) => {
    if (!preview || preview.problem || preview.alreadyImported) return [];
    return preview.sheets
      .filter((sheet) => sheet.rows > 0 && !isSkipped(answers, { file: file.name, sheet: sheet.sheet }, sheet))
      .map((sheet) => ({ ticket: file.ticket, file: file.name, sheet: sheet.sheet, preview: sheet }));
  });
}

/** Left out: as the person said, and until they say otherwise when nothing was recognised in a hidden sheet. */
export function isSkipped(answers: readonly SheetAnswer[], place: SheetPlace, preview: SheetPreview): boolean {
  const said = answers.find(({ file, sheet }) => file === place.file && sheet === place.sheet)?.skip;
  return said ?? (preview.hidden && preview.category === null);
}

/** Columns that a person should look at: uncertain, or with values that the field cannot read. */
export const toLookAt = (preview: SheetPreview): SheetPreview['mapping'] =>
  preview.mapping.filter(
    ({ field, confidence, unreadable }) =>
      field !== null && (unreadable > 0 || confidence === 'low' || confidence === 'none'),
  );
