import { momentOf } from './moment-of.ts';
import { phoneMention } from './phone-mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  self_name: {
    type: 'name_person',
    need: 'no',
    zh: '机主姓名',
    en: 'Owner',
    names: '本机姓名|本方姓名|用户姓名|我方姓名|主叫姓名|机主',
  },
  self_phone: {
    type: 'phone',
    need: 'cond',
    zh: '本机号码',
    en: 'Own number',
    names: '主叫号码|本方号码|机主号码|用户号码|查询号码',
  },
  peer_phone: {
    type: 'phone',
    need: 'yes',
    zh: '对方号码',
    en: 'Peer number',
    names: '被叫号码|对端号码|通话号码|对方电话',
  },
  peer_name: { type: 'name_person', need: 'no', zh: '对方姓名', en: 'Peer name', names: '对方机主|对方机主姓名' },
  peer_position: { type: 'text', need: 'no', zh: '对方职务', en: 'Peer position', names: '' },
  call_at: {
    type: 'datetime',
    need: 'yes',
    zh: '通话时间',
    en: 'Call time',
    names: '开始时间|呼叫时间|起始时间|通话日期|日期|发生时间',
  },
  // sec / h:m:s / x分y秒
  duration: { type: 'duration', need: 'no', zh: '通话时长', en: 'Duration', names: '时长|通话时长(秒)' },
  direction: { type: 'text', need: 'no', zh: '呼叫类型', en: 'Direction', names: '通话类型|主被叫|呼叫方向' },
  location: { type: 'text', need: 'no', zh: '通话地', en: 'Location', names: '基站|位置|归属地|通话地点' },
} as const;

/** A column headed 被叫号码 holds whoever was called. */
function directionOf(word: string | undefined, peerHeader: string): 'in' | 'out' | null {
  const said = word ?? (peerHeader.includes('被叫') ? '主叫' : '');
  if (/被叫|呼入|来电|接听|^in/i.test(said)) return 'in';
  return /主叫|呼出|拨出|去电|拨打|^out/i.test(said) ? 'out' : null;
}

/** 通话记录: one row is one call of one number. It says that two numbers spoke, not who held them. */
export default defineSheet({
  id: 'call_record',
  title: { zh: '通话记录', en: 'Call records' },
  note: {
    zh: '依法调取的话单：本机、对方、时间、时长。只用作联系。',
    en: 'Phone detail records obtained lawfully; used only as a link.',
  },
  signature: '对方号码|通话时间|通话时长|主叫号码|被叫号码|本机号码|呼叫类型|基站',
  fields,
  required: [['self_phone', 'self_name'], ['peer_phone'], ['call_at']],
  context: ['self_phone', 'self_name'],
  parties: ['self_name', 'self_phone', 'peer_name', 'peer_phone'],
  kept: {
    self_name: 'self',
    peer_phone: 'peer',
    call_at: 'day',
    duration: 'seconds',
  },
  notSummed: [],
  essential: ['peer_phone', 'call_at'],
  record(values, row) {
    const when = momentOf(undefined, values.call_at);
    if (!when) return row.reject('value.missing', 'call_at');
    const self = phoneMention({
      name: ['self_name', values.self_name],
      phone: ['self_phone', values.self_phone],
    });
    if (!self) return row.reject('value.missing', row.mapped(['self_phone', 'self_name']));
    if (!values.peer_phone) return row.reject('value.missing', 'peer_phone');
    const peer = phoneMention({
      name: ['peer_name', values.peer_name],
      phone: ['peer_phone', values.peer_phone],
    });
    if (!peer) return row.reject('value.missing', 'peer_phone');
    return {
      table: 'rec_call',
      columns: {
        self,
        peer,
        day: when.day,
        time: when.time,
        precision: when.precision,
        seconds: values.duration ?? null,
        direction: directionOf(values.direction, row.header('peer_phone')),
        location: values.location ?? null,
        peer_position: values.peer_position ?? null,
      },
      day: when.day,
      same: sameValues('call_record', values),
    };
  },
  examples: [
    {
      says: 'calls of one number, each way, with how long they took; a cell that is no time rejects its row',
      above: [['机主姓名：张某某', '本机号码：19900001234']],
      header: ['对方号码', '对方姓名', '通话时间', '通话时长', '呼叫类型', '基站'],
      rows: [
        ['19900005678', '李某某', '2024-05-06 09:15:00', '2分5秒', '主叫', '城东'],
        ['19900009999', '', '2024/5/6 22:01:00', '01:02:05', '被叫', ''],
        ['19900009999', '', '昨晚', '30', '被叫', ''],
        ['', '', '2024-05-07 08:00:00', '30', '主叫', ''],
        ['19900005678', '李某某', '2024-05-06 09:15:00', '2分5秒', '主叫', '城东'],
      ],
      gives: [
        { self: '张某某', peer: '李某某', day: '2024-05-06', time: '09:15:00', seconds: 125, direction: 'out' },
        { peer: '19900009999', seconds: 3725, direction: 'in' },
        { rejected: ['date.unreadable'] },
        { rejected: ['value.missing'] },
        'duplicate',
      ],
    },
    {
      says: 'caller and callee in columns of their own say which way a call went',
      header: ['主叫号码', '被叫号码', '开始时间', '通话时长(秒)'],
      rows: [['19900001234', '19900005678', '2024-05-06 09:15:00', '61']],
      gives: [{ self: '19900001234', peer: '19900005678', seconds: 61, direction: 'out' }],
    },
  ],
});
