import { defineLinkKind } from './kind.ts';

/** 同址: the same address, down to the room, stands beside both; a building alone links nobody. A guess until a person confirms it. */
export default defineLinkKind({
  id: 'sharedAddress',
  words: { zh: '同址', en: 'Shared address' },
  line: 'sparse-dots',
  directed: false,
  money: null,
  inferred: true,
  edge: {
    view: 'shared_address',
    from: 'one',
    to: 'another',
    rows: 'row',
    only: { column: 'verdict', in: ['open', 'confirmed'] },
    text: ['value'],
    cell: ['address', 'home_address'],
    field: 'field',
  },
  aside: {
    view: 'shared_address',
    from: 'one',
    to: 'another',
    rows: 'row',
    only: { column: 'verdict', in: ['rejected'] },
    text: ['value'],
    why: 'verdict',
  },
});
