import { create } from 'zustand';
import type { BatchOrigin, FileWish } from '../../../shared/protocol/import.requests.ts';
import type { Answer, Ask } from '../../../shared/protocol/requests.ts';
import { useApp } from '../../app/store.ts';
import type { ChosenFile } from '../../client/parts.ts';

export const steps = ['files', 'read', 'map', 'rules', 'check', 'parties', 'done'] as const;
export type Step = (typeof steps)[number];
export type SheetAnswer = NonNullable<Ask<'import.preview'>['answers']>[number];
type FilePreview = Answer<'import.preview'>['files'][number];
export type SheetPreview = FilePreview['sheets'][number];
export type ImportReport = Answer<'import.write'>;

/** One sheet of one file of the queue. */
export interface SheetPlace {
  readonly file: string;
  /** two files of a queue may have one name, as statements do that lie in folders of their banks; an answer of an older queue names no content */
  readonly sha256?: string | undefined;
  readonly sheet: string;
}

interface Queue {
  step: Step;
  files: readonly ChosenFile[];
  /** what the person said, one entry for each sheet about which something was said */
  answers: readonly SheetAnswer[];
  /** how single files are to be read; a password lives here and in the question to the core, nowhere else */
  wishes: readonly FileWish[];
  /** sheets to be kept as templates, with the name; said to the core only when it writes */
  saves: ReadonlyArray<SheetPlace & { readonly name: string }>;
  current: SheetPlace | null;
  obtained: BatchOrigin;
  report: ImportReport | null;
}

const empty: Queue = {
  step: 'files',
  files: [],
  answers: [],
  wishes: [],
  saves: [],
  current: null,
  obtained: { kind: '', unit: '', how: '', on: null, document: '' },
  report: null,
};

/** The import under way. It outlives leaving the place; locking ends it, because the tickets of the files end with the case. */
export const useQueue = create<Queue>()(() => empty);

useApp.subscribe(({ session }) => {
  if (session.state !== 'open' && useQueue.getState().files.length > 0) useQueue.setState(empty);
});

export const isAt = (place: SheetPlace, { file, sheet, sha256 }: SheetPlace): boolean =>
  place.file === file &&
  place.sheet === sheet &&
  (place.sha256 === undefined || sha256 === undefined || place.sha256 === sha256);

/** What was said of how a file is to be read: of this one, or of every file of its name. */
export const wishOf = (wishes: readonly FileWish[], { name, ticket }: Pick<ChosenFile, 'name' | 'ticket'>) =>
  wishes.find((each) => each.file === name && (each.ticket === undefined || each.ticket === ticket));

// a folder gives its files in the order of the disk, which says nothing to anybody
const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Adds files to the list, in the order of their names. */
export function addFiles(files: readonly ChosenFile[]): void {
  if (files.length === 0) return;
  const inOrder = files.toSorted((a, b) => byName.compare(a.name, b.name));
  useQueue.setState((now) => ({
    files: [...now.files, ...inOrder],
    step: now.step === 'done' ? 'files' : now.step,
    report: null,
  }));
}

export function removeFile(ticket: string): void {
  const { files, answers, wishes } = useQueue.getState();
  const left = files.filter((file) => file.ticket !== ticket);
  const names = new Set(left.map(({ name }) => name));
  if (left.length === 0) discard();
  else
    useQueue.setState({
      files: left,
      answers: answers.filter(({ file }) => names.has(file)),
      wishes: wishes.filter(({ file }) => names.has(file)),
      current: null,
    });
}

/** Says how a file is to be read; what was said of its sheets before rested on another reading. */
export function wish(
  { name, ticket, sha256 }: Pick<ChosenFile, 'name' | 'ticket'> & { readonly sha256?: string | undefined },
  change: Partial<Omit<FileWish, 'file' | 'ticket'>>,
): void {
  const { wishes, answers } = useQueue.getState();
  const before = wishOf(wishes, { name, ticket });
  useQueue.setState({
    wishes: [...wishes.filter((each) => each !== before), { ...before, file: name, ticket, ...change }],
    answers: answers.filter(
      (answer) => answer.file !== name || (answer.sha256 !== undefined && answer.sha256 !== sha256),
    ),
  });
}

/** Goes on with the files that a cancelled or stopped import has left, from where everything that was said still holds. */
export function goOnWith(tickets: readonly string[]): void {
  const { files } = useQueue.getState();
  const left = files.filter(({ ticket }) => tickets.includes(ticket));
  useQueue.setState({ files: left, step: 'parties', report: null, current: null });
}

export const discard = (): void => useQueue.setState(empty);

/** Says something about a sheet; what was said before about other things of it stays. */
export function say(place: SheetPlace, change: Partial<Omit<SheetAnswer, 'file' | 'sheet' | 'sha256'>>): void {
  const { answers, current } = useQueue.getState();
  const { file, sheet, sha256 } = place;
  const before = answers.find((answer) => isAt(answer, place)) ?? { file, sheet, sha256 };
  const after = { ...before, ...change };
  // what is spoken of stays in view, though it is no question any more
  useQueue.setState({
    answers: [...answers.filter((answer) => !isAt(answer, place)), after],
    current: current ?? { file, sha256, sheet },
  });
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

/** Keeps what is said of a sheet as a template when it is written; no name: not. */
export function saveAs(place: SheetPlace, name: string | undefined): void {
  const others = useQueue.getState().saves.filter((save) => !isAt(save, place));
  const { file, sheet, sha256 } = place;
  useQueue.setState({ saves: name === undefined ? others : [...others, { file, sheet, sha256, name }] });
}

export const answerAt = (answers: readonly SheetAnswer[], place: SheetPlace): SheetAnswer | undefined =>
  answers.find((answer) => isAt(answer, place));

export const goTo = (step: Step): void => useQueue.setState({ step });
export const show = ({ file, sha256, sheet }: SheetPlace): void =>
  useQueue.setState({ current: { file, sha256, sheet } });
