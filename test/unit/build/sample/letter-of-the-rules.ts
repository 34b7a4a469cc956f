/**
 * The published definitions, read as plainly as they can be and slowly, over what really happened.
 * Not the product's models: their judge. Figures are those of the catalogue's defaults.
 */
import type { Case } from '../../../../build/sample/generate.ts';
import type { Conference, Expense, Org, Party, Person, Transfer } from '../../../../build/sample/world/types.ts';

const day = (stamp: number): number => Math.floor(stamp / 86_400);

/** What statements show: bookings that went through, without those taken back. */
export function shownTransfers({ world }: Case): Transfer[] {
  const takenBack = new Set(world.transfers.flatMap((transfer) => (transfer.reverses ? [transfer.reverses] : [])));
  return world.transfers.filter((transfer) => {
    if (transfer.failed || transfer.reverses || takenBack.has(transfer.id)) return false;
    return [transfer.from, transfer.to].some((account) => {
      const period = world.statements.get(account.id);
      return period !== undefined && day(transfer.at) >= period.from && day(transfer.at) <= period.to;
    });
  });
}

const academic =
  /讲课费|授课费|课酬|讲者费|专家费|会议费|会务费|年会|论坛|研讨会|沙龙|学术推广|学术活动|学术交流|推广服务|市场推广|产品推广|推广费|赞助|冠名|支持费|展位费/;

interface Fee {
  readonly payer: Party;
  readonly payee: Party;
  readonly day: number;
  readonly fen: number;
  readonly conference: Conference | undefined;
  readonly words: string;
  readonly id: string;
}

/** Fees called academic, of 1,000 yuan and more, for which no conference stands in the window. */
export function feesWithoutConference(whole: Case): Fee[] {
  const { world, story } = whole;
  const ledger = world.expenses
    .filter(
      (expense: Expense) =>
        story.ledgers.has(expense.company) && ['学术推广费', '会议费', '讲课费', '赞助费'].includes(expense.type),
    )
    .map(
      (expense): Fee => ({
        payer: expense.company,
        payee: expense.payee,
        day: expense.day,
        fen: expense.fen,
        conference: expense.conference,
        words: expense.summary,
        id: expense.id,
      }),
    );
  const bank = shownTransfers(whole)
    .filter((transfer) => academic.test(transfer.summary))
    .map(
      (transfer): Fee => ({
        payer: transfer.from.holder,
        payee: transfer.to.holder,
        day: day(transfer.at),
        fen: transfer.fen,
        conference: undefined,
        words: transfer.remark,
        id: transfer.id,
      }),
    );
  const speakers = new Map<Conference, Set<Person>>();
  for (const row of world.attendances) {
    if (row.role === '参会') continue;
    const set = speakers.get(row.conference) ?? new Set<Person>();
    set.add(row.person);
    speakers.set(row.conference, set);
  }
  const matches = (fee: Fee, conference: Conference): boolean => {
    if (fee.conference === conference) return true;
    if (fee.day < conference.start - 60 || fee.day > conference.end + 120) return false;
    if (fee.words.includes(conference.name)) return true;
    const receives =
      fee.payee === conference.organizer ||
      fee.payee === conference.executor ||
      speakers.get(conference)?.has(fee.payee as Person);
    return receives === true && conference.sponsors.some((sponsor) => sponsor.org === fee.payer);
  };
  return [...ledger, ...bank].filter(
    (fee) => fee.fen >= 100_000 && !world.conferences.some((conference) => matches(fee, conference)),
  );
}

/** Payers with ten or more different people within seven days in similar amounts, wages and lecture fees set aside. */
export function fanOutPayers(whole: Case): Map<Party, Transfer[]> {
  const found = new Map<Party, Transfer[]>();
  const out = new Map<Party, Transfer[]>();
  for (const transfer of shownTransfers(whole)) {
    if (transfer.from.holder.kind === 'pseudo') continue;
    const list = out.get(transfer.from.holder) ?? [];
    list.push(transfer);
    out.set(transfer.from.holder, list);
  }
  for (const [payer, all] of out) {
    const list = all.sort((a, b) => a.at - b.at);
    for (const first of list) {
      const inside = list.filter((each) => each.at >= first.at && day(each.at) - day(first.at) < 7);
      const people = inside.filter(
        (each) => each.to.holder.kind === 'person' && each.summary !== '代发工资' && each.summary !== '讲课费',
      );
      if (new Set(people.map((each) => each.to.holder)).size < 10 || spread(people) > 0.5) continue;
      const share = sum(people) / sum(inside);
      if (share >= 0.6)
        found.set(payer, [...(found.get(payer) ?? []), ...people.filter((each) => !found.get(payer)?.includes(each))]);
    }
  }
  return found;
}

const sum = (transfers: readonly Transfer[]): number => transfers.reduce((total, each) => total + each.fen, 0);
function spread(transfers: readonly Transfer[]): number {
  const mean = sum(transfers) / transfers.length;
  return Math.sqrt(transfers.reduce((total, each) => total + (each.fen - mean) ** 2, 0) / transfers.length) / mean;
}

/** Medical staff whom three or more groups of companies paid 20,000 yuan and more within a year, lecture fees set aside. */
export function manyPayersRecipients(whole: Case): Set<Party> {
  const trade = ['mah', 'distributor', 'cso', 'other'];
  const into = new Map<Party, Transfer[]>();
  for (const transfer of shownTransfers(whole)) {
    const payer = transfer.from.holder;
    const payee = transfer.to.holder;
    if (
      payer.kind !== 'org' ||
      !trade.includes(payer.role) ||
      payee.kind !== 'person' ||
      payee.employer?.role !== 'hospital'
    )
      continue;
    if (transfer.summary === '讲课费' || transfer.summary === '代发工资') continue;
    const list = into.get(payee) ?? [];
    list.push(transfer);
    into.set(payee, list);
  }
  const principal = principals(whole);
  const groupOf = (org: Org): string => (principal.get(org) ?? org).legalRep.id;
  const found = new Set<Party>();
  for (const [payee, list] of into) {
    for (const first of list) {
      const year = list.filter((each) => each.at >= first.at && day(each.at) - day(first.at) <= 365);
      if (new Set(year.map((each) => groupOf(each.from.holder as Org))).size >= 3 && sum(year) >= 2_000_000)
        found.add(payee);
    }
  }
  return found;
}

/** A promotion company that lives on one principal belongs to it. */
function principals(whole: Case): Map<Org, Org> {
  const income = new Map<Org, Map<Party, number>>();
  for (const transfer of shownTransfers(whole)) {
    const payee = transfer.to.holder;
    if (payee.kind !== 'org' || payee.role !== 'cso') continue;
    const from = income.get(payee) ?? new Map<Party, number>();
    from.set(transfer.from.holder, (from.get(transfer.from.holder) ?? 0) + transfer.fen);
    income.set(payee, from);
  }
  const result = new Map<Org, Org>();
  for (const [cso, from] of income) {
    const [largest] = [...from]
      .filter(([party]) => party.kind === 'org' && party.role === 'mah')
      .sort((a, b) => b[1] - a[1]);
    if (largest) result.set(cso, largest[0] as Org);
  }
  return result;
}

/** Pairs with three or more payments in the strip below a limit within seven days, together reaching it. */
export function structuringPairs(whole: Case): Map<string, { readonly payer: Party; readonly payee: Party }> {
  const limits = [1_000, 5_000, 10_000, 20_000, 50_000, 500_000, 2_000_000].map((limit) => limit * 100);
  const found = new Map<string, { payer: Party; payee: Party }>();
  const pairs = new Map<string, Transfer[]>();
  for (const transfer of shownTransfers(whole)) {
    const key = `${transfer.from.holder.id}→${transfer.to.holder.id}`;
    const list = pairs.get(key) ?? [];
    list.push(transfer);
    pairs.set(key, list);
  }
  for (const [key, list] of pairs) {
    for (const limit of limits) {
      const band = list.filter((each) => each.fen >= limit * 0.8 && each.fen < limit);
      for (const first of band) {
        const inside = band.filter((each) => each.at >= first.at && day(each.at) - day(first.at) < 7);
        if (inside.length >= 3 && sum(inside) >= limit)
          found.set(key, { payer: first.from.holder, payee: first.to.holder });
      }
    }
  }
  return found;
}

/** People who stood in two cities on one day, and those cities. */
export function inTwoCities({ world }: Case): Array<{ readonly person: Person; readonly cities: readonly string[] }> {
  const days = new Map<string, { person: Person; cities: Set<string> }>();
  for (const row of world.attendances) {
    if (row.role === '线上讲者' || row.conference.type === '线上会议') continue;
    const key = `${row.person.id}@${row.day}`;
    const entry = days.get(key) ?? { person: row.person, cities: new Set<string>() };
    entry.cities.add(row.conference.city);
    days.set(key, entry);
  }
  return [...days.values()]
    .filter((entry) => entry.cities.size > 1)
    .map(({ person, cities }) => ({ person, cities: [...cities].sort() }));
}
