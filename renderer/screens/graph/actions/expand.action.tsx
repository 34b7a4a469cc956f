import { IconGitFork } from '@tabler/icons-react';
import { expandAll } from '../expand-all.ts';
import { ExpandDialog } from '../expand-dialog.tsx';
import { expand } from '../graph-store.ts';
import { tellExpanded } from '../tell-expanded.ts';
import type { ChartAction } from './action.ts';

const TEN = 10;

/** 展开: by kind with counts, the next ten, or everybody. */
export default {
  id: 'expand',
  label: ({ t }) => t('graph.expand'),
  group: 'explore',
  order: 1,
  on: ['party'],
  keys: 'E',
  focused: true,
  icon: IconGitFork,
  toolbar: 'word',
  possible: ({ parties }) => parties.length === 1,
  items: (context) => {
    const { t, parties, graph, attempt } = context;
    const node = graph.nodes.find(({ id }) => id === parties[0]);
    return [
      { key: 'kinds', label: t('deeds.expand.kinds') },
      {
        key: 'ten',
        label: t('deeds.expand.ten'),
        run: () => attempt(async () => node && tellExpanded(await expand(node.id, TEN), context)),
      },
      { key: 'all', label: t('deeds.expand.all', { count: node?.degree ?? 0 }), run: () => expandAll(context) },
    ];
  },
  Panel: ({ context, close }) => <ExpandDialog party={context.parties[0]!} close={close} />,
} satisfies ChartAction;
