import { expect, test } from 'vitest';
import { rowText } from '../../../../shared/ontology/role-words.ts';

test('the code of a role is read in words, and a text that only looks like one stays as it is written', () => {
  expect(rowText('ordering', 'buyer 人工髋关节', 'zh-CN')).toBe('采购 人工髋关节');
  expect(rowText('attendance', 'attendee', 'en')).toBe('Attendee');
  expect(rowText('attendance', '特邀嘉宾 骨折治疗', 'zh-CN')).toBe('特邀嘉宾 骨折治疗');
  expect(rowText('payment', 'buyer protection', 'zh-CN')).toBe('buyer protection');
});
