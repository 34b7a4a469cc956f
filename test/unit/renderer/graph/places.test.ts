import fc from 'fast-check';
import { expect, test } from 'vitest';
import { around } from '../../../../renderer/graph/around.ts';
import { layered } from '../../../../renderer/graph/layered.ts';
import { linkWidth, shortName } from '../../../../renderer/graph/measure.ts';

test('layers stand from left to right: company, promoter, doctor', () => {
  const spots = layered({
    nodes: [
      { id: 'doctor', column: 4, places: 1 },
      { id: 'company', column: 0, places: 1 },
      { id: 'promoter', column: 1, places: 1 },
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
    { id: `a${i}`, column: 0, places: 1 },
    { id: `b${i}`, column: 1, places: 1 },
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
        const nodes = columns.map((column, i) => ({ id: `n${i}`, column, places: 1 }));
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

test('newcomers stand around their parent and on nobody', () => {
  const taken = [
    { x: 0, y: 0 },
    { x: 140, y: 0 },
  ];
  const places = around({ x: 0, y: 0 }, 40, taken, { x: 300, y: 300 });
  expect(places).toHaveLength(40);
  const all = [...taken, ...places];
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(60);
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
