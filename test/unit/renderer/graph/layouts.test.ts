import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layouts } from '../../../../renderer/graph/layouts/index.ts';
import {
  type LayoutInput,
  type LayoutLink,
  type LayoutNode,
  layoutNames,
} from '../../../../renderer/graph/layouts/layout.ts';
import { CELL, placeBy } from '../../../../renderer/graph/layouts/place-blocks.ts';

const node = (id: string, more: Partial<LayoutNode> = {}): LayoutNode => ({
  id,
  frame: null,
  column: 4,
  institution: null,
  post: '',
  ...more,
});
const link = (source: string, target: string, more: Partial<LayoutLink> = {}): LayoutLink => ({
  source,
  target,
  weight: 1,
  first: null,
  ...more,
});
const input = (nodes: LayoutNode[], links: LayoutLink[], more: Partial<LayoutInput> = {}): LayoutInput => ({
  nodes,
  links,
  at: {},
  fixed: [],
  width: 1200,
  height: 700,
  ...more,
});

/** Graphs of up to 40 nodes, some of them in frames, some fixed. */
const anyInput = fc
  .record({
    nodes: fc.array(
      fc.record({
        column: fc.integer({ min: 0, max: 5 }),
        frame: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 3 }),
        institution: fc.option(fc.integer({ min: 0, max: 4 })),
        fixed: fc.boolean(),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    links: fc.array(
      fc.record({
        source: fc.nat(39),
        target: fc.nat(39),
        month: fc.option(fc.integer({ min: 1, max: 12 })),
      }),
      { maxLength: 80 },
    ),
  })
  .map(({ nodes, links }) => {
    const frame = (at: number | null) => (at === null || at >= nodes.length ? null : String(at));
    return input(
      nodes.map((each, i) =>
        node(String(i), {
          column: each.column,
          // the first five may be frames, and stand in none
          frame: i < 5 ? null : frame(each.frame),
          institution: frame(each.institution),
        }),
      ),
      links
        .filter(({ source, target }) => source < nodes.length && target < nodes.length)
        .map(({ source, target, month }) =>
          link(String(source), String(target), {
            first: month === null ? null : `2025-${String(month).padStart(2, '0')}-03`,
          }),
        ),
      {
        at: Object.fromEntries(nodes.map((_, i) => [String(i), { x: (i % 7) * 300, y: Math.floor(i / 7) * 300 }])),
        fixed: nodes.flatMap(({ fixed }, i) => (fixed && i % 3 === 0 ? String(i) : [])),
      },
    );
  });

describe.each(layoutNames)('%s', (name) => {
  test('places everybody but frames, leaves the fixed to the pixel, and puts nobody on somebody', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const places = placeBy(layouts[name], given);
        const frames = new Set(given.nodes.map(({ frame }) => frame));
        const members = given.nodes.filter(({ id }) => !frames.has(id)).map(({ id }) => id);
        for (const id of members) {
          expect(Number.isFinite(places[id]?.x)).toBe(true);
          expect(Number.isFinite(places[id]?.y)).toBe(true);
        }
        for (const id of given.fixed) if (!frames.has(id)) expect(places[id]).toEqual(given.at[id]);
        const framesWithFixed = new Set(
          given.nodes.filter(({ id }) => given.fixed.includes(id)).map(({ frame, id }) => frame ?? id),
        );
        const free = members.filter((id) => !framesWithFixed.has(given.nodes[Number(id)]!.frame ?? id));
        const spots = free.map((id) => `${Math.round(places[id]!.x)} ${Math.round(places[id]!.y)}`);
        expect(new Set(spots).size).toBe(spots.length);
      }),
      { numRuns: name === 'force' ? 25 : 60 },
    );
  });

  test('gives the same places for the same chart', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        expect(placeBy(layouts[name], given)).toEqual(placeBy(layouts[name], structuredClone(given)));
      }),
      { numRuns: name === 'force' ? 15 : 30 },
    );
  });
});

test('a chart of 1,500 parties and 4,000 links is placed with nobody on anybody, tells how far it is, and comes out the same twice', () => {
  const nodes = Array.from({ length: 1_500 }, (_, i) => node(String(i)));
  // hubs, as in money: the k-th link ends at a small number more often
  const links = Array.from({ length: 4_000 }, (_, k) =>
    link(String((k * 7919) % 1_500), String(((k * k) % 1_499) % (1 + (k % 90)))),
  );
  const shares: number[] = [];
  const places = placeBy(layouts.force, input(nodes, links), (share) => shares.push(share));
  expect(shares.length).toBeGreaterThan(10);
  expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  const spots = Object.values(places);
  const byCell = Map.groupBy(spots, ({ x, y }) => `${Math.floor(x / 40)} ${Math.floor(y / 40)}`);
  expect(Math.max(...[...byCell.values()].map(({ length }) => length))).toBe(1);
  expect(placeBy(layouts.force, input(nodes, links))).toEqual(places);
});

test('in a force layout of a small chart no name lies over another, and the chart has the proportions of the window', () => {
  for (const size of [24, 60]) {
    const nodes = Array.from({ length: size }, (_, i) => node(String(i)));
    // a hub with many, a chain, and somebody alone
    const links = nodes.slice(2).map((_, i) => link(i % 3 === 0 ? String(i) : '0', String(i + 1)));
    const places = Object.values(placeBy(layouts.force, input(nodes, links, { width: 900, height: 400 })));
    for (const [i, a] of places.entries())
      for (const b of places.slice(i + 1)) expect(Math.abs(a.x - b.x) >= 110 || Math.abs(a.y - b.y) >= 80).toBe(true);
    const span = (all: number[]) => Math.max(...all) - Math.min(...all);
    expect(span(places.map(({ x }) => x))).toBeGreaterThan(1.2 * span(places.map(({ y }) => y)));
  }
});

test('linked parties stand nearer to each other than others, small or large', () => {
  for (const size of [60, 400]) {
    const nodes = Array.from({ length: size }, (_, i) => node(String(i)));
    const groups = 4;
    const links = nodes.flatMap((_, i) => [1, 5, 9].map((step) => link(String(i), String((i + step * groups) % size))));
    const places = placeBy(layouts.force, input(nodes, links));
    const far = (a: number, b: number) => Math.hypot(places[a]!.x - places[b]!.x, places[a]!.y - places[b]!.y);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const linked = mean(links.map(({ source, target }) => far(Number(source), Number(target))));
    const any = mean(nodes.map((_, i) => far(i, (i * 17 + 1) % size)));
    expect(linked).toBeLessThan(any * 0.75);
  }
});

test('concentric: whoever is linked to more never stands further out', () => {
  const nodes = Array.from({ length: 60 }, (_, i) => node(String(i)));
  const links = nodes.flatMap((_, i) =>
    Array.from({ length: i % 9 }, (__, k) => link(String(i), String((i + k + 1) % 60))),
  );
  const degree = (id: string) =>
    new Set(links.filter((l) => l.source === id || l.target === id).map((l) => (l.source === id ? l.target : l.source)))
      .size;
  const places = placeBy(layouts.concentric, input(nodes, links));
  const rings = nodes
    .map(({ id }) => ({ degree: degree(id), far: Math.round(Math.hypot(places[id]!.x, places[id]!.y)) }))
    .sort((a, b) => a.far - b.far);
  for (const [i, { degree: here, far }] of rings.entries())
    for (const next of rings.slice(i + 1)) if (next.far > far) expect(next.degree).toBeLessThanOrEqual(here);
});

test('by institution: people stand in the column of their hospital, its departments below it, companies to the left', () => {
  const places = placeBy(
    layouts.institution,
    input(
      [
        node('1', { column: 0 }),
        node('2', { column: 5, institution: '2' }),
        node('3', { column: 5, institution: '3' }),
        node('4', { institution: '2', post: '主任医师' }),
        node('5', { institution: '3', post: '药师' }),
        node('6', { column: 5, institution: '6' }),
        node('7', { institution: '6' }),
      ],
      [link('1', '4'), link('1', '2'), link('6', '2')],
    ),
  );
  const x = (id: string) => places[id]!.x;
  expect([x('4'), x('6'), x('7')]).toEqual([x('2'), x('2'), x('2')]);
  expect(x('5')).toBe(x('3'));
  expect(x('1')).toBeLessThan(Math.min(x('2'), x('3')));
  const down = ['2', '4', '6', '7'].map((id) => places[id]!.y);
  expect(down).toEqual([...down].sort((a, b) => a - b));
});

test('by time: earlier months stand further left, undated ones at the far right', () => {
  const places = placeBy(
    layouts.time,
    input(
      ['1', '2', '3', '4', '5'].map((id) => node(id)),
      [
        link('1', '2', { first: '2024-03-09' }),
        link('3', '4', { first: '2024-01-30' }),
        link('2', '3', { first: '2025-01-01' }),
      ],
    ),
  );
  const x = (id: string) => places[id]!.x;
  expect(x('3')).toBe(x('4'));
  expect(x('1')).toBe(x('2'));
  expect(x('3')).toBeLessThan(x('1'));
  expect(x('1')).toBeLessThan(x('5'));
});

test('where whole columns stand beside each other, no name lies over one of the column beside it', () => {
  const nodes = Array.from({ length: 23 }, (_, i) => node(String(i + 1), { column: Math.floor(i / 12) }));
  const links = nodes.slice(1).map(({ id }, i) => link(id, '1', { first: `2024-0${1 + Math.floor(i / 11)}-09` }));
  for (const name of ['institution', 'time', 'circle'] as const) {
    const spots = Object.values(placeBy(layouts[name], input(nodes, links, { width: 760, height: 560 })));
    const over = spots.flatMap((one, i) =>
      spots.slice(i + 1).filter((other) => Math.abs(one.x - other.x) < 112 && Math.abs(one.y - other.y) < 34),
    );
    expect({ name, over }).toEqual({ name, over: [] });
  }
});

test('by hand: nobody moves', () => {
  const at = { '1': { x: 3, y: 4 }, '2': { x: -8, y: 9 } };
  expect(placeBy(layouts.manual, input([node('1'), node('2')], [link('1', '2')], { at }))).toEqual(at);
});

test('members of a frame stand side by side, apart from everybody else', () => {
  const nodes = [
    node('1', { column: 5, institution: '1' }),
    ...['2', '3', '4', '5'].map((id) => node(id, { frame: '1', institution: '1' })),
    ...['6', '7', '8'].map((id) => node(id)),
  ];
  for (const name of layoutNames.filter((each) => each !== 'manual')) {
    const places = placeBy(
      layouts[name],
      input(nodes, [link('6', '2'), link('7', '3'), link('8', '4'), link('6', '7')]),
    );
    const inside = ['2', '3', '4', '5'].map((id) => places[id]!);
    const [left, right] = [Math.min(...inside.map(({ x }) => x)), Math.max(...inside.map(({ x }) => x))];
    const [top, bottom] = [Math.min(...inside.map(({ y }) => y)), Math.max(...inside.map(({ y }) => y))];
    expect({ name, wide: Math.round(right - left), tall: Math.round(bottom - top) }).toEqual({
      name,
      wide: CELL.width,
      tall: CELL.height,
    });
    for (const id of ['6', '7', '8']) {
      const { x, y } = places[id]!;
      expect(x > left - 40 && x < right + 40 && y > top - 40 && y < bottom + 40).toBe(false);
    }
  }
});
