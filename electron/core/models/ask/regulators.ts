import type { EvidenceReader } from '../model.ts';

/** Where some sheet places a person in an authority that regulates, pays for or buys medicines. */
export interface Official {
  readonly person: number;
  /** null where a roster says that it is an authority's and names none */
  readonly org: number | null;
  readonly post: string | null;
  readonly row: number;
  readonly field: string;
}

/** 药监、市场监管、医保、卫健、招采 and 价格: authorities with a say over companies of the trade. */
const regulators =
  /药监|药品监督|药品监管|食品药品|市场监[督管]|医保局|医保中心|医疗保障|卫生健康(?!服务)|卫健|卫计|卫生局|卫生厅|中医药管理|招标?采购?中心|药械|采购中心|公共资源交易|发展和改革|发改|物价/;
const others = /医院|公司|学会|协会|学校|大学|银行/;

/** 监管人员: everybody whom a sheet places in such an authority, with the first row that does. Staff of other authorities are not among them. */
export const readOfficials = (evidence: EvidenceReader): ReadonlyMap<number, Official> =>
  evidence.once('officials', () => {
    const officials = new Map<number, Official>();
    const rows = evidence.all<Official & { org: number }>(
      `select e.person as person, e.org as org, e.title as post, e.row as row, e.field as field
       from employment e join who o on o.party = e.org join who p on p.party = e.person
       where o.kind in ('government', 'org', 'department') and p.kind = 'person' order by e.row, e.field`,
    );
    for (const each of rows) {
      const { name } = evidence.party(each.org);
      if (regulators.test(name) && !others.test(name) && !officials.has(each.person)) officials.set(each.person, each);
    }
    const unnamed = evidence.all<Official>(
      `select person, null as org, trim(coalesce(position, '') || ' ' || coalesce(title, '')) as post, row, 'name' as field from staff
       where employer is null and employer_kind = 'regulator' and person is not null order by row`,
    );
    for (const each of unnamed) if (!officials.has(each.person)) officials.set(each.person, each);
    return officials;
  });
