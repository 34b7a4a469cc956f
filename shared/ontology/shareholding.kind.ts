import { defineLinkKind } from './kind.ts';

/** 持股: the person or body has a share in the company. Capital promised or paid is no payment. */
export default defineLinkKind({
  id: 'shareholding',
  words: { zh: '持股', en: 'Shareholding' },
  line: 'dotted',
  directed: true,
  money: null,
  edge: {
    view: 'shareholding',
    from: 'holder',
    to: 'company',
    rows: 'row',
    on: 'day',
    text: ['share', 'position'],
    cell: ['share_pct', 'subscribed', 'person_name'],
  },
});
