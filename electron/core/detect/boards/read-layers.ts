import { explainedByContract } from '../../models/ask/contracted.ts';
import { readMedicalStaff } from '../../models/ask/medical-staff.ts';
import { isMoneyAgent } from '../../models/ask/money-agents.ts';
import { isPersonName } from '../../models/ask/person-names.ts';
import { readPharmaCompanies } from '../../models/ask/pharma-companies.ts';
import { readReversals } from '../../models/ask/reversals.ts';
import { readStaffFamily } from '../../models/ask/staff-family.ts';
import type { EvidenceReader } from '../../models/model.ts';

interface Money {
  readonly row: number;
  readonly field: string;
  readonly payer: number;
  readonly payee: number;
  readonly fen: number;
  readonly day: string;
  readonly memo: string;
  /** 1: the type of the ledger says that it buys promotion */
  readonly promotes: number;
  /** 1: money of a conference that was found genuine */
  readonly genuine: number;
}

interface Explained extends Money {
  /** the row of the contract that covers it; null where a conference explains it */
  readonly contract: number | null;
}

interface Cited {
  readonly row: number;
  readonly field: string;
}

/** What one company spent on promotion, and where the money went on; every figure as the rows it is made of. */
export interface CompanyLayers {
  readonly company: number;
  readonly spent: readonly Money[];
  readonly firms: readonly Money[];
  readonly platforms: readonly Money[];
  readonly reps: readonly Money[];
  readonly doctors: readonly Money[];
  readonly others: readonly Money[];
  readonly explained: readonly Explained[];
  /** neither a genuine conference nor a contract with a result accounts for it */
  readonly open: readonly Money[];
  /** its share of what the firms and platforms below it received; null where none of their statements is in the case */
  readonly ofReceipts: number | null;
  /** the rows of both sides of that share */
  readonly receipts: readonly Cited[];
  readonly invoices: ReadonlyArray<Cited & { readonly fen: number }>;
  readonly meetings: readonly Cited[];
  readonly visits: ReadonlyArray<Cited & { readonly doctor: number }>;
}

const promoting = ['academic_promo', 'conference', 'lecture', 'sponsorship', 'consulting', 'research', 'market_survey'];
const firmNames = /推广|营销|会务|会展|会议服务|学术|咨询|策划|传媒/;
const platformNames = /灵活用工|灵工|众包|劳务|人力资源|共享经济|用工平台/;
/** Pay of employees and money given back is no promotion. */
const notCounted = /工资|薪金|薪酬|奖金|社保|公积金|报销|退款|退还|还款|借款|理赔|退货|保证金|货款/;

export const sumOf = (list: ReadonlyArray<{ readonly fen: number }>): number =>
  list.reduce((total, { fen }) => total + fen, 0);

/** The layers of every company of the trade that spent anything on promotion. */
export function readLayers(evidence: EvidenceReader): CompanyLayers[] {
  const paid = readMoney(evidence);
  const byPayer = Map.groupBy(paid, ({ payer }) => payer);
  const { isFirm, isPlatform } = rolesOf(evidence, paid);
  const trade = readPharmaCompanies(evidence);
  const kindOf = (id: number) => evidence.party(id).kind;
  const staff = readMedicalStaff(evidence);
  const family = readStaffFamily(evidence);
  const reps = new Set(
    evidence.all<{ person: number }>('select distinct person from representing').map(({ person }) => person),
  );
  const layerOf = (payee: number) =>
    family.memberOf(payee) !== undefined || staff.has(payee)
      ? 'doctors'
      : reps.has(payee) || evidence.party(payee).role === 'rep'
        ? 'reps'
        : 'others';
  const papers = readPapers(evidence);
  const receipts = readReceipts(evidence);

  return [...byPayer].flatMap(([company, list]): CompanyLayers[] => {
    evidence.breathe();
    if (!trade.has(company) || isFirm(company) || isPlatform(company)) return [];
    const toFirms = list.filter(({ payee }) => isFirm(payee) && payee !== company);
    const firmIds = new Set(toFirms.map(({ payee }) => payee));
    const direct = list.filter(({ payee }) => isPlatform(payee) && !firmIds.has(payee));
    // of people only whom the ledger calls promotion, and doctors and representatives: everybody else may be an employee
    const toPeople = list.filter(
      ({ payee, promotes }) => kindOf(payee) === 'person' && (promotes === 1 || layerOf(payee) !== 'others'),
    );
    const spent = [...toFirms, ...direct, ...toPeople].sort((a, b) => a.row - b.row);
    if (spent.length === 0) return [];
    const outOf = (ids: Iterable<number>) => [...ids].flatMap((id) => byPayer.get(id) ?? []);
    const platforms = [...direct, ...outOf(firmIds).filter(({ payee }) => isPlatform(payee) && !firmIds.has(payee))];
    const below = new Set([...firmIds, ...platforms.map(({ payee }) => payee)]);
    const people = [
      ...toPeople,
      ...outOf(below).filter(
        ({ payee }) => kindOf(payee) === 'person' && isPersonName(evidence.party(payee).name) && payee !== company,
      ),
    ];
    const contracts = explainedByContract(evidence, spent);
    const explained = spent
      .filter(({ row, genuine }) => genuine === 1 || contracts.has(row))
      .map((each) => ({ ...each, contract: each.genuine === 1 ? null : (contracts.get(each.row) ?? null) }));
    const isExplained = new Set(explained.map(({ row }) => row));
    const known = [...below].filter((id) => receipts.has(id));
    const theirs = known.flatMap((id) => receipts.get(id)!);
    const received = sumOf(theirs);
    const own = spent.filter(({ payee }) => known.includes(payee));
    return [
      {
        company,
        spent,
        firms: toFirms,
        platforms,
        reps: people.filter(({ payee }) => layerOf(payee) === 'reps'),
        doctors: people.filter(({ payee }) => layerOf(payee) === 'doctors'),
        others: people.filter(({ payee }) => layerOf(payee) === 'others'),
        explained,
        open: spent.filter(({ row }) => !isExplained.has(row)),
        ofReceipts: received > 0 ? Math.min(1, sumOf(own) / received) : null,
        receipts: [...own, ...theirs],
        invoices: (papers.invoices.get(company) ?? []).filter(({ seller }) => below.has(seller)),
        meetings: papers.meetings.get(company) ?? [],
        visits: papers.visits.get(company) ?? [],
      },
    ];
  });
}

/** Bank payments, and lines of ledgers that no booking was found for; wages, refunds and reversed lines are out. */
function readMoney(evidence: EvidenceReader): Money[] {
  const reversed = readReversals(evidence);
  const buys = `f.type in (${promoting.map((type) => `'${type}'`).join(', ')})`;
  return evidence
    .all<Money>(
      `select p.row as row, 'amount' as field, p.payer as payer, p.payee as payee, p.fen as fen, p.day as day, p.memo as memo,
              exists (select 1 from paid_booking b join fee f on f.row = b.ledger_row where b.bank_row = p.row and ${buys}) as promotes,
              coalesce(y.explained, 0) as genuine
       from payment p left join meeting_payment y on y.row = p.row where p.fen > 0
       union all
       select f.row, 'amount', f.company, f.payee, f.fen, f.day, f.memo, 1, coalesce(y.explained, 0)
       from fee f left join meeting_payment y on y.row = f.row left join paid_booking b on b.ledger_row = f.row
       where f.company is not null and f.payee is not null and f.fen > 0 and b.ledger_row is null and ${buys}
       order by row`,
    )
    .filter(({ row, memo }) => !reversed.has(row) && !notCounted.test(memo));
}

/** 推广机构 and 用工平台, as the register draws them; where it is silent by the type of the ledger or the name. */
function rolesOf(evidence: EvidenceReader, paid: readonly Money[]) {
  const promoted = new Set(paid.filter(({ promotes }) => promotes === 1).map(({ payee }) => payee));
  const kept = new Map<number, 'firm' | 'platform' | null>();
  const roleOf = (id: number): 'firm' | 'platform' | null => {
    const { kind, role, name } = evidence.party(id);
    if (kind !== 'company' && kind !== 'org') return null;
    if (role === 'platform') return 'platform';
    if (role === 'cso' || role === 'agency') return 'firm';
    if (role === 'pharma' || role === 'supplier' || isMoneyAgent(name)) return null;
    if (platformNames.test(name)) return 'platform';
    return promoted.has(id) || firmNames.test(name) ? 'firm' : null;
  };
  const known = (id: number) => {
    if (!kept.has(id)) kept.set(id, roleOf(id));
    return kept.get(id);
  };
  return { isFirm: (id: number) => known(id) === 'firm', isPlatform: (id: number) => known(id) === 'platform' };
}

/** By company: the invoices it got, the conferences it sponsored, and the doctors its representatives visited. */
function readPapers(evidence: EvidenceReader) {
  const invoices = evidence.all<Cited & { buyer: number; seller: number; fen: number }>(
    `select row, iif(total_fen is null, 'amount', 'total') as field, buyer, seller, coalesce(total_fen, fen) as fen from invoice order by row`,
  );
  const meetings = evidence.all<Cited & { company: number }>(
    `select distinct m.row as row, 'name' as field, m.party as company from meeting_party m where m.role = 'sponsor' order by m.row`,
  );
  const visits = evidence.all<Cited & { company: number; doctor: number }>(
    `select row, 'doctor' as field, company, doctor from rep_visit where company is not null and doctor is not null order by row`,
  );
  return {
    invoices: Map.groupBy(invoices, ({ buyer }) => buyer),
    meetings: Map.groupBy(meetings, ({ company }) => company),
    visits: Map.groupBy(visits, ({ company }) => company),
  };
}

/** What organisations whose own statements are here received from other organisations. */
function readReceipts(evidence: EvidenceReader): ReadonlyMap<number, ReadonlyArray<Cited & { readonly fen: number }>> {
  return Map.groupBy(
    evidence.all<Cited & { payee: number; fen: number }>(
      `select p.row as row, 'amount' as field, p.payee as payee, p.fen as fen from payment p join statement_holder h on h.holder = p.payee
       where p.payer_kind <> 'person' order by p.row`,
    ),
    ({ payee }) => payee,
  );
}
