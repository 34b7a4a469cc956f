import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exactYuan, fen } from '../../shared/evidence/money.ts';
import type { Told } from './score-findings.ts';
import { encodeGb18030 } from './workbooks.ts';

/** Texts that only the case holds: names of its subjects, their numbers, and the sums of its findings as people write them. */
export function findingsWithCanaries({ findings, parties }: Told): string[] {
  const subjects = new Set(findings.flatMap(({ subjects: list }) => list.map(({ party }) => party)));
  const involved = parties.filter(({ id }) => subjects.has(id));
  const sums = findings.flatMap(({ amountFen }) => (amountFen === null ? [] : [exactYuan(fen(Number(amountFen)))]));
  const texts = [
    ...involved.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...involved.flatMap(({ identifiers }) => identifiers.map(({ value }) => value)),
    ...sums,
  ];
  // shorter ones could stand anywhere by chance
  return [...new Set(texts)].filter((text) => Buffer.byteLength(text) >= 9);
}

export interface Needle {
  readonly text: string;
  readonly bytes: Buffer;
}

/** Each text in the encodings a program could have left it in. */
export const needles = (texts: readonly string[]): Needle[] =>
  texts.flatMap((text) => [
    { text: `${text} (utf-8)`, bytes: Buffer.from(text, 'utf8') },
    { text: `${text} (utf-16le)`, bytes: Buffer.from(text, 'utf16le') },
    ...(/[^\0-\x7f]/.test(text) ? gb18030(text) : []),
  ]);

function gb18030(text: string): Needle[] {
  try {
    return [{ text: `${text} (gb18030)`, bytes: Buffer.from(encodeGb18030(text)) }];
  } catch {
    return []; // four-byte characters: the two other encodings are looked for
  }
}

/** Every file under a folder that holds one of the texts in clear, with the first it holds. Paths in `but` are left out. */
export function plainTextIn(folder: string, wanted: readonly Needle[], but: readonly string[]): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || but.some((each) => path === each || path.startsWith(`${each}/`))) continue;
    const bytes = readFileSync(path);
    const hit = wanted.find((needle) => bytes.includes(needle.bytes));
    if (hit) found.push(`${path.slice(folder.length + 1)}: ${hit.text}`);
  }
  return found;
}
