import { z } from 'zod';
import { count, fen, id, partyRef, shortText, ticket } from './parts.ts';
import { tagId } from './tags.requests.ts';

export const caseInfo = z.object({
  id: z.string(),
  /** the folder's name, e.g. 示例案件.qycase */
  folder: z.string(),
  title: z.string(),
  number: z.string(),
  unit: z.string(),
  classification: z.enum(['', '内部', '秘密', '机密', '绝密']),
  actor: z.string(),
  sample: z.boolean(),
  createdAt: z.string(),
  journal: z.object({ seq: count, hash: z.string() }),
});
export type CaseInfo = z.output<typeof caseInfo>;

export const caseRequests = {
  /** What this program is and where it runs. */
  'app.info': {
    ask: z.object({}),
    answer: z.object({
      version: z.string(),
      shell: z.enum(['electron', 'loopback', 'headless', 'test']),
      node: z.string(),
      sqlite: z.string(),
      cipher: z.string(),
      platform: z.string(),
      /** proof of being offline, shown behind the 离线 badge */
      offline: z.object({ guarded: z.boolean(), attempts: count, checkedAt: z.string() }),
    }),
  },
  /** The case folders in the profile's case folder, the last opened first. */
  'case.list': {
    ask: z.object({}),
    answer: z.object({
      cases: z.array(
        z.object({
          folder: z.string(),
          title: z.string(),
          number: z.string(),
          lastOpened: z.string().nullable(),
          sample: z.boolean(),
        }),
      ),
    }),
  },
  'case.create': {
    ask: z.object({
      /** name of the case folder without .qycase; derived when left out. It is visible on disk: the title is not. */
      folder: shortText.optional(),
      title: shortText.min(1),
      number: shortText.default(''),
      unit: shortText.default(''),
      classification: z.enum(['', '内部', '秘密', '机密', '绝密']).default('内部'),
      actor: shortText.default(''),
      passphrase: z.string().min(1).max(500),
    }),
    answer: caseInfo,
  },
  'case.suggest-passphrase': { ask: z.object({}), answer: z.object({ passphrase: z.string() }) },
  'case.open': {
    ask: z.object({
      folder: shortText.min(1),
      passphrase: z.string().min(1).max(500),
      actor: shortText.default(''),
      /** after case.rolled-back: go on with the older store; what was found is kept aside and the journal says so */
      acceptOlder: z.boolean().default(false),
    }),
    answer: caseInfo,
  },
  /** Opens with the code of the recovery sheet or the unit's identity (AGE-SECRET-KEY-1…) and sets a new passphrase. */
  'case.open-with-recovery': {
    ask: z.object({
      folder: shortText.min(1),
      secret: z.string().min(1).max(500),
      newPassphrase: z.string().min(1).max(500),
      actor: shortText.default(''),
      acceptOlder: z.boolean().default(false),
    }),
    answer: caseInfo,
  },
  /** The key stays the same: whoever has an old copy of the whole case folder still opens that copy with the old passphrase. */
  'case.change-passphrase': {
    ask: z.object({ passphrase: z.string().min(1).max(500), newPassphrase: z.string().min(1).max(500) }),
    answer: z.object({ changed: z.literal(true) }),
  },
  /** Makes (once) and opens the fictitious sample case: generated, imported, models run. Its passphrase is published: it holds no evidence. */
  'case.open-sample': { ask: z.object({ actor: shortText.default('') }), answer: caseInfo },
  'case.lock': { ask: z.object({}), answer: z.object({ locked: z.literal(true) }) },
  /** null while no case is open. */
  'case.info': { ask: z.object({}), answer: z.object({ case: caseInfo.nullable() }) },
  /** Writes the recovery sheet (it IS the key) to a chosen target; never shown on screen. */
  'case.write-recovery-sheet': {
    ask: z.object({ target: ticket }),
    answer: z.object({ name: z.string() }),
  },
  /** Opens the file dialog of the shell. The loopback page sends bytes to the host instead and gets the same tickets. */
  'shell.choose-files': {
    ask: z.object({
      purpose: z.enum(['import', 'sealed', 'settings', 'template']),
      folders: z.boolean().default(false),
    }),
    answer: z.object({ files: z.array(z.object({ ticket, name: z.string(), bytes: count })) }),
  },
  'shell.choose-target': {
    ask: z.object({
      purpose: z.enum(['report', 'seal', 'recovery-sheet', 'chart', 'rejects', 'template', 'empty-sheet', 'settings']),
      suggestedName: shortText,
    }),
    answer: z.object({ ticket: ticket.nullable(), name: z.string() }),
  },
  /** Shows a file this program has just written in the system's file manager; does nothing in the loopback host. */
  'shell.show-written': { ask: z.object({ ticket }), answer: z.object({ shown: z.boolean() }) },
  /** Puts a text on the clipboard through the one door, which writes the kind (never the content) to the journal. */
  'shell.copy': {
    ask: z.object({
      what: z.enum(['name', 'identifier', 'amount', 'figure', 'hash', 'text']),
      text: z.string().max(100_000),
    }),
    answer: z.object({ copied: z.boolean() }),
  },
  /** Of an import the files that are in stay; of the one under way nothing does. */
  'job.cancel': { ask: z.object({}), answer: z.object({ cancelled: z.boolean() }) },
  /** Holds the running job at its next thousandth row. false: no job runs, or it cannot be held. */
  'job.pause': { ask: z.object({}), answer: z.object({ paused: z.boolean() }) },
  /** Lets a held job go on. false: none is held. */
  'job.resume': { ask: z.object({}), answer: z.object({ resumed: z.boolean() }) },
  /** Everything the overview shows. Sums are over all rows, never over what is listed. */
  'overview.read': {
    ask: z.object({}),
    answer: z.object({
      payments: z.object({
        rows: count,
        fen,
        asideRows: count,
        asideFen: fen,
        firstDay: z.string().nullable(),
        lastDay: z.string().nullable(),
      }),
      parties: count,
      files: count,
      findings: z.object({
        /** money in evidence rows of findings that stand, each row once */
        fen,
        total: count,
        gone: count,
        byStatus: z.record(z.string(), count),
        bySeverity: z.record(z.string(), count),
        confirmedFen: fen,
      }),
      top: z.array(
        z.object({
          party: partyRef,
          /** refined kind that decides shape, glyph and colour; the stored kind when left out */
          drawnAs: z.string().optional(),
          score: z.number(),
          band: z.enum(['high', 'medium', 'low', 'none']),
          identity: z.string(),
          findings: count,
          fen,
          months: z.array(z.object({ month: z.string(), fen })),
        }),
      ),
      topTotal: count,
      /** every tag with the findings that stand and carry it, and the money in their evidence, each payment once; lines of a group do not add up */
      byTag: z.array(z.object({ tag: tagId, findings: count, fen })),
      /** all findings that stand */
      standing: z.object({ findings: count, fen }),
      /** coverage by category: rows and the months that hold data; months = the whole span of the case */
      months: z.array(z.string()),
      coverage: z.array(
        z.object({
          category: z.string(),
          title: z.object({ zh: z.string(), en: z.string() }),
          rows: count,
          files: count,
          months: z.record(z.string(), count),
          /** false for registers (companies), where months mean nothing */
          dated: z.boolean(),
        }),
      ),
      lastRun: z.object({ id, at: z.string(), models: count, cannotJudge: count }).nullable(),
      recent: z.array(
        z.object({
          seq: count,
          at: z.string(),
          actor: z.string(),
          action: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
    }),
  },
} as const;
