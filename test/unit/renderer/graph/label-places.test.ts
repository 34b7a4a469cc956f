import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asMuchOf, type LineLabel, placeLabels, roomOf } from '../../../../renderer/graph/label-places.ts';

const line = (id: string, y: number, texts: string[], always = false): LineLabel => ({
  id,
  texts,
  always,
  at: (share) => ({ x: 400 * share, y }),
});
const box = (x: number, y: number, half: number) => ({ x1: x - half, y1: y - half, x2: x + half, y2: y + half });

test('a label stands in the middle of its line, beside it where a party stands there, and with less in it where there is little room', () => {
  expect(placeLabels([line('a', 0, ['6笔\n169.06万元'])], []).get('a')).toEqual({
    text: '6笔\n169.06万元',
    share: 0.5,
    crossed: false,
    x: 0,
    y: 0,
  });
  const beside = placeLabels([line('a', 0, ['6笔\n169.06万元', '!'])], [box(200, 0, 20)]).get('a')!;
  expect(beside.text).toBe('6笔\n169.06万元');
  expect(Math.abs(beside.x)).toBeGreaterThan(20 + roomOf('169.06万元').w / 2 - 1);
  const crowd = [60, 140, 220, 300, 380].map((x) => box(x, 0, 25));
  expect(placeLabels([line('a', 0, ['6笔\n169.06万元', '!'])], crowd).get('a')!.text).toBe('!');
});

test('a label steps aside for another labelled line that would run over it', () => {
  const across: LineLabel = {
    id: 'b',
    texts: ['1笔'],
    always: false,
    at: (share) => ({ x: 200, y: 400 * (share - 0.1) }),
  };
  const { x } = placeLabels([line('a', 0, ['6笔']), across], []).get('a')!;
  expect(Math.abs(x)).toBeGreaterThanOrEqual(roomOf('6笔').w / 2);
  expect(placeLabels([line('a', 0, ['6笔']), across], []).get('a')!.crossed).toBe(false);
});

test('where other labelled lines run over all of a line, its label is known to be crossed: it is drawn above them', () => {
  const beside = line('b', 2, ['1笔']);
  const placed = placeLabels([line('a', 0, ['6笔']), beside], []);
  expect(placed.get('a')).toEqual({ text: '6笔', share: 0.5, crossed: true, x: 0, y: 0 });
});

test('a label that finds no place is not drawn; the one of what is selected always is', () => {
  const wall = [{ x1: -10, y1: -50, x2: 410, y2: 50 }];
  expect(placeLabels([line('a', 0, ['!'])], wall).get('a')!.text).toBe('');
  expect(placeLabels([line('a', 0, ['6笔'], true)], wall).get('a')).toEqual({
    text: '6笔',
    share: 0.5,
    crossed: false,
    x: 0,
    y: 0,
  });
});

test('the label of what is selected covers nobody where its line has a free spot for all of it', () => {
  const { text, x } = placeLabels([line('a', 0, ['6笔\n169.06万元', '!'], true)], [box(200, 0, 20)]).get('a')!;
  expect(text).toBe('6笔\n169.06万元');
  expect(Math.abs(x)).toBeGreaterThan(20);
});

test('as much of a new figure is drawn as of the one before: none is left standing that no longer holds', () => {
  const drawn = (text: string, label: string) => asMuchOf(label, { of: '! 6笔\n169.06万元', drawn: text });
  expect(drawn('! 6笔\n169.06万元', '! 1笔\n5.40万元')).toBe('! 1笔\n5.40万元');
  expect(drawn('! 169.06万元', '! 1笔\n5.40万元')).toBe('! 5.40万元');
  expect(drawn('! 169.06万元', '1笔\n5.40万元')).toBe('5.40万元');
  expect(drawn('! 169.06万元', '持股')).toBe('');
  expect(drawn('!', '! 1笔\n5.40万元')).toBe('!');
  expect(drawn('!', '1笔\n5.40万元')).toBe('');
  for (const text of ['', '! 6笔\n169.06万元', '! 169.06万元', '!']) expect(drawn(text, '')).toBe('');
  expect(drawn('', '! 1笔\n5.40万元')).toBe('');
});

test('no label covers a party or another label, wherever they stand', () => {
  const spot = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) });
  fc.assert(
    fc.property(
      fc.array(spot, { maxLength: 8 }),
      fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }),
      (nodes, heights) => {
        const bodies = nodes.map(({ x, y }) => box(x, y, 24));
        const labels = heights.map((y, n) => line(String(n), y, ['12笔\n3.4万元', '!']));
        const placed = placeLabels(labels, bodies);
        const boxes = labels.flatMap(({ id, at }) => {
          const { text, x, y } = placed.get(id)!;
          const { w, h } = roomOf(text);
          const middle = at(0.5);
          return text === ''
            ? []
            : [
                {
                  x1: middle.x + x - w / 2,
                  y1: middle.y + y - h / 2,
                  x2: middle.x + x + w / 2,
                  y2: middle.y + y + h / 2,
                },
              ];
        });
        const all = [...boxes, ...bodies];
        for (const [i, a] of boxes.entries())
          for (const b of all.slice(i + 1)) {
            const apart = a.x1 >= b.x2 - 1e-9 || b.x1 >= a.x2 - 1e-9 || a.y1 >= b.y2 - 1e-9 || b.y1 >= a.y2 - 1e-9;
            expect(apart).toBe(true);
          }
      },
    ),
  );
});
