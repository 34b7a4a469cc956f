import { mentionOf } from './mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  name: {
    type: 'name_org',
    need: 'yes',
    zh: '机构名称',
    en: 'Name',
    names: '医院名称|医疗机构名称|单位名称|学会名称|协会名称|名称',
  },
  // 第二名称 and the like: names the register itself gives to the same institution
  aliases: {
    type: 'name_org_list',
    need: 'no',
    zh: '其他名称',
    en: 'Other names',
    names: '第二名称|第三名称|又名|别名|曾用名|机构别名|医院别名|简称|挂牌名称',
  },
  code: {
    type: 'code',
    need: 'no',
    zh: '机构编码',
    en: 'Code',
    names: '医疗机构编码|医疗机构登记号|登记号|定点医药机构编号|医院编码',
  },
  uscc: { type: 'uscc', need: 'no', zh: '统一社会信用代码', en: 'USCC', names: '信用代码' },
  kind: { type: 'enum_employer', need: 'no', zh: '机构类别', en: 'Kind', names: '类别|机构类型|单位性质' },
  // 三甲 …; peer grouping
  level: { type: 'text', need: 'no', zh: '等级', en: 'Level', names: '医院等级|级别|机构等级' },
  beds: { type: 'integer', need: 'no', zh: '床位数', en: 'Beds', names: '开放床位|编制床位' },
  city: { type: 'text', need: 'no', zh: '城市', en: 'City', names: '地市|所在市|所属城市' },
  district: { type: 'text', need: 'no', zh: '区县', en: 'District', names: '所在区县' },
  // societies under health administrations (focus area 3)
  supervisor: { type: 'name_org', need: 'no', zh: '业务主管单位', en: 'Supervisor', names: '主管部门|主管单位' },
  address: { type: 'address', need: 'no', zh: '地址', en: 'Address', names: '机构地址' },
} as const;

/** 医疗机构名录: one row is one institution as a register names it, with its other names: a hospital often has two. */
export default defineSheet({
  id: 'institution',
  title: { zh: '医疗机构名录', en: 'Institution register' },
  note: {
    zh: '医院、主管部门、学协会名录：编码、类别、等级、床位、主管单位、其他名称。',
    en: 'Hospitals, authorities and societies with their codes, kinds and other names.',
  },
  signature: '医疗机构登记号|医院等级|等级|床位数|机构类别|业务主管单位',
  fields,
  required: [['name']],
  context: [],
  parties: ['name', 'supervisor', 'aliases'],
  kept: {
    name: 'institution',
    uscc: 'uscc',
    kind: 'kind',
    beds: 'beds',
    supervisor: 'supervisor',
  },
  notSummed: [],
  looksBack: true,
  essential: ['name', 'code', 'uscc'],
  record(values, row) {
    const institution = mentionOf({ field: 'name', name: values.name, as: 'org', id: ['uscc', values.uscc] });
    if (values.name === undefined || !institution || institution.kind === 'account')
      return row.reject('value.missing', 'name');
    if (values.beds !== undefined && values.beds < 0) row.warn('number.out-of-range', 'beds');
    if (values.code !== undefined && row.saidOtherwise(values.code, institution.key) !== undefined)
      row.warn('number.of-two', 'code');
    const aliases = (values.aliases ?? []).map((each) =>
      mentionOf({ field: 'aliases', name: each, as: 'org', id: ['uscc', values.uscc] }),
    );
    return {
      table: 'rec_institution',
      columns: {
        institution,
        supervisor: mentionOf({ field: 'supervisor', name: values.supervisor, as: 'org' }) ?? null,
        code: values.code ?? null,
        uscc: values.uscc?.value ?? null,
        kind: values.kind ?? null,
        level: values.level ?? null,
        beds: values.beds ?? null,
        city: values.city ?? null,
        district: values.district ?? null,
        address: values.address ?? null,
      },
      lists: aliases.filter((each) => each !== undefined),
      day: null,
      same: sameValues('institution', values),
    };
  },
  examples: [
    {
      says: 'hospitals with level, beds and second names; one code for two, fewer than no beds and a kind nobody knows are Problems',
      header: [
        '医疗机构登记号',
        '医院名称',
        '其他名称',
        '统一社会信用代码',
        '机构类别',
        '医院等级',
        '开放床位',
        '所在市',
        '主管部门',
      ],
      rows: [
        [
          'PDY001',
          '某省人民医院',
          '某医科大学附属医院、某省红十字医院',
          '',
          '综合医院',
          '三级甲等',
          '2,000',
          '某市',
          '某省卫生健康委员会',
        ],
        ['PDY001', '某市第二医院', '', '', '医院', '二级', '-5', '某市', ''],
        ['PDY003', '某市疗养所', '', '', '甲乙丙丁', '', '', '某市', ''],
        ['PDY004', '', '', '', '医院', '', '', '', ''],
        ['PDY003', '某市疗养所', '', '', '甲乙丙丁', '', '', '某市', ''],
      ],
      gives: [
        {
          institution: '某省人民医院',
          supervisor: '某省卫生健康委员会',
          kind: 'medical_institution',
          level: '三级甲等',
          beds: 2000,
          code: 'PDY001',
        },
        { institution: '某市第二医院', beds: -5 },
        { institution: '某市疗养所', kind: null },
        { rejected: ['value.missing'] },
        'duplicate',
      ],
    },
    {
      says: 'societies with the office they come under',
      header: ['学会名称', '业务主管单位', '机构类型', '机构地址'],
      rows: [['某市医学会', '某市卫生健康委员会', '社会团体', '某市某路1号']],
      gives: [{ institution: '某市医学会', supervisor: '某市卫生健康委员会', kind: 'society', address: '某市某路1号' }],
    },
  ],
});
