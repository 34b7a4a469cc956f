import type { ChartText } from '../../graph/chart-text.ts';
import { did, useGraph } from './graph-store.ts';

/** Opens the field in which a text is written: beside a party, or in the middle of what is in sight. */
export function openText(party: number | null): void {
  const { chart } = useGraph.getState();
  if (!chart) return;
  const at = party === null ? chart.middleInSight : chart.placeOf(party);
  useGraph.setState({
    writing: { x: at.x + (party === null ? 0 : 90), y: at.y - (party === null ? 0 : 50), text: '' },
  });
}

/** Writes a text on the chart, or other words for one that stands there; without words it is taken away. */
export function writeText(id: string | undefined, words: string, at: { readonly x: number; readonly y: number }): void {
  const { chart } = useGraph.getState();
  const before = chart?.texts.find((each) => each.id === id);
  const text = words.trim();
  if (!chart || text === (before?.text ?? '')) return;
  if (before && text === '') {
    removeTexts([before]);
    return;
  }
  const now: ChartText = { id: before?.id ?? nextId(chart.texts), text };
  chart.write(now, at);
  did({
    name: 'text',
    count: 1,
    undo: (then) => (before ? then.write(before) : then.removeText(now.id)),
    redo: (then) => then.write(now, at),
  });
}

export function removeTexts(texts: readonly ChartText[]): void {
  const { chart } = useGraph.getState();
  if (!chart || texts.length === 0) return;
  const at = chart.positions();
  for (const { id } of texts) chart.removeText(id);
  did({
    name: 'removeText',
    count: texts.length,
    undo: (now) => {
      for (const text of texts) now.write(text, at[text.id]);
    },
    redo: (now) => {
      for (const { id } of texts) now.removeText(id);
    },
  });
}

const nextId = (texts: readonly ChartText[]): string =>
  `text:${Math.max(0, ...texts.map(({ id }) => Number(id.slice(5)))) + 1}`;
