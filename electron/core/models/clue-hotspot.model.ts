import { daysBetween } from '../../../shared/evidence/day.ts';
import { nameKey } from './ask/name-likeness.ts';
import { count, day, days, measured, noted, number, ownJudgement, text } from './ask/values.ts';
import { windowsOf } from './ask/windows.ts';
import type { ExampleRow } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

/** Half of a lead's weight is gone after a year. */
const HALF_LIFE = 365;
const THREE_SOURCES = 3;

// for the examples
const told = (no: string, source: string, on: string, content: string, more: ExampleRow = {}): ExampleRow => ({
  clue_no: no,
  source,
  received_on: on,
  subject_name: '沈国梁',
  subject_org: '澄溪市第一人民医院',
  content,
  status: '已受理',
  duplicate_of: '',
  ...more,
});

export default defineModel({
  id: 'clue-hotspot',
  version: 1,
  group: 'G7',
  areas: ['abuse_of_power', 'key_posts', 'society_profit', 'insurance_fund', 'trade_misconduct', 'nine_rules'],
  links: ['production', 'distribution', 'sale', 'use', 'reimbursement'],
  family: 'clue',
  weight: 0.25,
  title: { zh: '多源线索聚集', en: 'Leads from several channels' },
  question: {
    zh: '不同渠道收到的、内容不同的线索，是否指向同一人或同一单位？',
    en: 'Do different leads from different channels name the same person or organisation?',
  },
  summary: {
    zh: '{{from}} 至 {{to}} 有 {{clues}} 件线索、{{sources}} 个渠道反映{{subject}}',
    en: '{{clues}} leads from {{sources}} channels named {{subject}} between {{from}} and {{to}}',
  },
  basis: [
    {
      source: {
        zh: '《2025年医药领域腐败问题集中整治工作推进情况汇报》',
        en: 'Progress report on the campaign in 2025',
      },
      text: {
        zh: '通过12388、12320、12315等平台受理群众举报线索4.7万件，其中有效线索2.3万件。',
        en: 'The lines 12388, 12320 and 12315 took 47,000 leads, 23,000 of them valid.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '两个渠道、两件、两年没有公开标准。线索本身不是证据，只用来排核查的先后。',
        en: "Two channels, two leads and two years are this tool's. A lead is no evidence: it only helps to decide what to look at first.",
      },
      own: true,
    },
  ],
  needs: [{ category: 'clue', fields: ['source', 'received_on', 'content'] }],
  settings: [
    {
      name: 's',
      label: { zh: '渠道数', en: 'Channels' },
      unit: { zh: '个', en: 'channels' },
      default: 2,
      min: 1,
      max: 10,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'n',
      label: { zh: '线索数', en: 'Leads' },
      unit: { zh: '件', en: 'leads' },
      default: 2,
      min: 2,
      max: 50,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'W',
      label: { zh: '期间', en: 'Period' },
      unit: days,
      default: 730,
      min: 30,
      max: 3650,
      step: 5,
      basis: ownJudgement,
    },
  ],
  innocent: [
    { zh: '有组织的恶意举报、竞争对手举报', en: 'Organised malicious reports, reports by competitors' },
    { zh: '同一人向多个渠道反映同一件事', en: 'One person telling several channels the same' },
    { zh: '岗位特殊，容易被反映（如医务科、医保办）', en: 'A post that draws complaints' },
  ],
  blindSpots: [
    {
      zh: '同一举报人换用不同文字多处举报的，按多件计；举报人不在任何视图中，不作比对',
      en: 'One informant writing different words to several channels counts several times; informants are never compared',
    },
    { zh: '线索只写姓氏或“某主任”的认不出', en: 'Leads that give only a surname or a post are not recognised' },
    { zh: '未导入的渠道看不到', en: 'Channels that were not imported are not seen' },
  ],

  find(evidence, settings) {
    const leads = readLeads(evidence);
    const latest = leads.at(-1)?.day;
    const bySubject = Map.groupBy(leads, ({ about }) => about);
    const hits: Hit[] = [];
    for (const [about, all] of bySubject) {
      evidence.breathe();
      const counted = distinct(all.filter(({ status }) => status !== 'dismissed'));
      const best = busiest(counted, settings.W);
      if (!best || best.length < settings.n || sourcesOf(best).size < settings.s || latest === undefined) continue;
      const who = evidence.party(about);
      const sources = sourcesOf(best).size;
      const weight = best.reduce((sum, { day: on }) => sum + weightOf(on, latest), 0);
      hits.push({
        key: who.uid,
        severity: sources >= THREE_SOURCES ? 2 : 1,
        confidence: best.every(({ alone }) => alone === 1) ? 0.3 : 0.3 + 0.3 * weightOf(best.at(-1)!.day, latest),
        params: {
          subject: text(who.name),
          from: day(best[0]!.day),
          to: day(best.at(-1)!.day),
          clues: count(best.length),
          sources: count(sources),
        },
        measures: [
          measured({ zh: '渠道', en: 'Channels' }, count(sources), '>=', count(settings.s), 's'),
          measured({ zh: '线索', en: 'Leads' }, count(best.length), '>=', count(settings.n), 'n'),
          noted(
            { zh: '按新旧折算的件数（每年减半）', en: 'Leads weighed by age, halved each year' },
            number(Math.round(weight * 100) / 100),
          ),
          noted(
            { zh: '查否或不予受理的（不计）', en: 'Dismissed, not counted' },
            count(all.filter(({ status }) => status === 'dismissed').length),
          ),
        ],
        fen: null,
        subjects: [{ role: 'person', party: about, name: who.name }],
        rows: [
          ...best.map(({ row }) => cite(evidence, row, 'evidence')),
          ...all
            .filter(({ status }) => status === 'dismissed')
            .map(({ row }) => ({
              ...cite(evidence, row, 'counter'),
              note: { zh: '查否或不予受理', en: 'Dismissed' },
            })),
        ],
      });
    }
    return { examined: bySubject.size, hits };
  },

  examples: [
    {
      title: '两个渠道各一件，内容不同，正好两年之内',
      sheets: {
        clue: [
          told('XS-001', '12388举报', '2023-01-01', '收受供货企业款项'),
          told('XS-002', '12320热线', '2024-12-30', '设备采购时偏向一家供货商'),
        ],
      },
      finds: ['沈国梁'],
    },
    {
      title: '三个渠道反映同一家企业',
      sheets: {
        clue: [
          told('XS-001', '12388举报', '2024-03-04', '以会议名义给医生发钱', {
            subject_name: '',
            subject_org: '启禾器械有限公司',
          }),
          told('XS-002', '12315投诉', '2024-05-04', '虚开服务费发票', {
            subject_name: '',
            subject_org: '启禾器械有限公司',
          }),
          told('XS-003', '来信来访', '2024-08-04', '中标前宴请评委', {
            subject_name: '',
            subject_org: '启禾器械有限公司',
          }),
        ],
      },
      finds: ['启禾器械有限公司'],
    },
    {
      title: '同一渠道两件、另一渠道一件，其中一件查否：仍有两个渠道',
      sheets: {
        clue: [
          told('XS-001', '12388举报', '2024-03-04', '收受供货企业款项'),
          told('XS-002', '12388举报', '2024-04-04', '外出讲课未报备', { status: '查否' }),
          told('XS-003', '来信来访', '2024-05-04', '设备采购时偏向一家供货商'),
        ],
      },
      finds: ['沈国梁'],
    },
    {
      title: '相隔两年零一天：不提示',
      sheets: {
        clue: [
          told('XS-001', '12388举报', '2023-01-01', '收受供货企业款项'),
          told('XS-002', '12320热线', '2024-12-31', '设备采购时偏向一家供货商'),
        ],
      },
      finds: [],
    },
    {
      title: '同一段文字投向三个渠道：只算一件，不提示',
      sheets: {
        clue: [
          told('XS-001', '12388举报', '2024-03-04', '收受供货企业款项。'),
          told('XS-002', '12320热线', '2024-03-05', '收受供货企业款项'),
          told('XS-003', '来信来访', '2024-03-06', '收受 供货企业款项'),
        ],
      },
      finds: [],
    },
    {
      title: '注明为重复件的不另计：不提示',
      sheets: {
        clue: [
          told('XS-001', '12388举报', '2024-03-04', '收受供货企业款项'),
          told('XS-002', '12320热线', '2024-03-05', '反映其收供货企业的钱', { duplicate_of: 'XS-001' }),
        ],
      },
      finds: [],
    },
    {
      title: '两个渠道，一件已查否：不提示',
      sheets: {
        clue: [
          told('XS-001', '12388举报', '2024-03-04', '收受供货企业款项', { status: '了结，失实' }),
          told('XS-002', '12320热线', '2024-03-05', '设备采购时偏向一家供货商'),
        ],
      },
      finds: [],
    },
    {
      title: '两所医院各有一名同名人员被反映：不提示',
      sheets: {
        clue: [
          told('XS-001', '12388举报', '2024-03-04', '收受供货企业款项'),
          told('XS-002', '12320热线', '2024-03-05', '设备采购时偏向一家供货商', { subject_org: '望川市人民医院' }),
        ],
      },
      finds: [],
    },
    {
      title: '没有线索表：无法判断',
      sheets: { company: [{ name: '启禾器械有限公司', legal_rep: '罗一舟' }] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

interface Lead {
  readonly row: number;
  readonly clue: number;
  /** the person, or the organisation where no person is named or it is a company */
  readonly about: number;
  readonly day: string;
  /** the channel: as it was recognised, else as it is written */
  readonly source: string;
  readonly status: string | null;
  /** the lead's words as names are compared */
  readonly words: string;
  readonly no: string | null;
  readonly duplicateOf: string | null;
  /** 1: nothing but a name stands beside the person */
  readonly alone: number;
}

/** Leads by whom they name, by day. A hospital is not the subject of what is told of its staff. */
function readLeads(evidence: EvidenceReader): Lead[] {
  const rows = evidence.all<
    Omit<Lead, 'about' | 'words'> & {
      subject: number | null;
      org: number | null;
      orgKind: string | null;
      content: string;
    }
  >(
    `select l.row as row, l.clue as clue, l.subject as subject, l.subject_org as org, o.kind as orgKind, l.day as day,
            coalesce(l.source_kind, l.source) as source, l.status as status, l.content as content, l.clue_no as no,
            l.duplicate_of as duplicateOf, coalesce(l.subject_alone, 0) as alone
     from lead l left join who o on o.party = l.subject_org order by l.day, l.content, l.clue_no, l.row`,
  );
  return rows.flatMap(({ subject, org, orgKind, content, ...lead }) => {
    const about = [subject, subject === null || orgKind === 'company' ? org : null];
    const words = nameKey(content);
    return about.flatMap((party, i) =>
      party === null ? [] : [{ ...lead, about: party, words, alone: i === 0 ? lead.alone : 0 }],
    );
  });
}

/** The same words, the same number of a channel, or a lead that says whose copy it is, count once: the first by day. */
function distinct(leads: readonly Lead[]): Lead[] {
  const words = new Set<string>();
  const clues = new Set<number>();
  const numbers = new Set(leads.map(({ no }) => no));
  const copies = new Set<string>();
  return leads.filter(({ clue, words: said, duplicateOf }) => {
    if (duplicateOf !== null && (numbers.has(duplicateOf) || copies.has(duplicateOf))) return false;
    if (words.has(said) || clues.has(clue)) return false;
    words.add(said);
    clues.add(clue);
    if (duplicateOf !== null) copies.add(duplicateOf);
    return true;
  });
}

const sourcesOf = (leads: readonly Lead[]): Set<string> => new Set(leads.map(({ source }) => source));

/** The period with the most channels; of equal ones the one with the most leads, then the first. */
function busiest(leads: readonly Lead[], length: number): Lead[] | undefined {
  let best: Lead[] | undefined;
  for (const { from, to } of windowsOf(leads, length)) {
    const list = leads.slice(from, to);
    const more = best === undefined ? 1 : sourcesOf(list).size - sourcesOf(best).size || list.length - best.length;
    if (more > 0) best = list;
  }
  return best;
}

const weightOf = (on: string, latest: string): number => 0.5 ** (daysBetween(on, latest) / HALF_LIFE);

/** The number of the lead is shown, its words stay in the file. */
const cite = (evidence: EvidenceReader, row: number, role: HitRow['role']): HitRow => ({
  row,
  field: evidence.shown(row, 'clue_no') === '' ? 'received_on' : 'clue_no',
  role,
});
