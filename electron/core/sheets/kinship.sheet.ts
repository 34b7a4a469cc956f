import { mentionOf } from './mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  person_name: {
    type: 'name_person',
    need: 'yes',
    zh: '本人姓名',
    en: 'Person',
    names: '姓名|申报人|干部姓名|当事人|员工姓名|职工姓名',
  },
  person_id: {
    type: 'id_card',
    need: 'no',
    zh: '本人证件号',
    en: 'Person ID',
    names: '本人身份证号|身份证号|证件号码|申报人身份证号',
  },
  relative_name: {
    type: 'name_person',
    need: 'yes',
    zh: '亲属姓名',
    en: 'Relative',
    names: '家庭成员姓名|成员姓名|关系人姓名|关系人|家属姓名|家庭成员|特定关系人',
  },
  relative_id: {
    type: 'id_card',
    need: 'no',
    zh: '亲属证件号',
    en: 'Relative ID',
    names: '亲属身份证号|成员身份证号|关系人身份证号|家属身份证号|亲属证件号码',
  },
  // spouse, child, parent, sibling, in-law, other_kin, associate(特定关系人)
  relation: {
    type: 'enum_kin',
    need: 'yes',
    zh: '关系',
    en: 'Relation',
    names: '与本人关系|称谓|亲属关系|家庭关系|关系类型|relation',
  },
  relative_phone: { type: 'phone', need: 'no', zh: '亲属电话', en: 'Phone', names: '联系电话|手机号|关系人手机号' },
  relative_employer: {
    type: 'name_org',
    need: 'no',
    zh: '亲属工作单位',
    en: 'Employer',
    names: '工作单位|任职单位|工作单位及职务',
  },
  relative_position: { type: 'text', need: 'no', zh: '亲属职务', en: 'Position', names: '职务' },
  relative_company: {
    type: 'name_org',
    need: 'no',
    zh: '经商办企业',
    en: 'Business held',
    names: '经商办企业情况|投资企业|所办企业|企业名称',
  },
} as const;

/** 亲属关系: one row is one relative or close associate of somebody, as declared or found. */
export default defineSheet({
  id: 'kinship',
  title: { zh: '亲属关系', en: 'Family relations' },
  note: {
    zh: '个人申报或调查所得的亲属、特定关系人及其经商办企业情况。',
    en: 'Declared or investigated family and close-associate relations.',
  },
  signature: '亲属姓名|与本人关系|家庭成员|称谓|关系|亲属身份证号|家庭关系|成员姓名',
  fields,
  required: [['person_name'], ['relative_name'], ['relation']],
  context: ['person_name', 'person_id'],
  parties: ['person_name', 'relative_name', 'relative_employer', 'relative_company'],
  kept: {
    person_name: 'person',
    relative_name: 'relative',
    relative_employer: 'employer',
    relative_company: 'business',
    relation: 'relation',
  },
  notSummed: [],
  essential: ['person_name', 'relative_name'],
  record(values, row) {
    const person = mentionOf({
      field: 'person_name',
      name: values.person_name,
      as: 'person',
      id: ['person_id', values.person_id],
    });
    if (!person || person.kind === 'account') return row.reject('value.missing', 'person_name');
    const relative = mentionOf({
      field: 'relative_name',
      name: values.relative_name,
      as: 'person',
      id: ['relative_id', values.relative_id],
      phone: ['relative_phone', values.relative_phone],
      org: values.relative_employer,
    });
    if (!relative || relative.kind === 'account') return row.reject('value.missing', 'relative_name');
    const word = row.shown('relation').trim();
    // a word that is not known still says that there is a relation
    if (values.relation === undefined && !row.unread('relation')) return row.reject('value.missing', 'relation');
    const sameName = relative.key === person.key;
    if (sameName && (relative.idValue === person.idValue || relative.idValue === null || person.idValue === null))
      row.warn('kin.same-person', 'relative_name');
    return {
      table: 'rec_kinship',
      columns: {
        person,
        relative,
        employer: mentionOf({ field: 'relative_employer', name: values.relative_employer, as: 'org' }) ?? null,
        business: mentionOf({ field: 'relative_company', name: values.relative_company, as: 'org' }) ?? null,
        relation: values.relation ?? null,
        relation_text: word,
        position: values.relative_position ?? null,
      },
      day: null,
      same: sameValues('kinship', values),
    };
  },
  examples: [
    {
      says: 'relatives with what they do and own; a word of no known relation is a Problem and kept, without relative or relation there is none',
      header: [
        '申报人',
        '申报人身份证号',
        '亲属姓名',
        '称谓',
        '亲属身份证号',
        '工作单位',
        '亲属职务',
        '经商办企业情况',
      ],
      rows: [
        ['张某某', '', '李某某', '妻子', '', '甲商贸有限公司', '经理', '甲商贸有限公司'],
        ['张某某', '', '张小某', '长女', '', '', '学生', '无'],
        ['张某某', '', '王某某', '岳父', '', '', '', ''],
        ['张某某', '', '赵某某', '干亲家人', '', '', '', ''],
        ['张某某', '', '钱某某', '结拜', '', '', '', ''],
        ['张某某', '', '', '儿子', '', '', '', ''],
        ['张某某', '', '孙某某', '', '', '', '', ''],
        ['张某某', '', '张某某', '本人', '', '', '', ''],
        ['张某某', '', '张小某', '长女', '', '', '学生', '无'],
      ],
      gives: [
        {
          person: '张某某',
          relative: '李某某',
          relation: 'spouse',
          employer: '甲商贸有限公司',
          business: '甲商贸有限公司',
        },
        { relative: '张小某', relation: 'child', business: null },
        { relative: '王某某', relation: 'in_law' },
        { relative: '赵某某', relation: 'in_law' },
        { relative: '钱某某', relation: null, relation_text: '结拜' },
        { rejected: ['value.missing'] },
        { rejected: ['value.missing'] },
        { relative: '张某某', relation: null, relation_text: '本人' },
        'duplicate',
      ],
    },
    {
      says: 'one form: the person above the table, close associates among the relatives',
      above: [['干部姓名：沈某某']],
      header: ['家庭成员', '与本人关系', '任职单位', '投资企业', '关系人手机号'],
      rows: [
        ['周某某', '配偶', '某市第二医院', '', '19900001234'],
        ['吴某某', '特定关系人', '', '乙咨询有限公司', ''],
      ],
      gives: [
        { person: '沈某某', relative: '周某某', relation: 'spouse', employer: '某市第二医院' },
        { person: '沈某某', relative: '吴某某', relation: 'associate', business: '乙咨询有限公司' },
      ],
    },
  ],
});
