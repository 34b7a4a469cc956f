/** Staff, institutions, accounts, relatives, representatives, leads, calls and shareholders as spreadsheets, one layout each. */
import type { SampleOptions } from '../options.ts';
import { plainYuan } from '../plain/fen.ts';
import type { Clue } from '../story/clues.ts';
import type { Kin } from '../story/kin.ts';
import type { Call, Holding, Institution, People, Register, Staffer } from '../story/people.ts';
import type { Filing, RepVisit } from '../story/reps.ts';
import type { Party } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { GridFile } from './grid.ts';
import { day, moment, type PlainFile, party, plainFile, text } from './plain-file.ts';
import type { Table } from './table.ts';
import { walletFiles } from './wallet-files.ts';

const yesNo = (is: boolean): string => (is ? '是' : '否');
const phoneOf = (of: Party): string | undefined => (of.kind === 'pseudo' ? undefined : of.phone);
const numberOf = (of: Party): string | undefined =>
  of.kind === 'person' ? of.idNo : of.kind === 'org' ? of.uscc : undefined;

const staff: Table<Staffer> = {
  category: 'staff',
  columns: [
    text('工号', 'staff_no', ({ no }) => no),
    party('姓名', 'name', ({ person }) => person),
    text('性别', 'gender', ({ person }) => (person.male ? '男' : '女')),
    text('身份证号', 'id_no', ({ person }) => person.idNo),
    party('工作单位', 'employer', ({ person }) => person.employer),
    text('科室', 'dept', ({ person }) => person.dept),
    text('职务', 'position', ({ person, keyPost }) => (keyPost ? person.title : undefined)),
    text('职称', 'title', ({ person, keyPost }) => (keyPost ? undefined : person.title)),
    text('手机号', 'phone', ({ person }) => person.phone),
    day('入职日期', 'hire_date', ({ hired }) => hired),
    text('是否关键岗位', 'is_key_post', ({ keyPost }) => yesNo(keyPost)),
  ],
};
const institutions: Table<Institution> = {
  category: 'institution',
  columns: [
    text('医疗机构登记号', 'code', ({ no }) => no),
    party('机构名称', 'name', ({ org }) => org),
    text('其他名称', 'aliases', ({ org }) => org.formerNames.join('、')),
    text('统一社会信用代码', 'uscc', ({ org }) => org.uscc),
    text('机构类别', 'kind', ({ kind }) => kind),
    text('医院等级', 'level', ({ level }) => level),
    text('床位数', 'beds', ({ beds }) => beds?.toString()),
    text('所在市', 'city', ({ org }) => org.city),
    party('业务主管单位', 'supervisor', ({ office }) => office),
    text('机构地址', 'address', ({ org }) => org.address),
  ],
};
const accounts: Table<Register> = {
  category: 'bank_account',
  columns: [
    party('户名', 'holder_name', ({ account }) => account.holder),
    text('证件号码', 'holder_id_no', ({ account }) => numberOf(account.holder)),
    text('卡号', 'card_no', ({ account }) => (account.card ? account.number : undefined)),
    text('账号', 'account_no', ({ account }) => (account.card ? account.behind : account.number)),
    text('开户银行', 'bank', ({ account }) => account.bank),
    text('开户网点', 'branch', ({ account }) => account.branch),
    day('开户日期', 'opened_on', ({ opened }) => opened),
    text('账户状态', 'status', () => '正常'),
    text('币种', 'currency', () => '人民币'),
    text('账户余额', 'balance', ({ balance }) => plainYuan(balance)),
    text('联系电话', 'phone', ({ account }) => phoneOf(account.holder)),
  ],
};
const kinship: Table<Kin> = {
  category: 'kinship',
  columns: [
    party('申报人', 'person_name', ({ person }) => person),
    text('申报人身份证号', 'person_id', ({ person }) => person.idNo),
    text('与本人关系', 'relation', ({ relation }) => relation),
    party('亲属姓名', 'relative_name', ({ relative }) => relative),
    text('亲属身份证号', 'relative_id', ({ relative }) => relative.idNo),
    party('工作单位', 'relative_employer', ({ employer }) => employer),
    text('亲属职务', 'relative_position', ({ position }) => position),
    party('经商办企业', 'relative_company', ({ business }) => business),
  ],
};
const filings: Table<Filing> = {
  category: 'rep',
  columns: [
    text('备案号', 'filing_no', ({ no }) => no),
    party('医药代表姓名', 'name', ({ rep }) => rep),
    text('身份证号', 'id_no', ({ rep }) => rep.idNo),
    text('手机号', 'phone', ({ rep }) => rep.phone),
    party('授权企业', 'company', ({ company }) => company),
    text('企业信用代码', 'company_uscc', ({ company }) => company.uscc),
    text('负责品种', 'products', ({ products }) => products.join('、')),
    day('备案日期', 'valid_from', ({ from }) => from),
    day('有效期至', 'valid_to', ({ to }) => to),
    text('备案状态', 'status', () => '有效'),
    text('是否参保', 'insured', () => '是'),
  ],
};
const visits: Table<RepVisit> = {
  category: 'rep_activity',
  columns: [
    moment('拜访时间', 'visit_at', ({ at }) => at),
    party('代表姓名', 'rep_name', ({ filing }) => filing.rep),
    text('备案号', 'filing_no', ({ filing }) => filing.no),
    party('所属企业', 'company', ({ filing }) => filing.company),
    party('拜访医院', 'hospital', ({ hospital }) => hospital),
    text('科室', 'dept', ({ doctor }) => doctor.dept),
    party('拜访对象', 'doctor', ({ doctor }) => doctor),
    text('拜访目的', 'purpose', ({ purpose }) => purpose),
    text('推广产品', 'product', ({ product }) => product),
    text('是否预约', 'appointed', () => '是'),
  ],
};
const clues: Table<Clue> = {
  category: 'clue',
  columns: [
    text('线索编号', 'clue_no', ({ no }) => no),
    text('线索来源', 'source', ({ source }) => source),
    day('受理日期', 'received_on', ({ received }) => received),
    party('被反映人', 'subject_name', ({ subject }) => subject),
    party('被反映单位', 'subject_org', ({ subject }) => subject.employer),
    text('反映内容', 'content', ({ content }) => content),
    text('问题类别', 'category', ({ category }) => category),
    text('举报人', 'informant', ({ named }) => (named ? '保密' : '匿名')),
    text('是否实名', 'is_named', ({ named }) => yesNo(named)),
    text('办理状态', 'status', ({ status }) => status),
  ],
};
const calls: Table<Call> = {
  category: 'call_record',
  columns: [
    party('机主姓名', 'self_name', ({ self }) => self),
    text('本机号码', 'self_phone', ({ self }) => self.phone),
    party('对方姓名', 'peer_name', ({ peer }) => peer),
    text('对方号码', 'peer_phone', ({ peer }) => peer.phone),
    moment('通话时间', 'call_at', ({ at }) => at),
    text('通话时长(秒)', 'duration', ({ seconds }) => String(seconds)),
    text('呼叫类型', 'direction', ({ out }) => (out ? '主叫' : '被叫')),
    text('通话地', 'location', ({ place }) => place),
  ],
};
const holdings: Table<Holding> = {
  category: 'company_person',
  columns: [
    party('企业名称', 'company_name', ({ company }) => company),
    text('统一社会信用代码', 'company_uscc', ({ company }) => company.uscc),
    party('股东名称', 'person_name', ({ holder }) => holder),
    text('股东证件号', 'person_id', ({ holder }) => holder.idNo),
    text('股东类型', 'person_type', () => '自然人股东'),
    text('职务', 'position', ({ post }) => post),
    text('持股比例', 'share_pct', ({ share }) => `${share}%`),
    text('认缴出资额（万元）', 'subscribed', ({ subscribed }) => String(subscribed)),
    day('入股日期', 'from_date', ({ from }) => from),
  ],
};

/** The files, in the order of their numbers. */
export function peopleFiles(world: World, options: SampleOptions, people: People): GridFile[] {
  const write = <T extends { readonly id: string }>(file: PlainFile<T>): GridFile => plainFile(world, options, file);
  return [
    write({ file: '609_医院人员名册', format: 'xlsx', table: staff, records: people.staff }),
    write({ file: '610_医疗机构名录', format: 'csv-gb18030', table: institutions, records: people.institutions }),
    write({ file: '611_账户信息', format: 'xlsx', table: accounts, records: people.accounts }),
    write({ file: '612_亲属关系申报', format: 'csv-utf8-bom', table: kinship, records: people.kin }),
    write({ file: '613_医药代表备案', format: 'xlsx', table: filings, records: people.filings }),
    write({
      file: '614_代表拜访记录',
      format: 'csv-gb18030',
      table: visits,
      records: people.visits,
      dated: 'visit_at',
    }),
    write({ file: '615_线索登记', format: 'xlsx', table: clues, records: people.clues, dated: 'received_on' }),
    write({ file: '616_通话记录', format: 'csv-utf8', table: calls, records: people.calls, dated: 'call_at' }),
    write({ file: '617_股东及高管', format: 'csv-gb18030', table: holdings, records: people.holdings }),
    ...walletFiles(world, options, people.wallets),
  ];
}
