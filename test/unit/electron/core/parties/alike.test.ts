import { expect, test } from 'vitest';
import { suggestedPairs } from '../../../../../electron/core/parties/alike/open-pairs.ts';
import { refreshSuggestions } from '../../../../../electron/core/parties/alike/refresh-suggestions.ts';
import { resolveParties } from '../../../../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { type MentionSpec, resolved, writeMentions } from '../../../../make/mentions.ts';

const hospital = '澄溪市第一人民医院';
const phone = '19900001111';
const account = '9999990000000000011';
const idA = '990000197001010019';
const idB = '990000198502020028';

/** Suggested pairs as names with their reasons, the likeliest first. */
function pairs(store: Store): string[] {
  refreshSuggestions(store);
  const name = store.db.prepare('select name from party where id = ?').pluck();
  return suggestedPairs(store).open.map(
    ({ a, b, grounds }) => `${name.get(a)} ~ ${name.get(b)}: ${grounds.map(([reason]) => reason).join(' ')}`,
  );
}
const suggested = (...specs: MentionSpec[]) => pairs(resolved(...specs).store);

test('one phone or one account under two names is a suggestion, and the names may say more', () => {
  expect(suggested({ name: '李艳', phone }, { name: '王伟', phone })).toEqual(['李艳 ~ 王伟: phone']);
  expect(suggested({ name: '李艳', account }, { name: '李燕', account })).toEqual(['李艳 ~ 李燕: account pinyin']);
});

test('people of one employer whose names sound, look or are spelled almost alike are suggested', () => {
  const beside = (a: string, b: string) => suggested({ name: a, employer: hospital }, { name: b, employer: hospital });
  expect(beside('周启明', '周起明')).toEqual(['周启明 ~ 周起明: employer pinyin']);
  expect(beside('候己', '候已')).toEqual(['候己 ~ 候已: employer shape']);
  expect(beside('周启明', '周启亮')).toEqual(['周启明 ~ 周启亮: employer spelling']);
  expect(beside('周启明', '方晓')).toEqual([]);
});

test('the same name in one city is a suggestion, in two cities it is not: a name alone says nothing', () => {
  const at = (a: string, b: string) => suggested({ name: '周启明', employer: a }, { name: '周启明', employer: b });
  expect(at(hospital, '澄溪市中医院')).toEqual(['周启明 ~ 周启明: city same-name']);
  expect(at(hospital, '北棠市中医院')).toEqual([]);
});

test('short name and full name, and one character more or less, of organisations are suggested', () => {
  expect(suggested({ name: '澄溪云杉企业管理咨询有限公司' }, { name: '云杉管理', kind: 'company' })).toEqual([
    '澄溪云杉企业管理咨询有限公司 ~ 云杉管理: short-name',
  ]);
  expect(suggested({ name: '澄溪惠嘉后勤服务有限公司' }, { name: '澄溪惠佳后勤服务有限公司' })).toEqual([
    '澄溪惠嘉后勤服务有限公司 ~ 澄溪惠佳后勤服务有限公司: pinyin',
  ]);
});

test('numbered houses, branches, and what every town has are never suggested', () => {
  expect(suggested({ name: '澄溪市第一人民医院' }, { name: '澄溪市第二人民医院' })).toEqual([]);
  expect(suggested({ name: '辉禾药业有限公司' }, { name: '辉禾药业有限公司南京分公司' })).toEqual([]);
  expect(suggested({ name: '人民医院', phone: '0990-1234567' }, { name: '中心医院' })).toEqual([]);
});

test('two valid numbers are never suggested to be one', () => {
  expect(suggested({ name: '周启明', idNo: idA, phone }, { name: '周起明', idNo: idB, phone })).toEqual([]);
});

test('what very many share is a hub and suggests nothing', () => {
  const names = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄'].map((char) => `李${char}`);
  expect(suggested(...names.map((name) => ({ name, phone })))).toEqual([]);
});

test('what comes in later is compared alone, with the same result as everything at once', () => {
  const specs: MentionSpec[] = [
    { name: '周启明', employer: hospital },
    { name: '周起明', employer: hospital },
    { name: '李艳', account },
    { name: '李燕', account },
    { name: '周企明', employer: hospital, phone },
    { name: '李燕', phone },
  ];
  const { store } = resolved(...specs.slice(0, 4));
  pairs(store);
  const before = store.db.prepare('select total_changes()').pluck().get() as number;
  expect(pairs(store)).toHaveLength(2);
  // nothing but the mark that they are up to date
  expect((store.db.prepare('select total_changes()').pluck().get() as number) - before).toBeLessThanOrEqual(1);
  writeMentions(store, specs.slice(4));
  resolveParties(store, '2026-01-02T00:00:00.000Z');
  expect(pairs(store)).toEqual(suggested(...specs));
});
