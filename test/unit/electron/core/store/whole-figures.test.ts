import { expect, test } from 'vitest';
import { drawLinks } from '../../../../../electron/core/graph/draw-graph.ts';
import { resolveParties } from '../../../../../electron/core/parties/resolve-parties.ts';
import { caseFigures } from '../../../../../electron/core/store/case-figures.ts';
import { wholeFigures } from '../../../../../electron/core/store/whole-figures.ts';
import { importBytes } from '../../../../make/import-bytes.ts';
import { csv } from '../../../../make/workbooks.ts';

const statement = (day: string, status: string) =>
  csv(
    [
      ['本方户名', '本方账号', '交易日期', '收付标志', '交易金额', '对手户名', '对手账号', '交易是否成功'],
      ['澄溪医药有限公司', '9999990000000000001', day, '付', '100.00', '张某某', '9999990000000000019', '成功'],
      ['澄溪医药有限公司', '9999990000000000001', day, '付', '30.00', '张某某', '9999990000000000019', status],
    ],
    'utf-8',
  );

test('the figures for which every record is looked at follow the records, from one drawing to the next', async () => {
  const { store } = await importBytes([{ path: 'a.csv', bytes: statement('2024-01-05', '失败') }]);
  const draw = () =>
    store.transaction(() => {
      resolveParties(store, '2026-01-05T02:00:00Z');
      drawLinks(store);
    });
  draw();
  expect(wholeFigures(store).months.rec_bank_flow).toEqual({ '2024-01': 2 });
  expect(caseFigures(store)).toMatchObject({ failed: { rows: 1, fen: 3000 }, asideRows: 1, payments: { rows: 1 } });
  await importBytes([{ path: 'b.csv', bytes: statement('2024-03-06', '成功') }], { store });
  draw();
  expect(wholeFigures(store).months.rec_bank_flow).toEqual({ '2024-01': 2, '2024-03': 2 });
  expect(caseFigures(store)).toMatchObject({ failed: { rows: 1, fen: 3000 }, asideRows: 1, payments: { rows: 3 } });
});
