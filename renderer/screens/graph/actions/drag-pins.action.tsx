import { useApp } from '../../../app/store.ts';
import { dragPins, setDragPins } from '../drag-pins.ts';
import type { ChartAction } from './action.ts';

/** 拖动后固定: a setting of the chart. */
export default {
  id: 'drag-pins',
  label: ({ t }) => t(dragPins(useApp.getState().kept) ? 'deeds.dragPinsOff' : 'deeds.dragPinsOn'),
  group: 'arrange',
  order: 8,
  on: ['blank'],
  run: () => setDragPins(!dragPins(useApp.getState().kept)),
} satisfies ChartAction;
