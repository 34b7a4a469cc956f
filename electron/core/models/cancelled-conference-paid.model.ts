import { addDays, dayFromNumber } from '../../../shared/evidence/day.ts';
import { severityOfAmount } from './ask/amount-band.ts';
import { isShareAtLeast } from './ask/exact.ts';
import { type Meeting, readMeetings } from './ask/meetings.ts';
import { isOneSeries, likeness } from './ask/name-likeness.ts';
import { readReversals } from './ask/reversals.ts';
import { readSpanOfMoney } from './ask/span-of-money.ts';
import { count, day, days, fen, measured, noted, text } from './ask/values.ts';
import { booked, meeting, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

const notHeld = new Set(['cancelled', 'postponed', 'not_held']);

export default defineModel({
  id: 'cancelled-conference-paid',
  version: 1,
  group: 'G1',
  areas: ['society_profit', 'trade_misconduct'],
  links: ['sale'],
  family: 'academic',
  weight: 0.5,
  title: { zh: '会议取消后仍付款', en: 'Fees paid for a cancelled conference' },
  question: {
    zh: '会议已取消或未召开，为它付出的款项是否退回？',
    en: 'A conference was cancelled or not held: did the money paid for it come back?',
  },
  summary: {
    zh: '“{{conference}}”（原定 {{day}}）未召开，仍有付款 {{rows}} 笔、共 {{fen}}，宽限期内未见退回',
    en: '{{conference}} (due {{day}}) was not held, yet {{rows}} payments of {{fen}} were made for it and not returned in time',
  },
  basis: [
    {
      source: {
        zh: '《2025年医药领域腐败问题集中整治工作推进情况汇报》',
        en: 'Progress report on the campaign in 2025',
      },
      text: { zh: '取消违规会议120场。', en: '120 conferences against the rules were cancelled.' },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '九十日退款期和三成定金没有公开标准，由本工具给出，可按案件调整。',
        en: "Ninety days for refunds and a deposit of three tenths are this tool's and can be set per case.",
      },
      own: true,
    },
  ],
  needs: [
    { category: 'conference', fields: ['name', 'start_date', 'status'] },
    { category: 'expense', fields: ['amount', 'payee_name'], or: 'bank_flow' },
  ],
  settings: [
    {
      name: 'grace',
      label: { zh: '退款期', en: 'Time for refunds' },
      unit: days,
      default: 90,
      min: 0,
      max: 730,
      step: 5,
      basis: {
        zh: '本工具判断：自原定会期或付款日起，以较晚者为准',
        en: 'Judgement: from the day it was due or paid, whichever is later',
      },
    },
    {
      name: 'deposit',
      label: { zh: '不退的场地定金', en: 'Deposit that is not returned' },
      unit: { zh: '场地费的比例', en: 'share of the venue cost' },
      default: 0.3,
      min: 0,
      max: 1,
      step: 0.05,
      basis: { zh: '本工具判断：场地费三成以内的定金', en: 'Judgement: deposits of up to three tenths' },
    },
  ],
  innocent: [
    { zh: '场地定金按约定不退', en: 'A deposit for the venue that is not returned by agreement' },
    { zh: '会议改期后另行召开，款项转用', en: 'The conference was held later and the money used for it' },
    { zh: '已发生的筹备费用（印刷、设计）', en: 'Preparations already made, such as printing and design' },
  ],
  blindSpots: [
    {
      zh: '资料不写取消日期，退款期从原定会期起算',
      en: 'No list gives the day of cancelling: the time for refunds begins with the day it was due',
    },
    {
      zh: '退款期满日晚于资料截止日的不判断；以现金或其他账户退回的看不到',
      en: 'Payments whose time for refunds ends after the material does are not judged; refunds in cash or to other accounts are not seen',
    },
  ],

  find(evidence, settings) {
    const meetings = readMeetings(evidence);
    const lines = Map.groupBy(readLines(evidence), ({ conference }) => conference);
    const until = readSpanOfMoney(evidence)?.last ?? '';
    const hits: Hit[] = [];
    let examined = 0;
    for (const [conference, records] of Map.groupBy(meetings, (each) => each.conference)) {
      // of several records of one conference, one that says it was held is right
      if (records.some(({ status }) => status === null || !notHeld.has(status))) continue;
      examined++;
      const record = records[0]!;
      if (heldLater(record, meetings)) continue;
      evidence.breathe();
      const judged = (lines.get(conference) ?? []).map((line) => ({
        ...line,
        refund: refundOf(evidence, line, record, settings.grace),
        due: addDays(line.day > record.startDay ? line.day : record.startDay, settings.grace),
      }));
      const deposits = depositsOf(evidence, record, judged, settings.deposit);
      const open = judged.filter(({ row, refund, due }) => !deposits.has(row) && refund === undefined && due <= until);
      if (open.length === 0) continue;
      const total = open.reduce((sum, each) => sum + each.fen, 0);
      const bySize = severityOfAmount(total);
      const postponed = records.every(({ status }) => status === 'postponed');
      hits.push({
        key: evidence.party(conference).uid,
        severity: bySize < 2 ? 2 : bySize,
        confidence: postponed ? 0.5 : 0.8,
        params: {
          conference: text(record.name),
          day: day(record.startDay),
          rows: count(open.length),
          fen: fen(total),
        },
        measures: [
          measured(
            { zh: '退款期最晚届满', en: 'Last day for a refund' },
            day(
              open
                .map(({ due }) => due)
                .sort()
                .at(-1)!,
            ),
            '<=',
            day(until),
            'grace',
          ),
          noted(
            { zh: '已退回的付款', en: 'Payments that came back' },
            count(judged.filter((each) => each.refund).length),
          ),
          noted({ zh: '作为定金未计的付款', en: 'Payments left out as deposits' }, count(deposits.size)),
          noted(
            { zh: '退款期未满、未判断的付款', en: 'Payments still within the time for refunds' },
            count(judged.filter(({ due, refund }) => due > until && refund === undefined).length),
          ),
        ],
        fen: total,
        subjects: [
          { role: 'conference', party: conference, name: evidence.party(conference).name },
          ...[...new Set(open.map(({ payee }) => payee))].map((party) => ({
            role: 'payee',
            party,
            name: evidence.party(party).name,
          })),
        ],
        rows: [
          ...records.map(
            ({ row }): HitRow => ({
              row,
              field: 'status',
              role: 'evidence',
              note: { zh: '会议表写明未召开', en: 'The list says it was not held' },
            }),
          ),
          ...judged.flatMap((each) => cite(each, open.includes(each), deposits.has(each.row))),
        ],
      });
    }
    return { examined, hits };
  },

  examples: [
    {
      title: '会议取消，赞助款已付未退',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12', { status: '已取消' })],
        bank_flow: [
          paid('启衡药业有限公司', '云澜省骨科学会', '60000.00', '2024-03-20', '云澜骨科春季论坛赞助费'),
          paid('启衡药业有限公司', '澄溪商贸有限公司', '100.00', '2024-09-30', '货款'),
        ],
      },
      finds: ['云澜骨科春季论坛'],
    },
    {
      title: '取消之后才在费用账列支，退款期正好届满',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12', { status: '取消' })],
        expense: [
          booked('启衡药业有限公司', '云澜省骨科学会', '60000.00', '2024-05-10', '会议费', {
            conference_name: '云澜骨科春季论坛',
          }),
          booked('启衡药业有限公司', '澄溪商贸有限公司', '100.00', '2024-08-08', '办公费'),
        ],
      },
      finds: ['云澜骨科春季论坛'],
    },
    {
      title: '场地款为场地费的一半：超过定金',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12', { status: '未召开', venue_cost: '20000.00' })],
        expense: [
          booked('云栖会展服务有限公司', '澄溪会展中心', '10000.00', '2024-03-10', '会议费', {
            conference_name: '云澜骨科春季论坛',
          }),
          booked('启衡药业有限公司', '澄溪商贸有限公司', '100.00', '2024-09-08', '办公费'),
        ],
      },
      finds: ['云澜骨科春季论坛'],
    },
    {
      title: '八十九日后全额退回：不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12', { status: '已取消' })],
        bank_flow: [
          paid('启衡药业有限公司', '云澜省骨科学会', '60000.00', '2024-03-20', '云澜骨科春季论坛赞助费'),
          paid('云澜省骨科学会', '启衡药业有限公司', '60000.00', '2024-07-10', '退赞助费'),
          paid('启衡药业有限公司', '澄溪商贸有限公司', '100.00', '2024-09-30', '货款'),
        ],
      },
      finds: [],
    },
    {
      title: '场地费三成以内的定金：不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12', { status: '已取消', venue_cost: '20000.00' })],
        expense: [
          booked('云栖会展服务有限公司', '澄溪会展中心', '6000.00', '2024-03-10', '会议费', {
            conference_name: '云澜骨科春季论坛',
          }),
          booked('启衡药业有限公司', '澄溪商贸有限公司', '100.00', '2024-09-08', '办公费'),
        ],
      },
      finds: [],
    },
    {
      title: '资料截止时退款期还差一天：不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12', { status: '已取消' })],
        bank_flow: [
          paid('启衡药业有限公司', '云澜省骨科学会', '60000.00', '2024-03-20', '云澜骨科春季论坛赞助费'),
          paid('启衡药业有限公司', '澄溪商贸有限公司', '100.00', '2024-07-10', '货款'),
        ],
      },
      finds: [],
    },
    {
      title: '延期后照常召开：不提示',
      sheets: {
        conference: [
          meeting('云澜骨科春季论坛', '2024-04-12', { status: '延期', filing_no: '' }),
          meeting('云澜骨科春季论坛', '2024-06-21', { status: '已召开' }),
        ],
        bank_flow: [
          paid('启衡药业有限公司', '云澜省骨科学会', '60000.00', '2024-03-20', '赞助费'),
          paid('启衡药业有限公司', '澄溪商贸有限公司', '100.00', '2024-12-30', '货款'),
        ],
      },
      finds: [],
    },
    {
      title: '会议表没有状态一列：无法判断',
      sheets: {
        conference: [{ name: '云澜骨科春季论坛', start_date: '2024-04-12', organizer: '云澜省骨科学会' }],
        bank_flow: [paid('启衡药业有限公司', '云澜省骨科学会', '60000.00', '2024-03-20', '赞助费')],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Line {
  readonly row: number;
  readonly conference: number;
  readonly how: string;
  readonly payer: number;
  readonly payee: number;
  readonly fen: number;
  readonly day: string;
  readonly memo: string;
  /** the ledger line of the same payment */
  readonly copy: number | null;
}

type Judged = Line & { readonly refund: number | undefined; readonly due: string };

/** Bookings for conferences, and ledger lines that no booking was found for and no red line took back. */
function readLines(evidence: EvidenceReader): Line[] {
  const reversed = readReversals(evidence);
  return evidence
    .all<Line>(
      `select y.row as row, y.conference as conference, y.how as how, p.payer as payer, p.payee as payee, p.fen as fen, p.day as day, p.memo as memo,
              b.ledger_row as copy
       from meeting_payment y join payment p on p.row = y.row left join paid_booking b on b.bank_row = y.row
       union all
       select y.row, y.conference, y.how, f.company, f.payee, f.fen, f.day, f.memo, null
       from meeting_payment y join fee f on f.row = y.row left join paid_booking b on b.ledger_row = y.row
       where f.fen > 0 and f.company is not null and f.payee is not null and b.ledger_row is null
       order by row`,
    )
    .filter(({ row }) => !reversed.has(row));
}

/** The booking that brings a payment back: from payee to payer, the whole amount or more, in time. */
function refundOf(evidence: EvidenceReader, line: Line, record: Meeting, grace: number): number | undefined {
  const from = line.day > record.startDay ? line.day : record.startDay;
  return evidence.one<{ row: number }>(
    `select row from payment where payer = :payee and payee = :payer and fen >= :fen and day >= :day and day <= :last order by day, row limit 1`,
    { payee: line.payee, payer: line.payer, fen: line.fen, day: line.day, last: addDays(from, grace) },
  )?.row;
}

const depositWords = /定金|订金|押金|预付/;

/** Payments to venues that together stay within the share of the venue's cost; without a stated cost, those that call themselves a deposit. */
function depositsOf(
  evidence: EvidenceReader,
  { row }: Meeting,
  lines: readonly Judged[],
  part: number,
): ReadonlySet<number> {
  const cost = evidence.one<{ fen: number | null }>('select venue_fen as fen from meeting where row = :row', {
    row,
  })!.fen;
  const venue = lines.filter(({ how, refund }) => how === 'venue' && refund === undefined);
  const total = venue.reduce((sum, each) => sum + each.fen, 0);
  if (cost === null) return new Set(venue.filter(({ memo }) => depositWords.test(memo)).map((each) => each.row));
  return new Set(total > 0 && isShareAtLeast(Math.round(cost * part), total, 1) ? venue.map((each) => each.row) : []);
}

/** 改期召开: a record of nearly the same name that was held within a year after. */
const heldLater = (record: Meeting, meetings: readonly Meeting[]): boolean =>
  meetings.some((other) => {
    if (other.status !== null && notHeld.has(other.status)) return false;
    if (other.start <= record.start || other.startDay > addDays(dayFromNumber(record.start), 365)) return false;
    const { shared, all } = likeness(record.key, other.key);
    return isOneSeries(record.name, other.name) || isShareAtLeast(shared, all, SAME);
  });

const SAME = 0.8;

function cite({ row, copy, refund }: Judged, open: boolean, deposit: boolean): HitRow[] {
  const rows: HitRow[] = [
    open
      ? { row, field: 'amount', role: 'evidence' }
      : {
          row,
          field: 'amount',
          role: 'explained',
          note: deposit
            ? { zh: '场地定金', en: 'Deposit for the venue' }
            : refund === undefined
              ? { zh: '退款期未满，未判断', en: 'Still within the time for refunds' }
              : { zh: '已退回', en: 'It came back' },
        },
  ];
  if (copy !== null)
    rows.push({
      row: copy,
      field: 'amount',
      role: 'context',
      note: { zh: '同一笔款项的费用账', en: 'The ledger line of the same payment' },
    });
  if (refund !== undefined)
    rows.push({ row: refund, field: 'amount', role: 'counter', note: { zh: '退款', en: 'The refund' } });
  return rows;
}
