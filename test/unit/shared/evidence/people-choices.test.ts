import { expect, test } from 'vitest';
import { textCell } from '../../../../shared/evidence/cell.ts';
import { readChoice } from '../../../../shared/evidence/choices.ts';
import {
  clueSources,
  clueStatuses,
  employerKinds,
  genders,
  kinRelations,
  peopleChoices,
  repStatuses,
} from '../../../../shared/evidence/people-choices.ts';

test('the words a form offers are read as the choice they stand for', () => {
  for (const list of peopleChoices)
    for (const { id, zh } of list) expect([zh, readChoice(list, textCell(zh))]).toEqual([zh, { ok: true, value: id }]);
});

test.each([
  [kinRelations, '岳父', 'in_law'],
  [kinRelations, '姐夫', 'in_law'],
  [kinRelations, '表弟', 'other_kin'],
  [kinRelations, '外孙女', 'other_kin'],
  [kinRelations, '长子', 'child'],
  [kinRelations, '父亲', 'parent'],
  [kinRelations, '弟弟', 'sibling'],
  [kinRelations, '特定关系人（情人）', 'associate'],
  [employerKinds, '医疗保障局', 'insurer'],
  [employerKinds, '卫生健康委员会', 'regulator'],
  [employerKinds, '三级综合医院', 'medical_institution'],
  [genders, '2', 'female'],
  [repStatuses, '无效', 'deregistered'],
  [repStatuses, '已备案', 'in_force'],
  [clueSources, '12345热线转办', 'city_line'],
  [clueSources, '审计移送', 'audit'],
  [clueStatuses, '初核了结', 'dismissed'],
  [clueStatuses, '已立案审查调查', 'case_filed'],
] as const)('%# %s', (list, word, id) => {
  expect(readChoice<string>(list, textCell(word))).toEqual({ ok: true, value: id });
});

test('未备案 is no filing in force, 未办结 no closed lead', () => {
  expect(readChoice(repStatuses, textCell('未备案'))).toMatchObject({ ok: false });
  expect(readChoice(clueStatuses, textCell('未办结'))).not.toEqual({ ok: true, value: 'concluded' });
});
