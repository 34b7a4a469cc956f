import { defineLinkKind } from './kind.ts';

/** 同IP: both sent bids or money from one public network address. A guess until a person confirms it. */
export default defineLinkKind({
  id: 'sharedIp',
  words: { zh: '同IP', en: 'Shared IP address' },
  line: 'sparse-dots',
  directed: false,
  money: null,
  inferred: true,
  edge: {
    view: 'shared_ip',
    from: 'one',
    to: 'another',
    rows: 'row',
    only: { column: 'verdict', in: ['open', 'confirmed'] },
    text: ['value'],
    cell: ['ip'],
    field: 'field',
  },
  aside: {
    view: 'shared_ip',
    from: 'one',
    to: 'another',
    rows: 'row',
    only: { column: 'verdict', in: ['rejected'] },
    text: ['value'],
    why: 'verdict',
  },
});
