import { beforeAll, expect, test } from 'vitest';
import { reportContext } from '../../../../electron/core/export/report-context.ts';
import { summaryPages } from '../../../../electron/core/export/summary-workbook.ts';
import { caseTotals } from '../../../../electron/core/graph/case-totals.ts';
import leadsList from '../../../../electron/core/parties/leads-list.request.ts';
import partyMoney from '../../../../electron/core/parties/party-money.request.ts';
import type { Store } from '../../../../electron/core/store/connect.ts';
import { readFindings } from '../../../../electron/core/store/read-findings.ts';
import { exactYuan, fen } from '../../../../shared/evidence/money.ts';
import { exported } from '../../../../shared/text/zh-CN/export.ts';
import { ask } from '../../../make/ask.ts';
import { detectCore } from '../../../make/detect-core.ts';
import { detectIn } from '../../../make/detect-in.ts';
import { importCore } from '../../../make/import-core.ts';
import { sampleCase } from '../../../make/sample-case.ts';

const minutes = 60_000;
let store: Store;
beforeAll(async () => {
  ({ store } = await sampleCase(1, 'S'));
  detectIn(store);
}, 5 * minutes);

const one = (sql: string): number => store.db.prepare(sql).pluck().get() as number;
const pageOf = (id: string, mask: 'internal' | 'partner' | 'public' = 'internal') => {
  const context = reportContext(
    { store, caseId: 'test', folder: '', key: Buffer.alloc(0), actor: '办案人甲' },
    { mask, lang: 'zh-CN', purpose: '', at: new Date(0) },
  );
  const page = summaryPages.find((each) => each.id === id);
  if (!page) throw new Error(`no page ${id}`);
  return { page, rows: [...page.rows(context)], count: page.count(context) };
};
const column = (id: string, title: string): unknown[] => {
  const { page, rows } = pageOf(id);
  const at = page.columns.findIndex((each) => each.title === title);
  return rows.map((row) => row[at]);
};
const sum = (values: readonly unknown[]): number => values.reduce<number>((total, value) => total + Number(value), 0);

/** How many lines of evidence the report gives for each finding. */
const evidenceLines = (): Map<unknown, number> => {
  const lines = pageOf('evidence').rows.filter(([, role]) => role === exported.roleEvidence);
  return new Map([...Map.groupBy(lines, ([number]) => number)].map(([number, list]) => [number, list.length]));
};

/** Every place that says the same thing has to say the same figure. */
async function agree(): Promise<void> {
  const overview = await detectCore(store).ask('overview.read', {});
  const summary = new Map(pageOf('summary').rows.map(([item, value]) => [item, value]));
  const said = (word: keyof typeof exported) => summary.get(exported[word]);
  const { payments, findings } = overview;

  expect(payments).toMatchObject({ rows: one('select count(*) from payment') });
  expect(payments.fen).toBe(one('select coalesce(sum(fen), 0) from payment'));
  expect(payments.fen).toBe(one("select coalesce(sum(fen), 0) from link where kind = 'payment'"));
  expect(caseTotals(store)).toMatchObject({ rows: payments.rows, fen: payments.fen });
  expect(one('select coalesce(sum(in_fen), 0) from party_figure')).toBe(payments.fen);
  expect(one('select coalesce(sum(out_fen), 0) from party_figure')).toBe(payments.fen);
  const money = (amount: number) => (payments.rows > 0 ? exactYuan(fen(amount)) : exported.noMoney);
  expect([said('figurePayments'), said('figurePaymentsFen')]).toEqual([String(payments.rows), money(payments.fen)]);
  expect([sum(column('parties', 'inFen')), sum(column('parties', 'outFen'))]).toEqual([payments.fen, payments.fen]);

  const counted = pageOf('payments').rows.filter((row) => row[5] === exported.yes);
  expect([counted.length, sum(counted.map((row) => row[3]))]).toEqual([payments.rows, payments.fen]);
  expect(pageOf('payments').count - counted.length).toBe(Number(said('figureAside')));
  const paid = pageOf('links').rows.filter(([kind]) => kind === '付款');
  expect([sum(paid.map((row) => row[3])), sum(paid.map((row) => row[4]))]).toEqual([payments.rows, payments.fen]);

  expect([said('figureFindings'), said('figureFen')]).toEqual([String(findings.total), money(findings.fen)]);
  expect(pageOf('findings').count).toBe(findings.total);
  expect(evidenceLines()).toEqual(
    new Map(readFindings(store).flatMap(({ number, rows, gone }) => (gone ? [] : [[number, rows]]))),
  );
  const statuses = ['open', 'checking', 'confirmed', 'excluded', 'doubtful'] as const;
  const words = ['figureOpen', 'figureChecking', 'figureConfirmed', 'figureExcluded', 'figureDoubtful'] as const;
  expect(words.map((word) => Number(said(word)))).toEqual(statuses.map((status) => findings.byStatus[status] ?? 0));
  expect([said('figureParties'), said('figureFiles')]).toEqual([String(overview.parties), String(overview.files)]);
  expect(Number(said('figureCannot'))).toBe(overview.lastRun?.cannotJudge ?? 0);
  for (const { id } of summaryPages) expect([id, pageOf(id).rows.length]).toEqual([id, pageOf(id).count]);
}

test('overview, graph, links and report say the same sums and counts', { timeout: 5 * minutes }, async () => {
  await agree();
  expect(one('select count(*) from payment')).toBeGreaterThan(100);
  const before = await detectCore(store).ask('overview.read', {});
  const [first] = store.db.prepare('select id from finding where gone_run is null order by fen desc').pluck().all();
  const core = detectCore(store);
  await core.ask('finding.dispose', {
    id: first as number,
    status: 'excluded',
    reasonCode: 'normal-business',
    reason: '已核实为正常往来',
  });
  await agree();
  const after = await core.ask('overview.read', {});
  expect(after.findings.total).toBe(before.findings.total);
  expect(after.findings.fen).toBeLessThanOrEqual(before.findings.fen);
});

test('a row of which several cells are cited is one line of evidence, with a way to each cell', async () => {
  const id = one("select finding from finding_row where role = 'evidence' group by finding, row having count(*) > 1");
  const { evidence, rows } = await detectCore(store).ask('finding.read', { id });
  const lines = evidence.filter(({ role }) => role === 'evidence');
  expect(lines.length).toBe(rows);
  expect(lines.some(({ also }) => also.length > 0)).toBe(true);
  for (const { source, also } of lines)
    expect(new Set([source, ...also.map((cell) => cell.source)].map(({ cell }) => cell)).size).toBe(also.length + 1);
});

test('the amounts that are shown as counted make the sum of their finding', async () => {
  const core = detectCore(store);
  for (const { id, number } of readFindings(store).filter(({ fen: sum, gone }) => sum !== null && !gone)) {
    const { evidence, fen: total } = await core.ask('finding.read', { id });
    expect([number, sum(evidence.flatMap(({ counted, fen: each }) => (counted ? [each] : [])))]).toEqual([
      number,
      total,
    ]);
  }
});

const personal = (): string[] =>
  store.db
    .prepare(
      "select distinct value from mention_identifier where type not in ('uscc', 'tax_no', 'org_code', 'conference_no', 'product_code', 'approval_no', 'tender_no', 'contract_no', 'invoice_no') and value not like '%*%' and length(value) >= 7",
    )
    .pluck()
    .all() as string[];
const withoutGaps = (text: string) => text.replace(/[\s\-·.]/g, '').normalize('NFKC');

test('no number of a person stands in a masked report, and no name of a person in a public one', {
  timeout: 5 * minutes,
}, () => {
  const names = store.db
    .prepare(
      "select distinct m.name from mention m join party p on p.id = m.party where p.kind = 'person' and length(m.name) > 1 and not exists (select 1 from mention o where o.kind <> 'person' and instr(o.name, m.name) > 0)",
    )
    .pluck()
    .all() as string[];
  expect([personal().length > 50, names.length > 50]).toEqual([true, true]);
  for (const mask of ['partner', 'public'] as const)
    for (const { id } of summaryPages) {
      const { rows } = pageOf(id, mask);
      const texts = [...new Set(rows.flat().filter((value) => typeof value === 'string'))];
      const digest = /^[0-9a-f]{64}$/;
      const all = withoutGaps(texts.filter((text) => !digest.test(text)).join('\n|'));
      expect([mask, id, personal().filter((value) => all.includes(value))]).toEqual([mask, id, []]);
      if (mask === 'public') expect([id, names.filter((name) => all.includes(name))]).toEqual([id, []]);
    }
});

test('the dossier of whoever twelve companies pay counts the twelve that the finding names', async () => {
  const named = store.db
    .prepare<[], { party: number; companies: number }>(
      `select p.party as party, count(distinct c.party) as companies from finding f
       join finding_subject p on p.finding = f.id and p.role = 'payee' join finding_subject c on c.finding = f.id and c.role = 'payer'
       where f.model = 'multi-payer-recipient' and f.gone_run is null group by f.id order by 2 desc`,
    )
    .all();
  expect(named[0]?.companies).toBe(12);
  const { companies } = await ask(partyMoney, 'party.money', store, { id: named[0]!.party });
  expect(companies).toEqual({ paid: 12, products: 1 });
});

test('leads of the sample carry focus areas by their category, and the three about the director are one finding', async () => {
  const { byTag, total } = await ask(leadsList, 'leads.list', store, {});
  const areas = Object.entries(byTag).filter(([tag, n]) => tag.startsWith('area.') && n > 0);
  expect(areas.length).toBeGreaterThanOrEqual(3);
  const key = await ask(leadsList, 'leads.list', store, { tags: ['area.key_posts'] });
  expect(key.total).toBe(byTag['area.key_posts']);
  expect(key.total).toBeLessThan(total);
  const hotspots = store.db
    .prepare(
      "select s.name from finding f join finding_subject s on s.finding = f.id where f.model = 'clue-hotspot' and f.gone_run is null",
    )
    .pluck()
    .all();
  expect(hotspots).toEqual(['沈国栋']);
});

test('when every batch is taken back nothing is left but files, journal and decisions', {
  timeout: 5 * minutes,
}, async () => {
  const core = importCore(store);
  const written = () =>
    store.db.prepare("select id from batch where state = 'written' order by id desc").pluck().all() as number[];
  for (let left = written(); left.length > 0; left = written()) {
    let taken = 0;
    for (const batch of left) if ((await core.ask('import.undo', { batch, reason: '测试' })).ok) taken++;
    expect(taken).toBeGreaterThan(0);
    await agree();
  }
  const tables = ['row', 'row_problem', 'mention', 'mention_identifier', 'link', 'party_figure', 'finding_row'];
  const records = [
    'rec_bank_flow',
    'rec_expense',
    'rec_conference',
    'rec_conference_person',
    'rec_company',
    'rec_mention',
  ];
  const made = ['conference_check', 'same_money', 'meeting_money'];
  for (const table of [...tables, ...records, ...made])
    expect([table, one(`select count(*) from ${table}`)]).toEqual([table, 0]);
  expect(one('select count(*) from finding where gone_run is null')).toBe(0);
  // a party stays only where a finding of old names it, and is in no count and no list
  expect(
    one('select count(*) from party where id not in (select party from finding_subject where party is not null)'),
  ).toBe(0);
  expect(pageOf('parties').rows).toEqual([]);
  const overview = await detectCore(store).ask('overview.read', {});
  expect(overview).toMatchObject({
    parties: 0,
    files: 0,
    top: [],
    payments: { rows: 0, fen: 0, asideRows: 0, asideFen: 0 },
  });
  expect(overview.findings).toMatchObject({ total: 0, fen: 0, confirmedFen: 0 });
});
