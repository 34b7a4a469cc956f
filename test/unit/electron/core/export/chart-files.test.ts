import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChartData } from '../../../../../electron/core/export/chart/chart-data.ts';
import { csvLine } from '../../../../../electron/core/export/chart/csv-line.ts';
import { dataFormats } from '../../../../../electron/core/export/chart/formats.ts';
import { type FtmEntity, ftmCounts } from '../../../../../electron/core/export/chart/ftm.export.ts';
import { type ChartChoice, readChart } from '../../../../../electron/core/export/chart/read-chart.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { caseIdOf } from '../../../../../electron/core/store/meta.ts';
import { makeCase } from '../../../../make/make-case.ts';
import { csvReader, graphReaders, python, type ReadGraph, readBy } from '../../../../make/read-chart-file.ts';
import { sampleCase } from '../../../../make/sample-case.ts';

const account = '9999990000012345678';
const phone = '0990-88110001';
const hostile = '=HYPERLINK("http://x","领取")有限公司';

if (!python) console.warn('skipped: GraphML, GEXF and CSV are not re-read, no Python with networkx here');

const folder = mkdtempSync(join(tmpdir(), 'qy-chart-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let small: Store;
let wholeSample: ChartData;
beforeAll(async () => {
  small = makeCase()
    .sheet('bank_flow', [
      booking({ txn_date: '2025-06-20', amount: '49,900.00' }),
      booking({ txn_date: '2025-07-01', amount: '0.29' }),
      booking({ counterparty_name: hostile, counterparty_account: '9999990000099999999', amount: '12.30' }),
    ])
    .sheet('company', [
      { name: '甲药业有限公司', phone, address: '澄溪市创新大道1号801室' },
      { name: '乙“推广”<&>有限公司', phone, address: '澄溪市创新大道1号801室' },
    ])
    .store();
  wholeSample = chartOf((await sampleCase(1, 'S')).store);
});

const booking = (more: Record<string, string>) => ({
  holder_name: '甲药业有限公司',
  holder_account: '990000000000001',
  txn_date: '2025-06-20',
  dc_flag: '付',
  counterparty_name: '沈砚秋',
  counterparty_account: account,
  summary: '学术推广费',
  ...more,
});

const chartOf = (store: Store, choice: Partial<ChartChoice> = {}): ChartData =>
  readChart(
    { store, caseId: caseIdOf(store), folder: '', key: Buffer.alloc(0), actor: '办案人甲' },
    { mask: 'internal', lang: 'zh-CN', purpose: '研判', at: new Date('2026-01-05T02:00:00Z'), ...choice },
  );
const text = (format: keyof typeof dataFormats, data: ChartData) => [...dataFormats[format].write(data)].join('');
const entities = (data: ChartData): FtmEntity[] =>
  text('ftm', data)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as FtmEntity);

/** Writes the text to a file, and reads it by another program. */
function readBack<T>(name: string, content: string, program: string): T {
  const file = join(folder, name);
  writeFileSync(file, content);
  return readBy<T>(file, program);
}

describe.skipIf(!python).each(['graphml', 'gexf'] as const)('%s', (format) => {
  test.each([
    ['a small case with hostile names', () => chartOf(small)],
    ['the sample case', () => wholeSample],
  ])('networkx reads %s as it is: every party, every link, every amount to the fen', (name, of) => {
    const data = of();
    const read = readBack<ReadGraph>(`${name}.${format}`, text(format, data), graphReaders[format]);
    const told = <T>(list: readonly T[], key: (of: T) => string) => list.map(key).sort();
    expect(told(read.nodes, (node) => `${node.label} ${node.type}`)).toEqual(
      told(data.parties, (party) => `${party.name} ${party.kindWord}`),
    );
    expect(told(read.edges, (e) => `${e.relation} ${e.rows} ${e.amount_fen ?? 'none'} ${e.guess}`)).toEqual(
      told(data.links, (l) => `${l.kindWord} ${l.rows} ${l.fen ?? 'none'} ${l.guess}`),
    );
    for (const { amount_yuan, amount_fen } of read.edges)
      if (typeof amount_fen === 'number') expect(Math.round(amount_yuan! * 100)).toBe(amount_fen);
    expect(read.about).toContain(`${data.parties.length} / 共 ${data.of.parties} 个主体`);
    expect(read.about).toContain(data.head.hash);
    expect(read.about).toContain('密级 内部');
  });
});

test.skipIf(!python)('CSV is read by another program as it is, and no cell starts a formula', () => {
  const data = chartOf(small);
  const nodes = readBack<Array<Record<string, string>>>('nodes.csv', text('csv-nodes', data), csvReader);
  const edges = readBack<Array<Record<string, string>>>('edges.csv', text('csv-edges', data), csvReader);
  expect(nodes.map(({ Id, Label }) => `${Id} ${Label}`)).toEqual(
    data.parties.map(({ id, name }) => `${id} ${name.startsWith('=') ? `'${name}` : name}`),
  );
  expect(nodes.some(({ Label }) => Label === `'${hostile}`)).toBe(true);
  expect(edges.map((e) => [e.Source, e.Target, e.relation, e.amount_yuan, e.rows])).toEqual(
    data.links.map((l) => [
      String(l.source),
      String(l.target),
      l.kindWord,
      l.fen === null ? '' : (l.fen / 100).toFixed(2),
      String(l.rows),
    ]),
  );
  const ids = new Set(nodes.map(({ Id }) => Id));
  for (const { Source, Target } of edges) expect(ids.has(Source!) && ids.has(Target!)).toBe(true);
  for (const row of [...nodes, ...edges])
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r](?!\d+(\.\d+)?$)/);
});

test('what a spreadsheet would take for a formula stays a text, numbers stay numbers', () => {
  expect(csvLine(['=1+1', '+cmd', '-2+3', '@SUM', '\t=x', ' =x', '＝x', '-12.50', -3, null, true, 'a,"b"'])).toBe(
    `'=1+1,'+cmd,'-2+3,'@SUM,'\t=x,' =x,'＝x,-12.50,-3,,true,"a,""b"""\r\n`,
  );
  expect(text('csv-nodes', chartOf(small)).startsWith('\uFEFFId,Label,')).toBe(true);
});

/**
 * Facts of the FollowTheMoney schemata this program writes, noted from the YAML files of
 * https://github.com/alephdata/followthemoney and https://github.com/opensanctions/followthemoney (followthemoney/schema/NAME.yaml): what a schema
 * extends, which properties it adds, and for properties that name an entity the range.
 */
const facts: Record<string, { extends: string[]; properties: Record<string, string | null> }> = {
  Thing: { extends: [], properties: { name: null, summary: null } },
  Value: { extends: [], properties: { amount: null, currency: null } },
  Interval: { extends: [], properties: { date: null, startDate: null, endDate: null, summary: null } },
  Interest: { extends: ['Interval'], properties: { role: null, status: null } },
  Asset: { extends: ['Thing', 'Value'], properties: {} },
  LegalEntity: {
    extends: ['Thing'],
    properties: { idNumber: null, uscCode: null, taxNumber: null, registrationNumber: null, phone: null, email: null },
  },
  Person: { extends: ['LegalEntity'], properties: {} },
  Organization: { extends: ['LegalEntity'], properties: {} },
  PublicBody: { extends: ['Organization'], properties: {} },
  Company: { extends: ['Organization', 'Asset'], properties: {} },
  BankAccount: { extends: ['Asset'], properties: { accountNumber: null } },
  Contract: { extends: ['Asset'], properties: { title: null } },
  Event: { extends: ['Interval', 'Thing'], properties: { organizer: 'LegalEntity', involved: 'LegalEntity' } },
  Payment: {
    extends: ['Interval', 'Value'],
    properties: {
      payer: 'LegalEntity',
      payerAccount: 'BankAccount',
      beneficiary: 'LegalEntity',
      beneficiaryAccount: 'BankAccount',
    },
  },
  Ownership: { extends: ['Interest'], properties: { owner: 'LegalEntity', asset: 'Asset' } },
  Employment: { extends: ['Interest'], properties: { employer: 'Organization', employee: 'Person' } },
  Directorship: { extends: ['Interest'], properties: { director: 'LegalEntity', organization: 'Organization' } },
  Representation: { extends: ['Interest'], properties: { agent: 'LegalEntity', client: 'LegalEntity' } },
  Family: { extends: ['Interval'], properties: { person: 'Person', relative: 'Person', relationship: null } },
  UnknownLink: { extends: ['Interest'], properties: { subject: 'Thing', object: 'Thing' } },
};
const isA = (schema: string, wanted: string): boolean =>
  schema === wanted || facts[schema]!.extends.some((parent) => isA(parent, wanted));
const propertiesOf = (schema: string): Record<string, string | null> =>
  Object.assign({}, ...facts[schema]!.extends.map(propertiesOf), facts[schema]!.properties);

test('FollowTheMoney: every entity of the sample has a known schema, properties of that schema, and ends that its range allows', () => {
  const data = wholeSample;
  const written = entities(data);
  const byId = new Map(written.map((entity) => [entity.id, entity]));
  expect(byId.size).toBe(written.length);
  for (const { schema, properties } of written) {
    expect(Object.keys(facts)).toContain(schema);
    const known = propertiesOf(schema);
    for (const [name, values] of Object.entries(properties)) {
      expect({ schema, name, isKnown: name in known }).toEqual({ schema, name, isKnown: true });
      for (const value of values) {
        expect(value).not.toBe('');
        const range = known[name];
        if (range)
          expect({ schema, name, ok: isA(byId.get(value)!.schema, range) }).toEqual({ schema, name, ok: true });
      }
    }
  }
  const schemata = new Set(written.map(({ schema }) => schema));
  for (const schema of [
    'Person',
    'Company',
    'Organization',
    'PublicBody',
    'BankAccount',
    'Payment',
    'Ownership',
    'Family',
    'Employment',
    'Directorship',
    'Event',
    'UnknownLink',
  ])
    expect(schemata).toContain(schema);
  const paid = written.filter(({ schema }) => schema === 'Payment').map(({ properties }) => properties.amount![0]!);
  const counts = ftmCounts(data);
  expect(counts.parties).toBe(written.filter(({ schema }) => isA(schema, 'Thing')).length);
  expect(counts.parties).toBeLessThan(data.of.parties);
  expect(paid.every((amount) => /^\d+\.\d\d$/.test(amount))).toBe(true);
});

test('FollowTheMoney: the same party has the same id in every file of the case, and another one in a file for other eyes', () => {
  const ids = (data: ChartData) => entities(data).map(({ id }) => id);
  expect(ids(chartOf(small))).toEqual(ids(chartOf(small, { at: new Date('2027-01-01T00:00:00Z') })));
  const [inside, outside] = [new Set(ids(chartOf(small))), ids(chartOf(small, { mask: 'public' }))];
  expect(outside.filter((id) => inside.has(id))).toEqual([]);
});

test('FollowTheMoney: a guess says that it is one, and the sum of a payment link is that of its rows', () => {
  const written = entities(chartOf(small));
  const guess = written.find(({ properties }) => properties.role?.[0] === '同号 ?');
  expect(guess).toMatchObject({ schema: 'UnknownLink', properties: { status: ['？推断，未确认'] } });
  const payment = written.find(({ schema, properties }) => schema === 'Payment' && properties.startDate);
  expect(payment?.properties).toMatchObject({
    amount: ['49900.29'],
    currency: ['CNY'],
    startDate: ['2025-06-20'],
    endDate: ['2025-07-01'],
  });
});

test.each(Object.keys(dataFormats) as Array<keyof typeof dataFormats>)(
  '%s for other eyes holds no account, phone or, made public, name of a person',
  (format) => {
    const inside = text(format, chartOf(small));
    if (format !== 'csv-edges') expect(inside).toContain('沈砚秋');
    const partner = text(format, chartOf(small, { mask: 'partner' }));
    const open = text(format, chartOf(small, { mask: 'public' }));
    for (const number of [account, phone, '990000000000001', '88110001']) {
      expect(partner).not.toContain(number);
      expect(open).not.toContain(number);
    }
    expect(open).not.toContain('沈砚秋');
    if (format !== 'csv-edges') expect(open).toContain('沈某1');
  },
);

test('what is drawn is written with its places, and says how much of the case it is', () => {
  const whole = chartOf(small);
  const [payment] = whole.links.filter(({ kind }) => kind === 'payment');
  const { source, target, id } = payment!;
  const data = chartOf(small, {
    shown: {
      places: [
        { id: String(source), parties: [source], name: '', x: 1, y: 2, size: 40, frame: null },
        { id: String(target), parties: [target], name: '', x: 300, y: 4, size: 40, frame: null },
      ],
      links: [id],
      texts: [],
    },
  });
  expect({
    parties: data.parties.map((party) => party.id).sort(),
    links: data.links.map((link) => link.id),
    of: data.of,
  }).toEqual({
    parties: [source, target].sort(),
    links: [id],
    of: whole.of,
  });
  expect(text('graphml', data)).toContain('<data key="x">300.0</data>');
  expect(text('gexf', data)).toContain(`本文件含 2 / 共 ${whole.of.parties} 个主体，1 / 共 ${whole.of.links} 条关系`);
});
