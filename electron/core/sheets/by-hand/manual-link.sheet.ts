import { handKinds } from '../../../../shared/ontology/index.ts';
import { sameValues } from '../same-values.ts';
import { defineSheet } from '../sheet.ts';

const fields = {
  from_name: { type: 'text', need: 'yes', zh: '甲方', en: 'From', names: '' },
  kind: { type: 'text', need: 'yes', zh: '关系', en: 'Link', names: '' },
  to_name: { type: 'text', need: 'yes', zh: '乙方', en: 'To', names: '' },
  day: { type: 'date', need: 'no', zh: '日期', en: 'Date', names: '' },
  day_to: { type: 'date', need: 'no', zh: '截止日期', en: 'Until', names: '' },
  amount: { type: 'amount', need: 'no', zh: '金额', en: 'Amount', names: '' },
  text: { type: 'memo', need: 'no', zh: '说明', en: 'Text', names: '' },
  certainty: { type: 'text', need: 'yes', zh: '把握', en: 'Certainty', names: '' },
  // which ways of naming the two parties it points to: written by the program, so that names alone decide nothing
  from_mention: { type: 'integer', need: 'yes', zh: '甲方称谓号', en: 'From mention', names: '' },
  to_mention: { type: 'integer', need: 'yes', zh: '乙方称谓号', en: 'To mention', names: '' },
} as const;

const certainties: Readonly<Record<string, 'confirmed' | 'inferred'>> = {
  confirmed: 'confirmed',
  inferred: 'inferred',
  已证实: 'confirmed',
  推断: 'inferred',
};

/** 手工录入的关系: never recognised in a file; both ends are parties the case knows already. */
export default defineSheet({
  id: 'manual_link',
  title: { zh: '手工录入的关系', en: 'Link entered by hand' },
  note: {
    zh: '由调查人员录入，每项注明依据，不计入流水合计。',
    en: 'Typed by an investigator, with its ground; in no sum of statements.',
  },
  signature: '',
  fields,
  required: [['from_name'], ['kind'], ['to_name'], ['certainty'], ['from_mention'], ['to_mention']],
  context: [],
  parties: ['from_name', 'to_name'],
  kept: { day: 'day', day_to: 'day_to', amount: 'fen' },
  notSummed: ['amount'],
  essential: ['from_name', 'kind', 'to_name'],
  record(values, row) {
    const { from_mention: source, to_mention: target, day, day_to: until, amount } = values;
    if (source === undefined) return row.reject('value.missing', 'from_name');
    if (target === undefined) return row.reject('value.missing', 'to_name');
    if (values.kind === undefined) return row.reject('value.missing', 'kind');
    const kind = handKindNamed(values.kind);
    if (kind === undefined) return row.reject('choice.unreadable', 'kind', values.kind);
    if (values.certainty === undefined) return row.reject('value.missing', 'certainty');
    const certainty = certainties[values.certainty];
    if (!certainty) return row.reject('choice.unreadable', 'certainty', values.certainty);
    for (const field of ['day', 'day_to', 'amount'] as const)
      if (row.unread(field)) return row.reject('value.missing', field);
    if (amount?.currency !== undefined && amount.currency !== 'CNY')
      return row.reject('amount.foreign-currency', 'amount');
    if (until && (!day || until.day < day.day)) return row.reject('date.out-of-range', 'day_to');
    return {
      table: 'rec_manual_link',
      columns: {
        source,
        target,
        kind,
        day: day?.day ?? null,
        day_to: until?.day ?? null,
        precision: day?.precision === 'month' ? 'month' : 'day',
        fen: amount?.fen ?? null,
        text: values.text ?? null,
        certainty,
      },
      day: day?.day ?? null,
      same: sameValues('manual_link', values),
    };
  },
  examples: [],
});

/** A kind by its id, as documents held it at first, or by its Chinese word, as a reader of the document needs it. */
const handKindNamed = (word: string): string | undefined =>
  handKinds.find(({ byHand, words }) => byHand === word || words.zh === `${word}（手工）`)?.byHand;
