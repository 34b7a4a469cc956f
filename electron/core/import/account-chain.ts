import { addDays, daysBetween } from '../../../shared/evidence/day.ts';

/** One booking of an account, as its chain of balances sees it. */
export interface AccountLine {
  readonly row: number;
  readonly sheet: number;
  readonly day: string;
  readonly time: string | null;
  /** what it did to the balance: money in above zero */
  readonly moved: number;
  readonly balance: number | null;
}

/** 断点: a line whose balance is not what the line before it and its own amount make. */
export interface ChainBreak {
  readonly row: number;
  readonly before: number;
  readonly day: string;
  readonly expected: number;
  readonly found: number;
}

/** 缺: days in which lines must or may be missing. `proven`: the balance after them does not follow from the one before. */
export interface Gap {
  readonly from: string;
  readonly to: string;
  readonly proven: boolean;
}

export interface AccountChain {
  readonly lines: number;
  /** lines that state a balance */
  readonly balances: number;
  readonly breaks: readonly ChainBreak[];
  readonly gaps: readonly Gap[];
  /** lines of each day, in order */
  readonly days: ReadonlyArray<readonly [day: string, lines: number]>;
}

/**
 * 余额链 and gap calendar of one account over all files: sheets may run from old to new or the other way, overlap and interleave. Lines of one day
 * follow each other as their balances say where they can.
 */
export function accountChain(lines: readonly AccountLine[]): AccountChain {
  const ordered = inOrder(lines);
  const days = new Map<string, AccountLine[]>();
  for (const line of ordered) {
    const day = days.get(line.day);
    if (day) day.push(line);
    else days.set(line.day, [line]);
  }
  const breaks: ChainBreak[] = [];
  const brokenDays = new Set<string>();
  const knownDays = new Set<string>();
  let balance: number | undefined;
  let last: AccountLine | undefined;
  for (const [day, all] of days) {
    let isFirst = true;
    for (const line of follow(all, balance)) {
      if (line.balance !== null && balance !== undefined && last) {
        const expected = balance + line.moved;
        if (isFirst) knownDays.add(day);
        if (expected !== line.balance) {
          breaks.push({ row: line.row, before: last.row, day, expected, found: line.balance });
          if (isFirst) brokenDays.add(day);
        }
      }
      if (line.balance !== null) balance = line.balance;
      else if (balance !== undefined) balance += line.moved;
      last = line;
      isFirst = false;
    }
  }
  return {
    lines: lines.length,
    balances: lines.filter((line) => line.balance !== null).length,
    breaks,
    gaps: gapsBetween([...days.keys()], (day) => (knownDays.has(day) ? brokenDays.has(day) : undefined)),
    days: [...days].map(([day, all]) => [day, all.length]),
  };
}

/** From old to new: sheets that run the other way are turned round first. */
function inOrder(lines: readonly AccountLine[]): AccountLine[] {
  const turned = [...Map.groupBy(lines, ({ sheet }) => sheet).values()].flatMap((own) =>
    runsBack(own) ? own.toReversed() : own,
  );
  return turned
    .map((line, at) => ({ line, at, key: `${line.day} ${line.time ?? ''}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at))
    .map(({ line }) => line);
}

function runsBack(lines: readonly AccountLine[]): boolean {
  const key = ({ day, time }: AccountLine) => `${day} ${time ?? ''}`;
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return false;
  if (key(first) !== key(last)) return key(first) > key(last);
  let [forward, back] = [0, 0];
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1], lines[i]];
    if (!a || !b || a.balance === null || b.balance === null) continue;
    if (a.balance + b.moved === b.balance) forward++;
    if (b.balance + a.moved === a.balance) back++;
  }
  return back > forward;
}

/** The lines of one day, each after the one whose balance it follows from; where none fits the order of the file stands. */
function* follow(lines: readonly AccountLine[], start: number | undefined): Generator<AccountLine> {
  if (lines.length === 1) {
    yield* lines;
    return;
  }
  const waiting = new Map<number, number[]>();
  for (const [at, line] of lines.entries()) {
    if (line.balance === null) continue;
    const from = line.balance - line.moved;
    const list = waiting.get(from);
    if (list) list.push(at);
    else waiting.set(from, [at]);
  }
  const taken = new Array<boolean>(lines.length).fill(false);
  let balance = start;
  let next = 0;
  for (let n = 0; n < lines.length; n++) {
    while (taken[next]) next++;
    const fits = balance === undefined ? undefined : takeFree(waiting.get(balance), taken);
    const at = fits ?? next;
    const line = lines[at] as AccountLine;
    taken[at] = true;
    if (line.balance !== null) balance = line.balance;
    else if (balance !== undefined) balance += line.moved;
    yield line;
  }
}

/** The first of these positions that is not taken; those that are go out of the list, so that each is looked at once. */
function takeFree(list: number[] | undefined, taken: readonly boolean[]): number | undefined {
  while (list && list.length > 0 && taken[list[0] as number]) list.shift();
  return list?.[0];
}

/** Days without a line that are no gap: an account rests for a fortnight, or for four times as long as it mostly does. */
const restingDays = 14;

function gapsBetween(days: readonly string[], isBroken: (day: string) => boolean | undefined): Gap[] {
  const rests = days.slice(1).map((day, i) => daysBetween(days[i] as string, day));
  const usual = rests.toSorted((a, b) => a - b)[Math.floor(rests.length / 2)] ?? 0;
  const most = Math.max(restingDays, 4 * usual);
  return rests.flatMap((rest, i) => {
    const after = days[i + 1] as string;
    const broken = isBroken(after);
    // a balance that follows proves that nothing happened in between, however long it was
    if (rest <= most || broken === false) return [];
    return [{ from: addDays(days[i] as string, 1), to: addDays(after, -1), proven: broken === true }];
  });
}
