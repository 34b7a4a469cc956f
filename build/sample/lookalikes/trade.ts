/** Honest dealings of doctors, dealers and hospitals that look like the further schemes: research fees, second practices, tendered reagents and the rest. */
import { dayOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import { monthStart, morning, type Town } from '../schemes/town.ts';
import { gather, meetingDay } from '../story/calendar.ts';
import { holdMeeting } from '../story/meetings.ts';
import type { Org, Person } from '../world/types.ts';

/** All of them, each from a stream of its own. */
export function honestTrade(town: Town): void {
  for (const lookalike of [
    investigatorFees,
    secondPractice,
    conferenceAgency,
    depositRefunds,
    wholeWardSwitches,
    subSpecialist,
    newProgramme,
    tenderedReagents,
    incubator,
    biddingCentre,
    exclusiveProduct,
    employedSpouse,
    houseSale,
    disclosedDonation,
    packUnits,
    fixedAllowances,
  ])
    lookalike(town);
}

/** L07: a fee for every enrolled patient under an approved trial, so that it follows what is prescribed. */
function investigatorFees(town: Town): void {
  const { world } = town;
  const random = world.random('lookalike/L07');
  const ward = town.ward();
  const sponsor = town.firm(random, { role: 'mah' });
  const item = town.item(random, sponsor, { price: 6_000_000 });
  const doctor = town.hire(random, ward, '主任医师');
  const colleagues = Array.from({ length: 6 }, () => town.hire(random, ward, '主治医师'));
  town.obtain(doctor);
  const start = random.int(13, 20);
  const contract = town.book.add('contract', {
    type: '临床试验合同',
    party_a: sponsor,
    party_b: doctor,
    amount: yuan(300_000),
    signed_on: monthStart(start) - 40,
    subject: '药物临床试验，按入组例数支付研究者费',
    deliverable: '病例报告表',
    approval_no: '伦审〔2023〕临990号',
  });
  const rows = Array.from({ length: 10 }, (_, m) => {
    const patients = random.int(2, 9);
    for (let n = 0; n < patients; n++) town.prescribe(ward, doctor, item, monthStart(start + m) + random.int(0, 20), 2);
    for (const colleague of colleagues)
      town.prescribe(ward, colleague, item, monthStart(start + m) + random.int(0, 26), 3);
    return town.pay(
      'L07',
      random,
      world.accountOf(sponsor),
      world.accountOf(doctor),
      yuan(patients * 1500),
      monthStart(start + m) + 26 + random.int(0, 2),
      { summary: '临床研究费', remark: '临床试验研究者费 伦审〔2023〕临990号' },
    ).id;
  });
  town.honest({
    id: 'L07',
    kind: '临床试验研究者费',
    model: 'kickback-ratio',
    subjects: [doctor, sponsor],
    rows: [...rows, contract],
    zh: `${doctor.name}按入组例数领取研究者费，有合同和伦理审批。`,
  });
}

/** L08: a registered second practice with a monthly fixed fee. */
function secondPractice(town: Town): void {
  const { world } = town;
  const random = world.random('lookalike/L08');
  const doctor = town.hire(random, town.ward(), '副主任医师');
  const name = '望川市康宁骨伤专科医院（民营）';
  const clinic = town.firm(random, { role: 'hospital', city: '望川市', name, short: '康宁骨伤医院' });
  town.obtain(doctor);
  const contract = town.book.add('contract', {
    type: '多点执业协议',
    party_a: clinic,
    party_b: doctor,
    amount: yuan(96_000),
    signed_on: dayOf(2023, 1, 5),
    subject: '多点执业，每月出诊四次',
    deliverable: '出诊记录',
    approval_no: '多点备〔2023〕990号',
  });
  const rows = Array.from(
    { length: 12 },
    (_, m) =>
      town.pay('L08', random, world.accountOf(clinic), world.accountOf(doctor), yuan(8000), monthStart(13 + m) + 9, {
        summary: '多点执业劳务费',
        remark: '出诊劳务',
      }).id,
  );
  town.honest({
    id: 'L08',
    kind: '多点执业',
    model: 'periodic-payment',
    subjects: [doctor, clinic],
    rows: [...rows, contract],
    zh: `${doctor.name}在${clinic.name}备案多点执业，每月固定报酬，有协议。`,
  });
}

/** L09: what sponsors pay a conference agency goes on to hotels within days, with invoices. */
function conferenceAgency(town: Town): void {
  const { world, population } = town;
  const random = world.random('lookalike/L09');
  const agency = town.firm(random, { role: 'pco', insured: 14 });
  const sponsors = [town.firm(random, { role: 'mah' }), town.firm(random, { role: 'mah' })];
  const hotel = population.hotels[0]!;
  town.obtainBare(agency, dayOf(2023, 8, 20), dayOf(2024, 1, 10));
  const rows: string[] = [];
  for (let n = 0; n < 4; n++) {
    const start = meetingDay(dayOf(2023, 9, 12) + n * 21, true);
    const people = gather(world, random, population.guests, 60, { city: hotel.city, from: start, days: 1 });
    const meeting = holdMeeting(world, random, {
      type: '省级会议',
      name: `云澜省外科质量控制学习班（第${n + 1}期）`,
      start,
      days: 1,
      organizer: population.societies[0]!,
      executor: agency,
      sponsors,
      speakers: people.slice(0, 4),
      attendees: people.slice(4),
      city: hotel.city,
      venue: `${hotel.name}二楼多功能厅`,
      product: '',
      list: 'society',
      told: true,
      paidBefore: 2,
    });
    const received = meeting.conference.sponsors.reduce((sum, { fen }) => sum + fen, 0);
    const bill = Math.floor(received * 0.9);
    rows.push(
      ...meeting.sponsorPayments.map((payment) => payment.id),
      town.pay('L09', random, world.accountOf(agency), world.accountOf(hotel), bill, start, {
        summary: '会议场地及餐饮费',
        remark: meeting.conference.name,
      }).id,
    );
    town.book.add('invoice', {
      invoice_no: `2499${String(60_000_000 + n * 311).padStart(16, '0')}`,
      issue_date: start + 1,
      seller: hotel,
      buyer: agency,
      goods: '*会展服务*会议服务费',
      total: bill,
      status: '正常',
    });
  }
  town.honest({
    id: 'L09',
    kind: '会务公司代付',
    model: 'pass-through-account',
    subjects: [agency],
    rows,
    zh: `${agency.name}收到赞助后数日内付给酒店，有会议、名单和发票。`,
  });
}

/** L11: eleven bid deposits that come back to whoever did not win. */
function depositRefunds(town: Town): void {
  const { world, population } = town;
  const random = world.random('lookalike/L11');
  const agency = town.firm(random, { role: 'other', insured: 30 });
  const bidder = town.firm(random, { role: 'distributor' });
  town.obtain(agency);
  const rows: string[] = [];
  for (let n = 0; n < 11; n++) {
    const day = dayOf(2022, 11, 3) + n * 60;
    const fen = yuan(20_000 + n * 1000);
    rows.push(
      town.pay('L11', random, world.accountOf(bidder), world.accountOf(agency), fen, day, { summary: '投标保证金' }).id,
      town.pay('L11', random, world.accountOf(agency), world.accountOf(bidder), fen, day + 18, {
        summary: '退投标保证金',
      }).id,
    );
  }
  town.honest({
    id: 'L11',
    kind: '退投标保证金',
    model: 'round-trip-funds',
    subjects: [bidder, agency],
    rows,
    zh: `${population.hospitals[0]!.org.name}代理机构向未中标的${bidder.name}退还投标保证金十一次。`,
  });
}

/** L13: the whole ward changes to the product the volume-based procurement selected; under it the price is another. */
function wholeWardSwitches(town: Town): void {
  const { world, population } = town;
  const random = world.random('lookalike/L13');
  const ward = town.ward();
  const maker = town.firm(random, { role: 'mah' });
  const rival = town.firm(random, { role: 'mah' });
  const dealer = town.firm(random, { role: 'distributor' });
  const chosen = town.item(random, maker, { price: 300_000, vbp: true });
  const old = town.item(random, rival, { name: chosen.name, group: chosen.group, price: 1_900_000 });
  const doctors = Array.from({ length: 7 }, () => town.hire(random, ward, '主治医师'));
  const star = doctors[0]!;
  town.obtain(star);
  const turn = 22;
  const start = meetingDay(monthStart(turn) - 12, false);
  const people = gather(world, random, population.guests, 24, { city: ward.org.city, from: start, days: 1 });
  const meeting = holdMeeting(world, random, {
    type: '院内会议',
    name: `${ward.org.name}${ward.dept}集采药品合理使用培训`,
    start,
    days: 1,
    organizer: ward.org,
    executor: population.pcos[0]!,
    sponsors: [maker],
    speakers: [star, ...people.slice(0, 2)],
    attendees: people.slice(2),
    city: ward.org.city,
    venue: `${ward.org.address}${ward.org.name}学术报告厅`,
    product: chosen.name,
    list: 'society',
    paidBySponsor: [star],
    told: true,
  });
  const rows: string[] = [];
  for (let m = turn - 4; m < turn + 4; m++)
    for (const doctor of doctors)
      for (let n = 0; n < 12; n++) {
        const row = town.prescribe(
          ward,
          doctor,
          (m < turn ? n < 2 : n < 11) ? chosen : old,
          monthStart(m) + random.int(0, 26),
          random.int(1, 4),
        );
        if (doctor === star) rows.push(row);
      }
  const fees = meeting.feePayments.filter((fee) => fee.to === world.accountOf(star)).map((fee) => fee.id);
  town.honest({
    id: 'L13-switch',
    kind: '集采全院切换',
    model: 'brand-switch-after-payment',
    subjects: [star, maker],
    rows: [...fees, ...rows],
    zh: `${ward.org.name}${ward.dept}全科随集采中选结果切换品种，不是个人行为。`,
  });
  const [one, other] = population.hospitals;
  const low = town.order(one!, dealer, chosen, monthStart(turn) + 4, 50, {
    procurement_type: '集中带量采购',
    unit_price: 100_000,
  });
  const high = town.order(other!, dealer, chosen, monthStart(turn) + 9, 50, { procurement_type: '挂网采购' });
  town.honest({
    id: 'L13-price',
    kind: '集采价与挂网价',
    model: 'price-gap-across-hospitals',
    subjects: [other!.org],
    rows: [low, high],
    zh: '一家按集采价、一家按挂网价采购，二者不可比。',
  });
}

/** L14: the only sub-specialist of a ward prescribes nine times the mean: to be told by the letter of the rule, and no more. */
function subSpecialist(town: Town): void {
  const random = town.world.random('lookalike/L14');
  const ward = town.ward();
  const maker = town.firm(random, { role: 'mah' });
  const item = town.item(random, maker, {});
  const common = town.item(random, maker, {});
  const doctors = Array.from({ length: 12 }, () => town.hire(random, ward, '主治医师'));
  const day = monthStart(random.int(14, 28)) + 6;
  const rows = [town.prescribe(ward, doctors[0]!, item, day, 96)];
  for (const [n, doctor] of doctors.slice(1).entries()) {
    rows.push(town.prescribe(ward, doctor, n < 4 ? item : common, day + n, n < 4 ? 8 : 20));
  }
  town.story.boundaries.push({
    id: 'L14-letter-only',
    model: 'doctor-drug-5x-department',
    find: true,
    subjects: [doctors[0]!],
    rows: rows.slice(0, 1),
    zh: '亚专科医生开具某药九倍于均值：按字面规则提示，与付款无关。',
  });
}

/** L15: a new programme makes five operations forty, with the same implant each: growth of volume and no more. */
function newProgramme(town: Town): void {
  const random = town.world.random('lookalike/L15');
  const ward = town.ward();
  const maker = town.firm(random, { role: 'mah' });
  const item = town.item(random, maker, { category: '高值耗材' });
  const surgeon = town.hire(random, ward, '主任医师');
  const month = 26;
  const rows: string[] = [];
  let at = 0;
  for (let m = month - 12; m <= month; m++)
    for (let n = 0; n < (m === month ? 40 : 8); n++) {
      const row = town.book.add('visit_item', {
        hospital: ward.org,
        dept: ward.dept,
        doctor: surgeon,
        patient_no: String(99_650_000 + at),
        charged_at: morning(monthStart(m) + (n % 27)),
        item_code: item.code,
        item_name: item.name,
        item_kind: '高值耗材',
        udi: `99UDL${String(at).padStart(8, '0')}`,
        quantity: 1,
        unit_price: item.price,
        amount: Math.round(item.price / 100),
        procedure: '介入治疗术',
      });
      at++;
      if (m === month) rows.push(row);
    }
  town.story.boundaries.push({
    id: 'L15-letter-only',
    model: 'hcv-consumable-surge',
    find: true,
    subjects: [ward.org],
    rows,
    zh: '新开展术式使台数增加，单台用量不变：只作为数量增长提示。',
  });
}

/** L16: an analyser that takes only its own reagents, bought after a public tender at the price all pay. */
function tenderedReagents(town: Town): void {
  const random = town.world.random('lookalike/L16');
  const { hospitals } = town.population;
  const [own, ...rest] = hospitals;
  const dealer = town.firm(random, { role: 'distributor' });
  const item = town.item(random, dealer, { category: '试剂' });
  const placed = town.book.add('contract', {
    type: '设备投放协议',
    party_a: dealer,
    party_b: own!.org,
    signed_on: monthStart(14),
    subject: '封闭系统分析仪，试剂公开招标采购',
  });
  const rows = [placed];
  for (let m = 14; m < 26; m++) {
    rows.push(town.order(own!, dealer, item, monthStart(m) + 8, 30, { procurement_type: '公开招标' }));
    for (const hospital of rest.slice(0, 2))
      town.order(hospital, dealer, item, monthStart(m) + 12, 30, { procurement_type: '公开招标' });
  }
  town.honest({
    id: 'L16',
    kind: '封闭系统试剂',
    model: 'equipment-placement-lockin',
    subjects: [dealer, own!.org],
    rows,
    zh: `${own!.org.name}封闭系统的试剂经公开招标采购，价格与其他医院相同。`,
  });
}

/** L17: an incubator at whose address many firms are registered. */
function incubator(town: Town): void {
  const random = town.world.random('lookalike/L17');
  const address = '澄溪市开发区创客路99号众创空间A座301室';
  const firms = Array.from({ length: 80 }, () =>
    town.firm(random, { role: 'cso', address, insured: random.int(3, 9) }),
  );
  town.honest({
    id: 'L17',
    kind: '众创空间',
    model: 'shared-address-cluster',
    subjects: firms.slice(0, 3),
    rows: firms.map((firm) => `REG-${firm.id}`),
    zh: '八十家企业集中登记在众创空间，地址相同是正常的。',
  });
}

/** L18: everybody bids from the computers of the bidding centre. */
function biddingCentre(town: Town): void {
  const random = town.world.random('lookalike/L18');
  const bidders = Array.from({ length: 9 }, () => town.firm(random, { role: 'distributor' }));
  const rows: string[] = [];
  for (let n = 0; n < 9; n++) {
    const base = random.int(60, 400) * 10_000;
    const taking = random.sample(bidders, 3);
    for (const [at, bidder] of taking.entries())
      rows.push(
        town.book.add('bid', {
          tender_no: `CX-ZB-97-${String(n + 1).padStart(2, '0')}`,
          tender_name: `办公及后勤用品采购（${n + 1}）`,
          lot: '第1包',
          buyer: random.pick(town.population.hospitals).org,
          open_date: dayOf(2022, 10, 11) + n * 70,
          bidder,
          bid_amount: yuan(Math.round(base * (1 + at * random.between(0.07, 0.16)))),
          is_winner: at === 0 ? '中标' : '未中标',
          ...(bidder.phone ? { phone: bidder.phone } : {}),
          ip: '10.99.0.8',
        }),
      );
  }
  town.honest({
    id: 'L18',
    kind: '交易中心同一网络地址',
    model: 'bid-shared-identity',
    subjects: bidders,
    rows,
    zh: '各家都在交易中心的电脑上投标，网络地址相同是正常的。',
  });
}

/** L19: a product that one firm alone makes and delivers, to every hospital. */
function exclusiveProduct(town: Town): void {
  const random = town.world.random('lookalike/L19');
  const dealer = town.firm(random, { role: 'distributor' });
  const item = town.item(random, dealer, { name: '罕见病用酶制剂' });
  const rows = town.population.hospitals
    .slice(0, 8)
    .flatMap((hospital) =>
      Array.from({ length: 8 }, (_, n) =>
        town.order(hospital, dealer, item, monthStart(13 + n) + 5, 10, { procurement_type: '单一来源采购' }),
      ),
    );
  town.honest({
    id: 'L19',
    kind: '独家品种',
    model: 'supplier-concentration',
    subjects: [dealer],
    rows,
    zh: `${item.name}只有${dealer.name}一家供应，集中度高是正常的。`,
  });
}

/** Two years of much the same wages for somebody and the colleagues; out: the payments to that one. */
export function wagesOf(
  town: Town,
  random: Random,
  id: string,
  employer: Org,
  of: Person,
  colleagues: readonly Person[],
): string[] {
  const { world } = town;
  const rows: string[] = [];
  for (let m = 6; m < 30; m++) {
    for (const person of [of, ...colleagues]) {
      const wage = town.pay(
        id,
        random,
        world.accountOf(employer),
        world.accountOf(person),
        yuan(6800 + random.int(-4, 4) * 50),
        monthStart(m) + 9,
        {
          summary: '代发工资',
          remark: '工资及社保',
        },
      );
      if (person === of) rows.push(wage.id);
    }
  }
  return rows;
}

/** L20: a spouse who works at a dealer and is paid wages like everybody there. */
function employedSpouse(town: Town): void {
  const { world } = town;
  const random = world.random('lookalike/L20');
  const ward = town.ward();
  const doctor = town.hire(random, ward, '副主任医师');
  const dealer = town.firm(random, { role: 'distributor' });
  const item = town.item(random, dealer, { category: '低值耗材' });
  town.order(ward, dealer, item, monthStart(14) + 4, 30);
  const spouse = world.addPerson(random, { city: doctor.city, male: !doctor.male, employer: dealer });
  town.kin(doctor, spouse, '配偶', { relative_employer: dealer, relative_position: '会计' });
  const colleagues = Array.from({ length: 5 }, () => world.addPerson(random, { employer: dealer }));
  town.obtain(dealer);
  town.obtain(spouse);
  const rows = wagesOf(town, random, 'L20', dealer, spouse, colleagues);
  town.honest({
    id: 'L20',
    kind: '配偶在企业任职',
    model: 'third-party-collection',
    subjects: [doctor, spouse, dealer],
    rows,
    zh: `${doctor.name}的配偶是${dealer.name}的会计，按月领取工资并参保。`,
  });
}

/** L21: a flat sold. */
function houseSale(town: Town): void {
  const { world } = town;
  const random = world.random('lookalike/L21');
  const doctor = town.hire(random, town.ward(), '主任医师', { annual_income: yuan(280_000) });
  town.obtain(doctor);
  const buyer = world.addPerson(random);
  const row = town.pay(
    'L21',
    random,
    world.accountOf(buyer),
    world.accountOf(doctor),
    yuan(1_620_000),
    dayOf(2023, 10, 18),
    {
      summary: '购房款',
      remark: '存量房买卖 资金监管',
    },
  );
  town.honest({
    id: 'L21',
    kind: '卖房款',
    model: 'income-inflow-mismatch',
    subjects: [doctor],
    rows: [row.id],
    zh: `${doctor.name}出售住房所得。`,
  });
}

/** L22: a disclosed gift to the hospital, after which it buys no more than before. */
function disclosedDonation(town: Town): void {
  const random = town.world.random('lookalike/L22');
  const { hospitals } = town.population;
  const own = hospitals[hospitals.length - 1]!;
  const giver = town.firm(random, { role: 'distributor' });
  const item = town.item(random, giver, { category: '试剂' });
  const gift = town.book.add('contract', {
    type: '捐赠协议',
    party_a: giver,
    party_b: own.org,
    amount: yuan(1_200_000),
    signed_on: monthStart(20),
    subject: '公开捐赠，用途不限定',
    approval_no: '捐公示〔2023〕990号',
  });
  const rows = [gift];
  for (let m = 14; m < 26; m++) {
    rows.push(town.order(own, giver, item, monthStart(m) + 6, 40));
    for (const hospital of hospitals.slice(0, 2)) town.order(hospital, giver, item, monthStart(m) + 9, 40);
  }
  town.honest({
    id: 'L22',
    kind: '公示捐赠',
    model: 'donation-procurement-tie',
    subjects: [giver, own.org],
    rows,
    zh: `${giver.name}公开捐赠后，${own.org.name}的采购没有增加。`,
  });
}

/** L24: one hospital's price is of the box of seven, the other's of the piece: to be told, marked as a likely error of units. */
function packUnits(town: Town): void {
  const random = town.world.random('lookalike/L24');
  const [one, other] = town.population.hospitals;
  const maker = town.firm(random, { role: 'mah' });
  const dealer = town.firm(random, { role: 'distributor' });
  const item = town.item(random, maker, { price: 120_000 });
  town.order(one!, dealer, item, monthStart(19) + 5, 70);
  const high = town.order(other!, dealer, item, monthStart(19) + 11, 10, { unit_price: 840_000 });
  town.story.boundaries.push({
    id: 'L24-letter-only',
    model: 'price-gap-across-hospitals',
    find: true,
    subjects: [other!.org],
    rows: [high],
    zh: '按盒与按片计价相差七倍：应提示并标明疑似包装换算错误。',
  });
}

/** L25: allowances of 200 yuan: no law of digits holds for fixed amounts. */
function fixedAllowances(town: Town): void {
  const random = town.world.random('lookalike/L25');
  const company = town.firm(random, { role: 'cso' });
  const staff = Array.from({ length: 12 }, () => town.world.addPerson(random, { employer: company }));
  const rows = Array.from({ length: 3200 }, (_, n) =>
    town.book.add('expense', {
      company,
      expense_date: dayOf(2023, 1, 3) + Math.floor(n / 9),
      expense_type: '差旅费',
      amount: yuan(200),
      payee_name: staff[n % staff.length]!,
      summary: '出差补助',
    }),
  );
  town.honest({
    id: 'L25',
    kind: '固定补助',
    model: 'benford-first-two',
    subjects: [company],
    rows,
    zh: `${company.name}的出差补助每笔200元，不适用首位数字规律。`,
  });
}
