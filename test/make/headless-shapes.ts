import { z } from 'zod';

/** The JSON of the command line as other programs rely on it: fields may come, none may go or change its name. */
const fen = z.string().regex(/^-?\d+$/);
const partyId = z.string().regex(/^\d+$/);
const place = z.object({ file: z.string(), sheet: z.string(), row: z.number().int().positive() });
const counts = z.object({
  read: z.number(),
  imported: z.number(),
  rejected: z.number(),
  duplicate: z.number(),
  skipped: z.number(),
  mirrored: z.number(),
});

export const importShape = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      sheets: z.array(
        z.object({
          sheet: z.string(),
          category: z.string(),
          confidence: z.number().min(0).max(1),
          headerRow: z.number().int(),
          columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
          rows: counts,
          problems: z.array(
            z.object({ row: z.number().int(), column: z.string(), code: z.string(), seen: z.string() }),
          ),
          sums: z.record(z.string(), fen),
        }),
      ),
    }),
  ),
});

export const partiesShape = z.object({
  parties: z.array(
    z.object({
      id: partyId,
      kind: z.string(),
      org: z.boolean(),
      name: z.string(),
      aliases: z.array(z.string()),
      identifiers: z.array(z.object({ type: z.string(), value: z.string() })),
      mentions: z.array(place.extend({ field: z.string() })),
    }),
  ),
});

const finding = z.object({
  id: z.string(),
  model: z.string(),
  severity: z.number().int().min(1).max(4),
  confidence: z.number().min(0).max(1),
  summary: z.string().min(1),
  subjects: z.array(z.object({ party: partyId.nullable(), role: z.string(), name: z.string() })),
  amountFen: fen.nullable(),
  evidence: z.array(place).min(1),
  explained: z.array(place),
});

export const detectShape = z.object({
  runs: z.array(
    z.object({
      model: z.string(),
      version: z.number().int(),
      status: z.enum(['ran', 'cannot-judge', 'failed']),
      missing: z.array(z.string()),
      examined: z.number().int(),
      findings: z.number().int(),
      ms: z.number(),
    }),
  ),
  findings: z.array(finding),
});
export const findingsShape = z.object({ findings: z.array(finding) });

export const riskShape = z.object({
  parties: z.array(
    z.object({
      id: partyId,
      name: z.string(),
      score: z.number().min(0).max(100),
      band: z.enum(['high', 'medium', 'low', 'none']),
      parts: z.array(z.object({ finding: z.string(), share: z.number() })),
      cap: z.string().nullable(),
    }),
  ),
});

export const verifyShape = z.object({
  ok: z.literal(true),
  signer: z.object({ name: z.string(), fingerprint: z.string(), known: z.boolean() }),
  sealedAt: z.iso.datetime(),
  profile: z.string(),
  auditHead: z.object({ seq: z.number().int(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  members: z.array(z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});

export const pathShape = z.object({
  paths: z.array(
    z.object({
      hops: z.array(
        z.object({
          from: partyId,
          to: partyId,
          kind: z.string(),
          rows: z.number().int(),
          amountFen: fen.nullable(),
          first: z.string().nullable(),
          last: z.string().nullable(),
        }),
      ),
      broken: z.array(z.unknown()),
    }),
  ),
  examined: z.number().int(),
  truncated: z.boolean(),
});

export const problemShape = z.object({ problem: z.object({ code: z.string(), message: z.string().min(1) }) });
