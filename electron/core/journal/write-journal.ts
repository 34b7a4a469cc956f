import { randomBytes } from 'node:crypto';
import type { FillParams } from '../../../shared/plain/fill.ts';
import type { JournalAction } from '../../../shared/text/zh-CN/journal.ts';
import type { Store } from '../store/connect.ts';
import { caseIdOf } from '../store/meta.ts';
import { prepared } from '../store/prepared.ts';
import { canonicalJson, entryHash, genesis, type JournalHead, sha256 } from './entry.ts';

export interface Deed {
  readonly actor: string;
  readonly at: Date;
  readonly action: JournalAction;
  /** What the words of the action need, and the digests and counts that make the entry evidence. Never a passphrase, never cell content. */
  readonly params?: FillParams;
}

/**
 * Writes one entry at the end of the chain. Call it inside the transaction of the deed it records, so that
 * neither can be in the store without the other. Each payload carries 12 random bytes: what is withheld from a sealed copy
 * cannot be guessed from its digest.
 */
export function writeJournal(store: Store, deed: Deed): JournalHead {
  return store.transaction(() => {
    const head = journalHead(store);
    const payload = canonicalJson({ params: deed.params ?? {}, salt: randomBytes(12).toString('base64') });
    const link = {
      seq: head.seq + 1,
      at: deed.at.toISOString(),
      actor: deed.actor,
      action: deed.action,
      payload_sha256: sha256(payload),
      prev: head.hash,
    };
    const hash = entryHash(link);
    prepared<[number, string, string, string, string, string, string, string]>(
      store,
      'insert into journal(seq, at, actor, action, payload, payload_sha256, prev, hash) values (?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(link.seq, link.at, link.actor, link.action, payload, link.payload_sha256, link.prev, hash);
    return { seq: link.seq, hash };
  });
}

/** The last link; of an empty journal seq 0 and the genesis of the case. */
export function journalHead(store: Store, caseId: string = caseIdOf(store)): JournalHead {
  const last = prepared<[], JournalHead>(store, 'select seq, hash from journal order by seq desc limit 1').get();
  return last ?? { seq: 0, hash: genesis(caseId) };
}
