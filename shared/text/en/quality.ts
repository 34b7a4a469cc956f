import type { WordsLike } from '../words.ts';
import type { quality as zh } from '../zh-CN/quality.ts';

export const quality: WordsLike<typeof zh> = {
  tab: 'Data quality',
  batches: 'Batches',
  views: 'Views of the import',
  coverage: 'Categories by month',
  monthsOf: '({{n, number}} months with most data, of {{total, number}})',
  basis: { document: 'listed', ours: 'ours' },
  rowsFiles: 'rows {{rows, number}} · files {{files, number}}',
  stops: 'Models that cannot judge for lack of data',
  stopsSub: '{{n, number}} of {{total, number}}',
  stopsNone: 'The data that every model needs are there.',
  accounts: 'Accounts',
  allAccounts: 'All accounts',
  accountsSub: '{{total, number}} accounts, {{breaks, number}} breaks, {{gaps, number}} gaps',
  moreAccounts: '{{shown}} of {{total}} listed, 20 more',
  sheets: 'Quality of each sheet',
  sheetsSub: '100: every row was read without a remark; the lowest first',
  moreSheets: '{{shown}} of {{total}} listed, more',
  flawless: 'nothing taken off',
  partNote: '{{share}}, takes {{lost}} points',
  parts: {
    rejected: 'rejected',
    unreadable: 'unreadable',
    identifiers: 'damaged numbers',
    empty: 'nobody named',
    chain: 'breaks of the balance',
    gaps: 'missing days',
  },
};
