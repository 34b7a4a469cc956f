import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initials, names, numbers, syllables } from '../../../../../../electron/core/parties/find/alphabets.ts';
import { allParties, findParties } from '../../../../../../electron/core/parties/find/find-parties.ts';
import { nameIndex } from '../../../../../../electron/core/parties/find/name-index.ts';
import { AT, TextLines } from '../../../../../../electron/core/parties/find/text-lines.ts';
import search from '../../../../../../electron/core/parties/search.request.ts';
import { ask } from '../../../../../make/ask.ts';
import { makeCase } from '../../../../../make/make-case.ts';

const lines = (by: typeof names, texts: readonly string[]) =>
  TextLines.make(by, texts, Int32Array.from(texts.keys()), () => undefined);
const found = (of: TextLines, text: string) => {
  const at: Record<number, string | undefined> = {};
  of.walk(text, Number.POSITIVE_INFINITY, (line, where) => {
    at[line] = Object.entries(AT).find(([, each]) => each === where)?.[0];
  });
  return at;
};

test('a part of a name is found wherever it stands, exactly in the lines that hold it', async () => {
  const letter = fc.constantFrom(...'王伟芳医药有限公司A');
  const text = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 30 }), text, async (texts, part) => {
      const holds = texts.flatMap((each, at) => {
        const isIn = part.length === 1 ? each.startsWith(part) : each.includes(part);
        return part !== '' && isIn ? [String(at)] : [];
      });
      expect(Object.keys(found(await lines(names, texts), part))).toEqual(holds);
    }),
  );
});

test('four signs of a number are found anywhere in it, three only at its end', async () => {
  const of = await lines(numbers, ['6222020200452233', '91990000MA00000A1X', '19900001111']);
  expect(found(of, '0045')).toEqual({ 0: 'inside' });
  expect(found(of, '1111')).toEqual({ 2: 'end' });
  expect(found(of, 'A1X')).toEqual({ 1: 'end' });
  expect(found(of, '622')).toEqual({});
  expect(found(of, '91990000MA00000A1X')).toEqual({ 1: 'whole' });
});

test('a sound begins with a syllable, first letters stand anywhere', async () => {
  const full = await lines(syllables, ['ZhouQiMing', 'OuYangXiu']);
  expect(found(full, 'qiming')).toEqual({ 0: 'end' });
  expect(found(full, 'qi')).toEqual({ 0: 'inside' });
  expect(found(full, 'houqi')).toEqual({});
  expect(found(full, 'ouyangx')).toEqual({ 1: 'start' });
  expect(found(await lines(initials, ['ZQM', 'OYX']), 'yx')).toEqual({ 1: 'end' });
});

test('while a person types, a total beyond what was counted is said to be at least so many; the first ones are the right ones', async () => {
  const payments = Array.from({ length: 30 }, (_, at) => ({
    from: '瑞衡药业有限公司',
    to: `王伟${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${at}`,
    yuan: '100',
    on: '2024-07-15',
  }));
  const store = makeCase().payments(payments).store();
  const index = await nameIndex(store);
  expect(findParties(index, ['王伟'], { most: 10 }).parties).toMatchObject({ total: 10, whole: false });
  expect(findParties(index, ['王伟'], { most: 100 }).parties).toMatchObject({ total: 30, whole: true });
  expect(allParties(index, '王伟').size).toBe(30);
  const quick = await ask(search, 'search', store, { text: '王伟', quick: true });
  expect(quick.totals).toMatchObject({ party: 30 });
});
