import { defineLinkKind } from './kind.ts';

/** 处方与开单: what a doctor ordered for patients. Charged to patients and insurance, never paid to the doctor. */
export default defineLinkKind({
  id: 'prescribing',
  words: { zh: '处方·开单', en: 'Prescribing' },
  line: 'long-dash',
  directed: true,
  money: 'booked',
  edge: {
    view: 'prescription',
    from: 'doctor',
    to: 'product',
    rows: 'row',
    amount: 'fen',
    on: 'day',
    text: ['name', 'dept'],
    cell: ['amount', 'quantity'],
  },
});
