import { AddFinding } from '../hand/add-finding.tsx';
import type { ChartAction } from './action.ts';

/** 加入疑点: rows of what is selected or pointed to become a finding made by hand, or stand beside one that there is. */
export default {
  id: 'add-finding',
  label: ({ t }) => t('deeds.finding.action'),
  group: 'open',
  order: 4,
  on: ['party', 'link'],
  possible: ({ parties, links }) => parties.length + links.length > 0,
  Panel: AddFinding,
} satisfies ChartAction;
