import type { TraceMethodId } from '../../../../../shared/protocol/trace-words.ts';
import balanceFirst from './balance-first.ts';
import fifo from './fifo.ts';
import type { TraceMethod } from './method.ts';
import proRata from './pro-rata.ts';

/** In the order in which they are offered. */
export const traceMethods: readonly TraceMethod[] = [fifo, proRata, balanceFirst];

export function traceMethod(id: TraceMethodId): TraceMethod {
  const method = traceMethods.find((each) => each.id === id);
  if (!method) throw new Error(`no method ${id}`);
  return method;
}
