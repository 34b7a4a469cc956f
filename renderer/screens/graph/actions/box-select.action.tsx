import { IconMarquee2 } from '@tabler/icons-react';
import { takeTool } from '../take-tool.ts';
import type { ChartAction } from './action.ts';

/** 框选: the pointer draws a box until the tool is put away. */
export default {
  id: 'box-select',
  label: ({ t }) => t('deeds.box'),
  group: 'select',
  order: 5,
  on: [],
  icon: IconMarquee2,
  toolbar: 'icon',
  pressed: ({ graph }) => graph.tool === 'box',
  run: ({ graph }) => takeTool(graph.tool === 'box' ? 'pan' : 'box'),
} satisfies ChartAction;
