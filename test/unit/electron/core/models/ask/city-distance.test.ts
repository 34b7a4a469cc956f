import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chinaCities } from '../../../../../../electron/core/models/ask/china-cities.ts';
import {
  cityIn,
  isSameCity,
  kilometresBetween,
  provinceIn,
} from '../../../../../../electron/core/models/ask/city-distance.ts';

const entries = Object.values(chinaCities)
  .flatMap((list) => list.split(/[|\n]/).map((entry) => entry.trim()))
  .filter((entry) => entry !== '');
const cities = entries.map((entry) => entry.split(' ')[0]!);

test('every prefecture-level city is there once, and each lies in China', () => {
  expect(cities.length).toBeGreaterThan(330);
  expect(new Set(cities).size).toBe(cities.length);
  for (const entry of entries) {
    const [name, latitude, longitude, ...more] = entry.split(' ');
    expect(cityIn(name!)).toBe(name);
    expect(more).toEqual([]);
    expect(Number(latitude)).toBeGreaterThan(16);
    expect(Number(latitude)).toBeLessThan(54);
    expect(Number(longitude)).toBeGreaterThan(73);
    expect(Number(longitude)).toBeLessThan(135);
  }
});

test.each([
  ['北京市', '广州市', 1888],
  ['上海市', '成都市', 1660],
  ['上海', '杭州', 164],
  ['广州', '深圳', 105],
  ['哈尔滨市', '武汉市', 2000],
  ['沈阳市', '昆明市', 2660],
])('%s and %s lie about %i km apart', (a, b, km) => {
  expect(Math.abs((kilometresBetween(a, b) ?? 0) - km)).toBeLessThan(km * 0.02 + 5);
});

test('the distance of a place that is not in the table is unknown, never guessed', () => {
  expect(kilometresBetween('澄溪市', '北京市')).toBeUndefined();
  expect(kilometresBetween('澄溪市', '望川市')).toBeUndefined();
});

test('distances are symmetric and keep the triangle', () => {
  const city = fc.constantFrom(...cities);
  fc.assert(
    fc.property(city, city, city, (a, b, c) => {
      const [ab, bc, ac] = [kilometresBetween(a, b)!, kilometresBetween(b, c)!, kilometresBetween(a, c)!];
      expect(kilometresBetween(b, a)).toBe(ab);
      expect(ac).toBeLessThanOrEqual(ab + bc + 2);
    }),
  );
});

test.each([
  ['上海', '上海市'],
  ['广东省广州市天河区体育西路', '广州市'],
  ['成都云栖会议中心三层', '成都市'],
  ['四川省成都市锦江区', '成都市'],
  ['恩施', '恩施土家族苗族自治州'],
  ['内蒙古自治区呼和浩特市', '呼和浩特市'],
  ['中国上海', '上海市'],
  ['廣州市', '广州市'],
])('%s names %s', (text, city) => {
  expect(cityIn(text)).toBe(city);
});

test.each(['北京路18号国际酒店', '澄溪市东湖区', '朝阳', '海南', '云栖会议中心', ''])(
  '%s names no city of the table',
  (text) => {
    expect(cityIn(text)).toBeUndefined();
  },
);

test('one city is one city however it is written', () => {
  expect(isSameCity('上海', '上海市浦东新区')).toBe(true);
  expect(isSameCity('澄溪', '澄溪市')).toBe(true);
  expect(isSameCity('澄溪市', '望川市')).toBe(false);
  expect(isSameCity('上海市', '杭州市')).toBe(false);
});

test('a province comes from the city, or as it is written', () => {
  expect(provinceIn(null, '广州市')).toBe('广东');
  expect(provinceIn('云澜省', '澄溪市')).toBe('云澜');
  expect(provinceIn(null, '澄溪市')).toBeUndefined();
});
