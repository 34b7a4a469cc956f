import type { LayoutInput, LayoutName, Places } from './layout.ts';
import type { LayoutAsk, LayoutTold } from './layout.worker.ts';

/** Places a chart in a thread of its own, so that the window never waits. Null once `signal` says stop: the thread is ended in the middle of it. */
export function runLayout(
  name: LayoutName,
  input: LayoutInput,
  { signal, progress }: { signal: AbortSignal; progress(share: number): void },
): Promise<Places | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    const end = (places: Places | null) => {
      worker.terminate();
      resolve(places);
    };
    if (signal.aborted) return end(null);
    signal.addEventListener('abort', () => end(null));
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutTold>) => {
      if ('places' in data) end(data.places);
      else progress(data.share);
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(`the layout ${name} failed: ${event.message}`));
    });
    worker.postMessage({ name, input } satisfies LayoutAsk);
  });
}
