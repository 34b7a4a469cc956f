import type { Cell } from '../../../../shared/evidence/cell.ts';
import type { Read } from '../../../../shared/protocol/problem.ts';

export { textCell as text } from '../../../../shared/evidence/cell.ts';

export const number = (raw: number, shown = String(raw)): Cell => ({ type: 'number', raw, shown });
export const date = (raw: number, shown = ''): Cell => ({ type: 'date', raw, shown });
export const bool = (raw: boolean): Cell => ({ type: 'bool', raw, shown: raw ? 'TRUE' : 'FALSE' });
export const error = (code: string): Cell => ({ type: 'error', raw: code, shown: code });

/** The value read, or the code of the problem. */
export const outcome = <T>(read: Read<T>): T | string => (read.ok ? read.value : read.problem.code);
