import type { EvidenceReader } from '../../models/model.ts';
import { type Board, type BoardRow, byFigures, money, number, party, ratio, text } from './board.ts';

interface Line {
  readonly row: number;
  readonly hospital: number;
  readonly dept: string;
  readonly doctor: number;
  readonly product: number;
  readonly month: string;
  /** millionths of a unit */
  readonly quantity: number;
  readonly unit: string;
  readonly fen: number | null;
}

/** 5 times the mean of the department, as the report of 2025 has it, stands out. */
const STRIKING = 5;

/** 医生与科室: one drug, one department, one month: what each doctor prescribed beside the mean of all who prescribe there. */
export default {
  id: 'prescribers',
  title: { zh: '医生与科室', en: 'Doctors and departments' },
  question: {
    zh: '同一科室、同一月份、同一药品，哪位医生开得远多于同事？',
    en: 'Who prescribes far more of one drug in one month than the colleagues of the department?',
  },
  method: {
    zh: '退药抵减后的数量；科室均值 = 该药当月数量 ÷ 当月开过任何处方的医生人数。人数不超过 5 人时倍数到不了 5。只比较单位相同的处方，列出每组最高的一位。',
    en: 'Quantities net of returns; mean = the quantity of the drug in the month by the doctors who prescribed anything. With no more than 5 doctors 5 times cannot be reached. Only one unit of quantity is compared; the highest of each group is listed.',
  },
  columns: [
    { id: 'doctor', title: { zh: '医生', en: 'Doctor' }, kind: 'name' },
    { id: 'hospital', title: { zh: '医院', en: 'Hospital' }, kind: 'name' },
    { id: 'dept', title: { zh: '科室', en: 'Department' }, kind: 'text' },
    { id: 'product', title: { zh: '药品', en: 'Drug' }, kind: 'wide' },
    { id: 'month', title: { zh: '月份', en: 'Month' }, kind: 'text' },
    { id: 'quantity', title: { zh: '本人数量', en: 'Own quantity' }, kind: 'number' },
    { id: 'mean', title: { zh: '科室均值', en: 'Mean of department' }, kind: 'number' },
    { id: 'times', title: { zh: '倍数', en: 'Times' }, kind: 'number' },
    { id: 'doctors', title: { zh: '开单医生', en: 'Doctors' }, kind: 'number' },
    { id: 'share', title: { zh: '占科室该药', en: 'Share of the drug' }, kind: 'number' },
    { id: 'amount', title: { zh: '本人金额', en: 'Own amount' }, kind: 'money' },
  ],
  needs: [{ category: 'prescription', fields: ['doctor', 'dept', 'quantity'] }],
  models: ['doctor-drug-5x-department', 'prescriber-brand-loyalty', 'oversized-prescription'],

  read(evidence) {
    const lines = evidence.all<Line>(
      `select row, hospital, dept, doctor, product, substr(day, 1, 7) as month, cast(round(cast(quantity as real) * 1000000) as integer) as quantity,
              coalesce(unit, '') as unit, fen
       from prescription where hospital is not null and dept is not null and product is not null and quantity is not null order by row`,
    );
    const groups = Map.groupBy(lines, ({ hospital, dept, month }) => `${hospital} ${month} ${dept}`);
    const rows: Array<{ times: number; quantity: number; row: BoardRow }> = [];
    for (const group of groups.values()) {
      const doctors = new Set(group.map(({ doctor }) => doctor)).size;
      for (const drug of Map.groupBy(group, ({ product }) => product).values()) {
        evidence.breathe();
        if (new Set(drug.map(({ unit }) => unit)).size > 1) continue;
        const highest = highestOf(drug);
        const total = drug.reduce((sum, { quantity }) => sum + quantity, 0);
        if (highest === undefined || highest.quantity <= 0 || total <= 0) continue;
        const times = (highest.quantity * doctors) / total;
        rows.push({
          times,
          quantity: highest.quantity,
          row: rowOf(evidence, highest.lines, { quantity: highest.quantity, total, doctors, times }),
        });
      }
    }
    return rows
      .sort(
        byFigures(
          (each) => each.times,
          (each) => each.quantity,
        ),
      )
      .map(({ row }) => row);
  },
} satisfies Board;

function highestOf(lines: readonly Line[]): { lines: readonly Line[]; quantity: number } | undefined {
  const [highest] = [...Map.groupBy(lines, ({ doctor }) => doctor).values()]
    .map((own) => ({ lines: own, quantity: own.reduce((sum, { quantity }) => sum + quantity, 0) }))
    .sort((a, b) => b.quantity - a.quantity || a.lines[0]!.row - b.lines[0]!.row);
  return highest;
}

function rowOf(
  evidence: EvidenceReader,
  lines: readonly Line[],
  { quantity, total, doctors, times }: { quantity: number; total: number; doctors: number; times: number },
): BoardRow {
  const { doctor, hospital, dept, product, month } = lines[0]!;
  const uid = (of: number) => evidence.party(of).uid;
  return {
    key: [uid(doctor), uid(hospital), dept, uid(product), month].join(' '),
    cells: [
      party(evidence, doctor),
      party(evidence, hospital),
      text(dept),
      text(evidence.party(product).name),
      text(month),
      number(quantity / 1_000_000),
      number(Math.round(total / doctors / 1000) / 1000),
      // exactly 5 is not over 5
      number(Math.round(times * 100) / 100, quantity * doctors > STRIKING * total),
      number(doctors),
      ratio(quantity / total),
      money(lines.every(({ fen }) => fen !== null) ? lines.reduce((sum, { fen }) => sum + fen!, 0) : null),
    ],
    cited: lines.map(({ row }) => ({ row, field: 'quantity' })),
    parties: [doctor],
  };
}
