import fc from 'fast-check';
import { expect, test } from 'vitest';
import { around } from '../../../../renderer/graph/around.ts';
import { layered } from '../../../../renderer/graph/layered.ts';
import { linkWidth, shortName } from '../../../../renderer/graph/measure.ts';

test('layers stand from left to right: company, promoter, doctor', () => {
  const spots = layered({
    nodes: [
      { id: 'doctor', column: 4, rows: 1, beyond: 0 },
      { id: 'company', column: 0, rows: 1, beyond: 0 },
      { id: 'promoter', column: 1, rows: 1, beyond: 0 },
    ],
    links: [{ source: 'company', target: 'promoter', weight: 9 }],
    width: 900,
    height: 600,
  });
  const x = (id: string) => spots.get(id)?.x ?? 0;
  expect(x('company')).toBeLessThan(x('promoter'));
  expect(x('promoter')).toBeLessThan(x('doctor'));
});

test('linked nodes stand at the same height, so that links cross less', () => {
  const nodes = [0, 1, 2].flatMap((i) => [
    { id: `a${i}`, column: 0, rows: 1, beyond: 0 },
    { id: `b${i}`, column: 1, rows: 1, beyond: 0 },
  ]);
  const links = [0, 1, 2].map((i) => ({ source: `a${i}`, target: `b${2 - i}`, weight: 100 }));
  const spots = layered({ nodes, links, width: 900, height: 600 });
  const y = (id: string) => spots.get(id)?.y ?? 0;
  for (const { source, target } of links) expect(Math.abs(y(source) - y(target))).toBeLessThan(70);
});

test('every node of any graph has a place of its own, and the same one twice', () => {
  const link = fc.record({
    source: fc.integer({ min: 0, max: 25 }),
    target: fc.integer({ min: 0, max: 25 }),
    weight: fc.integer({ min: 0, max: 1000 }),
  });
  fc.assert(
    fc.property(
      fc.array(link, { maxLength: 80 }),
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 26, maxLength: 26 }),
      (links, columns) => {
        const nodes = columns.map((column, i) => ({ id: `n${i}`, column, rows: 1, beyond: 0 }));
        const input = {
          nodes,
          links: links.map((l) => ({ ...l, source: `n${l.source}`, target: `n${l.target}` })),
          width: 1000,
          height: 700,
        };
        const spots = layered(input);
        expect(spots.size).toBe(nodes.length);
        expect(new Set([...spots.values()].map((spot) => `${spot.x} ${spot.y}`)).size).toBe(nodes.length);
        expect(layered(input)).toEqual(spots);
      },
    ),
    { numRuns: 60 },
  );
});

test('in layers no name lies over a name or a node beside it, however many stand in each layer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 5, maxLength: 5 }),
      fc.integer({ min: 600, max: 1900 }),
      fc.integer({ min: 400, max: 1000 }),
      (counts, width, height) => {
        const nodes = counts.flatMap((count, column) =>
          Array.from({ length: count }, (_, i) => ({ id: `${column} ${i}`, column, rows: 1, beyond: 0 })),
        );
        const spots = [...layered({ nodes, links: [], width, height }).values()];
        // a node is 48 px wide and high at most, its name below it 120 and 34
        const boxes = spots.flatMap(({ x, y }, i) => [
          { i, left: x - 24, right: x + 24, top: y - 24, bottom: y + 24 },
          { i, left: x - 60, right: x + 60, top: y + 24, bottom: y + 58 },
        ]);
        for (const a of boxes)
          for (const b of boxes)
            if (a.i < b.i)
              expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      },
    ),
    { numRuns: 80 },
  );
});

test('newcomers stand around their parent, and neither node nor name of one lies over that of another', () => {
  const taken = [
    { x: 0, y: 0 },
    { x: 140, y: 0 },
  ];
  for (const count of [3, 40, 2_000]) {
    const places = around({ x: 0, y: 0 }, count, taken, { x: 300, y: 300 });
    expect(places).toHaveLength(count);
    const all = [...taken, ...places];
    const near = all.flatMap((one, i) =>
      all.slice(i + 1).filter((other) => Math.abs(one.x - other.x) < 120 && Math.abs(one.y - other.y) < 82),
    );
    expect(near).toEqual([]);
    // they stay by their parent: no farther than a disc with as much room for each again
    const reach = Math.max(...places.map(({ x, y }) => Math.hypot(x, y)));
    expect(reach).toBeLessThan(150 + Math.sqrt((2 * count * 124 * 92) / Math.PI));
  }
});

test('the width of a link follows the printed scale', () => {
  expect([1e6, 1e7, 1e8, 1e9, 1e10, 1.2e11].map((fen) => Number(linkWidth(fen).toFixed(1)))).toEqual([
    2, 3.3, 4.9, 6.6, 8.3, 10.1,
  ]);
  expect(linkWidth(null)).toBe(1.5);
});

test('a long name is cut with an ellipsis, a short one is not', () => {
  expect(shortName('华康药业')).toBe('华康药业');
  expect(shortName('澄溪市骨科医疗器械有限责任公司')).toMatch(/^.{8,10}…$/);
});
