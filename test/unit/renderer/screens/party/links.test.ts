import { expect, test } from 'vitest';
import { moneyOf, otherOf, type Party } from '../../../../../renderer/screens/party/links.ts';

const link = (id: number, kind: string, fen: number | null) => ({
  party: { id, kind: 'company', name: `公司${id}` },
  kind,
  rows: 1,
  fen,
  first: null,
  last: null,
});
const party: Party = {
  id: 1,
  kind: 'person',
  name: '张某',
  drawnAs: 'person',
  aliases: [],
  identity: '',
  inFen: 500,
  outFen: 0,
  rows: 4,
  findings: [],
  sameName: 0,
  tags: [],
  identifiers: [],
  mentions: [],
  mentionsTotal: 0,
  in: [link(2, 'fee', 900), link(3, 'payment', 100), link(4, 'payment', 400)],
  inTotal: 3,
  out: [link(5, 'employment', null)],
  outTotal: 1,
  facts: [],
};

test('what statements prove stands before what ledgers say, each kind from the largest on', () => {
  expect(moneyOf(party, 'in').map(({ kind, party: { id } }) => [kind, id])).toEqual([
    ['payment', 4],
    ['payment', 3],
    ['fee', 2],
  ]);
});

test('links without money stand apart, with the way they run', () => {
  expect(otherOf(party).map(({ kind, direction }) => [kind, direction])).toEqual([['employment', 'out']]);
});

test('relatives and posts stand before contracts and meetings', () => {
  const out = [link(6, 'attendance', null), link(7, 'contract-party', null), link(8, 'kinship', null)];
  expect(otherOf({ ...party, out: [...party.out, ...out] }).map(({ kind }) => kind)).toEqual([
    'kinship',
    'employment',
    'attendance',
    'contract-party',
  ]);
});
