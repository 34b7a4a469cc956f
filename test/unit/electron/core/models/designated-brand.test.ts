import { expect, test } from 'vitest';
import { drugCode, listed, ordered } from '../../../../../electron/core/models/example-purchases.ts';
import { detectIn } from '../../../../make/detect-in.ts';
import { makeCase } from '../../../../make/make-case.ts';

const brands = ['启衡药业有限公司', '禾岭制药有限公司', '云栖制药有限公司'] as const;
const bought = (hospital: string, brand: number, on: string) =>
  ordered(hospital, on, brand === 0 ? '150.00' : '100.00', '40', {
    product_code: drugCode(brand + 1),
    manufacturer: brands[brand]!,
  });

test('a brand bought alone across the turn of a year is shown with what was bought of it in the other year', () => {
  const year = ['01', '03', '05', '07', '09'].map((month) => `2024-${month}-10`);
  const before = ['2023-11-10', '2023-12-10'];
  const store = makeCase()
    .sheet(
      'product',
      brands.map((manufacturer, i) =>
        listed(drugCode(i + 1), { manufacturer, list_price: i === 0 ? '150.00' : '100.00' }),
      ),
    )
    .sheet('purchase', [
      ...['澄溪市第一人民医院', '临陂市中心医院'].flatMap((hospital) =>
        year.flatMap((on) => [bought(hospital, 0, on), bought(hospital, 1, on), bought(hospital, 2, on)]),
      ),
      ...[...before, ...year].map((on) => bought('望川市人民医院', 0, on)),
    ])
    .store();
  detectIn(store, { models: ['designated-brand'] });
  const cited = store.db.prepare<[number], { role: string; day: string }>(
    `select r.role as role, p.day as day from finding f join finding_row r on r.finding = f.id join purchase p on p.row = r.row
     where (p.hospital in (select id from party where name = '望川市人民医院')) = ? order by p.day`,
  );
  expect(cited.all(1)).toEqual([
    ...before.map((day) => ({ role: 'context', day })),
    ...year.map((day) => ({ role: 'evidence', day })),
  ]);
  // the price of the other brands and the share elsewhere follow from what the other hospitals bought
  expect(cited.all(0).map(({ role }) => role)).toEqual(Array.from({ length: 30 }, () => 'context'));
});
