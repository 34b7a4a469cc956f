import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut } from '../../../../../renderer/screens/findings/lines.ts';

const groups = [
  { key: 'a', findings: 2 },
  { key: 'b', findings: 3 },
];
const all = ({ total, at }: ReturnType<typeof layOut>) => Array.from({ length: total }, (_, line) => at(line));

test('each group has its head, then its findings in the order of the whole list', () => {
  expect(all(layOut(groups, 5, new Set()))).toEqual([
    { group: 0 },
    { group: 0, finding: 0 },
    { group: 0, finding: 1 },
    { group: 1 },
    { group: 1, finding: 2 },
    { group: 1, finding: 3 },
    { group: 1, finding: 4 },
  ]);
});

test('a folded group keeps its head, and the findings after it keep their numbers', () => {
  const lines = layOut(groups, 5, new Set(['a']));
  expect(all(lines)).toEqual([
    { group: 0 },
    { group: 1 },
    { group: 1, finding: 2 },
    { group: 1, finding: 3 },
    { group: 1, finding: 4 },
  ]);
  expect(lines.lineOf(0)).toBeUndefined();
  expect(lines.lineOf(4)).toBe(4);
});

test('without groups every line is a finding', () => {
  const lines = layOut([], 3, new Set());
  expect(all(lines)).toEqual([0, 1, 2].map((finding) => ({ group: -1, finding })));
  expect([lines.at(-1), lines.at(3), lines.lineOf(3)]).toEqual([undefined, undefined, undefined]);
});

test('a head is taller than a finding', () => {
  const { heightOf } = layOut(groups, 5, new Set());
  expect([heightOf(0), heightOf(1), heightOf(3)]).toEqual([32, 28, 32]);
});

test('whatever is folded, every finding that is not folded away stands at exactly one line, and that line shows it', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(sizes, fc.infiniteStream(fc.boolean()), (counts, coins) => {
      const many = counts.map((findings, index) => ({ key: String(index), findings }));
      const folded = new Set(many.filter(() => coins.next().value).map(({ key }) => key));
      const findings = counts.reduce((sum, count) => sum + count, 0);
      const lines = layOut(many, findings, folded);
      const shown = all(lines).flatMap((line) => (line && 'finding' in line ? [line.finding] : []));
      expect(new Set(shown).size).toBe(shown.length);
      for (let finding = 0; finding < findings; finding++) {
        const line = lines.lineOf(finding);
        expect(shown.includes(finding)).toBe(line !== undefined);
        if (line !== undefined) expect(lines.at(line)).toMatchObject({ finding });
      }
    }),
  );
});
