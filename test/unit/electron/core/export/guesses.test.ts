import { expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import type { MaskLevel } from '../../../../../electron/core/export/masker.ts';
import { writeDossier, writeSummary } from '../../../../../electron/core/export/summary-workbook.ts';
import decide from '../../../../../electron/core/graph/relations-decide.request.ts';
import noteChange from '../../../../../electron/core/parties/party-note-change.request.ts';
import noteRemove from '../../../../../electron/core/parties/party-note-remove.request.ts';
import noteWrite from '../../../../../electron/core/parties/party-note-write.request.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { caseIdOf } from '../../../../../electron/core/store/meta.ts';
import { isGuess } from '../../../../../shared/ontology/link-guess.ts';
import { ask } from '../../../../make/ask.ts';
import { makeCase } from '../../../../make/make-case.ts';

const at = new Date('2026-01-05T02:00:00Z');
const opened = (store: Store) => ({
  store,
  caseId: caseIdOf(store),
  folder: '',
  key: Buffer.alloc(0),
  actor: '测试员',
});
const sheet = (bytes: Uint8Array, name: string) =>
  XLSX.utils.sheet_to_json<string[]>(XLSX.read(bytes).Sheets[name] ?? {}, { header: 1 });
const party = (store: Store, name: string) =>
  store.db.prepare('select id from party where name = ?').pluck().get(name) as number;

const town = () =>
  makeCase()
    .payments([{ from: '瑞衡药业有限公司', to: '恒沅贸易有限公司', yuan: '100', on: '2024-01-10', memo: '货款' }])
    .sheet('company', [
      { name: '瑞衡药业有限公司', phone: '0990-88110001', address: '澄溪市创新大道1号801室' },
      { name: '恒沅贸易有限公司', phone: '0990-88110001', address: '澄溪市创新大道1号801室' },
    ])
    .store();

test('the report and the dossier mark what two parties share as a guess until a person confirms it; what records state is said to be so', async () => {
  const store = town();
  const [a, b] = [party(store, '瑞衡药业有限公司'), party(store, '恒沅贸易有限公司')];
  await ask(decide, 'relations.decide', store, {
    kind: 'sharedAddress',
    a,
    b,
    verdict: 'confirmed',
    reason: '现场核过',
  });
  const options = { mask: 'internal', lang: 'zh-CN', purpose: '', at } as const;
  const lines = [
    ['付款', '记录载明'],
    ['同址', '推断，经人员认定属实'],
    ['同号 ?', '？推断，未确认'],
  ];
  for (const { bytes } of [await writeSummary(opened(store), options), await writeDossier(opened(store), a, options)])
    expect(
      sheet(bytes, '往来汇总')
        .slice(1)
        .map((line) => [line[0], line[7]]),
    ).toEqual(lines);
  const { bytes } = await writeDossier(opened(store), a, { ...options, lang: 'en' });
  expect(sheet(bytes, 'Dealings').flat()).toContain('? Inferred, not confirmed');
});

test('a link typed as inferred is a guess, one typed as confirmed is not', () => {
  expect(isGuess({ manual: { rows: 2, inferred: 1 } })).toBe(true);
  expect(isGuess({ manual: { rows: 2, inferred: 0 } })).toBe(false);
  expect(isGuess({ inferred: 'confirmed' })).toBe(false);
});

test('the dossier holds the notes that stand, with time and author, said to be a person’s; what others may see is masked', async () => {
  const store = town();
  const id = party(store, '瑞衡药业有限公司');
  const { note } = await ask(noteWrite, 'party.note-write', store, { party: id, text: '与恒沅同一实际控制人' });
  await ask(noteChange, 'party.note-change', store, { note, text: '据称与恒沅同一实际控制人，电话 19900001111' });
  const gone = await ask(noteWrite, 'party.note-write', store, { party: id, text: '误记' });
  await ask(noteRemove, 'party.note-remove', store, { note: gone.note });
  const notes = async (mask: MaskLevel) =>
    sheet((await writeDossier(opened(store), id, { mask, lang: 'zh-CN', purpose: '', at })).bytes, '备注');
  const [head, ...lines] = await notes('internal');
  expect(head).toEqual(['时间', '记录人', '备注内容', '性质', '修改次数']);
  expect(lines).toEqual([
    [
      expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      expect.any(String),
      '据称与恒沅同一实际控制人，电话 19900001111',
      '人员所记，不是记录所载',
      1,
    ],
  ]);
  expect((await notes('partner')).flat().join(' ')).not.toContain('19900001111');
  expect((await notes('public')).flat().join(' ')).not.toContain('恒沅');
});
