import type { FindingStatus } from '../../../shared/protocol/parts.ts';

/** The day on the clock of whoever sits here. */
export const today = (now = new Date()): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');

/** Past its day, and neither confirmed nor ruled out. */
export const isLate = (due: string | null, status: FindingStatus): boolean =>
  due !== null && due < today() && status !== 'confirmed' && status !== 'excluded';
