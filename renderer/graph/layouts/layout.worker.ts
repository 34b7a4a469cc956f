import { layouts } from './index.ts';
import type { LayoutInput, LayoutName, Places } from './layout.ts';
import { placeBy } from './place-blocks.ts';

/** What the window asks of this thread, once: a thread places one chart and ends. */
export interface LayoutAsk {
  readonly name: LayoutName;
  readonly input: LayoutInput;
}
export type LayoutTold = { readonly share: number } | { readonly places: Places };

const EVERY = 100; // ms between two reports

const tell = (told: LayoutTold) => postMessage(told);

addEventListener('message', ({ data: { name, input } }: MessageEvent<LayoutAsk>) => {
  let last = performance.now();
  const places = placeBy(layouts[name], input, (share) => {
    if (performance.now() - last < EVERY) return;
    last = performance.now();
    tell({ share });
  });
  tell({ places });
});
