/** S13: a nurse's husband founds a firm that weeks later wins a large contract of her hospital. */
import { dayOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import { published } from '../truth/published-defaults.ts';
import type { Town } from './town.ts';

export function hiddenSuppliers(town: Town, count: number): void {
  for (let i = 0; i < count; i++) plantOne(town, i);
}

function plantOne(town: Town, index: number): void {
  const { world } = town;
  const id = `S13-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const ward = town.ward();
  const nurse = town.hire(random, ward, '主管护师', { wish: { male: false } });
  const husband = world.addPerson(random, { city: nurse.city, male: true });
  const tie = town.kin(nurse, husband, '配偶', { ...(husband.phone ? { relative_phone: husband.phone } : {}) });
  const day = dayOf(2023, 2, 20) + ((index * 47) % 560);
  const age = random.int(60, 140);
  const firm = town.firm(random, {
    role: 'distributor',
    founded: day - age,
    capital: random.pick([50, 100]),
    insured: random.int(0, 2),
    legalRep: husband,
    // the couple's mobile is the firm's number, too
    ...(nurse.phone ? { phone: nurse.phone } : {}),
  });
  const share = town.book.add('company_person', {
    company_name: firm,
    company_uscc: firm.uscc,
    person_name: husband,
    person_id: husband.idNo,
    person_type: '自然人',
    position: '执行董事',
    share_pct: '80%',
    from_date: firm.founded,
  });
  const award = yuan(random.int(index === 0 ? 150 : 20, 300) * 10_000);
  const others = [town.firm(random, { role: 'distributor' }), town.firm(random, { role: 'distributor' })];
  const bids = [firm, ...others].map((bidder, at) =>
    town.book.add('bid', {
      tender_no: `CX-ZB-98${String(index + 1).padStart(2, '0')}`,
      tender_name: '低值耗材集中配送服务',
      lot: '第1包',
      buyer: ward.org,
      open_date: day,
      bidder,
      bid_amount: award + yuan(at * random.int(13_100, 29_700)),
      is_winner: at === 0 ? '中标' : '未中标',
      ...(at === 0 ? { award_amount: award, award_date: day + 4 } : {}),
    }),
  );
  const item = town.item(random, others[0]!, { category: '低值耗材' });
  const orders = [20, 55, 90].map((after) => town.order(ward, firm, item, day + after, 60));
  const rows = [bids[0]!, ...orders, tie, share];
  town.plant({
    id,
    scheme: 'S13',
    difficulty: 2,
    expected: [
      { model: 'supplier-staff-hidden-link', subjects: [nurse, firm], rows: [tie] },
      ...(award >= published.newSupplier.least
        ? [{ model: 'new-supplier-big-contract', subjects: [firm], rows: [bids[0]!] }]
        : []),
    ],
    subjects: [nurse, husband, firm],
    rows,
    fen: award,
    drawn: { age, award: award / 100 },
    zh: `${ward.org.name}护士${nurse.name}的配偶成立${age}天的企业${firm.name}中标该院项目。`,
  });
}
