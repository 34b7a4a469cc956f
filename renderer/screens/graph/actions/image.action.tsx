import { IconPhoto } from '@tabler/icons-react';
import { useSettings } from '../../../app/settings.ts';
import { palette } from '../../../styles/tokens.ts';
import type { ChartAction } from './action.ts';

/** 导出图片: the chart as it stands, with a line that says what is in it. */
export default {
  id: 'image',
  label: ({ t }) => t('graph.image'),
  group: 'keep',
  order: 5,
  on: ['blank'],
  icon: IconPhoto,
  toolbar: 'icon',
  run: async ({ t, graph: { chart, nodes, links } }) => {
    const { canvas: ground, text2: ink } = palette[useSettings.getState().mode];
    const blob = await chart?.png({ ground, ink }, (guesses) =>
      [
        t('graph.summary', { nodes: nodes.length, links: links.length }),
        ...(guesses > 0 ? [t('graph.guesses', { count: guesses })] : []),
      ].join(' · '),
    );
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${t('graph.title')}.png`;
    link.click();
    URL.revokeObjectURL(link.href);
  },
} satisfies ChartAction;
