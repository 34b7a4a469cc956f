import { create } from 'zustand';
import type { Chart } from '../../graph/chart.ts';
import layered from '../../graph/layouts/layered.layout.ts';
import type { LayoutName, Places } from '../../graph/layouts/layout.ts';
import { placeBy } from '../../graph/layouts/place-blocks.ts';
import { runLayout } from '../../graph/layouts/run-layout.ts';

/** The layout that is being worked out, and how far it is (0 … 1). */
interface LayoutUnderWay {
  readonly name: LayoutName;
  readonly share: number;
}

export const useLayoutUnderWay = create<{ now: LayoutUnderWay | null }>()(() => ({ now: null }));

let stop: AbortController | null = null;

/** Ends the layout that is being worked out, if there is one: the chart stays as it is. */
export const cancelLayout = (): void => stop?.abort();

/** Works out where everybody would stand; what is under way ends unfinished. Null where it was cancelled. */
export async function workOut(chart: Chart, name: LayoutName): Promise<Places | null> {
  cancelLayout();
  const own = new AbortController();
  stop = own;
  const show = (share: number) => useLayoutUnderWay.setState({ now: { name, share } });
  show(0);
  try {
    return await runLayout(name, chart.arrangement(), { signal: own.signal, progress: show });
  } finally {
    if (stop === own) {
      stop = null;
      useLayoutUnderWay.setState({ now: null });
    }
  }
}

/** Places what was just opened: at once, and nothing to take back. */
export async function place(chart: Chart, name: 'layered' | 'force'): Promise<void> {
  // layers take a few ms for as many parties as a picture starts with; a thread would show them unplaced first
  const places = name === 'layered' ? placeBy(layered, chart.arrangement()) : await workOut(chart, name);
  if (places) chart.glideTo(places, 0);
}
