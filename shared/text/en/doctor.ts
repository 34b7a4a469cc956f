import type { doctor as zh } from '../zh-CN/doctor.ts';

export const doctor: Readonly<Record<keyof typeof zh, string>> = {
  pages: 'Every encrypted page carries its seal: {{n}} pages',
  database: 'The database is whole: {{n}} pages',
  schema: 'Tables, triggers and views are unchanged: {{n}}',
  references: 'References between records hold: {{n}} tables',
  evidence: 'Original files match the digests taken at import: {{n}}',
  journal: 'The journal is an unbroken chain: {{n}} entries',
  'high-water': 'The journal is not older than last seen: {{n}} marks',
  clock: 'The clock did not go back: {{n}} entries',
  'rows-add-up': 'The row counts of each sheet add up: {{n}} sheets',
  'rows-counted': 'The row counts of each sheet match the rows kept: {{n}} rows',
  records: 'Every imported row has exactly one record: {{n}}',
  sums: 'The sums of each sheet match its records: {{n}} sheets',
  mirrors: 'The two sides of one transfer agree: {{n}}',
  mentions: 'Every mention belongs to a party: {{n}}',
  findings: 'The evidence rows of findings still stand: {{n}} findings',
  links: 'The graph and the records agree in rows and money: {{n}} links',
};
