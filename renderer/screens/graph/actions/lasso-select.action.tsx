import { IconLasso } from '@tabler/icons-react';
import { takeTool } from '../take-tool.ts';
import type { ChartAction } from './action.ts';

/** 套索: the pointer draws around whom it selects until the tool is put away. */
export default {
  id: 'lasso-select',
  label: ({ t }) => t('deeds.lasso'),
  group: 'select',
  order: 6,
  on: [],
  icon: IconLasso,
  toolbar: 'icon',
  pressed: ({ graph }) => graph.tool === 'lasso',
  run: ({ graph }) => takeTool(graph.tool === 'lasso' ? 'pan' : 'lasso'),
} satisfies ChartAction;
