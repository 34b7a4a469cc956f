import { warnIfBefore } from './check-dates.ts';
import { contractMention } from './contract-mention.ts';
import { renminbiOf } from './currency-of.ts';
import { mentionOf } from './mention.ts';
import { sameValues } from './same-values.ts';
import { defineSheet } from './sheet.ts';

const fields = {
  contract_no: { type: 'code', need: 'no', zh: '合同编号', en: 'Contract no', names: '协议编号|合同号|contract no' },
  // consulting, speaker, sponsorship, donation, promotion_service, supply, research(临床研究), equipment_placement, other
  type: { type: 'enum_contract', need: 'no', zh: '合同类型', en: 'Type', names: '类型|协议类型|合同类别' },
  name: { type: 'text', need: 'no', zh: '合同名称', en: 'Name', names: '协议名称|标题' },
  party_a: {
    type: 'name_any',
    need: 'yes',
    zh: '甲方',
    en: 'Party A',
    names: '委托方|甲方名称|付款方|我方单位名称|采购方',
  },
  party_b: {
    type: 'name_any',
    need: 'yes',
    zh: '乙方',
    en: 'Party B',
    names: '受托方|乙方名称|收款方|对方单位名称|服务方|对方单位',
  },
  amount: { type: 'amount', need: 'no', zh: '合同金额', en: 'Amount', names: '合同总价|协议金额|总金额|金额' },
  signed_on: { type: 'date', need: 'yes', zh: '签订日期', en: 'Signed', names: '签约日期|签署日期|合同日期|签订时间' },
  valid_from: { type: 'date', need: 'no', zh: '起始日期', en: 'From', names: '开始日期|合同开始日期|生效日期' },
  valid_to: { type: 'date', need: 'no', zh: '终止日期', en: 'To', names: '结束日期|到期日期|合同终止日期' },
  subject: {
    type: 'memo',
    need: 'no',
    zh: '标的/服务内容',
    en: 'Subject',
    names: '服务内容|合同内容|标的|委托事项|项目内容',
  },
  // needed for consulting legitimacy C3
  deliverable: {
    type: 'memo',
    need: 'no',
    zh: '成果/验收',
    en: 'Deliverables',
    names: '交付成果|验收情况|服务成果|结算依据|验收单|工作报告',
  },
  approval_no: {
    type: 'code',
    need: 'no',
    zh: '审批/备案号',
    en: 'Approval',
    names: '审批编号|备案号|伦理批件号|临床试验登记号',
  },
} as const;

/** 合同/协议: one row is one contract. Used mainly to speak for dealings that have one; an agreed amount is no payment and in no sum of money. */
export default defineSheet({
  id: 'contract',
  title: { zh: '合同/协议', en: 'Contracts and agreements' },
  note: {
    zh: '服务、咨询、赞助、捐赠、设备投放等协议。主要用于说明正当往来。',
    en: 'Service, consulting, sponsorship, donation, equipment-placement agreements.',
  },
  signature: '合同编号|合同名称|签订日期|甲方|乙方|合同金额|协议编号|合同类型|签约日期|对方单位',
  fields,
  required: [['party_a'], ['party_b'], ['signed_on']],
  context: ['party_a'],
  parties: ['contract_no', 'name', 'party_a', 'party_b'],
  kept: {
    contract_no: 'contract',
    party_a: 'party_a',
    party_b: 'party_b',
    type: 'type',
    signed_on: 'day',
    valid_from: 'valid_from',
    valid_to: 'valid_to',
    amount: 'fen',
  },
  notSummed: [],
  essential: ['party_a', 'party_b', 'signed_on'],
  record(values, row) {
    const { signed_on: date, valid_from: from, valid_to: to } = values;
    if (!date) return row.reject('value.missing', 'signed_on');
    const partyA = mentionOf({ field: 'party_a', name: values.party_a, as: 'any' });
    if (!partyA || values.party_a === undefined) return row.reject('value.missing', 'party_a');
    const partyB = mentionOf({ field: 'party_b', name: values.party_b, as: 'any' });
    if (!partyB || values.party_b === undefined) return row.reject('value.missing', 'party_b');
    const contract = contractMention({
      no: values.contract_no,
      name: values.name,
      partyA: values.party_a,
      partyB: values.party_b,
      day: date.day,
    });
    if (!contract) return row.reject('value.missing', 'contract_no');
    warnIfBefore(to, from, 'valid_to', row);
    return {
      table: 'rec_contract',
      columns: {
        contract,
        party_a: partyA,
        party_b: partyB,
        day: date.day,
        precision: date.precision === 'month' ? 'month' : 'day',
        fen: renminbiOf(values.amount, 'amount', row),
        valid_from: from?.day ?? null,
        valid_to: to?.day ?? null,
        contract_no: values.contract_no ?? null,
        type: values.type ?? null,
        name: values.name ?? null,
        subject: values.subject ?? null,
        deliverable: values.deliverable ?? null,
        approval_no: values.approval_no ?? null,
      },
      day: date.day,
      same: sameValues('contract', values),
    };
  },
  examples: [
    {
      says: 'a contract by its number and parties, one that ends before it begins leaves a Problem, one without a second party is rejected',
      header: [
        '合同编号',
        '合同名称',
        '合同类型',
        '甲方',
        '乙方',
        '签订日期',
        '起始日期',
        '终止日期',
        '合同金额（万元）',
        '服务内容',
        '验收情况',
      ],
      rows: [
        [
          'HT-2024-018',
          '学术推广服务合同',
          '推广服务',
          '乙制药有限公司',
          '甲咨询有限公司',
          '2024-01-05',
          '2024-01-05',
          '2024-12-31',
          '120.5',
          '市场推广',
          '季度报告',
        ],
        [
          'HT-2024-019',
          '',
          '讲者协议',
          '乙制药有限公司',
          '张某某',
          '2024年2月1日',
          '2024-03-01',
          '2024-02-01',
          '0.6',
          '讲课',
          '',
        ],
        ['', '', '', '乙制药有限公司', '丁医学会', '2024-02-03', '', '', '', '赞助', ''],
        ['HT-2024-020', '', '', '乙制药有限公司', '', '2024-02-03', '', '', '10', '', ''],
        [
          'HT-2024-018',
          '学术推广服务合同',
          '推广服务',
          '乙制药有限公司',
          '甲咨询有限公司',
          '2024-01-05',
          '2024-01-05',
          '2024-12-31',
          '120.5',
          '市场推广',
          '季度报告',
        ],
      ],
      gives: [
        {
          contract: '学术推广服务合同',
          party_a: '乙制药有限公司',
          party_b: '甲咨询有限公司',
          type: 'promotion_service',
          fen: 120_500_000,
          valid_to: '2024-12-31',
          deliverable: '季度报告',
        },
        { contract: 'HT-2024-019', party_b: '张某某', type: 'speaker_agreement', fen: 600_000 },
        { contract: '乙制药有限公司—丁医学会', type: null, fen: null },
        { rejected: ['value.missing'] },
        'duplicate',
      ],
    },
    {
      says: 'a register of one side: 我方 in the title, the others in their column',
      above: [['甲方：乙制药有限公司']],
      header: ['协议编号', '对方单位', '签约日期', '协议金额', '标的'],
      rows: [['XY-001', '甲咨询有限公司', '2024.3.1', '50,000', '问卷调研']],
      gives: [{ contract: 'XY-001', party_a: '乙制药有限公司', fen: 5_000_000, subject: '问卷调研' }],
    },
  ],
});
