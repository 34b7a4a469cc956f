import { useGraph } from '../graph-store.ts';
import type { ChartAction } from './action.ts';

/** 键盘框选: a box that the arrow keys change and Enter takes. */
export default {
  id: 'key-box',
  label: ({ t }) => t('deeds.keyBox'),
  group: 'select',
  order: 7,
  on: [],
  keys: 'B',
  focused: true,
  run: ({ parties: [party], graph: { chart } }) => {
    const at = party === undefined ? null : chart?.pixelOf(party);
    const boxed = chart?.keyBox.openKeyBox(at ?? chart.pixelAt(chart.middleInSight));
    useGraph.setState({ boxed: boxed ?? null });
  },
} satisfies ChartAction;
