/*
 * 药品耗材: files of orders, catalogues, bids, prescriptions, settlements, charges, invoices and contracts go in; records, parties and links come
 * of them; each link leads back to its cells; taking the files back leaves nothing.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawLinks } from '../../electron/core/graph/draw-graph.ts';
import { citeWith, kindOf, pairRows } from '../../electron/core/graph/pair-rows.ts';
import { factsOf } from '../../electron/core/parties/party-facts.ts';
import { resolveParties } from '../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { personalNumbers } from '../../electron/core/store/personal-numbers.ts';
import { records } from '../../electron/core/store/records/index.ts';
import { undoBatch } from '../../electron/core/store/undo-import.ts';
import { maskKnown } from '../../shared/evidence/mask-known.ts';
import { drawnAs } from '../../shared/ontology/index.ts';
import { importBytes } from '../make/import-bytes.ts';
import { csv } from '../make/workbooks.ts';

const drug = 'XJ01DAA0000000000000001';
const joint = 'C0101010010000100001';
const files: Readonly<Record<string, readonly string[][]>> = {
  '采购订单.csv': [
    [
      '采购单号',
      '采购日期',
      '医疗机构',
      '医保编码',
      '批准文号',
      '药品通用名',
      '规格',
      '生产企业',
      '配送企业',
      '采购单价',
      '采购数量',
      '采购金额',
      '采购员',
      '订单状态',
    ],
    [
      'CG-1',
      '2024-03-05',
      '某市第一医院',
      drug,
      '国药准字H20990001',
      '注射用某某钠',
      '0.5g',
      '甲制药有限公司',
      '乙医药有限公司',
      '0.0325',
      '200',
      '6.50',
      '张某某',
      '已收货',
    ],
    [
      'CG-2',
      '2024-03-06',
      '某市第一医院',
      drug,
      '',
      '注射用某某钠',
      '0.5g',
      '甲制药有限公司',
      '乙医药有限公司',
      '0.0325',
      '400',
      '',
      '张某某',
      '',
    ],
    [
      'CG-3',
      '2024-03-07',
      '某市第一医院',
      drug,
      '',
      '注射用某某钠',
      '0.5g',
      '甲制药有限公司',
      '乙医药有限公司',
      '10',
      '5',
      '50',
      '张某某',
      '已取消',
    ],
    [
      'CG-4',
      '2024-03-08',
      '某市第一医院',
      joint,
      '',
      '人工膝关节',
      'L',
      '丙器械有限公司',
      '丁商贸有限公司',
      '25000',
      '2',
      '50000',
      '',
      '',
    ],
  ],
  '药品目录.csv': [
    ['医保编码', '批准文号', '通用名', '治疗分类', '规格', '生产企业', '上市许可持有人', '挂网价'],
    ['', '国药准字H20990001', '注射用某某钠（某某灵）', 'J01DA', '0.5g', '甲制药有限公司', '戊药业有限公司', '0.0400'],
  ],
  '开标记录.csv': [
    [
      '项目编号',
      '项目名称',
      '包号',
      '采购人',
      '代理机构',
      '开标时间',
      '投标人',
      '投标报价(元)',
      '是否中标',
      '中标金额(元)',
      '授权代表',
      '保证金付款人',
      '评标专家',
    ],
    [
      'CX-018',
      '骨科耗材采购',
      '1',
      '某市第一医院',
      '己招标代理有限公司',
      '2024-04-10',
      '丁商贸有限公司',
      '1,200,000',
      '是',
      '1,200,000',
      '李某某',
      '',
      '周某某',
    ],
    [
      'CX-018',
      '骨科耗材采购',
      '第1包',
      '某市第一医院',
      '己招标代理有限公司',
      '2024-04-10',
      '庚商贸有限公司',
      '1,210,000',
      '否',
      '',
      '',
      '丁商贸有限公司',
      '',
    ],
  ],
  '处方明细.csv': [
    ['处方号', '处方日期', '医院', '开单科室', '开单医生', '患者编号', '药品编码', '药品名称', '数量', '单价', '金额'],
    ['CF1', '2024-03-10', '某市第一医院', '骨科', '周某某', '99000001', drug, '某某钠', '3', '0.05', '0.15'],
    ['CF2', '2024-03-11', '某市第一医院', '骨科', '周某某', '99000002', drug, '某某钠', '5', '0.05', '0.25'],
  ],
  '医保结算.csv': [
    [
      '结算编号',
      '就诊ID',
      '定点医疗机构',
      '科室',
      '医生',
      '人员编号',
      '患者姓名',
      '结算时间',
      '医疗费总额',
      '基金支付',
    ],
    ['S1', 'V1', '某市第一医院', '骨科', '周某某', '99000001', '患者甲', '2024-03-12 09:30:00', '36500', '30000'],
  ],
  '费用明细.csv': [
    [
      '就诊ID',
      '患者编号',
      '医院',
      '科室',
      '医生',
      '费用发生时间',
      '收费项目编码',
      '收费项目名称',
      '项目类别',
      '规格型号',
      '供应商',
      '使用数量',
      '单价',
      '金额',
    ],
    [
      'V1',
      '99000001',
      '某市第一医院',
      '骨科',
      '周某某',
      '2024-03-11',
      joint,
      '人工膝关节',
      '高值耗材',
      'L',
      '丁商贸有限公司',
      '1',
      '25000',
      '25000',
    ],
    [
      'V1',
      '99000001',
      '某市第一医院',
      '骨科',
      '周某某',
      '2024-03-11',
      '',
      '一级护理',
      '护理费',
      '',
      '',
      '3',
      '30',
      '90',
    ],
  ],
  '发票.csv': [
    [
      '数电发票号码',
      '开票日期',
      '销方名称',
      '购买方名称',
      '货物或应税劳务名称',
      '金额',
      '税额',
      '价税合计',
      '发票状态',
      '开票人',
    ],
    [
      '24990000000000000001',
      '2024-05-01',
      '辛咨询有限公司',
      '甲制药有限公司',
      '*现代服务*推广服务费',
      '100000',
      '6000',
      '106000',
      '正常',
      '吴某某',
    ],
    [
      '24990000000000000002',
      '2024-05-02',
      '辛咨询有限公司',
      '甲制药有限公司',
      '*现代服务*推广服务费',
      '100000',
      '6000',
      '106000',
      '作废',
      '吴某某',
    ],
  ],
  '合同台账.csv': [
    ['合同编号', '合同名称', '合同类型', '甲方', '乙方', '签订日期', '合同金额（万元）'],
    ['HT-018', '推广服务合同', '推广服务', '甲制药有限公司', '辛咨询有限公司', '2024-01-05', '120'],
  ],
};

let store: Store;
let batches: readonly number[];
beforeAll(async () => {
  const { report, store: made } = await importBytes(
    Object.entries(files).map(([path, rows]) => ({ path, bytes: csv(rows) })),
  );
  store = made;
  batches = store.db.prepare<[], number>('select id from batch').pluck().all();
  expect(report.files.flatMap(({ problems }) => problems)).toEqual([]);
  store.transaction(() => {
    resolveParties(store, '2026-01-01T00:00:00.000Z');
    drawLinks(store);
  });
});
afterAll(() => store.close());

const party = (name: string): number => {
  const found = store.db.prepare<[string], number>('select id from party where name = ?').pluck().all(name);
  expect([name, found.length]).toEqual([name, 1]);
  return found[0]!;
};

test('each file is recognised as its kind and every row is accounted for', () => {
  expect(
    store.db.prepare('select category, rows_read, rows_imported from sheet order by category').raw().all(),
  ).toEqual([
    ['bid', 2, 2],
    ['contract', 1, 1],
    ['invoice', 2, 2],
    ['prescription', 2, 2],
    ['product', 1, 1],
    ['purchase', 4, 4],
    ['visit', 1, 1],
    ['visit_item', 2, 2],
  ]);
});

test('products, tenders, contracts and invoices are parties of their kind, and so are doctors, makers and suppliers; patients are none', () => {
  const drawn = store.db
    .prepare<[], { name: string; kind: string; role: string | null }>(
      'select name, kind, role from party order by name',
    )
    .all()
    .map(({ name, kind, role }) => `${name} ${drawnAs(kind, role)}`);
  expect(drawn.toSorted()).toEqual(
    [
      '注射用某某钠 drug',
      '人工膝关节 device',
      '骨科耗材采购 第1包 tender',
      '推广服务合同 contract',
      '24990000000000000001 invoice',
      '24990000000000000002 invoice',
      '某市第一医院 hospital',
      '甲制药有限公司 pharma',
      '丙器械有限公司 pharma',
      '戊药业有限公司 pharma',
      '乙医药有限公司 supplier',
      '丁商贸有限公司 supplier',
      '庚商贸有限公司 company',
      '己招标代理有限公司 company',
      '辛咨询有限公司 company',
      '张某某 person',
      '周某某 doctor',
      '周某某 person',
      '李某某 person',
      '吴某某 person',
    ].toSorted(),
  );
});

test('a catalogue that gives only 国药准字 tells of the product that orders know by its national code', () => {
  expect(factsOf(store, party('注射用某某钠')).map(({ label, value }) => `${label} ${value}`)).toEqual(
    expect.arrayContaining(['product.class_code J01DA', 'product.mah 戊药业有限公司', `purchase.product_code ${drug}`]),
  );
});

test('links are drawn by kind; what is booked is booked, an agreed amount and an offer carry none', () => {
  const links = store.db
    .prepare<[], string>(
      `select l.kind || ' ' || a.name || ' → ' || b.name || ' ' || l.rows || ' ' || coalesce(l.fen, '-')
       from link l join party a on a.id = l.source join party b on b.id = l.target order by 1`,
    )
    .pluck()
    .all();
  expect(links).toEqual(
    [
      'purchase 某市第一医院 → 乙医药有限公司 2 1950',
      'purchase 某市第一医院 → 丁商贸有限公司 1 5000000',
      'productBought 某市第一医院 → 注射用某某钠 2 1950',
      'productBought 某市第一医院 → 人工膝关节 1 5000000',
      'supply 乙医药有限公司 → 注射用某某钠 2 -',
      'supply 丁商贸有限公司 → 人工膝关节 2 -',
      'manufacture 甲制药有限公司 → 注射用某某钠 4 -',
      'manufacture 戊药业有限公司 → 注射用某某钠 1 -',
      'manufacture 丙器械有限公司 → 人工膝关节 1 -',
      'ordering 张某某 → 乙医药有限公司 3 -',
      'employment 张某某 → 某市第一医院 3 -',
      'employment 周某某 → 某市第一医院 5 -',
      'employment 吴某某 → 辛咨询有限公司 2 -',
      'tendering 某市第一医院 → 骨科耗材采购 第1包 2 -',
      'tendering 己招标代理有限公司 → 骨科耗材采购 第1包 2 -',
      'evaluation 周某某 → 骨科耗材采购 第1包 1 -',
      'bidding 丁商贸有限公司 → 骨科耗材采购 第1包 1 -',
      'bidding 庚商贸有限公司 → 骨科耗材采购 第1包 1 -',
      'award 丁商贸有限公司 → 骨科耗材采购 第1包 1 120000000',
      'bidDeposit 丁商贸有限公司 → 庚商贸有限公司 1 -',
      'contact 李某某 → 丁商贸有限公司 1 -',
      'prescribing 周某某 → 注射用某某钠 2 40',
      'usage 周某某 → 人工膝关节 1 2500000',
      'invoicing 辛咨询有限公司 → 甲制药有限公司 1 10600000',
      'invoiceIssued 辛咨询有限公司 → 24990000000000000001 1 -',
      'invoiceReceived 甲制药有限公司 → 24990000000000000001 1 -',
      'contracting 甲制药有限公司 → 辛咨询有限公司 1 -',
      'contractParty 甲制药有限公司 → 推广服务合同 1 -',
      'contractParty 辛咨询有限公司 → 推广服务合同 1 -',
    ].toSorted(),
  );
});

test('the rows of a link lead back to their cells; cancelled orders and void invoices are set aside with the reason', () => {
  const rowsOf = (kindId: string, from: string, to: string) => {
    const kind = kindOf(kindId);
    const cite = citeWith(store, kind);
    return pairRows(store, kind, party(from), party(to)).map((row) => {
      const { file, cell } = cite(row);
      const { fen, aside } = row;
      return { fen, aside, file, cell };
    });
  };
  expect(rowsOf('purchase', '某市第一医院', '乙医药有限公司')).toEqual([
    { fen: 5000, aside: 'cancelled', file: '采购订单.csv', cell: 'L4' },
    { fen: 1300, aside: null, file: '采购订单.csv', cell: 'J3' },
    { fen: 650, aside: null, file: '采购订单.csv', cell: 'L2' },
  ]);
  expect(rowsOf('invoicing', '辛咨询有限公司', '甲制药有限公司')).toEqual([
    { fen: 10_600_000, aside: 'void', file: '发票.csv', cell: 'H3' },
    { fen: 10_600_000, aside: null, file: '发票.csv', cell: 'H2' },
  ]);
  expect(rowsOf('award', '丁商贸有限公司', '骨科耗材采购 第1包')).toEqual([
    { fen: 120_000_000, aside: null, file: '开标记录.csv', cell: 'J2' },
  ]);
});

test('the numbers of patients are masked wherever numbers of people are', () => {
  const mask = maskKnown(personalNumbers(store));
  expect(mask('患者 99000001，处方 CF1')).toBe('患者 ****0001，处方 CF1');
});

test('taking the files back leaves no record, no party and no link', () => {
  store.transaction(() => {
    for (const batch of batches)
      undoBatch(store, batch, { at: '2026-01-02T00:00:00.000Z', actor: '测试员', reason: '试' });
    resolveParties(store, '2026-01-02T00:00:00.000Z');
    drawLinks(store);
  });
  const count = (table: string) => store.db.prepare(`select count(*) from ${table}`).pluck().get();
  const tables = [
    ...records.map(({ table }) => table),
    'rec_mention',
    'mention',
    'mention_identifier',
    'party',
    'link',
    'row',
  ];
  expect(Object.fromEntries(tables.map((table) => [table, count(table)]))).toEqual(
    Object.fromEntries(tables.map((table) => [table, 0])),
  );
});
