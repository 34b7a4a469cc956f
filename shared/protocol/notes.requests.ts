import { z } from 'zod';
import { count, id } from './parts.ts';

const version = z.object({ text: z.string(), at: z.string(), actor: z.string() });
/** 备注: `text` '' = taken away. `earlier`: what it said before, the latest first. */
export const partyNote = version.extend({ note: id, earlier: z.array(version) });
export type PartyNote = z.output<typeof partyNote>;

const noteText = z.string().trim().min(1).max(2_000);

export const notesRequests = {
  /** What persons noted about a party, the latest first; notes that were taken away come last. */
  'party.notes': { ask: z.object({ id }), answer: z.object({ standing: count, notes: z.array(partyNote) }) },
  /** Writes a note on a party. Problem: party.not-found. */
  'party.note-write': { ask: z.object({ party: id, text: noteText }), answer: z.object({ note: id }) },
  /** Changes a note, or brings back one that was taken away with other words. Problem: note.not-found. */
  'party.note-change': { ask: z.object({ note: id, text: noteText }), answer: z.object({ note: id }) },
  /** Takes a note away; its words stay in the case. Problem: note.not-found. */
  'party.note-remove': { ask: z.object({ note: id }), answer: z.object({ note: id }) },
  /** Brings a note back as it was. Problem: note.not-found. */
  'party.note-restore': { ask: z.object({ note: id }), answer: z.object({ note: id }) },
} as const;
