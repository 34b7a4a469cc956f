import { z } from 'zod';
import { lang, shortText } from './parts.ts';

/** How this person wants the window: kept in the profile, outside every case; holds no evidence. */
export const settings = z.object({
  lang,
  theme: z.enum(['light', 'dark', 'system']),
  /** written into the journal of the cases opened from now on */
  actor: shortText,
  /** minutes without a key or a movement after which the case locks itself */
  idleMinutes: z.number().int().min(1).max(60),
  /** how amounts are shown: as they fit, always 元, always 万元; the exact 元 are one hover away */
  money: z.enum(['auto', 'yuan', 'wan']),
});
export type Settings = z.output<typeof settings>;

export const settingsRequests = {
  'settings.read': { ask: z.object({}), answer: settings },
  /** Changes what is named and answers all of them. */
  'settings.write': { ask: settings.partial(), answer: settings },
} as const;
