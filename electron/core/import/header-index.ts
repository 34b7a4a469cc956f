import { normHeader } from '../../../shared/evidence/text.ts';
import { sheets } from '../sheets/index.ts';
import { namesOf, type SheetDefinition } from '../sheets/sheet.ts';

/** What a header can mean in one kind of sheet; `rank` 0 is the best name of the field. */
export interface HeaderMeaning {
  readonly sheet: SheetDefinition;
  readonly field: string;
  readonly rank: number;
}

const meanings = new Map<string, HeaderMeaning[]>();
const signatures = new Map<string, Set<SheetDefinition>>();
for (const sheet of sheets) {
  for (const [field, definition] of Object.entries(sheet.fields)) {
    for (const [rank, name] of namesOf(definition).entries()) {
      const key = normHeader(name);
      const known = meanings.get(key) ?? [];
      if (!known.some((each) => each.sheet === sheet && each.field === field)) known.push({ sheet, field, rank });
      meanings.set(key, known);
    }
  }
  for (const name of sheet.signature.split('|')) {
    const key = normHeader(name);
    signatures.set(key, (signatures.get(key) ?? new Set()).add(sheet));
  }
}

const nothing: readonly HeaderMeaning[] = [];

/** Everything a header is known to mean, in any kind of sheet. Takes the header as it stands. */
export const meaningsOf = (header: string): readonly HeaderMeaning[] => meanings.get(normHeader(header)) ?? nothing;

/** Whether the header speaks for this kind of sheet and hardly any other. */
export const isSignature = (header: string, sheet: SheetDefinition): boolean =>
  signatures.get(normHeader(header))?.has(sheet) ?? false;
