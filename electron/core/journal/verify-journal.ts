import type { journalFlaws } from '../../../shared/text/zh-CN/journal.ts';
import type { Store } from '../store/connect.ts';
import { caseIdOf } from '../store/meta.ts';
import { entryHash, genesis, type JournalEntry, type JournalHead, sha256 } from './entry.ts';

/** What is wrong with one entry. Its words are in `journalFlaws` of shared/text. */
export type FlawCode = keyof typeof journalFlaws;
export interface Flaw {
  readonly code: FlawCode;
  readonly seq: number;
}

export interface JournalCheck {
  readonly entries: number;
  readonly head: JournalHead;
  readonly flaws: readonly Flaw[];
  /** entries older than the one before them by more than two minutes: the clock was set back. Strange, but not a broken chain. */
  readonly clockBack: readonly number[];
}

const clockTolerance = 2 * 60 * 1000;

/**
 * Recomputes the whole chain. `anchors` are heads known from outside the case (the high-water mark of this profile, a printed report, a
 * sealed file): without one, whoever holds the passphrase can cut the end off or rewrite everything and recompute the chain; with one,
 * nothing up to it can be changed unseen.
 */
export function verifyJournal(store: Store, anchors: readonly JournalHead[] = []): JournalCheck {
  const entries = store.db
    .prepare('select seq, at, actor, action, payload, payload_sha256, prev, hash from journal order by seq')
    .iterate() as IterableIterator<JournalEntry>;
  return verifyEntries(caseIdOf(store), entries, anchors);
}

/** The same over entries from anywhere, e.g. the audit.jsonl of a sealed file. A withheld payload (null) is vouched for by its digest. */
export function verifyEntries(
  caseId: string,
  entries: Iterable<JournalEntry>,
  anchors: readonly JournalHead[] = [],
): JournalCheck {
  const flaws: Flaw[] = [];
  const clockBack: number[] = [];
  const waiting = new Map<number, string[]>();
  for (const { seq, hash } of anchors) if (seq > 0) waiting.set(seq, [...(waiting.get(seq) ?? []), hash]);
  let head: JournalHead = { seq: 0, hash: genesis(caseId) };
  let count = 0;
  let time = Number.NEGATIVE_INFINITY;

  for (const entry of entries) {
    count++;
    const { seq } = entry;
    if (seq !== head.seq + 1) flaws.push({ code: 'gap', seq });
    if (entry.prev !== head.hash) flaws.push({ code: 'chain-broken', seq });
    if (entry.payload !== null && sha256(entry.payload) !== entry.payload_sha256)
      flaws.push({ code: 'payload-changed', seq });
    if (entryHash(entry) !== entry.hash) flaws.push({ code: 'entry-changed', seq });
    if (waiting.get(seq)?.some((hash) => hash !== entry.hash)) flaws.push({ code: 'anchor-differs', seq });
    waiting.delete(seq);
    const at = Date.parse(entry.at);
    if (at < time - clockTolerance) clockBack.push(seq);
    time = at;
    head = { seq, hash: entry.hash };
  }
  for (const seq of waiting.keys()) flaws.push({ code: 'anchor-beyond-end', seq });
  return { entries: count, head, flaws, clockBack };
}
