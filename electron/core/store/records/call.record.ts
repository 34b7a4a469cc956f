import { defineRecord } from './record.ts';

/** 通话记录: one call. */
export default defineRecord({
  table: 'rec_call',
  categories: ['call_record'],
  columns: 'self peer day time precision seconds direction location peer_position',
  mentions: { self: 'self_name', peer: 'peer_phone' },
  scope: 'self',
  setAside: 'call_caller call_callee',
  day: { column: 'day', covers: true },
  cited: {},
  line: {
    fen: 'null',
    from: 'self',
    to: 'peer',
    text: "trim(coalesce(x.time, '') || ' ' || coalesce(x.seconds || ' s', '') || ' ' || coalesce(x.location, ''))",
    precision: 'precision',
  },
});
