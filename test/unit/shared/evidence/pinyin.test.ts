import { expect, test } from 'vitest';
import { pinyinOf } from '../../../../shared/evidence/pinyin.ts';
import { shapeKey } from '../../../../shared/evidence/shape-alike.ts';

test('a name is read character by character, without tones', () => {
  expect(pinyinOf('周启明', true)).toEqual(['zhou', 'qi', 'ming']);
  expect(pinyinOf('吕清源', true)).toEqual(['lv', 'qing', 'yuan']);
});

test('surnames are read as surnames are', () => {
  expect(pinyinOf('单晓', true)).toEqual(['shan', 'xiao']);
  expect(pinyinOf('尉迟敏', true)).toEqual(['yuchi', 'min']);
  expect(pinyinOf('单据', false)).toEqual(['dan', 'ju']);
});

test('traditional characters sound like simplified ones, and what is no character stands for itself', () => {
  expect(pinyinOf('張偉', true)).toEqual(['zhang', 'wei']);
  expect(pinyinOf('A1药', false)).toEqual(['A', '1', 'yao']);
});

test('characters that look alike are one', () => {
  expect(shapeKey('候明己')).toBe(shapeKey('侯朋已'));
  expect(shapeKey('周启明')).not.toBe(shapeKey('周启亮'));
});
