import { defineLinkKind } from './kind.ts';

/** 同号: the same phone stands beside both: of people, or of a company in a register or a bid. A guess until a person confirms it. */
export default defineLinkKind({
  id: 'sharedPhone',
  words: { zh: '同号', en: 'Shared phone' },
  line: 'sparse-dots',
  directed: false,
  money: null,
  inferred: true,
  edge: {
    view: 'shared_phone',
    from: 'one',
    to: 'another',
    rows: 'row',
    only: { column: 'verdict', in: ['open', 'confirmed'] },
    text: ['value'],
    cell: ['phone'],
    field: 'field',
  },
  aside: {
    view: 'shared_phone',
    from: 'one',
    to: 'another',
    rows: 'row',
    only: { column: 'verdict', in: ['rejected'] },
    text: ['value'],
    why: 'verdict',
  },
});
