import { create } from 'zustand';
import type { Answer, Ask } from '../../../shared/protocol/requests.ts';
import { useApp } from '../../app/store.ts';
import type { ChosenFile } from '../../client/parts.ts';

export const steps = ['files', 'read', 'map', 'rules', 'check', 'done'] as const;
export type Step = (typeof steps)[number];
export type SheetAnswer = NonNullable<Ask<'import.preview'>['answers']>[number];
type FilePreview = Answer<'import.preview'>['files'][number];
export type SheetPreview = FilePreview['sheets'][number];
export type ImportReport = Answer<'import.write'>;

/** One sheet of one file of the queue. */
export interface SheetPlace {
  readonly file: string;
  readonly sheet: string;
}

interface Queue {
  step: Step;
  files: readonly ChosenFile[];
  /** what the person said, one entry for each sheet about which something was said */
  answers: readonly SheetAnswer[];
  current: SheetPlace | null;
  obtained: string;
  report: ImportReport | null;
}

const empty: Queue = { step: 'files', files: [], answers: [], current: null, obtained: '', report: null };

/** The import under way. It outlives leaving the place; locking ends it, because the tickets of the files end with the case. */
export const useQueue = create<Queue>()(() => empty);

useApp.subscribe(({ session }) => {
  if (session.state !== 'open' && useQueue.getState().files.length > 0) useQueue.setState(empty);
});

export const isAt = (place: SheetPlace, { file, sheet }: SheetPlace): boolean =>
  place.file === file && place.sheet === sheet;

/** Adds files; the first ones lead straight to what was recognised. */
export function addFiles(files: readonly ChosenFile[]): void {
  if (files.length === 0) return;
  useQueue.setState((now) => ({
    files: [...now.files, ...files],
    step: now.step === 'files' || now.step === 'done' ? 'read' : now.step,
    report: null,
  }));
}

export function removeFile(ticket: string): void {
  const { files, answers } = useQueue.getState();
  const left = files.filter((file) => file.ticket !== ticket);
  const names = new Set(left.map(({ name }) => name));
  if (left.length === 0) discard();
  else useQueue.setState({ files: left, answers: answers.filter(({ file }) => names.has(file)), current: null });
}

export const discard = (): void => useQueue.setState(empty);

/** Says something about a sheet; what was said before about other things of it stays. */
export function say(place: SheetPlace, change: Partial<Omit<SheetAnswer, 'file' | 'sheet'>>): void {
  const { answers } = useQueue.getState();
  const before = answers.find((answer) => isAt(answer, place)) ?? { file: place.file, sheet: place.sheet };
  const after = { ...before, ...change };
  useQueue.setState({ answers: [...answers.filter((answer) => !isAt(answer, place)), after] });
}

/** Takes back what was said about some things of a sheet. */
export function unsay(place: SheetPlace, ...things: ReadonlyArray<keyof SheetAnswer>): void {
  const { answers } = useQueue.getState();
  useQueue.setState({
    answers: answers.map((answer) =>
      isAt(answer, place)
        ? (Object.fromEntries(
            Object.entries(answer).filter(([name]) => !things.some((thing) => thing === name)),
          ) as SheetAnswer)
        : answer,
    ),
  });
}

export const answerAt = (answers: readonly SheetAnswer[], place: SheetPlace): SheetAnswer | undefined =>
  answers.find((answer) => isAt(answer, place));

export const goTo = (step: Step): void => useQueue.setState({ step });
export const show = (current: SheetPlace): void => useQueue.setState({ current });
