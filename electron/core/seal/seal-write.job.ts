import type { SealFacts } from '../../../shared/protocol/output.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import { ownKeys } from '../sign/own-keys.ts';
import { readMeta } from '../store/meta.ts';
import { migrations } from '../store/migrations/index.ts';
import { TOOL } from '../tool.ts';
import { factsOf } from './facts.ts';
import type { Profile } from './snapshot.ts';
import { FileSink, type Sink, writeSealed } from './write-sealed.ts';

declare module '../job.ts' {
  interface Jobs {
    'seal.write': {
      payload: {
        to: { recipients: string[] } | { passphrase: string };
        profile: Profile;
        purpose: string;
        withReport: boolean;
        profileFolder: string;
        workFactor: number;
      };
      result: {
        name: string;
        bytes: number;
        sha256: string;
        sm3: string;
        fingerprint: string;
        signatureName: string;
        facts: SealFacts;
      };
    };
  }
}

/** Seals the open case to the one target file, with its detached signature beside it, and writes it into the journal. */
export default defineJob('seal.write', async (payload, job) => {
  const [target] = job.files;
  if (!target) throw new Error('seal.write needs a target');
  const { store, caseId, actor } = job.openCase;
  const at = job.now();
  const keys = await ownKeys(payload.profileFolder);
  const mask = payload.profile === 'full' ? 'internal' : 'partner';
  const summary = payload.withReport ? await job.makeSummary({ mask, lang: 'zh-CN', purpose: payload.purpose }) : null;
  const options = {
    to: payload.to,
    profile: payload.profile,
    purpose: payload.purpose,
    summary,
    keys,
    title: readMeta(store, 'title') ?? '',
    number: readMeta(store, 'number') ?? '',
    at,
    tool: TOOL,
    schema: migrations.length,
    workFactor: payload.workFactor,
  };
  const file = 'path' in target ? new FileSink(target.path) : undefined;
  const collected: Uint8Array[] = [];
  const sink: Sink = file ?? { write: (chunk) => void collected.push(Uint8Array.from(chunk)) };
  let kept = false;
  try {
    const sealed = await writeSealed({ ...job.openCase, caseId }, options, sink, job);
    if (file) file.keep();
    else job.write(target, Buffer.concat(collected));
    kept = true;
    const signatureName = `${target.name}.sig`;
    job.write(target, Buffer.from(sealed.signature), signatureName);
    const { bytes, sha256, sm3, manifest } = sealed;
    writeJournal(store, {
      actor,
      at,
      action: 'seal.written',
      params: {
        file: target.name,
        sha256,
        sm3,
        purpose: payload.purpose,
        profile: payload.profile,
        to: manifest.to.join(' '),
      },
    });
    return ok({
      name: target.name,
      bytes,
      sha256,
      sm3,
      fingerprint: keys.fingerprint,
      signatureName,
      facts: factsOf(manifest, true),
    });
  } finally {
    if (!kept) file?.discard();
  }
});
