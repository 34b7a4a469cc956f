/** S16: books that were made up: invented amounts, invoices and payments booked twice, round sums, serial invoices, invoices without money. */
import { dayOf } from '../plain/civil.ts';
import { type Fen, yuan } from '../plain/fen.ts';
import type { Expected } from '../truth/plants.ts';
import { published } from '../truth/published-defaults.ts';
import { CASE_FROM } from '../world/world.ts';
import { type Manner, plantManners } from './outcome.ts';
import type { Town } from './town.ts';

export const madeUpBooks = (town: Town, count: number): void => plantManners(town, 'S16', manners, count);

/** Fives, eights and nines come to a hand that invents numbers. */
const inventedAmounts: Manner = (town, random, index) => {
  const company = town.firm(random, { role: 'cso' });
  const vendors = Array.from({ length: 12 }, () => town.firm(random, { role: 'other' }));
  const invented = index === 0 ? random.int(500, 900) : random.int(60, 900);
  const counts = new Array<number>(100).fill(0);
  const rows: string[] = [];
  const total = 3400;
  for (let n = 0; n < total; n++) {
    const made = n < invented;
    const fen: Fen = made
      ? random.pick([58, 68, 88, 89, 98]) * 10 ** random.int(2, 4) + random.int(0, 99)
      : Math.round(10 ** random.between(4, 7));
    counts[Number(String(fen).slice(0, 2))]!++;
    const row = town.book.add('expense', {
      company,
      expense_date: dayOf(2023, 1, 3) + random.int(0, 355),
      expense_type: '市场推广费',
      amount: fen,
      payee_name: random.pick(vendors),
      summary: '推广物料',
    });
    if (made) rows.push(row);
  }
  let off = 0;
  for (let d = 10; d < 100; d++) off += Math.abs(counts[d]! / total - Math.log10(1 + 1 / d));
  const deviation = off / 90;
  return {
    subjects: [company],
    expected:
      deviation > published.benford.deviation + published.benford.noise
        ? [{ model: 'benford-first-two', subjects: [company], rows }]
        : [],
    rows,
    drawn: { manner: 'digits', invented, deviation: Math.round(deviation * 100_000) / 100_000 },
    zh: `${company.name}一年${total}笔推广费中有${invented}笔金额为人为编造。`,
  };
};

const twiceBooked: Manner = (town, random) => {
  const company = town.firm(random, { role: 'cso' });
  const vendor = town.firm(random, { role: 'other' });
  const rows: string[] = [];
  const expected: Expected[] = [];
  for (let n = 0; n < 40; n++) {
    const no = `2499${String(70_000_000 + random.int(0, 9_000_000)).padStart(16, '0')}`;
    const amount = yuan(random.int(900, 68_000));
    const day = dayOf(2023, 2, 1) + n * 11;
    const book = (on: number): string =>
      town.book.add('expense', {
        company,
        expense_date: on,
        expense_type: '服务费',
        amount,
        payee_name: vendor,
        invoice_no: no,
        summary: '推广服务',
      });
    town.book.add('invoice', {
      invoice_no: no,
      issue_date: day - 3,
      seller: vendor,
      buyer: company,
      goods: '*现代服务*服务费',
      total: amount,
      status: '正常',
    });
    const first = book(day);
    if (n % 10 !== 0) continue;
    const pair = [first, book(day + random.int(20, 70))];
    rows.push(...pair);
    expected.push({ model: 'duplicate-invoice', subjects: [company], rows: pair });
  }
  return {
    subjects: [company],
    expected,
    rows,
    drawn: { manner: 'invoices', pairs: expected.length },
    zh: `${company.name}${expected.length}张发票重复入账。`,
  };
};

const twicePaid: Manner = (town, random, index) => {
  const { world } = town;
  const company = town.firm(random, { role: 'distributor' });
  const vendor = town.firm(random, { role: 'cso' });
  town.obtain(company);
  const amount = yuan(random.int(12_000, 88_000) + 0.37);
  const day = dayOf(2023, 5, 10) + random.int(0, 400);
  const gap = random.int(2, 11);
  const rows = [day, day + gap].map(
    (on) =>
      town.pay(`S16-${index + 1}`, random, world.accountOf(company), world.accountOf(vendor), amount, on, {
        summary: '服务费',
      }).id,
  );
  return {
    subjects: [company, vendor],
    expected: [{ model: 'duplicate-payment', subjects: [company, vendor], rows }],
    rows,
    drawn: { manner: 'payments', gap },
    zh: `${company.name}${gap}日内向${vendor.name}支付同一金额两次。`,
  };
};

const roundSums: Manner = (town, random, index) => {
  const { world } = town;
  const company = town.firm(random, { role: 'distributor' });
  const doctor = town.hire(random, town.ward(), '主任医师');
  town.obtain(doctor);
  const times = index < manners.length ? random.int(12, 16) : random.int(5, 16);
  const rows = Array.from(
    { length: times },
    (_, n) =>
      town.pay(
        `S16-${index + 1}`,
        random,
        world.accountOf(company),
        world.accountOf(doctor),
        yuan(random.int(2, 19) * 1000),
        CASE_FROM + 400 + n * random.int(31, 49),
        { summary: '咨询费' },
      ).id,
  );
  return {
    subjects: [company, doctor],
    // fewer than ten are no proof by the published significance, whatever the share of round sums in the case
    expected: times >= 12 ? [{ model: 'round-amount-concentration', subjects: [company, doctor], rows }] : [],
    rows,
    drawn: { manner: 'round', times },
    zh: `${company.name}付给${doctor.name}的${times}笔款项全部为整千元。`,
  };
};

const serialInvoices: Manner = (town, random, index) => {
  const seller = town.firm(random, { role: 'cso' });
  const buyer = town.firm(random, { role: 'mah' });
  const run = index < manners.length ? random.int(5, 8) : random.int(3, 8);
  const first = 10_000_000 + random.int(0, 80_000_000);
  const day = dayOf(2023, 3, 6) + random.int(0, 500);
  const rows = Array.from({ length: run }, (_, n) =>
    town.book.add('invoice', {
      invoice_no: String(first + n),
      issue_date: day + Math.floor(n / 3),
      seller,
      buyer,
      goods: '*现代服务*推广服务费',
      total: yuan(random.int(99_000, 99_900)),
      status: '正常',
    }),
  );
  return {
    subjects: [seller, buyer],
    expected: run >= published.serial.run ? [{ model: 'consecutive-invoices', subjects: [seller, buyer], rows }] : [],
    rows,
    drawn: { manner: 'serial', run },
    zh: `${seller.name}向${buyer.name}连号开具${run}张金额相近的发票。`,
  };
};

const invoicesWithoutMoney: Manner = (town, random, index) => {
  const { world } = town;
  const seller = town.firm(random, { role: 'cso' });
  const buyer = town.firm(random, { role: 'mah' });
  town.obtain(buyer);
  const rows: string[] = [];
  let billed = 0;
  for (let n = 0; n < 6; n++) {
    const total = random.int(9, 30) * 10_000 + 0.13 * (n + 1);
    billed += total;
    rows.push(
      town.book.add('invoice', {
        invoice_no: `2499${String(80_000_000 + index * 1000 + n * 37).padStart(16, '0')}`,
        issue_date: dayOf(2023, 2, 10) + n * 40,
        seller,
        buyer,
        goods: '*现代服务*推广服务费',
        total: yuan(total),
        status: '正常',
      }),
    );
  }
  const paid = town.pay(
    `S16-${index + 1}`,
    random,
    world.accountOf(buyer),
    world.accountOf(seller),
    yuan(Math.round(billed * random.between(0.2, 0.5))),
    dayOf(2023, 6, 12),
    { summary: '服务费' },
  );
  return {
    subjects: [seller, buyer],
    expected: [{ model: 'invoice-flow-contract-mismatch', subjects: [buyer, seller], rows }],
    rows: [...rows, paid.id],
    drawn: { manner: 'flows', invoices: rows.length },
    zh: `${seller.name}向${buyer.name}开票${rows.length}张，付款不足一半，没有合同。`,
  };
};

const manners: readonly Manner[] = [
  inventedAmounts,
  twiceBooked,
  twicePaid,
  roundSums,
  serialInvoices,
  invoicesWithoutMoney,
];
