import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compose, type Look } from '../../../../renderer/graph/compose.ts';
import type { Groups } from '../../../../renderer/graph/frames.ts';
import { edgesOf, type LinkMode, type LinkPart, linkModes } from '../../../../renderer/graph/sums.ts';
import type { GraphLink, GraphNode } from '../../../../shared/protocol/graph.requests.ts';

const node = (id: number, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind: 'person',
  name: `甲${id}`,
  drawnAs: 'doctor',
  detail: '',
  inFen: id * 100,
  outFen: 0,
  degree: 0,
  findings: 0,
  severity: 0,
  sameName: 0,
  tags: [],
  group: null,
  ...more,
});
const link = (kind: string, source: number, target: number, rows: number, fen: number | null): GraphLink => ({
  id: `${kind}:${source}:${target}`,
  kind,
  source,
  target,
  rows,
  fen,
  first: '2024-01-02',
  last: '2024-05-06',
  findings: 0,
});
const look = (more: Partial<Look> = {}): Look => ({
  grouping: 'hospital',
  links: 'direction',
  size: 'amount',
  cap: { nodes: 1500, links: 4000 },
  ...more,
});
const none: Groups = { hand: [], folded: [] };
const noParts = new Map<string, readonly LinkPart[]>();

/** Rows and fen by kind. */
function totals(list: ReadonlyArray<{ kind: string; rows: number; fen: number | null }>) {
  const kinds = Map.groupBy(list, ({ kind }) => kind);
  return Object.fromEntries(
    [...kinds]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, same]) => [
        kind,
        { rows: same.reduce((n, { rows }) => n + rows, 0), fen: same.reduce((n, { fen }) => n + (fen ?? 0), 0) },
      ]),
  );
}

const parties = 14;
/** A chart of fourteen parties, hospital 1 and its people among them, with links of three kinds, each at most once. */
const chart = fc
  .record({
    links: fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom('payment', 'purchase', 'kinship'),
        source: fc.integer({ min: 1, max: parties }),
        target: fc.integer({ min: 1, max: parties }),
        rows: fc.integer({ min: 1, max: 500 }),
        fen: fc.integer({ min: 0, max: 2 ** 40 }),
      }),
      { maxLength: 60, selector: ({ kind, source, target }) => `${kind}:${source}:${target}` },
    ),
    depts: fc.array(fc.constantFrom('骨科', '药剂科', ''), { minLength: parties, maxLength: parties }),
    inside: fc.array(fc.boolean(), { minLength: parties, maxLength: parties }),
    hand: fc.uniqueArray(fc.integer({ min: 1, max: parties }), { maxLength: 5 }),
    folded: fc.uniqueArray(fc.constantFrom('1', 'dept:1:骨科', 'dept:1:药剂科', 'hand:1', 'type:doctor')),
    grouping: fc.constantFrom('none' as const, 'hospital' as const, 'type' as const),
    mode: fc.constantFrom(...linkModes),
    most: fc.integer({ min: 2, max: 20 }),
  })
  .map(({ links, depts, inside, hand, folded, grouping, mode, most }) => ({
    nodes: Array.from({ length: parties }, (_, i) =>
      i === 0
        ? node(1, { kind: 'hospital', drawnAs: 'hospital' })
        : node(i + 1, inside[i] ? { group: 1, ...(depts[i] ? { dept: depts[i] } : {}) } : {}),
    ),
    links: links
      .filter(({ source, target }) => source !== target)
      .map(({ kind, source, target, rows, fen }) => link(kind, source, target, rows, kind === 'kinship' ? null : fen)),
    groups: { hand: hand.length > 0 ? [{ id: 'hand:1', name: '一组', members: hand }] : [], folded },
    look: look({ grouping, links: mode, cap: { nodes: most, links: 4000 } }),
  }));

test('whatever is folded and however pairs are drawn, rows and money of each kind stay what they are, to the fen', () => {
  fc.assert(
    fc.property(chart, ({ nodes, links, groups, look }) => {
      const composed = compose({ nodes, links }, look, groups, noParts, new Set());
      expect(totals(composed.edges)).toEqual(totals(links));
      const told = new Set(composed.edges.flatMap((edge) => edge.links));
      expect(told).toEqual(new Set(links.map(({ id }) => id)));
    }),
    { numRuns: 400 },
  );
});

test('every line ends at a party of its own or at a folded group, and never at somebody inside of one', () => {
  fc.assert(
    fc.property(chart, ({ nodes, links, groups, look }) => {
      const { edges, folded, placeOf } = compose({ nodes, links }, look, groups, noParts, new Set());
      const places = new Set(nodes.map(({ id }) => placeOf(id)));
      for (const edge of edges)
        for (const end of [edge.source, edge.target]) {
          expect(places.has(end)).toBe(true);
          expect(folded.has(end) || placeOf(Number(end)) === end).toBe(true);
        }
    }),
  );
});

test('a folded hospital carries what its people received, by kind, and what they gave each other as a loop', () => {
  const nodes = [
    node(1, { kind: 'hospital', drawnAs: 'hospital' }),
    node(2, { group: 1, dept: '骨科' }),
    node(3, { group: 1, dept: '骨科' }),
    node(4, { drawnAs: 'pharma' }),
  ];
  const links = [
    link('payment', 4, 2, 3, 100_01),
    link('payment', 4, 3, 2, 200_02),
    link('purchase', 1, 4, 9, 5_000_00),
    link('payment', 2, 3, 1, 7),
    link('employment', 2, 1, 4, null),
  ];
  const folded = compose({ nodes, links }, look(), { hand: [], folded: ['1'] }, noParts, new Set());
  expect(folded.edges.map(({ kind, source, target, rows, fen }) => [kind, source, target, rows, fen])).toEqual([
    ['payment', '4', '1', 5, 300_03],
    ['purchase', '1', '4', 9, 5_000_00],
    ['payment', '1', '1', 1, 7],
    ['employment', '1', '1', 4, null],
  ]);
  expect(folded.inside).toBe(2);
  // opened again it is as before: the frame says who works there
  const open = compose({ nodes, links }, look(), none, noParts, new Set());
  expect(open.edges.map(({ id }) => id)).toEqual(links.slice(0, 4).map(({ id }) => id));
  expect([...open.framed.frames.keys()]).toEqual(['dept:1:骨科', '1']);
});

test('a pair as one line says how much of it runs back, and points to where most went', () => {
  const links = [link('payment', 1, 2, 2, 50), link('payment', 2, 1, 5, 400), link('purchase', 1, 2, 1, 9)];
  const [paid, bought] = edgesOf(links, String, 'pair');
  expect(paid).toMatchObject({ source: '2', target: '1', rows: 7, fen: 450, back: { rows: 2, fen: 50 } });
  expect(bought).toMatchObject({ source: '1', target: '2', rows: 1, fen: 9, back: null });
});

test('two people who pay each other are two lines, whoever else is folded', () => {
  const links = [link('payment', 1, 2, 2, 50), link('payment', 2, 1, 5, 400)];
  const edges = edgesOf(links, (id) => (id === 2 ? 'hand:1' : String(id)), 'direction');
  expect(edges.map(({ source, target, fen }) => [source, target, fen])).toEqual([
    ['1', 'hand:1', 50],
    ['hand:1', '1', 400],
  ]);
});

test('rows that are not drawn one by one make one line of their own, so that the sum is kept', () => {
  const part = (key: string, rows: number, fen: number): LinkPart => ({
    link: 'payment:1:2',
    key,
    rows,
    fen,
    first: '2024-01-02',
    last: '2024-01-02',
  });
  for (const mode of ['month', 'row'] as const satisfies readonly LinkMode[]) {
    const parts = new Map([['payment:1:2', [part('a', 1, 70), part('b', 1, 60)]]]);
    const edges = edgesOf([link('payment', 1, 2, 5, 200), link('payment', 2, 3, 1, 4)], String, mode, parts);
    expect(edges.map(({ id, rows, fen }) => [id, rows, fen])).toEqual([
      ['payment:1:2#a', 1, 70],
      ['payment:1:2#b', 1, 60],
      ['payment:1:2#rest', 3, 70],
      ['payment:2:3#rest', 1, 4],
    ]);
  }
});

test('above the cap the parties with most money stay, the others are put together by institution or type and counted', () => {
  const hospital = node(1, { kind: 'hospital', drawnAs: 'hospital', inFen: 9_000_000 });
  const people = Array.from({ length: 40 }, (_, i) => node(i + 2, { group: 1 }));
  const firms = Array.from({ length: 40 }, (_, i) => node(i + 100, { drawnAs: 'cso', kind: 'company' }));
  const nodes = [hospital, ...people, ...firms];
  const links = people.map(({ id }, i) => link('payment', 100 + i, id, 1, id));
  const composed = compose({ nodes, links }, look({ cap: { nodes: 30, links: 4000 } }), none, noParts, new Set([2]));
  const alone = nodes.filter(({ id }) => composed.placeOf(id) === String(id)).map(({ id }) => id);
  expect(alone.length + [...composed.folded].length).toBeLessThanOrEqual(30);
  expect(alone).toContain(1);
  expect(alone).toContain(2);
  expect(composed.overCap).toBe(81 - alone.length);
  expect([...composed.folded].toSorted()).toEqual(['rest:in:1', 'rest:type:cso']);
  expect(totals(composed.edges)).toEqual(totals(links));
});

test('too many lines are put together like too many parties', () => {
  const nodes = Array.from({ length: 60 }, (_, i) => node(i + 1, { drawnAs: i < 30 ? 'cso' : 'doctor' }));
  const links = nodes.flatMap((a) => nodes.filter((b) => b.id > a.id).map((b) => link('payment', a.id, b.id, 1, 100)));
  const composed = compose({ nodes, links }, look({ cap: { nodes: 1500, links: 600 } }), none, noParts, new Set());
  expect(composed.edges.length).toBeLessThanOrEqual(600);
  expect(totals(composed.edges)).toEqual(totals(links));
});
