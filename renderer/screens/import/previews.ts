import { useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import type { FileWish } from '../../../shared/protocol/import.requests.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { batched } from '../../client/batched.ts';
import { client } from '../../client/client.ts';
import type { ChosenFile } from '../../client/parts.ts';
import { answerKey } from '../../client/queries.ts';
import { answerAt, type SheetAnswer, type SheetPlace, type SheetPreview, useQueue } from './queue.ts';

export type FilePreview = Answer<'import.preview'>['files'][number];

interface PreviewAsk {
  readonly ticket: string;
  readonly answers: readonly SheetAnswer[];
  readonly wishes: readonly FileWish[];
}

/** Reading takes a thread of the core and starting one takes longer than most files: seventy files are read in nine goes. */
const preview = batched<PreviewAsk, readonly FilePreview[]>({ size: 8, atOnce: 2 }, async (list) => {
  const ask = {
    tickets: list.map(({ ticket }) => ticket),
    answers: list.flatMap(({ answers }) => answers),
    wishes: list.flatMap(({ wishes }) => wishes),
  };
  const { files } = await client.request('import.preview', ask);
  // an archive is one ticket with many files in it
  return list.map(({ ticket }) => files.filter((file) => file.ticket === ticket));
});

/** What was recognised, file by file: a change to one file does not read the others again. */
export function usePreviews(): FileState[] {
  const files = useQueue((queue) => queue.files);
  const answers = useQueue((queue) => queue.answers);
  const wishes = useQueue((queue) => queue.wishes);
  const results = useQueries({
    queries: files.map(({ ticket, name }) => {
      const isOf = ({ file }: { readonly file: string }) => file === name || isArchive(name);
      const ask = { tickets: [ticket], answers: answers.filter(isOf), wishes: wishes.filter(isOf) };
      return {
        queryKey: answerKey('import.preview', ask),
        queryFn: () => preview({ ticket, answers: ask.answers, wishes: ask.wishes }),
      };
    }),
  });
  // a question in other words is a new one to the cache: until its answer is here, the former one stands
  const former = useRef(new Map<string, readonly FilePreview[]>());
  return files.flatMap((file, index): FileState[] => {
    const query = results[index];
    if (query?.data) former.current.set(file.ticket, query.data);
    const found = query?.data ?? former.current.get(file.ticket) ?? [];
    if (found.length === 0) return [{ file, query, preview: undefined }];
    return found.map((each) => ({ file: { ...file, name: each.file }, query, preview: each }));
  });
}

/** What is said of a file inside an archive is said under its own name. */
const isArchive = (name: string): boolean => /\.zip$/i.test(name);

/** One file of the queue (an archive has several): what is being read, and what was found. */
export interface FileState {
  readonly file: ChosenFile;
  readonly query: { isError: boolean; error: unknown; isFetching: boolean; refetch(): unknown } | undefined;
  readonly preview: FilePreview | undefined;
}

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
      .filter((sheet) => sheet.rows > 0 && !isSkipped(answers, placeOf(preview, sheet), sheet))
      .map((sheet) => ({ ticket: file.ticket, ...placeOf(preview, sheet), preview: sheet }));
  });
}

/** Where a sheet is that was recognised. */
export const placeOf = ({ file, sha256 }: FilePreview, { sheet }: SheetPreview): SheetPlace => ({
  file,
  sha256,
  sheet,
});

/** Left out: as the person said, and until they say otherwise our own notes, and hidden sheets in which nothing was recognised. */
export function isSkipped(answers: readonly SheetAnswer[], place: SheetPlace, preview: SheetPreview): boolean {
  const said = answerAt(answers, place)?.skip;
  return said ?? (preview.skip || (preview.hidden && preview.category === null));
}

/** Columns that a person should look at: uncertain, or with values that the field cannot read. */
export const toLookAt = (preview: SheetPreview): SheetPreview['mapping'] =>
  preview.mapping.filter(
    ({ field, confidence, unreadable }) =>
      field !== null && (unreadable > 0 || confidence === 'low' || confidence === 'none'),
  );

/** A person has to say what the sheet is before it can come in. */
export const isUnclear = (answers: readonly SheetAnswer[], place: SheetPlace, preview: SheetPreview): boolean =>
  preview.rows > 0 && preview.category === null && !isSkipped(answers, place, preview);
