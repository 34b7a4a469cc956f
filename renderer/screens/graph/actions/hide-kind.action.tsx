import { linkKind } from '../../../../shared/ontology/index.ts';
import { useApp } from '../../../app/store.ts';
import { inLang } from '../../../app/words.ts';
import { changeKept } from '../change-kept.ts';
import { type GraphFilters, noFilters } from '../filters.tsx';
import type { ActionContext, ChartAction } from './action.ts';

const kindOf = ({ graph, link }: ActionContext) => graph.links.find(({ id }) => id === link)?.kind;

/** 隐藏此类: a filter by kind of link, shown among the filters. */
export default {
  id: 'hide-kind',
  label: (context) => {
    const kind = linkKind(kindOf(context) ?? '');
    return context.t('deeds.hideKind', { kind: kind ? inLang(kind.words, context.lang) : '' });
  },
  group: 'sight',
  order: 5,
  on: ['link'],
  possible: (context) => kindOf(context) !== undefined,
  run: (context) => {
    const kind = kindOf(context);
    const now = (useApp.getState().kept['graph.filters'] ?? noFilters) as GraphFilters;
    if (kind) changeKept('graph.filters', now, { ...now, hiddenLinks: [...now.hiddenLinks, kind] }, 'filter');
  },
} satisfies ChartAction;
