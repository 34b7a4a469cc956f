import { showOnly } from '../sight.ts';
import type { ChartAction } from './action.ts';

/** 只看此主体: everybody who is farther away on the chart is hidden. */
export default {
  id: 'around',
  label: ({ t }) => t('deeds.around'),
  group: 'explore',
  order: 4,
  on: ['party'],
  possible: ({ parties }) => parties.length > 0,
  items: ({ t, parties, graph: { chart } }) =>
    [1, 2, 3].map((layers) => ({
      key: String(layers),
      label: t('deeds.layers', { count: layers }),
      run: () => chart && showOnly(chart.within(parties, layers)),
    })),
} satisfies ChartAction;
