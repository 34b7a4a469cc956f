import type { WordsLike } from '../words.ts';
import type { chartFile as zh } from '../zh-CN/chart-file.ts';

export const chartFile: WordsLike<typeof zh> = {
  unmarked: 'unmarked',
  masks: { internal: 'internal, complete', partner: 'for partners', public: 'public' },
  chartTitle: 'Relationship chart',
  sides: { paid: 'paid', got: 'got' },
  badge: 'findings',
  rows: ' rows',
  members: '{{n}} entities',
  scale: { s1: 'CNY 10,000', s2: '100,000', s3: '1 m', s4: '10 m' },
  stamp: {
    case: 'Case {{number}} {{title}} · Classification {{classification}}',
    holds: 'This file holds {{parties}} of {{allParties}} entities and {{links}} of {{allLinks}} links',
    guesses: '{{n}} of them, marked “?”, are inferred and not confirmed',
    folded: '{{n}} of the entities are folded into {{groups}} nodes',
    mask: 'Masking {{level}}',
    purpose: 'Purpose {{purpose}}',
    made: 'Made {{at}} · {{actor}} · {{tool}}',
    head: 'Last journal entry {{seq}} {{hash}}',
    lead: 'Everything shown is a lead to be checked, not a verdict.',
  },
  ftm: { rows: 'rows', sum: 'in all', booked: 'as booked' },
  title: 'Export chart',
  format: 'Format',
  pictures: 'Pictures',
  data: 'Data',
  formats: {
    png: 'PNG image',
    svg: 'SVG drawing',
    pdf: 'PDF',
    graphml: 'GraphML (yEd, Gephi, Cytoscape)',
    gexf: 'GEXF (Gephi)',
    'csv-nodes': 'CSV table of entities (Gephi, Neo4j)',
    'csv-edges': 'CSV table of links (Gephi, Neo4j)',
    ftm: 'FollowTheMoney (Aleph, OpenAleph)',
  },
  scope: 'Extent',
  scopes: { shown: 'What is drawn', case: 'Whole case' },
  holds:
    'Will hold {{parties, number}} of {{allParties, number}} entities, {{links, number}} of {{allLinks, number}} links',
  holdsCase: 'Will hold all {{parties, number}} entities and {{links, number}} links of the case',
  mask: 'Masking',
  maskNotes: {
    internal: 'Names, numbers and accounts in full.',
    partner: 'Identity numbers, accounts and phones masked; names kept.',
    public: 'Persons as 张某1; numbers and accounts withheld.',
  },
  ftmNote:
    'The format has no type for products, tenders, invoices, leads and cash: these and their links are left out; the result says how many were written.',
  edgesNote: 'Its ends are the Ids of the table of entities: export both.',
  purpose: 'Purpose',
  purposeHint: 'stands in the file and in the journal',
  write: 'Export',
  written:
    'Exported {{parties, number}} of {{allParties, number}} entities, {{links, number}} of {{allLinks, number}} links',
  nothing: 'No entity on the chart',
};
