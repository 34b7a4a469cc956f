import { expect, test } from 'vitest';
import type { JoinReason } from '../../../../../electron/core/parties/joins.ts';
import { roleOfTitle } from '../../../../../shared/evidence/titles.ts';
import { joins as en } from '../../../../../shared/text/en/joins.ts';
import { joins as zh } from '../../../../../shared/text/zh-CN/joins.ts';
import { resolved } from '../../../../make/mentions.ts';
import { Records } from '../../../../make/records.ts';

const described = (records: Records) =>
  records.store.db
    .prepare<[], { name: string; kind: string; role: string | null }>(
      'select name, kind, role from party order by name',
    )
    .all();

test('what a company is comes from the register, what a person is from titles beside a hospital', () => {
  const records = new Records();
  records.company({ name: '瑞衡药业有限公司', role: 'mah' });
  records.company({ name: '青穗推广有限公司', role: 'cso' });
  records.company({ name: '澄溪市医学会', role: 'society' });
  const at = { conference: '骨科论坛', on: '2024-05-06' };
  records.attend({ ...at, person: '周启明', org: '澄溪市第一人民医院', title: '副主任医师' });
  records.attend({ ...at, person: '沈国栋', org: '澄溪市第一人民医院', dept: '设备科', title: '设备科科长' });
  records.attend({ ...at, person: '方晓', org: '瑞衡药业有限公司', title: '医药代表' });
  records.attend({ ...at, person: '顾怀瑾', org: '瑞衡药业有限公司', title: '主任' });
  expect(Object.fromEntries(described(records.draw()).map(({ name, kind, role }) => [name, role ?? kind]))).toEqual({
    瑞衡药业有限公司: 'pharma',
    青穗推广有限公司: 'cso',
    澄溪市医学会: 'association',
    澄溪市第一人民医院: 'hospital',
    周启明: 'doctor',
    沈国栋: 'keypost',
    方晓: 'rep',
    // 主任 at a company is no doctor
    顾怀瑾: 'person',
    骨科论坛: 'conference',
  });
});

test('a medical title is no post of power, and a post is no medical title', () => {
  expect(['主任医师', '骨科主任', '药学部主任', '副院长', '主治医师', '医药代表', '会计'].map(roleOfTitle)).toEqual([
    'doctor',
    'keypost',
    'keypost',
    'keypost',
    'doctor',
    'rep',
    undefined,
  ]);
});

test('a party is called what most cells call it, if that is written out properly', () => {
  const records = new Records();
  const account = '9999990000000000011';
  for (let n = 0; n < 3; n++)
    records.pay({ by: '甲有限公司', to: { name: '沈国栋（退）', account }, yuan: 1, on: '2024-01-01' });
  records.pay({ by: '甲有限公司', to: { name: '沈国栋', account }, yuan: 1, on: '2024-01-01' });
  records.pay({ by: '甲有限公司', to: { name: '沈*', account }, yuan: 1, on: '2024-01-01' });
  expect(described(records.draw()).map(({ name }) => name)).toContain('沈国栋');
});

test('a name that looks like a person or a department is the organisation that bears it elsewhere', () => {
  const { store } = resolved(
    { name: '澄溪天森骨科植入物', kind: 'person' },
    { name: '澄溪天森骨科植入物', kind: 'department' },
    { name: '澄溪天森骨科植入物有限公司' },
  );
  expect(store.db.prepare('select kind, name from party').all()).toEqual([
    { kind: 'company', name: '澄溪天森骨科植入物有限公司' },
  ]);
});

test('a former name in the register is a name of the company', () => {
  const records = new Records();
  records.company({ name: '瑞衡药业有限公司', former: ['安栎制药有限公司'] });
  records.pay({ by: '安栎制药有限公司', to: '周启明', yuan: 1, on: '2024-01-01' });
  records.draw();
  expect(described(records)).toMatchObject([{ name: '周启明' }, { name: expect.stringMatching(/瑞衡|安栎/) }]);
});

test('an account of which nothing is known but its number is drawn as a card when its check digit holds', () => {
  const { store } = resolved({ account: '9999990000000000006' }, { account: '9999990000000000011' });
  expect(store.db.prepare('select name, kind, role from party order by name').all()).toEqual([
    { name: '9999990000000000006', kind: 'account', role: 'card' },
    { name: '9999990000000000011', kind: 'account', role: null },
  ]);
});

test('every reason for a join has words in both languages', () => {
  const reasons: Record<JoinReason | 'first', string>[] = [zh.reason, en.reason];
  for (const words of reasons) expect(Object.values(words).filter((word) => word === '')).toEqual([]);
});
