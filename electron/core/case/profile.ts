import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isCaseId } from '../store/meta.ts';
import { writeWhole } from '../store/whole-file.ts';

/**
 * What this user's profile remembers about cases, outside of them: which folder held which case and when it was opened, and copies of
 * the key slots. No title, no name, nothing of the evidence. A file that cannot be read counts as absent.
 */
const openedSchema = z.array(
  z.object({
    path: z.string(),
    case: z.string().refine(isCaseId),
    copy: z.string().refine(isCaseId),
    at: z.string(),
  }),
);
export type Opened = z.output<typeof openedSchema>[number];

export function openedBefore(profile: string): Opened[] {
  return openedSchema.safeParse(readJson(openedFile(profile))).data ?? [];
}

/** Keeps the newest 200 folders, the last opened first. */
export function rememberOpened(profile: string, opened: Opened): void {
  const others = openedBefore(profile).filter((each) => each.path !== opened.path);
  makeFolder(profile);
  writeWhole(openedFile(profile), JSON.stringify([opened, ...others].slice(0, 200), null, 1));
}

/** A copy of the passphrase slot: losing the small file beside the store must not cost the case. */
export function keepSlotCopy(profile: string, copy: string, armored: string): void {
  makeFolder(join(profile, 'slots'));
  writeWhole(slotFile(profile, copy), armored);
}

/** The kept slot of the copy that was last opened in this folder. */
export function slotCopyFor(profile: string, folder: string): string | undefined {
  const known = openedBefore(profile).find((each) => each.path === folder);
  if (!known) return undefined;
  const file = slotFile(profile, known.copy);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const openedFile = (profile: string): string => join(profile, 'cases.json');
const slotFile = (profile: string, copy: string): string => join(profile, 'slots', `${checked(copy)}.passphrase.age`);

/** The id comes from a file somebody else may have made, and becomes a file name here. */
function checked(copy: string): string {
  if (!isCaseId(copy)) throw new Error('not the id of a copy');
  return copy;
}

const makeFolder = (folder: string): void => void mkdirSync(folder, { recursive: true, mode: 0o700 });

function readJson(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
