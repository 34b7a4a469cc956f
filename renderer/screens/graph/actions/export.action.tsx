import { IconFileExport } from '@tabler/icons-react';
import { ExportDialog } from '../export-dialog.tsx';
import type { ChartAction } from './action.ts';

/** 导出: the chart as a picture, or the graph as data, masked for its reader. */
export default {
  id: 'export',
  label: ({ t }) => t('chartFile.title'),
  group: 'keep',
  order: 5,
  on: ['blank'],
  icon: IconFileExport,
  toolbar: 'icon',
  Panel: ({ close }) => <ExportDialog close={close} />,
} satisfies ChartAction;
