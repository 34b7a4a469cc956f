import { z } from 'zod';
import { count, page, shortText, ticket, workbookAsk, workbookWritten } from './parts.ts';

export const sealMember = z.object({ name: z.string(), bytes: count, sha256: z.string() });
export const sealFacts = z.object({
  ok: z.literal(true),
  signer: z.object({ name: z.string(), fingerprint: z.string(), known: z.boolean() }),
  sealedAt: z.string(),
  profile: z.string(),
  purpose: z.string(),
  case: z.object({ id: z.string(), title: z.string(), number: z.string() }),
  auditHead: z.object({ seq: count, hash: z.string() }),
  rows: z.record(z.string(), count),
  members: z.array(sealMember),
});
export type SealFacts = z.output<typeof sealFacts>;

const key = z.object({ passphrase: z.string().max(500).optional(), identity: z.string().max(5_000).optional() });

export const outputRequests = {
  /** The sheets a report would hold and how many lines each, before it is written. */
  'report.preview': {
    ask: z.object({}),
    answer: z.object({ sheets: z.array(z.object({ id: z.string(), title: z.string(), rows: count })) }),
  },
  'report.write': {
    ask: z.object({ ...workbookAsk }),
    answer: workbookWritten,
  },
  /** This program's own keys: the signing key's fingerprint and the address under which others can seal for it. */
  'seal.identity': {
    ask: z.object({}),
    answer: z.object({ fingerprint: z.string(), publicKey: z.string(), recipient: z.string(), name: z.string() }),
  },
  'seal.preview': {
    ask: z.object({ profile: z.enum(['full', 'shared']).default('full') }),
    answer: z.object({
      rows: z.record(z.string(), count),
      files: count,
      fileBytes: count,
      withheldFiles: count,
      findings: count,
      auditHead: z.object({ seq: count, hash: z.string() }),
    }),
  },
  'seal.write': {
    ask: z.object({
      target: ticket,
      to: z.union([
        z.object({ recipients: z.array(z.string().max(3_000)).min(1).max(20) }),
        z.object({ passphrase: z.string().min(1).max(500) }),
      ]),
      profile: z.enum(['full', 'shared']).default('full'),
      purpose: shortText.default(''),
      withReport: z.boolean().default(true),
    }),
    answer: z.object({
      name: z.string(),
      bytes: count,
      sha256: z.string(),
      sm3: z.string(),
      fingerprint: z.string(),
      signatureName: z.string(),
      facts: sealFacts,
    }),
  },
  'seal.verify': { ask: z.object({ ticket, key }), answer: sealFacts },
  'seal.open': {
    ask: z.object({
      ticket,
      key,
      folder: shortText.optional(),
      title: shortText.default(''),
      passphrase: z.string().min(1).max(500),
      actor: shortText.default(''),
    }),
    answer: z.object({ folder: z.string(), facts: sealFacts }),
  },
  'journal.list': {
    ask: z.object({ action: z.string().optional(), text: shortText.default(''), ...page }),
    answer: z.object({
      total: count,
      rows: z.array(
        z.object({
          seq: count,
          at: z.string(),
          actor: z.string(),
          action: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
          hash: z.string(),
        }),
      ),
    }),
  },
  'journal.verify': {
    ask: z.object({}),
    answer: z.object({
      ok: z.boolean(),
      entries: count,
      head: z.object({ seq: count, hash: z.string() }),
      bad: z.array(z.string()),
    }),
  },
  /** 体检: integrity of everything: pages, evidence digests, chain, foreign keys, figures that must agree. */
  doctor: {
    ask: z.object({}),
    answer: z.object({
      ok: z.boolean(),
      checks: z.array(z.object({ id: z.string(), ok: z.boolean(), detail: z.string(), n: count })),
    }),
  },
} as const;
