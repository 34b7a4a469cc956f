import { compatibleKeys } from '../../../shared/evidence/compatible-names.ts';
import { closenessOf } from './ask/close-parties.ts';
import { components } from './ask/components.ts';
import { readFilings } from './ask/filings.ts';
import { readIdNumber } from './ask/id-numbers.ts';
import { readHospitals } from './ask/medical-staff.ts';
import { isMoneyAgent } from './ask/money-agents.ts';
import { isPersonName, keyOfPerson } from './ask/person-names.ts';
import { readKin, readStaffFamily } from './ask/staff-family.ts';
import { count, measured, noted, ownJudgement, people, text } from './ask/values.ts';
import { hired, idOf, related } from './example-people.ts';
import { filed } from './example-reps.ts';
import { type ExampleRow, paid } from './example-rows.ts';
import { defineModel, type EvidenceReader, type Hit, type HitRow } from './model.ts';

// for the examples
const [hospital, drugs] = ['澄溪市第一人民医院', '启衡药业有限公司'];
const account = '9999990000123456';
const [mobile, uscc] = ['19900001234', '91990000MA00000008'];
/** Two valid numbers of one day of birth, and one of the next day. */
const [first, second, later] = ['990000198803041216', '990000198803043254', '990000198803053258'];
const paidInto = (name: string, on = '2024-03-01', more: ExampleRow = {}): ExampleRow =>
  paid(drugs, name, '3000.00', on, '劳务费', { counterparty_account: account, ...more });

export default defineModel({
  id: 'identity-conflict',
  version: 2,
  group: 'G7',
  areas: ['abuse_of_power', 'key_posts', 'society_profit', 'insurance_fund', 'trade_misconduct', 'nine_rules'],
  links: ['production', 'distribution', 'sale', 'use', 'reimbursement'],
  family: 'identity',
  weight: 0.25,
  title: { zh: '身份信息冲突', en: 'Identity conflicts' },
  question: {
    zh: '同一证件号、账户或电话是否对应几个不同的人，同一人是否有两个证件号，或者性别、生日与证件号不符？',
    en: 'Does one identity number, account or telephone stand for several people, has one person two numbers, or do sex and birth contradict the number?',
  },
  summary: {
    zh: '{{names}}的证件、账户或电话有 {{values}} 处对应 {{identities}} 个互相矛盾的身份',
    en: '{{values}} numbers, accounts or telephones of {{names}} stand for {{identities}} contradicting identities',
  },
  basis: [
    {
      source: {
        zh: 'GB 11643—1999《公民身份号码》、GB 32100—2015《法人和其他组织统一社会信用代码编码规则》',
        en: 'GB 11643-1999 (citizen identification number) and GB 32100-2015 (unified social credit code)',
      },
      text: {
        zh: '证件号的校验码、出生日期和性别位按国家标准核对；标准只说明号码怎样构成。',
        en: 'Check digit, birth and sex of a number are read as the standards say; they only say how numbers are made.',
      },
      own: false,
    },
    {
      source: { zh: '本工具模型', en: 'Model of this tool' },
      text: {
        zh: '姓名只差一字、简称、曾用名不算冲突；校验不符的号码列在问题行，不在此提示。',
        en: 'Names one character apart, short names and former names are no conflict; numbers that fail their check are among the Problems and not here.',
      },
      own: true,
    },
  ],
  needs: [],
  settings: [
    {
      name: 'phone_n',
      label: { zh: '共用电话的人数', en: 'People on one telephone' },
      unit: people,
      default: 3,
      min: 2,
      max: 10,
      step: 1,
      basis: ownJudgement,
    },
    {
      name: 'hub',
      label: { zh: '共用者上限', en: 'At most so many holders' },
      unit: people,
      default: 10,
      min: 2,
      max: 100,
      step: 1,
      basis: {
        zh: '本工具判断：更多人共用的账户是收单、内部或代收账户',
        en: 'Judgement: an account of more holders is a clearing, internal or collection account',
      },
    },
  ],
  innocent: [
    { zh: '录入错误、改名、更正出生日期', en: 'A slip, a changed name, a corrected day of birth' },
    {
      zh: '家庭或科室共用电话，由他人代领款项',
      en: 'A telephone of a family or an office, money received for another',
    },
    { zh: '企业更名、分支机构使用总部的信用代码', en: 'A renamed company, a branch under the code of its head office' },
  ],
  blindSpots: [
    { zh: '脱敏的姓名、号码和座机不参加比较', en: 'Masked names and numbers and landlines are not compared' },
    {
      zh: '同名、同日出生而证件号不同的，须有共同的医院、电话或账户才提示：确有这样的两个人',
      en: 'One name and birthday with two numbers counts only with a hospital, telephone or account in common: such namesakes exist',
    },
    {
      zh: '性别、生日只核对人员名册',
      en: 'Sex and birth are checked on staff rosters only',
    },
  ],

  coverage(evidence) {
    if (evidence.one("select 1 as found from identifier where type in ('id_no', 'uscc', 'account', 'phone') limit 1"))
      return [];
    return [
      {
        id: 'identifiers',
        words: {
          zh: '本案各表都没有可用的证件号、信用代码、账号和电话',
          en: 'No sheet of the case has usable identity numbers, credit codes, accounts or telephones',
        },
      },
    ];
  },

  find(evidence, settings) {
    const conflicts = [
      ...numberConflicts(evidence),
      ...accountConflicts(evidence, settings.hub),
      ...phoneConflicts(evidence, settings),
      ...twoNumbers(evidence, settings.hub),
      ...contradictions(evidence),
    ];
    const matters = Map.groupBy(conflicts, ({ kind, parties }) =>
      [kind, ...parties.map((party) => evidence.party(party).uid).sort()].join(' '),
    );
    const { n } = evidence.one<{ n: number }>(
      "select count(*) as n from identifier where type in ('id_no', 'uscc', 'account', 'phone')",
    )!;
    return { examined: n, hits: [...matters].map(([key, list]) => hitOf(evidence, key, list, settings)) };
  },

  examples: [
    {
      title: '医院名册与代表备案的证件号相同，姓名不同',
      sheets: {
        staff: [hired('沈以墨', hospital)],
        rep: [filed('罗一舟', drugs, { id_no: idOf('沈以墨') })],
      },
      finds: ['沈以墨'],
    },
    {
      title: '同一账户用两个人的姓名收款',
      sheets: { bank_flow: [paidInto('叶知秋'), paidInto('孟以宁', '2024-03-02')] },
      finds: ['叶知秋'],
    },
    {
      title: '三个互不相干的人登记同一手机号',
      sheets: { staff: ['叶知秋', '孟以宁', '顾长宁'].map((name) => hired(name, hospital, { phone: mobile })) },
      finds: ['叶知秋'],
    },
    {
      title: '同一医院，姓名和出生日期相同，证件号不同',
      sheets: {
        staff: [
          hired('叶知秋', hospital, { id_no: first }),
          hired('叶知秋', hospital, { id_no: second, dept: '药剂科' }),
        ],
      },
      finds: ['叶知秋'],
    },
    {
      title: '名册的出生日期与证件号不符',
      sheets: { staff: [hired('叶知秋', hospital, { id_no: first, birth_date: '1975-11-20' })] },
      finds: ['叶知秋'],
    },
    {
      title: '两家企业使用同一信用代码',
      sheets: {
        company: [
          { name: '启衡药业有限公司', uscc },
          { name: '望川禾信咨询有限公司', uscc },
        ],
      },
      finds: ['启衡药业有限公司'],
    },
    {
      title: '姓名只差一字：录入错误，不提示',
      sheets: {
        staff: [hired('沈以墨', hospital)],
        rep: [filed('沈以默', drugs, { id_no: idOf('沈以墨') })],
        bank_flow: [paidInto('叶知秋'), paidInto('叶知秌', '2024-03-02')],
      },
      finds: [],
    },
    {
      title: '只有两人共用手机号；三人中两人是夫妻：不提示',
      sheets: {
        staff: [
          ...['韩思齐', '陆闻笛'].map((name) => hired(name, hospital, { phone: '19900005678' })),
          ...['叶知秋', '孟以宁', '顾长宁'].map((name) => hired(name, hospital, { phone: mobile })),
        ],
        kinship: [related('叶知秋', '孟以宁', '配偶')],
      },
      finds: [],
    },
    {
      title: '同名、同日出生，在不同医院，没有共同的电话和账户：不提示',
      sheets: {
        staff: [hired('叶知秋', hospital, { id_no: first }), hired('叶知秋', '望川市人民医院', { id_no: second })],
      },
      finds: [],
    },
    {
      title: '同名而出生日期不同：两个人，不提示',
      sheets: {
        staff: [hired('叶知秋', hospital, { id_no: first }), hired('叶知秋', '望川市人民医院', { id_no: later })],
      },
      finds: [],
    },
    {
      title: '企业简称、曾用名用同一信用代码：不提示',
      sheets: {
        company: [{ name: '启衡药业有限公司', uscc, former_names: '望川禾信制药厂' }],
        invoice: [
          {
            invoice_no: '24990000000000000001',
            issue_date: '2024-03-05',
            seller: '启衡药业',
            buyer: hospital,
            seller_tax_id: uscc,
            total: '100.00',
          },
          {
            invoice_no: '24990000000000000002',
            issue_date: '2024-03-05',
            seller: '望川禾信制药厂',
            buyer: hospital,
            seller_tax_id: uscc,
            total: '100.00',
          },
        ],
      },
      finds: [],
    },
    {
      title: '个体户与经营者共用账户：不提示',
      sheets: {
        company: [{ name: '望川禾信咨询服务部', legal_rep: '叶知秋', legal_rep_id: idOf('叶知秋') }],
        bank_flow: [
          paidInto('望川禾信咨询服务部'),
          paidInto('叶知秋', '2024-03-02', { counterparty_id_no: idOf('叶知秋') }),
        ],
      },
      finds: [],
    },
    {
      title: '十一户共用的收单账户：不提示',
      sheets: {
        bank_flow: [...'甲乙丙丁戊己庚辛壬癸子'].map((letter, i) =>
          paidInto(`叶${letter}${'子丑寅卯辰巳午未申酉戌'[i]}`, `2024-03-${10 + i}`),
        ),
      },
      finds: [],
    },
    {
      title: '没有任何证件号、账号和电话：无法判断',
      sheets: { staff: [{ name: '叶知秋', employer: hospital, position: '医师' }] },
      finds: [],
      cannotJudge: true,
    },
  ],
});

type ConflictKind = 'number' | 'code' | 'account' | 'phone' | 'two-numbers' | 'contradiction';

/** One value, and the identities that it stands for. */
interface Conflict {
  readonly kind: ConflictKind;
  readonly parties: readonly number[];
  readonly names: readonly string[];
  /** how many identities cannot be one */
  readonly identities: number;
  readonly rows: ReadonlyArray<{ readonly row: number; readonly field: string }>;
}

interface Beside {
  readonly type: string;
  readonly value: string;
  readonly party: number;
  readonly mentionKind: string;
  readonly name: string;
  readonly key: string;
  readonly row: number;
  readonly field: string;
}

const columns = 'type, value, party, mention_kind as mentionKind, name, key, row, field';

/** One name in two spellings: at most one character changed, left out or put in. */
function isOneEdit(a: string, b: string): boolean {
  const [long, short] = [...a].length >= [...b].length ? [[...a], [...b]] : [[...b], [...a]];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  return long.slice(at + 1).join('') === short.slice(long.length === short.length ? at + 1 : at).join('');
}

interface Named {
  readonly key: string;
  readonly isPerson: boolean;
}

/** Whether two names can be one holder's: a slip, a short name, a shop called after its owner. */
function canBeOne(a: Named, b: Named): boolean {
  if (isOneEdit(a.key, b.key)) return true;
  if (a.isPerson && b.isPerson) return false;
  return a.isPerson === b.isPerson
    ? compatibleKeys(a.key, b.key, 'org')
    : a.key.includes(b.key) || b.key.includes(a.key);
}

/** Those names of which no two can be one: the first by name of each set that hangs together. */
function apart<T extends Named>(names: readonly T[], isOne: (a: T, b: T) => boolean = canBeOne): T[] {
  const { unite, groupOf } = components();
  for (const [i, a] of names.entries()) for (let j = i + 1; j < names.length; j++) if (isOne(a, names[j]!)) unite(i, j);
  return names.filter((_, i) => groupOf(i) === i);
}

const byName = <T extends { readonly name: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

/** (a) one valid identity number, (e) one credit code with names that cannot be one. */
function numberConflicts(evidence: EvidenceReader): Conflict[] {
  const seen = evidence.all<Beside>(
    `select ${columns} from identifier where type in ('id_no', 'uscc') and masked = 0 and value in (
       select value from identifier where type in ('id_no', 'uscc') and masked = 0 group by value having count(distinct key) > 1)
     order by value, name, row`,
  );
  return [...Map.groupBy(seen, ({ value }) => value).values()].flatMap((list): Conflict[] => {
    const isNumber = list[0]!.type === 'id_no';
    const fitting = list.filter(({ mentionKind }) => (mentionKind === 'person') === isNumber);
    const former = isNumber ? new Set<string>() : formerNames(evidence, fitting);
    const named = fitting.filter(({ name }) => !former.has(name)).map((each) => ({ ...each, isPerson: isNumber }));
    const found = apart([...new Map(named.map((each) => [each.key, each])).values()]);
    if (found.length < 2) return [];
    return [
      {
        kind: isNumber ? 'number' : 'code',
        parties: [...new Set(named.map(({ party }) => party))],
        names: found.map(({ name }) => name),
        identities: found.length,
        rows: isNumber ? named : named.map((each) => ({ ...each, ...registered(evidence, each) })),
      },
    ];
  });
}

/** Where a register gives this company this code under this name, whatever file came first; nothing where none does. */
const registered = (
  evidence: EvidenceReader,
  { party, value, name }: Beside,
): { row: number; field: string } | undefined =>
  evidence
    .all<{ row: number }>('select row from company where company = :company order by row', { company: party })
    .filter(({ row }) => evidence.shown(row, 'uscc') === value && evidence.shown(row, 'name') === name)
    .map(({ row }) => ({ row, field: 'uscc' }))[0];

/** 曾用名 as the registers of these companies give them. */
function formerNames(evidence: EvidenceReader, list: readonly Beside[]): Set<string> {
  const parties = [...new Set(list.map(({ party }) => party))];
  return new Set(
    parties
      .flatMap((company) =>
        evidence.all<{ row: number }>('select row from company where company = :company', { company }),
      )
      .flatMap(({ row }) => evidence.shown(row, 'former_names').split(/[、,，;；/\s]+/))
      .filter((name) => name !== ''),
  );
}

/** (b) one account under the names of holders that cannot be one. Accounts of many holders, and of those who only pass money on, are no one's. */
function accountConflicts(evidence: EvidenceReader, hub: number): Conflict[] {
  const close = closenessOf(evidence);
  return evidence
    .all<{ value: string; parties: string }>('select value, parties from account_clash order by value')
    .flatMap(({ value, parties: told }): Conflict[] => {
      const parties = [...new Set(JSON.parse(told) as number[])];
      if (parties.length > hub || parties.some((party) => isMoneyAgent(evidence.party(party).name))) return [];
      const holders = byName(
        parties.map((party) => {
          const { name, kind } = evidence.party(party);
          return { party, name, key: keyOfPerson(name), isPerson: kind === 'person' && isPersonName(name) };
        }),
      );
      const isOne = (a: (typeof holders)[number], b: (typeof holders)[number]): boolean =>
        canBeOne(a, b) || (a.isPerson !== b.isPerson && close.of(a.party).some(({ party }) => party === b.party));
      const found = apart(holders, isOne);
      if (found.length < 2) return [];
      const rows = evidence
        .all<Beside>(`select ${columns} from identifier where type = 'account' and value = :value order by row`, {
          value,
        })
        .filter(({ party }) => parties.includes(party));
      return [{ kind: 'account', parties, names: found.map(({ name }) => name), identities: found.length, rows }];
    });
}

interface Holder {
  readonly attribute: number;
  readonly party: number;
  readonly row: number;
  readonly field: string;
}

/** (d) one mobile telephone of several people of different families, and of no organisation. */
function phoneConflicts(evidence: EvidenceReader, { phone_n: least, hub }: Settings): Conflict[] {
  const holders = evidence.all<Holder>(
    `select a.attribute as attribute, a.party as party, a.row as row, a.field as field from attribute_holder a
     where a.kind = 'phone' and a.aside is null and a.organisations = 0 and a.people >= :least and a.people <= :hub and a.value not like '0%'
     order by a.attribute, a.row, a.field`,
    { least, hub },
  );
  const kin = readKin(evidence);
  return [...Map.groupBy(holders, ({ attribute }) => attribute).values()].flatMap((list): Conflict[] => {
    const parties = [...new Set(list.map(({ party }) => party))];
    const named = byName(
      parties.map((party) => {
        const { name } = evidence.party(party);
        return { party, name, key: keyOfPerson(name), isPerson: true };
      }),
    );
    const related = (a: number, b: number) =>
      kin.some(({ person, relative }) => (person === a && relative === b) || (person === b && relative === a));
    const found = apart(named, (a, b) => canBeOne(a, b) || related(a.party, b.party));
    return found.length < least
      ? []
      : [{ kind: 'phone', parties, names: found.map(({ name }) => name), identities: found.length, rows: list }];
  });
}

/** (f) one name and one birthday with several valid numbers, of people who have something in common. */
function twoNumbers(evidence: EvidenceReader, hub: number): Conflict[] {
  return evidence
    .all<{ value: string; parties: string }>('select value, parties from name_clash order by value')
    .flatMap(({ value: name, parties: told }): Conflict[] => {
      const parties = [...new Set(JSON.parse(told) as number[])];
      if (parties.length > hub || parties.some((party) => evidence.party(party).kind !== 'person')) return [];
      const numbers = parties
        .flatMap((party) =>
          evidence.all<Beside>(
            `select ${columns} from identifier where party = :party and type = 'id_no' and mention_kind = 'person' order by value, row`,
            { party },
          ),
        )
        .flatMap((each) => {
          const seen = readIdNumber(each.value);
          return seen === null || seen === 'impossible' ? [] : [{ ...each, birth: seen.facts.birth }];
        });
      return [...Map.groupBy(numbers, ({ birth }) => birth).values()].flatMap((list): Conflict[] => {
        const identities = new Set(list.map(({ value }) => value)).size;
        const own = [...new Set(list.map(({ party }) => party))];
        return identities < 2 || !own.some((a, i) => own.slice(i + 1).some((b) => shareSomething(evidence, a, b)))
          ? []
          : [{ kind: 'two-numbers', parties: own, names: [name], identities, rows: list }];
      });
    });
}

/** A hospital, an account or a telephone of both: namesakes of one birthday exist, and then have none in common. */
function shareSomething(evidence: EvidenceReader, a: number, b: number): boolean {
  const hospitals = readHospitals(evidence);
  return (
    [...(hospitals.get(a) ?? [])].some((org) => hospitals.get(b)?.has(org)) ||
    evidence.one(
      `select 1 as found from identifier x join identifier y on y.value = x.value and y.type = x.type
       where x.party = :a and y.party = :b and x.type in ('account', 'phone') limit 1`,
      { a, b },
    ) !== undefined
  );
}

/** (c) a roster whose sex or birthday contradicts the valid number beside it. */
function contradictions(evidence: EvidenceReader): Conflict[] {
  return evidence
    .all<{ row: number; person: number; gender: string | null; birth: string | null }>(
      'select row, person, gender, birth_day as birth from staff where gender is not null or birth_day is not null order by row',
    )
    .flatMap(({ row, person, gender, birth }): Conflict[] => {
      evidence.breathe();
      const seen = readIdNumber(evidence.shown(row, 'id_no'));
      if (seen === null || seen === 'impossible') return [];
      // a month alone is kept as its first day
      const isBirthOther =
        birth !== null &&
        !isOneEdit(birth, seen.facts.birth) &&
        !(birth.endsWith('-01') && birth.slice(0, 7) === seen.facts.birth.slice(0, 7));
      const isSexOther = gender !== null && gender !== seen.facts.sex;
      if (!isBirthOther && !isSexOther) return [];
      return [
        {
          kind: 'contradiction',
          parties: [person],
          names: [evidence.party(person).name],
          identities: 2,
          rows: [
            { row, field: 'id_no' },
            ...(isBirthOther ? [{ row, field: 'birth_date' }] : []),
            ...(isSexOther ? [{ row, field: 'gender' }] : []),
          ],
        },
      ];
    });
}

type Settings = Readonly<Record<'phone_n' | 'hub', number>>;

const kinds: Readonly<
  Record<ConflictKind, { words: Hit['measures'][number]['name']; confidence: number; plain: 1 | 2; ofStaff: 1 | 2 | 3 }>
> = {
  number: {
    words: { zh: '同一证件号的不同姓名', en: 'Names of one identity number' },
    confidence: 0.5,
    plain: 2,
    ofStaff: 3,
  },
  code: {
    words: { zh: '同一信用代码的不同企业', en: 'Companies of one credit code' },
    confidence: 0.4,
    plain: 1,
    ofStaff: 1,
  },
  account: { words: { zh: '同一账户的不同户名', en: 'Holders of one account' }, confidence: 0.5, plain: 2, ofStaff: 3 },
  phone: {
    words: { zh: '同一手机号的不同家庭', en: 'Families of one mobile telephone' },
    confidence: 0.3,
    plain: 1,
    ofStaff: 2,
  },
  'two-numbers': {
    words: { zh: '同名同生日的不同证件号', en: 'Numbers of one name and birthday' },
    confidence: 0.3,
    plain: 1,
    ofStaff: 2,
  },
  contradiction: {
    words: { zh: '与证件号不符的性别、生日', en: 'Sex or birthday that contradicts the number' },
    confidence: 0.3,
    plain: 1,
    ofStaff: 1,
  },
};

function hitOf(evidence: EvidenceReader, key: string, list: readonly Conflict[], settings: Settings): Hit {
  const { kind } = list[0]!;
  const { words, confidence, plain, ofStaff } = kinds[kind];
  const subjects = byName(
    list[0]!.parties.map((party) => {
      const { name, kind: of } = evidence.party(party);
      return { role: of === 'person' ? 'person' : 'company', party, name };
    }),
  );
  const identities = Math.max(...list.map((each) => each.identities));
  const rows = new Map(list.flatMap((each) => each.rows).map(({ row, field }) => [`${row} ${field}`, { row, field }]));
  const isStaff = subjects.some(({ party }) => isConcerned(evidence, party));
  return {
    key,
    severity: isStaff ? ofStaff : plain,
    confidence,
    params: {
      names: text([...new Set(list.flatMap(({ names }) => names))].sort().join('、')),
      values: count(list.length),
      identities: count(identities),
    },
    measures: [
      kind === 'phone'
        ? measured(words, count(identities), '>=', count(settings.phone_n), 'phone_n')
        : noted(words, count(identities)),
      noted({ zh: '涉及的号码、账户或名册行', en: 'Numbers, accounts or rows of rosters' }, count(list.length)),
      noted(
        { zh: '其中有医务人员、其亲属或医药代表', en: 'Hospital staff, their relatives or representatives among them' },
        count(isStaff ? 1 : 0),
      ),
    ],
    fen: null,
    subjects,
    rows: [...rows.values()].map(({ row, field }): HitRow => ({ row, field, role: 'evidence' })),
  };
}

/** Hospital staff, their relatives, and representatives. */
const isConcerned = (evidence: EvidenceReader, party: number): boolean =>
  readStaffFamily(evidence).memberOf(party) !== undefined ||
  evidence.once('filed people', () => new Set(readFilings(evidence).map(({ person }) => person))).has(party);
