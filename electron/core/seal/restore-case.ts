import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEntry } from '../journal/entry.ts';
import { journalHead } from '../journal/write-journal.ts';
import { Stop } from '../request.ts';
import type { OpenCase } from '../store/open-case.ts';
import type { Manifest, Member } from './manifest.ts';
import type { MemberTaker } from './read-sealed.ts';
import { takeTables } from './snapshot.ts';

const CHUNK = 2 ** 20;
const damaged = (why: string): Stop => new Stop({ code: 'seal.damaged', params: { why } });

/**
 * Takes a sealed file into a freshly made case, in one transaction that is committed only after the last byte was authenticated.
 * The snapshot passes through a file in the case folder that is encrypted with its own key; evidence goes straight into the store.
 */
export function restoreInto(openCase: OpenCase, onCommit: (manifest: Manifest) => void): MemberTaker {
  const { store, caseId, folder } = openCase;
  const { db } = store;
  const work = mkdtempSync(join(folder, 'unseal-'));
  const snapshot = join(work, 'snapshot.db');
  let manifest: Manifest | undefined;
  let attached = false;
  const clean = () => {
    if (db.inTransaction) db.exec('rollback');
    if (attached) db.exec('detach snap');
    attached = false;
    rmSync(work, { recursive: true, force: true });
  };

  const attach = (key: string) => {
    db.prepare('attach ? as snap key ?').run(snapshot, `x'${key}'`);
    attached = true;
    const foreign = db
      .prepare(
        `select count(*) from snap.sqlite_schema where type in ('trigger', 'view') or sql like 'create virtual%'`,
      )
      .pluck()
      .get();
    if (foreign !== 0) throw damaged('the snapshot holds more than tables');
    if (db.pragma('snap.quick_check', { simple: true }) !== 'ok') throw damaged('snapshot pages');
    db.exec('begin immediate');
    db.pragma('defer_foreign_keys=on');
    takeTables(store, 'snap');
  };

  return {
    begin(given) {
      if (given.case.id !== caseId) throw damaged('another case');
      manifest = given;
    },
    member(member) {
      if (member.kind === 'sqlcipher4') {
        const file = openSync(snapshot, 'wx', 0o600);
        return {
          write: (chunk) => {
            for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
          },
          end: () => {
            closeSync(file);
            attach(manifest?.snapshotKey ?? '');
          },
        };
      }
      if (member.kind === 'evidence') return evidenceInto(openCase, member);
      if (member.kind === 'audit') return journalInto(openCase, () => manifest);
      return { write: () => undefined, end: () => undefined };
    },
    commit() {
      if (!manifest) throw damaged('no manifest');
      onCommit(manifest);
      db.exec('commit');
      clean();
    },
    abort: clean,
  };
}

/** The bytes of one original file, in chunks as the store keeps them. */
function evidenceInto({ store }: OpenCase, member: Member) {
  const file = store.db.prepare('select id, chunks from evidence where sha256 = ?').get(member.sha256) as
    | { id: number; chunks: number }
    | undefined;
  if (!file) throw damaged('evidence without its record');
  const insert = store.db.prepare('insert into evidence_chunk(evidence, idx, raw, codec, data) values (?, ?, ?, 0, ?)');
  const buffer = Buffer.allocUnsafe(CHUNK);
  let used = 0;
  let idx = 0;
  const flush = () => {
    if (used > 0) insert.run(file.id, idx++, used, buffer.subarray(0, used));
    used = 0;
  };
  return {
    write(chunk: Uint8Array) {
      for (let at = 0; at < chunk.length; ) {
        const n = Math.min(CHUNK - used, chunk.length - at);
        buffer.set(chunk.subarray(at, at + n), used);
        used += n;
        at += n;
        if (used === CHUNK) flush();
      }
    },
    end() {
      flush();
      if (idx !== file.chunks) throw damaged('evidence of another length');
    },
  };
}

/** The journal as it was sealed: its own triggers check that it is a chain, and its head must be the one the manifest names. */
function journalInto({ store, caseId }: OpenCase, manifest: () => Manifest | undefined) {
  const parts: Uint8Array[] = [];
  return {
    write: (chunk: Uint8Array) => void parts.push(Uint8Array.from(chunk)),
    end() {
      const insert = store.db.prepare(
        'insert into journal values (@seq, @at, @actor, @action, @payload, @payload_sha256, @prev, @hash)',
      );
      const lines = Buffer.concat(parts).toString('utf8').split('\n');
      try {
        for (const line of lines) if (line !== '') insert.run(JSON.parse(line) as JournalEntry);
      } catch (cause) {
        throw new Stop({ code: 'seal.damaged', params: { why: 'journal' } }, { cause });
      }
      const head = journalHead(store, caseId);
      const named = manifest()?.auditHead;
      if (head.seq !== named?.seq || head.hash !== named.hash)
        throw damaged('the journal does not end where the manifest says');
    },
  };
}
