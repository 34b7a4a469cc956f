import type { Moment } from '../../../shared/evidence/date.ts';
import { idCardFacts } from '../../../shared/evidence/id-card.ts';
import type { IdentifierValue } from './field-values.ts';
import type { RowContext } from './sheet.ts';

interface SaidOfPerson {
  readonly gender?: string | undefined;
  readonly birth?: Moment | undefined;
}

/** Leaves a Problem where a row says another sex or another birthday than its valid identity number. Both stay as they are written. */
export function checkAgainstId(
  id: IdentifierValue | undefined,
  { gender, birth }: SaidOfPerson,
  row: RowContext,
): void {
  const facts = id?.keyable ? idCardFacts(id.value) : undefined;
  if (!facts) return;
  if (gender !== undefined && gender !== facts.sex) row.warn('identifier.contradicted', 'gender');
  if (birth === undefined) return;
  const length = birth.precision === 'month' ? 7 : 10;
  if (birth.day.slice(0, length) !== facts.birth.slice(0, length)) row.warn('identifier.contradicted', 'birth_date');
}
