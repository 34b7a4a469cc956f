import { defineLinkKind } from './kind.ts';

/** 同设备: both sent bids or money from one network card or machine. A guess until a person confirms it. */
export default defineLinkKind({
  id: 'sharedDevice',
  words: { zh: '同设备', en: 'Shared device' },
  line: 'sparse-dots',
  directed: false,
  money: null,
  inferred: true,
  edge: {
    view: 'shared_device',
    from: 'one',
    to: 'another',
    rows: 'row',
    only: { column: 'verdict', in: ['open', 'confirmed'] },
    text: ['value'],
    cell: ['mac'],
    field: 'field',
  },
  aside: {
    view: 'shared_device',
    from: 'one',
    to: 'another',
    rows: 'row',
    only: { column: 'verdict', in: ['rejected'] },
    text: ['value'],
    why: 'verdict',
  },
});
