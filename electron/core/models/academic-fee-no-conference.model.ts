import { addDays, dayFromNumber, dayNumber } from '../../../shared/evidence/day.ts';
import { expenseTypeOf } from '../../../shared/evidence/expense-type.ts';
import type { Bilingual } from '../../../shared/protocol/parts.ts';
import { severityOfAmount, stepped } from './ask/amount-band.ts';
import { explainedByContract } from './ask/contracted.ts';
import { fenOf } from './ask/exact.ts';
import { type MeetingMatcher, meetingMatcher, type Near } from './ask/match-meeting.ts';
import { readMedicalStaff } from './ask/medical-staff.ts';
import { readMeetings } from './ask/meetings.ts';
import { readAliases } from './ask/org-aliases.ts';
import { readReversals } from './ask/reversals.ts';
import { count, day, days, fen, measured, noted, ownJudgement, ratio, share, text, yuan } from './ask/values.ts';
import { agreed } from './example-people.ts';
import { booked, meeting, signedIn } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** Types of expense that a meeting must stand behind. */
const academic = ['academic_promo', 'conference', 'lecture', 'sponsorship'] as const;

/** 会费 for being a member is no fee for a meeting. */
const notAcademic = /会员|会费|年费|退款|退回|冲销|报名费|注册费/;

export default defineModel({
  id: 'academic-fee-no-conference',
  version: 3,
  group: 'G1',
  areas: ['society_profit', 'trade_misconduct', 'nine_rules'],
  links: ['sale'],
  family: 'academic',
  weight: 0.55,
  title: { zh: '学术费用无对应会议', en: 'Academic fee without a matching conference' },
  question: {
    zh: '以学术推广费、会议费、讲课费、赞助费名义列支的款项，是否找得到与之对应的会议？',
    en: 'Is there a conference behind what was booked as promotion, conference, lecture or sponsorship fee?',
  },
  summary: {
    zh: '{{payer}}向{{payee}}列支学术类费用 {{rows}} 笔、共 {{fen}}，未找到对应会议（该付款方全部学术费用中 {{share}} 找不到会议）',
    en: '{{payer}} booked {{rows}} academic fees to {{payee}}, {{fen}} in all, with no matching conference (of all its academic fees {{share}} have none)',
  },
  basis: [
    {
      source: {
        zh: '国家卫生健康委《全国医药领域腐败问题集中整治工作有关问答》（2023-08-15）第五问',
        en: 'National Health Commission, questions and answers of 2023-08-15, question 5',
      },
      text: {
        zh: '需要整治的是那些无中生有、编造虚假学术会议的名头，进行违法违规利益输送，或者违规将学术会议赞助费私分的不法行为。',
        en: 'What has to be put right is inventing sham academic conferences to pass on benefits, and dividing conference sponsorship among individuals.',
      },
      own: false,
    },
    {
      source: {
        zh: '《2025年医药领域腐败问题集中整治工作推进情况汇报》',
        en: 'Progress report on the campaign in 2025',
      },
      text: {
        zh: '某上市药企因通过“学术推广费”名义向200余名医生输送利益被立案调查，涉案金额超2亿元。',
        en: 'A listed company is investigated for passing benefits to more than 200 doctors as "academic promotion fees", over 200 million yuan.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '时间窗、名称相似度和起点金额没有公开标准，由本工具给出，可按案件调整。',
        en: "No authority publishes the time window, the likeness of names or the least amount; they are this tool's and can be set per case.",
      },
      own: true,
    },
  ],
  needs: [
    { category: 'expense', fields: ['company', 'payee_name', 'amount', 'expense_type'], or: 'bank_flow' },
    { category: 'conference', fields: ['name', 'start_date'] },
  ],
  settings: [
    {
      name: 'before',
      label: { zh: '会前天数', en: 'Days before' },
      unit: days,
      default: 60,
      min: 0,
      max: 365,
      step: 1,
      basis: { zh: '本工具判断：场地等常需预付', en: 'Judgement: venues are often paid ahead' },
    },
    {
      name: 'after',
      label: { zh: '会后天数', en: 'Days after' },
      unit: days,
      default: 120,
      min: 0,
      max: 730,
      step: 1,
      basis: { zh: '本工具判断：会后一个季度加一个月结算', en: 'Judgement: settled within a quarter and a month' },
    },
    {
      name: 'name_sim',
      label: { zh: '名称相似度', en: 'Likeness of names' },
      unit: share,
      default: 0.55,
      min: 0.3,
      max: 1,
      step: 0.05,
      basis: { zh: '本工具判断：容许错字和简称', en: 'Judgement: lets typing errors and short names pass' },
    },
    {
      name: 'min_amount',
      label: { zh: '单笔起点', en: 'Least amount' },
      unit: yuan,
      default: 1000,
      min: 0,
      max: 1_000_000,
      step: 100,
      basis: { zh: '本工具判断：略去小额', en: 'Judgement: leaves petty cash out' },
    },
    {
      name: 'coverage_needed',
      label: { zh: '会议表覆盖的费用比例', en: 'Fees within the span of the lists' },
      unit: share,
      default: 0.3,
      min: 0,
      max: 1,
      step: 0.05,
      basis: ownJudgement,
    },
  ],
  innocent: [
    {
      zh: '会议表不完整，或该会议在其他单位的名单中',
      en: 'The list of conferences is incomplete, or the conference is in another list',
    },
    { zh: '框架服务合同项下的推广服务，有服务成果', en: 'Promotion under a framework contract, with deliverables' },
    { zh: '单位会员年费、期刊或线上广告费用', en: 'Membership, journal or online advertising' },
  ],
  blindSpots: [
    {
      zh: '有合同和成果或批件的服务、有同额发票的场地和刊物费用不提示；合同、发票内容是否属实看不出来',
      en: 'Services under a contract with deliverables, and venues or journals with an invoice of the amount are left alone; whether papers are true is not seen',
    },
    {
      zh: '会议表起止日期以外（含时间窗）的费用不判断',
      en: 'Fees outside the span of the conference lists (with the window) are not judged',
    },
    {
      zh: '只有会议名目、会议本身要素缺失的，见“虚假会议”',
      en: 'A fee for a conference that exists on paper only is the matter of "sham conference"',
    },
  ],

  coverage(evidence, settings) {
    const fees = readFees(evidence, fenOf(settings.min_amount));
    const span = spanOf(evidence);
    if (fees.length === 0) {
      if (evidence.has('expense')) return [];
      return [
        {
          id: 'expense',
          words: {
            zh: '未导入费用明细账，流水摘要也没有学术类费用',
            en: 'No expense ledgers imported, and no booking names an academic fee',
          },
        },
      ];
    }
    const within = span ? fees.filter((fee) => isJudged(fee.day, span, settings)).length : 0;
    if (within > 0 && within * 1000 >= fees.length * Math.round(settings.coverage_needed * 1000)) return [];
    return [
      {
        id: 'conference.period',
        words: {
          zh: `会议表的起止日期只覆盖学术费用的 ${within}/${fees.length} 笔`,
          en: `The conference lists span only ${within} of ${fees.length} academic fees`,
        },
      },
    ];
  },

  find(evidence, settings) {
    const span = spanOf(evidence);
    const fees = readFees(evidence, fenOf(settings.min_amount)).filter(
      (fee) => span && isJudged(fee.day, span, settings),
    );
    const meetings = readMeetings(evidence);
    const matcher = meetingMatcher(meetings, {
      before: settings.before,
      after: settings.after,
      nameSim: settings.name_sim,
      canonical: readAliases(evidence),
    });
    const staff = readMedicalStaff(evidence);
    const known = new Set(meetings.flatMap((meeting) => [...meeting.hosts, ...meeting.sponsors]));
    const spentBy = new Map<number, number>();
    const papers = explainedByPapers(evidence, fees);
    const unmatched = fees.filter((fee) => {
      spentBy.set(fee.payer, (spentBy.get(fee.payer) ?? 0) + fee.fen);
      evidence.breathe();
      return !papers.has(fee.row) && !matcher.match(fee);
    });
    const withPapers = Map.groupBy(
      fees.filter(({ row }) => papers.has(row)),
      ({ payer, payee }) => `${payer} ${payee}`,
    );
    const unmatchedBy = new Map<number, number>();
    for (const { payer, fen: each } of unmatched) unmatchedBy.set(payer, (unmatchedBy.get(payer) ?? 0) + each);
    const hits = [
      ...Map.groupBy(unmatched, ({ payer, payee }) => `${evidence.party(payer).uid}→${evidence.party(payee).uid}`),
    ]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, list]): Hit => {
        const { payer, payee } = list[0]!;
        const [from, to] = [evidence.party(payer), evidence.party(payee)];
        const total = list.reduce((sum, each) => sum + each.fen, 0);
        const part = (unmatchedBy.get(payer) ?? 0) / (spentBy.get(payer) ?? 1);
        const nameOnly = to.kind === 'person' && list.every(({ alone }) => alone === 1);
        const atHospital = staff.has(payee);
        return {
          key,
          severity: stepped(severityOfAmount(total), atHospital ? 1 : 0),
          confidence: confidenceOf(
            nameOnly,
            known.has(payer) || list.some(({ conferenceName }) => conferenceName !== null),
          ),
          params: {
            payer: text(from.name),
            payee: text(to.name),
            rows: count(list.length),
            fen: fen(total),
            share: ratio(part),
          },
          measures: [
            measured(
              { zh: '找不到会议的费用', en: 'Fees without a conference' },
              count(list.length),
              '>=',
              count(1),
              null,
            ),
            measured(
              { zh: '单笔金额（最小一笔）', en: 'Smallest single amount' },
              fen(Math.min(...list.map((each) => each.fen))),
              '>=',
              fen(fenOf(settings.min_amount)),
              'min_amount',
            ),
            noted(
              { zh: '已由合同或发票解释的费用', en: 'Fees that a contract or invoice explains' },
              count(withPapers.get(`${payer} ${payee}`)?.length ?? 0),
            ),
            noted({ zh: '该付款方全部学术费用', en: 'All academic fees of the payer' }, fen(spentBy.get(payer) ?? 0)),
            noted({ zh: '其中找不到会议的', en: 'Of these without a conference' }, fen(unmatchedBy.get(payer) ?? 0)),
            noted({ zh: '会议表共有会议', en: 'Conferences in the lists' }, count(meetings.length)),
            ...(span
              ? [
                  noted({ zh: '会议表始于', en: 'Lists begin' }, day(dayFromNumber(span.first))),
                  noted({ zh: '会议表止于', en: 'Lists end' }, day(dayFromNumber(span.last))),
                ]
              : []),
          ],
          fen: total,
          subjects: [
            { role: 'payer', party: payer, name: from.name },
            { role: 'payee', party: payee, name: to.name },
          ],
          rows: [
            ...list.flatMap((each) => evidenceOf(each)),
            ...(withPapers.get(`${payer} ${payee}`) ?? []).flatMap(({ row }) => citePapers(row, papers.get(row)!)),
            ...nearby(matcher, list),
          ],
        };
      });
    return { examined: fees.length, hits };
  },

  examples: [
    {
      title: '学术推广费找不到任何会议',
      sheets: {
        conference: [
          meeting('云澜骨科春季论坛', '2024-04-12'),
          meeting('云澜骨科秋季论坛', '2024-10-18', { venue: '澄溪会展中心五号厅' }),
        ],
        expense: [booked('启衡药业有限公司', '澄溪合禾推广服务有限公司', '180000.00', '2024-07-15')],
      },
      finds: ['启衡药业有限公司'],
    },
    {
      title: '会议表起止日期之外的费用不判断，之内的找得到会议：不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        expense: [
          booked('启衡药业有限公司', '云澜省骨科学会', '30000.00', '2024-02-11', '会议费'),
          booked('启衡药业有限公司', '云澜省骨科学会', '30000.00', '2024-02-12', '会议费'),
          booked('启衡药业有限公司', '云澜省骨科学会', '12000.00', '2024-08-11', '赞助费'),
        ],
      },
      settings: { coverage_needed: 0.3 },
      finds: [],
    },
    {
      title: '会前 61 日、会后 121 日付给主办方，名单另有更早更晚的会议',
      sheets: {
        conference: [
          meeting('云澜脊柱外科研讨会', '2023-09-01', { sponsor: '禾澜医疗科技有限公司' }),
          meeting('云澜骨科春季论坛', '2024-04-12'),
          meeting('云澜运动医学论坛', '2024-12-06', { sponsor: '禾澜医疗科技有限公司' }),
        ],
        expense: [
          booked('启衡药业有限公司', '云澜省骨科学会', '30000.00', '2024-02-11', '会议费'),
          booked('启衡药业有限公司', '云澜省骨科学会', '12000.00', '2024-08-11', '赞助费'),
        ],
      },
      finds: ['启衡药业有限公司'],
    },
    {
      title: '会前正好 60 日、会后正好 120 日，以及一笔 999.99 元：不提示',
      sheets: {
        conference: [
          meeting('云澜脊柱外科研讨会', '2023-09-01', { sponsor: '禾澜医疗科技有限公司' }),
          meeting('云澜骨科春季论坛', '2024-04-12'),
          meeting('云澜运动医学论坛', '2024-12-06', { sponsor: '禾澜医疗科技有限公司' }),
        ],
        expense: [
          booked('启衡药业有限公司', '云澜省骨科学会', '30000.00', '2024-02-12', '会议费'),
          booked('启衡药业有限公司', '云澜省骨科学会', '12000.00', '2024-08-10', '赞助费'),
          booked('启衡药业有限公司', '澄溪合禾推广服务有限公司', '999.99', '2024-07-15'),
        ],
      },
      finds: [],
    },
    {
      title: '讲课费付给列名讲者，会议名称有错字：不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        conference_person: signedIn('云澜骨科春季论坛', '2024-04-12', [['沈以墨', '澄溪市第一人民医院', '3000.00']]),
        expense: [
          booked('启衡药业有限公司', '沈以墨', '3000.00', '2024-04-20', '讲课费', { payee_org: '澄溪市第一人民医院' }),
          booked('启衡药业有限公司', '澄溪临江酒店有限公司', '8600.00', '2024-04-14', '会议费', {
            conference_name: '云斓骨科春季论坛',
          }),
        ],
      },
      finds: [],
    },
    {
      title: '单位会员会费、已红字冲销的推广费：不提示',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2024-04-12')],
        expense: [
          booked('启衡药业有限公司', '澄溪市医学会', '20000.00', '2024-05-08', '会议费', {
            summary: '2024年度单位会员会费',
          }),
          booked('启衡药业有限公司', '澄溪合禾推广服务有限公司', '50000.00', '2024-05-10'),
          booked('启衡药业有限公司', '澄溪合禾推广服务有限公司', '-50000.00', '2024-05-20', '学术推广费', {
            summary: '冲销学术推广费',
          }),
        ],
      },
      finds: [],
    },
    {
      title: '推广服务有合同和成果、酒店费用有同额发票：不提示',
      sheets: {
        conference: [
          meeting('云澜骨科春季论坛', '2024-04-12', { sponsor: '禾澜医疗科技有限公司' }),
          meeting('云澜骨科秋季论坛', '2024-10-18', { sponsor: '禾澜医疗科技有限公司' }),
        ],
        contract: [
          agreed('启衡药业有限公司', '澄溪合禾推广服务有限公司', '180000.00', '2024-06-01', '推广服务', {
            deliverable: '市场调研报告、推广活动台账',
          }),
        ],
        invoice: [
          {
            invoice_no: '24990000000000000017',
            issue_date: '2024-07-20',
            seller: '澄溪临江酒店有限公司',
            buyer: '启衡药业有限公司',
            goods: '会议服务',
            total: '8600.00',
          },
        ],
        expense: [
          booked('启衡药业有限公司', '澄溪合禾推广服务有限公司', '180000.00', '2024-07-15'),
          booked('启衡药业有限公司', '澄溪临江酒店有限公司', '8600.00', '2024-07-16', '会议费'),
        ],
      },
      finds: [],
    },
    {
      title: '没有会议表：无法判断',
      sheets: { expense: [booked('启衡药业有限公司', '澄溪合禾推广服务有限公司', '180000.00', '2024-07-15')] },
      finds: [],
      cannotJudge: true,
    },
    {
      title: '会议表只到三年前：无法判断',
      sheets: {
        conference: [meeting('云澜骨科春季论坛', '2021-04-12')],
        expense: [booked('启衡药业有限公司', '澄溪合禾推广服务有限公司', '180000.00', '2024-07-15')],
      },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Fee {
  readonly row: number;
  readonly payer: number;
  readonly payee: number;
  readonly payeeName: string;
  readonly fen: number;
  readonly day: string;
  readonly conference: number | null;
  readonly conferenceNo: string | null;
  readonly conferenceName: string | null;
  readonly memo: string;
  readonly alone: number;
  readonly bankRow: number | null;
  readonly field: 'amount';
}

/** Ledger lines of academic types and bank bookings whose words name one, each payment once; reversed lines are out. */
function readFees(evidence: EvidenceReader, least: number): readonly Fee[] {
  return evidence.once(`academic fees from ${least}`, () => gatherFees(evidence, least));
}

function gatherFees(evidence: EvidenceReader, least: number): Fee[] {
  const reversed = readReversals(evidence);
  const isAcademic = academicWords();
  const booked = evidence.all<Fee & { type: string | null }>(
    `select f.row as row, f.company as payer, f.payee as payee, w.name as payeeName, f.fen as fen, f.day as day, f.conference as conference,
            f.conference_no as conferenceNo, f.conference_name as conferenceName, f.memo as memo, f.payee_alone as alone, f.type as type,
            b.bank_row as bankRow, 'amount' as field
     from fee f join who w on w.party = f.payee join who c on c.party = f.company left join paid_booking b on b.ledger_row = f.row
     where f.type in ('${academic.join("','")}') and f.fen >= :least and f.precision <> 'month'
       and c.kind in ('company', 'org', 'association') and w.kind not in ('cash', 'payment-institution') and f.company <> f.payee
     order by f.row`,
    { least },
  );
  const moved = evidence.all<Fee>(
    `select p.row as row, p.payer as payer, p.payee as payee, w.name as payeeName, p.fen as fen, p.day as day, null as conference,
            null as conferenceNo, null as conferenceName, p.memo as memo, p.payee_alone as alone, null as bankRow, 'amount' as field
     from payment p join who w on w.party = p.payee left join paid_booking b on b.bank_row = p.row
     where p.fen >= :least and b.bank_row is null and p.payer_kind in ('company', 'org') and p.precision <> 'month'
       and p.payee_kind not in ('cash', 'payment-institution') and p.memo <> ''
     order by p.row`,
    { least },
  );
  return [
    ...booked.filter(({ row, memo }) => !reversed.has(row) && !notAcademic.test(memo)),
    ...moved.filter(({ memo }) => isAcademic(memo)),
  ];
}

/** Whether the words of a booking name an academic fee. The same words stand in thousands of bookings. */
function academicWords(): (memo: string) => boolean {
  const known = new Map<string, boolean>();
  return (memo) => {
    const before = known.get(memo);
    if (before !== undefined) return before;
    const type = expenseTypeOf([memo]);
    const is = academic.some((each) => each === type) && !notAcademic.test(memo);
    known.set(memo, is);
    return is;
  };
}

/** 出版、场地: whoever is paid for pages or rooms holds no conference. */
const venueOrPress = /出版|杂志|期刊|编辑部|报社|印务|印刷|酒店|宾馆|饭店|会展|会议中心|展览/;

/** A contract or an invoice that accounts for a fee. */
interface Papers {
  readonly row: number;
  readonly field: string;
}

/** Fee → the contract of services with a deliverable or approval, or the invoice of that amount of a press or venue, that accounts for it. */
function explainedByPapers(evidence: EvidenceReader, fees: readonly Fee[]): Map<number, Papers> {
  const papers = new Map<number, Papers>(
    [...explainedByContract(evidence, fees)].map(([fee, row]) => [fee, { row, field: 'party_b' }]),
  );
  if (!evidence.has('invoice')) return papers;
  for (const { row, payer, payee, payeeName, fen: amount, day: on } of fees) {
    if (papers.has(row) || !venueOrPress.test(payeeName)) continue;
    const invoice = evidence.one<{ row: number }>(
      'select row from invoice where seller = :payee and buyer = :payer and fen = :amount and day >= :from and day <= :to order by day, row limit 1',
      { payer, payee, amount, from: addDays(on, -INVOICE_DAYS), to: addDays(on, INVOICE_DAYS) },
    );
    if (invoice) papers.set(row, { row: invoice.row, field: 'invoice_no' });
  }
  return papers;
}

/** Invoices come before or after the payment. */
const INVOICE_DAYS = 90;

const citePapers = (fee: number, { row, field }: Papers): HitRow[] => [
  {
    row: fee,
    field: 'amount',
    role: 'explained',
    note: { zh: '有合同成果或同额发票', en: 'A contract with a deliverable, or an invoice of the amount' },
  },
  { row, field, role: 'counter', note: { zh: '合同或发票', en: 'The contract or invoice' } },
];

/** A payer whose meetings are in no list may have them in a list that is not here; a payee known by name alone may be anybody of that name. */
const confidenceOf = (nameOnly: boolean, payerIsKnown: boolean): number => (nameOnly ? 0.5 : payerIsKnown ? 0.8 : 0.6);

interface Span {
  readonly first: number;
  readonly last: number;
}

function spanOf(evidence: EvidenceReader): Span | undefined {
  const meetings = readMeetings(evidence);
  if (meetings.length === 0) return undefined;
  return { first: Math.min(...meetings.map(({ start }) => start)), last: Math.max(...meetings.map(({ end }) => end)) };
}

/** A line whose window reaches into the span of the lists; before and after it nothing can be said. */
const isJudged = (on: string, span: Span, { before, after }: { before: number; after: number }): boolean =>
  dayNumber(on) >= span.first - before && dayNumber(on) <= span.last + after;

const sameMoney: Bilingual = { zh: '同一笔款项的银行流水', en: 'The bank booking of the same payment' };

function evidenceOf(fee: Fee): HitRow[] {
  const named =
    fee.conferenceName === null
      ? {}
      : {
          note: {
            zh: `账上写明“${fee.conferenceName}”，会议表中没有`,
            en: `The ledger names ${fee.conferenceName}, which is in no list`,
          },
        };
  const line: HitRow = { row: fee.row, field: fee.field, role: 'evidence', ...named };
  return fee.bankRow === null
    ? [line]
    : [line, { row: fee.bankRow, field: 'amount', role: 'context', note: sameMoney }];
}

const reasons: Readonly<Record<Near['why'], Bilingual>> = {
  'other-days': {
    zh: '时间最近的会议之一：日期不在时间窗内',
    en: 'One of the nearest conferences: outside the window of days',
  },
  'other-sponsor': {
    zh: '时间最近的会议之一：付款方不是其赞助、主办或承办方',
    en: 'One of the nearest conferences: the payer does not stand behind it',
  },
  'other-payee': {
    zh: '时间最近的会议之一：收款方不是其主办、承办方、讲者或场地',
    en: 'One of the nearest conferences: the payee neither holds it nor lectures there',
  },
};
const NEAREST = 3;

/** The conferences that were looked at and rejected, so that the reader can overrule it. */
function nearby(matcher: MeetingMatcher, fees: readonly Fee[]): HitRow[] {
  const shown = new Map<number, HitRow>();
  for (const fee of [fees[0]!, fees.at(-1)!])
    for (const { meeting, why } of matcher.nearest(fee, NEAREST))
      if (!shown.has(meeting.row))
        shown.set(meeting.row, { row: meeting.row, field: 'start_date', role: 'context', note: reasons[why] });
  return [...shown.values()];
}
