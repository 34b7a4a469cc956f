/** The register of companies, societies and hospitals, in two exports. */
import type { SampleOptions } from '../options.ts';
import type { Population } from '../world/population.ts';
import type { Org, OrgRole } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { named } from './bank-files.ts';
import type { FileFormat, GridCell, GridFile } from './grid.ts';
import { asNumber, asText, type Hand, type RowNotes, type Table, tableSheet, writeRecord } from './table.ts';
import { textDateStyles, writeDay } from './written.ts';

const roleWords: Readonly<Record<OrgRole, string>> = {
  mah: '生产企业',
  distributor: '经销商',
  cso: '推广服务商(CSO)',
  pco: '会务公司',
  society: '学会',
  hospital: '医院',
  hotel: '其他',
  restaurant: '其他',
  bank: '其他',
  fund: '其他',
  other: '其他',
};
const scopes: Readonly<Record<OrgRole, string>> = {
  mah: '第三类医疗器械生产、销售；技术开发、技术服务',
  distributor: '第二类、第三类医疗器械批发；药品批发；货物运输',
  cso: '医药信息咨询；市场营销策划；会议及展览服务',
  pco: '会议及展览服务；旅游信息咨询',
  society: '学术交流、继续教育、技术咨询',
  hospital: '诊疗服务',
  hotel: '住宿、餐饮、会议服务',
  restaurant: '餐饮服务',
  bank: '吸收公众存款',
  fund: '医疗保障基金管理',
  other: '企业管理服务；设备租赁；日用百货销售',
};

const name = (org: Org, _hand: Hand, notes: RowNotes): GridCell => {
  notes.mentions.push({ party: org, field: notes.field, written: org.name });
  return org.name;
};
const formerly = (org: Org, _hand: Hand, notes: RowNotes): GridCell => {
  if (org.former) notes.mentions.push({ party: org, field: notes.field, written: org.former.name });
  return org.formerNames.length === 0 ? null : org.formerNames.join('、');
};
const legalRep = (org: Org, _hand: Hand, notes: RowNotes): GridCell => {
  notes.mentions.push({ party: org.legalRep, field: notes.field, written: org.legalRep.name });
  return org.legalRep.name;
};
const safe = () => true;

const register: Table<Org> = {
  category: 'company',
  columns: [
    { header: '企业名称', field: 'name', write: name },
    { header: '曾用名', field: 'former_names', write: formerly },
    { header: '统一社会信用代码', field: 'uscc', write: (org) => org.uscc },
    { header: '法定代表人', field: 'legal_rep', write: legalRep },
    {
      header: '法定代表人证件号',
      field: 'legal_rep_id',
      write: asNumber((org) => org.legalRep.idNo, { idCard: true }, safe),
    },
    { header: '注册资本', field: 'registered_capital', write: (org) => `${org.capital}万元人民币` },
    { header: '成立日期', field: 'founded_on', write: (org, hand) => writeDay(org.founded, hand.date) },
    { header: '经营状态', field: 'status', write: () => '存续' },
    { header: '企业角色', field: 'role', write: (org) => roleWords[org.role] },
    { header: '参保人数', field: 'insured_count', write: (org) => ({ n: org.insured, z: '0' }) },
    { header: '注册地址', field: 'address', write: (org) => org.address },
    { header: '联系电话', field: 'phone', write: asText((org) => org.phone) },
    { header: '所属城市', field: 'city', write: (org) => org.city },
    { header: '经营范围', field: 'scope', write: (org) => scopes[org.role] },
    { header: '登记机关', field: 'registry_office', write: (org) => `${org.city}市场监督管理局` },
  ],
};

/** Whom the investigators looked up: the trade, the societies, the hospitals of the case and whoever is part of the story. */
function registered(world: World, population: Population): Org[] {
  const own = new Set(population.hospitals.map((hospital) => hospital.org));
  const holders = new Set([...world.statements.values()].map((period) => period.account.holder));
  const always: readonly OrgRole[] = ['mah', 'distributor', 'cso', 'pco', 'society', 'hotel'];
  return world.orgs.filter(
    (org) => own.has(org) || always.includes(org.role) || (org.role !== 'hospital' && holders.has(org)),
  );
}

export function companyFiles(world: World, options: SampleOptions, population: Population): GridFile[] {
  const trade: readonly OrgRole[] = ['mah', 'distributor', 'cso'];
  const orgs = registered(world, population);
  const parts: ReadonlyArray<{ file: string; format: FileFormat; orgs: readonly Org[]; titles: GridCell[][] }> = [
    {
      file: '501_供应商登记信息',
      format: 'xlsx',
      orgs: orgs.filter((org) => trade.includes(org.role)),
      titles: [['医药供应商及推广企业登记信息（合成数据）'], ['数据来源：市场主体登记查询']],
    },
    {
      file: '502_其他单位登记信息（合成数据）',
      format: 'csv-gb18030',
      orgs: orgs.filter((org) => !trade.includes(org.role)),
      titles: [],
    },
  ];
  return parts.map(({ file, format, orgs: part, titles }) => {
    const random = world.random(`company-files/${file}`);
    const spreadsheet = format === 'xlsx';
    const hand: Hand = {
      random,
      noise: options.noise,
      whole: options.scope === 'all',
      date: spreadsheet ? 'serial' : random.pick(textDateStyles),
      money: 'text',
      spreadsheet,
    };
    const rows = part.map((org, i) =>
      writeRecord(register, hand, { record: org, id: `REG-${org.id}`, told: true }, i + 1),
    );
    return { name: named(file, format), format, sheets: [tableSheet(register, '登记信息', titles, rows)] };
  });
}
