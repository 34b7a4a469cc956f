import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * 留痕: one line of the journal as it is stored. A stranger recomputes the chain from three lines:
 *   payload_sha256 = SHA-256 of payload, which is canonical JSON (RFC 8785) of {"params": {…}, "salt": 12 random bytes in base64}
 *   hash           = SHA-256 of canonical JSON {"v":1,"seq","at","actor","action","payload":payload_sha256,"prev"}
 *   first prev     = SHA-256 of `qingyuan-audit-v1`, a zero byte, the case id
 * `payload` is null where a sealed copy withholds it; the chain holds over its digest.
 */
export interface JournalEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly payload: string | null;
  readonly payload_sha256: string;
  readonly prev: string;
  readonly hash: string;
}

/** The last link of the chain: what a report prints and the high-water mark keeps. */
export interface JournalHead {
  readonly seq: number;
  readonly hash: string;
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The link before the first one. It names the case, so that the journal of one case cannot be laid under another. */
export const genesis = (caseId: string): string => sha256(`qingyuan-audit-v1\0${caseId}`);

/** Canonical JSON (RFC 8785): the same bytes from any program that follows the rule, so that a stranger can recompute the chain. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this value has no JSON form');
  return text;
}

/** SHA-256 over everything the entry says and the link before it. */
export function entryHash(entry: Omit<JournalEntry, 'payload' | 'hash'>): string {
  const { seq, at, actor, action, payload_sha256: payload, prev } = entry;
  return sha256(canonicalJson({ v: 1, seq, at, actor, action, payload, prev }));
}
