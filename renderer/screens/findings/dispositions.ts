import type { FindingStatus } from '../../../shared/protocol/parts.ts';

/** The statuses in the order of their keys 1 to 5. */
export const findingStatuses = [
  'open',
  'checking',
  'confirmed',
  'excluded',
  'doubtful',
] as const satisfies FindingStatus[];

export const reasonCodes = [
  'normal-business',
  'checked-compliant',
  'data-error',
  'same-name',
  'duplicate',
  'other',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** A decision is explained; taking a finding up is not a decision. */
export const needsWords = (from: FindingStatus, to: FindingStatus): boolean => {
  if (to === 'checking') return from === 'confirmed' || from === 'excluded';
  if (to === 'open') return from !== 'checking';
  return true;
};
