import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ownDefinition } from '../../../shared/protocol/own-models.requests.ts';
import { failed, ok, type Read } from '../../../shared/protocol/problem.ts';
import type { OwnKeys } from '../sign/own-keys.ts';
import { fingerprint, signDigest, verifyDigest } from '../sign/ssh-signature.ts';

/** A file of settings is a few kilobytes; more than this is none. */
export const largestSettingsFile = 1024 * 1024;
/** Signatures say what for they were made: one over a sealed file is none over settings. */
const NAMESPACE = 'settings@qingyuan';

const setting = z.object({
  model: z.string().max(100),
  version: z.number().int(),
  name: z.string().max(100),
  value: z.number(),
  reason: z.string().max(20_000),
});
export type FiledSetting = z.output<typeof setting>;

/** 自建模型, under the id it bears in every case. */
const ownModel = z.object({
  model: z.string().regex(/^own-[0-9a-f]{8,32}$/),
  definition: ownDefinition,
  reason: z.string().max(20_000),
});
export type FiledOwnModel = z.output<typeof ownModel>;

const signed = z.object({
  format: z.literal('qingyuan-model-settings'),
  version: z.union([z.literal(1), z.literal(2)]),
  at: z.string().max(40),
  signer: z.object({ name: z.string().max(200), key: z.string().max(100) }),
  settings: z.array(setting).max(2000),
  own: z.array(ownModel).max(200).default([]),
});
/** `signed` as text, exactly as it was signed: no canonical form of JSON has to be agreed upon. */
const settingsFile = z.object({ signed: z.string().max(largestSettingsFile), signature: z.string().max(4000) });

/**
 * The bytes of a file of thresholds and own models, signed with the key of the profile. Only a file with own models is of version 2: a program
 * that would leave them out says that it is too old.
 */
export function writeSettingsFile({ settings, own }: Omit<ReadSettings, 'signer'>, keys: OwnKeys, at: Date): Buffer {
  const content = JSON.stringify({
    format: 'qingyuan-model-settings',
    version: own.length > 0 ? 2 : 1,
    at: at.toISOString(),
    signer: { name: keys.name, key: keys.fingerprint },
    settings: [...settings],
    ...(own.length > 0 ? { own: [...own] } : {}),
  } satisfies z.input<typeof signed>);
  const signature = signDigest(keys.signing, NAMESPACE, digest(content));
  return Buffer.from(`${JSON.stringify({ signed: content, signature }, null, 1)}\n`, 'utf8');
}

export interface ReadSettings {
  readonly signer: { readonly name: string; readonly fingerprint: string };
  readonly settings: readonly FiledSetting[];
  readonly own: readonly FiledOwnModel[];
}

/**
 * What such a file holds, once its signature does: nothing of it is believed before. Problems: settings-file.unreadable, settings-file.newer,
 * settings-file.altered.
 */
export function readSettingsFile(bytes: Uint8Array, file: string): Read<ReadSettings> {
  const unreadable = failed('settings-file.unreadable', { params: { file } });
  const altered = failed('settings-file.altered', { params: { file } });
  const outer = settingsFile.safeParse(parse(bytes));
  if (!outer.success) return unreadable;
  const { signed: text, signature } = outer.data;
  const verified = verifyDigest(signature, NAMESPACE, digest(text));
  if (!verified.ok) return altered;
  const content = parse(Buffer.from(text, 'utf8'));
  const { version } = z.object({ version: z.number() }).catch({ version: 0 }).parse(content);
  if (version > 2) return failed('settings-file.newer', { params: { file, version } });
  const checked = signed.safeParse(content);
  if (!checked.success) return unreadable;
  const { signer, settings, own } = checked.data;
  if (signer.key !== fingerprint(verified.key)) return altered;
  return ok({ signer: { name: signer.name, fingerprint: signer.key }, settings, own });
}

const digest = (text: string): Uint8Array => createHash('sha512').update(text, 'utf8').digest();

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    // SyntaxError: no JSON. TypeError: no UTF-8. RangeError: nested deeper than the parser goes
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
