import { warnIfBefore } from './check-dates.ts';
import { checkAgainstId } from './check-person.ts';
import { renminbiOf } from './currency-of.ts';
import { heldAccount } from './held-account.ts';
import { mentionOf } from './mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  // unique per employer
  staff_no: {
    type: 'code',
    need: 'no',
    zh: '工号',
    en: 'Staff no',
    names: '人员编号|职工编号|员工编号|职工号|医生编号|医师代码|医生工号|staff no',
  },
  name: {
    type: 'name_person',
    need: 'yes',
    zh: '姓名',
    en: 'Name',
    names: '人员姓名|医生姓名|医师姓名|职工姓名|员工姓名|name',
  },
  // must match ID digit 17
  gender: { type: 'enum_gender', need: 'no', zh: '性别', en: 'Gender', names: 'gender' },
  // GB 11643 check; birth date plausible
  id_no: {
    type: 'id_card',
    need: 'no',
    zh: '身份证号',
    en: 'ID card',
    names: '身份证号码|证件号码|身份证|公民身份号码|证件号|id card',
  },
  // matches ID 7-14
  birth_date: { type: 'date', need: 'no', zh: '出生日期', en: 'Birth date', names: '出生年月|生日' },
  phone: {
    type: 'phone',
    need: 'no',
    zh: '手机号',
    en: 'Phone',
    names: '手机号码|手机|联系电话|电话|联系方式|号码|本人手机',
  },
  phone2: { type: 'phone_list', need: 'no', zh: '其他电话', en: 'Other phone', names: '备用电话|办公电话|家庭电话' },
  // From sheet/file if absent
  employer: {
    type: 'name_org',
    need: 'cond',
    zh: '单位',
    en: 'Employer',
    names: '工作单位|医院|医院名称|所在单位|单位名称|机构名称|主管部门名称|employer|hospital',
  },
  // hospital, regulator, society, insurer, company, other
  employer_kind: { type: 'enum_employer', need: 'no', zh: '单位性质', en: 'Employer kind', names: '单位类型|机构类型' },
  dept: {
    type: 'text',
    need: 'no',
    zh: '科室/部门',
    en: 'Department',
    names: '科室|部门|所在科室|科室名称|所属科室|处室|内设机构|dept|department',
  },
  // Key-minority dictionary: 院长/副院长/书记/药剂科主任/设备科科长/采购/招标/财务/信息科/科主任
  position: {
    type: 'text',
    need: 'no',
    zh: '职务',
    en: 'Position',
    names: '行政职务|岗位|职位|担任职务|岗位名称|position',
  },
  // 主任医师/副主任医师/主治/住院/主任药师 …
  title: {
    type: 'text',
    need: 'no',
    zh: '职称',
    en: 'Professional title',
    names: '技术职称|专业技术职务|技术职务|职称等级|title',
  },
  license_no: {
    type: 'code',
    need: 'no',
    zh: '执业证书号',
    en: 'Licence',
    names: '执业证书编码|医师资格证书编码|执业证号|医师执业证书编号',
  },
  hire_date: { type: 'date', need: 'no', zh: '入职日期', en: 'Hired', names: '参加工作时间|到岗时间|任职时间' },
  leave_date: { type: 'date', need: 'no', zh: '离职日期', en: 'Left', names: '离岗时间|退休日期|退休时间' },
  home_address: {
    type: 'address',
    need: 'no',
    zh: '家庭住址',
    en: 'Home address',
    names: '住址|家庭地址|居住地址|户籍地址|联系地址',
  },
  // Luhn warn
  bank_card: { type: 'bank_card', need: 'no', zh: '银行卡号', en: 'Bank card', names: '工资卡号|工资账号|账号|卡号' },
  annual_income: {
    type: 'amount',
    need: 'no',
    zh: '年收入',
    en: 'Annual income',
    names: '工资总额|年薪|应发合计|申报收入|合法收入',
  },
  is_key_post: { type: 'bool', need: 'no', zh: '是否关键岗位', en: 'Key post', names: '关键岗位|是否中层|关键少数' },
  society_role: {
    type: 'text',
    need: 'no',
    zh: '学协会任职',
    en: 'Society role',
    names: '学会任职|协会任职|社会兼职|学协会职务|兼职情况',
  },
} as const;

/** 医院/机关人员: one row is one person on the roster of a hospital, an authority or a society. */
export default defineSheet({
  id: 'staff',
  title: { zh: '医院/机关人员', en: 'Hospital or regulator staff' },
  note: {
    zh: '医院、行政机关、学协会的人员名册：科室、职务、职称、任职时间。',
    en: 'Staff roster of a hospital, an authority or a society.',
  },
  signature: '科室|职务|职称|工号|人员编号|职工编号|执业证书编码|入职日期|岗位|任职时间',
  fields,
  required: [['name']],
  context: ['employer', 'employer_kind'],
  parties: ['name', 'employer'],
  kept: {
    name: 'person',
    employer: 'employer',
    employer_kind: 'employer_kind',
    gender: 'gender',
    birth_date: 'birth_day',
    hire_date: 'hired_day',
    leave_date: 'left_day',
    annual_income: 'income_fen',
    is_key_post: 'key_post',
  },
  notSummed: ['annual_income'],
  looksBack: true,
  essential: ['name', 'staff_no'],
  record(values, row) {
    const named = mentionOf({
      field: 'name',
      name: values.name,
      as: 'person',
      id: ['id_no', values.id_no],
      card: ['bank_card', values.bank_card],
      phone: ['phone', values.phone],
      org: values.employer,
      dept: values.dept,
    });
    if (values.name === undefined || !named || named.kind === 'account') return row.reject('value.missing', 'name');
    const more = (values.phone2 ?? []).map((phone) => ({ ...phone, field: 'phone2' }));
    const person = more.length === 0 ? named : { ...named, identifiers: [...named.identifiers, ...more] };
    const employer = mentionOf({ field: 'employer', name: values.employer, as: 'org' });
    checkAgainstId(values.id_no, { gender: values.gender, birth: values.birth_date }, row);
    warnIfBefore(values.leave_date, values.hire_date, 'leave_date', row);
    if (
      values.staff_no !== undefined &&
      row.saidOtherwise(`${employer?.key ?? ''} ${values.staff_no}`, named.key) !== undefined
    )
      row.warn('number.of-two', 'staff_no');
    return {
      table: 'rec_staff',
      columns: {
        person,
        employer: employer ?? null,
        account: heldAccount('bank_card', values.bank_card) ?? null,
        employer_kind: values.employer_kind ?? null,
        staff_no: values.staff_no ?? null,
        gender: values.gender ?? null,
        birth_day: values.birth_date?.day ?? null,
        dept: values.dept ?? null,
        position: values.position ?? null,
        title: values.title ?? null,
        license_no: values.license_no ?? null,
        hired_day: values.hire_date?.day ?? null,
        left_day: values.leave_date?.day ?? null,
        address: values.home_address ?? null,
        income_fen: renminbiOf(values.annual_income, 'annual_income', row),
        key_post: values.is_key_post === undefined ? null : values.is_key_post ? 1 : 0,
        society_role: values.society_role ?? null,
      },
      day: values.hire_date?.day ?? null,
      same: sameValues('staff', values),
    };
  },
  examples: [
    {
      says: 'the roster of one hospital named above it; a sex against the identity number, one staff number for two people and a leave before the hiring are Problems',
      above: [['单位：某市第一医院', '单位性质：医疗机构']],
      header: [
        '工号',
        '姓名',
        '性别',
        '身份证号',
        '科室',
        '职务',
        '职称',
        '入职日期',
        '离职日期',
        '是否关键岗位',
        '年收入（万元）',
      ],
      rows: [
        ['1001', '张某某', '男', '', '骨科', '科主任', '主任医师', '2010-07-01', '', '是', '36.5'],
        ['1002', '李某某', '男', '990000199001010028', '设备科', '科长', '', '2015年3月', '2014-01-01', '是', ''],
        ['1001', '王某某', '女', '', '骨科', '', '主治医师', '2018-07-01', '', '否', ''],
        ['1003', '', '女', '', '骨科', '', '', '', '', '', ''],
        ['1001', '张某某', '男', '', '骨科', '科主任', '主任医师', '2010-07-01', '', '是', '36.5'],
      ],
      gives: [
        {
          person: '张某某',
          employer: '某市第一医院',
          employer_kind: 'medical_institution',
          staff_no: '1001',
          dept: '骨科',
          position: '科主任',
          title: '主任医师',
          hired_day: '2010-07-01',
          key_post: 1,
          income_fen: 36_500_000,
        },
        { person: '李某某', gender: 'male', hired_day: '2015-03-01', left_day: '2014-01-01' },
        { person: '王某某', key_post: 0 },
        { rejected: ['value.missing'] },
        'duplicate',
      ],
    },
    {
      says: 'a list of an authority: employer beside each name, several phones, a wage card held',
      header: ['职工编号', '姓名', '工作单位', '处室', '行政职务', '手机', '办公电话', '工资卡号', '任职时间'],
      rows: [
        [
          'A01',
          '赵某某',
          '某市卫生健康委员会',
          '药政处',
          '处长',
          '19900001234',
          '0990-6000001、19900001235',
          '9999990000000000018',
          '2019.5',
        ],
      ],
      gives: [
        {
          person: '赵某某',
          employer: '某市卫生健康委员会',
          dept: '药政处',
          position: '处长',
          account: '9999990000000000018',
          hired_day: '2019-05-01',
        },
      ],
    },
  ],
});
