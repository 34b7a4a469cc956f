import { z } from 'zod';

/** What a sealed case file is, and its limits. The layout is documented in README.md of this folder. */
export const FORMAT = 'qingyuan-sealed-case';
export const VERSION = 1;
export const NAMESPACE_MANIFEST = 'qingyuan.manifest';
export const NAMESPACE_FILE = 'file';
export const LIMITS = {
  manifest: 16 * 2 ** 20,
  signature: 4096,
  members: 5_000,
  member: 8 * 2 ** 30,
  total: 32 * 2 ** 30,
} as const;

const MEMBER_NAME = /^(snapshot\.db|audit\.jsonl|summary\.xlsx|evidence\/[0-9a-f]{64})$/;
const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

const member = z.object({
  name: z.string().regex(MEMBER_NAME),
  kind: z.enum(['sqlcipher4', 'audit', 'xlsx', 'evidence']),
  /** the file's own name: data, never a path */
  original: z.string().max(1_000).optional(),
  bytes: z.number().int().nonnegative().max(LIMITS.member),
  sha256: hex64,
  sm3: hex64,
});
export type Member = z.output<typeof member>;

export const manifestShape = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  minReader: z.number().int(),
  sealId: z.uuid(),
  sealedAt: z.string().max(40),
  tool: z.string().max(100),
  profile: z.enum(['full', 'shared']),
  purpose: z.string().max(500),
  case: z.object({ id: z.string().max(100), title: z.string().max(500), number: z.string().max(200) }),
  signer: z.object({ name: z.string().max(200), key: z.string().max(100) }),
  to: z.array(z.string().max(3_000)).max(20),
  snapshotKey: hex64,
  schema: z.number().int().positive(),
  auditHead: z.object({ seq: z.number().int().nonnegative(), hash: hex64 }),
  rows: z.record(z.string().max(100), z.number().int().nonnegative()),
  members: z.array(member).max(LIMITS.members),
  withheld: z.array(member.omit({ name: true })).max(LIMITS.members),
});
export type Manifest = z.output<typeof manifestShape>;

/** Reads a manifest whose signature held. A string says why it is refused; `newer` when only a later version can read it. */
export function readManifest(
  bytes: Uint8Array,
): { ok: true; manifest: Manifest } | { ok: false; why: string; newer?: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, why: 'manifest is not JSON' };
  }
  const head = z.object({ format: z.literal(FORMAT), minReader: z.number().int(), tool: z.string() }).safeParse(raw);
  if (!head.success) return { ok: false, why: 'manifest of another format' };
  if (head.data.minReader > VERSION) return { ok: false, why: 'newer', newer: head.data.tool.slice(0, 100) };
  const shaped = manifestShape.safeParse(raw);
  if (!shaped.success) return { ok: false, why: `manifest: ${shaped.error.issues[0]?.path.join('.') ?? ''}` };
  const manifest = shaped.data;
  const names = new Set<string>();
  let total = 0;
  for (const { name, bytes: size, sha256 } of manifest.members) {
    if (names.has(name)) return { ok: false, why: 'a member is named twice' };
    if (name.startsWith('evidence/') && name.slice(9) !== sha256)
      return { ok: false, why: 'an evidence name is not its digest' };
    names.add(name);
    total += size;
  }
  if (total > LIMITS.total) return { ok: false, why: 'larger than any sealed file may be' };
  return { ok: true, manifest };
}
