import { turns } from './turns.ts';

interface Waiting<In, Out> {
  readonly what: In;
  resolve(out: Out): void;
  reject(reason: unknown): void;
}

/**
 * Turns many single questions into few joint ones: what is asked in the same moment is asked together, at most `size` at a time and
 * `atOnce` joint questions side by side. `askAll` answers in the order of its list.
 */
export function batched<In, Out>(
  { size, atOnce }: { size: number; atOnce: number },
  askAll: (list: readonly In[]) => Promise<readonly Out[]>,
): (what: In) => Promise<Out> {
  const inTurn = turns(atOnce);
  const waiting: Array<Waiting<In, Out>> = [];

  async function askNext(): Promise<void> {
    const batch = waiting.splice(0, size);
    if (batch.length === 0) return;
    try {
      const answers = await askAll(batch.map(({ what }) => what));
      batch.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('a joint question left one without an answer'));
        else resolve(answer);
      });
    } catch (reason) {
      for (const { reject } of batch) reject(reason);
    }
  }

  return (what) =>
    new Promise((resolve, reject) => {
      waiting.push({ what, resolve, reject });
      // those that follow in this moment are taken along; a turn that finds nothing left does nothing
      queueMicrotask(() => void inTurn(askNext));
    });
}
