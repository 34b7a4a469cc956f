import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

const heard = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** The next line the parent says. */
export async function hear(): Promise<string> {
  const { value, done } = await heard.next();
  return done ? '' : value;
}

export async function task<T>(): Promise<T> {
  return JSON.parse(await hear()) as T;
}

/** Written at once, past all buffers: what the parent has read has happened. */
export const tell = (line: string): void => void writeSync(1, `${line}\n`);
