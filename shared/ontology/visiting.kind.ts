import { defineLinkKind } from './kind.ts';

/** 拜访: the representative called on the doctor, or on the hospital where no doctor is named. */
export default defineLinkKind({
  id: 'visiting',
  words: { zh: '拜访', en: 'Visit' },
  line: 'dash-dot',
  directed: true,
  money: null,
  edge: {
    view: 'visited',
    from: 'rep',
    to: 'visited',
    rows: 'row',
    on: 'day',
    time: 'time',
    text: ['dept', 'purpose', 'city'],
    cell: ['doctor', 'hospital'],
  },
});
