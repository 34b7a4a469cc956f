/** Orders, catalogue, bids, prescriptions, settlements, charges, invoices and contracts as spreadsheets, one layout each. */
import type { SampleOptions } from '../options.ts';
import type { Bid, Contract, Goods, Invoice, Order, Product, Purchase, Visit } from '../story/goods.ts';
import type { Person } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { GridFile } from './grid.ts';
import { day, money, type PlainFile, party, plainFile, text, yuan4 } from './plain-file.ts';
import type { Table } from './table.ts';

const dept = ({ dept: of }: Person): string | undefined => of;

const purchases: Table<Purchase> = {
  category: 'purchase',
  columns: [
    text('采购单号', 'order_no', ({ id }) => id),
    day('采购日期', 'order_date', (line) => line.day),
    party('医疗机构', 'hospital', ({ hospital }) => hospital),
    text('医保编码', 'product_code', ({ product }) => product.code),
    text('药品通用名', 'generic_name', ({ product }) => product.name),
    text('规格', 'spec', ({ product }) => product.spec),
    text('类别', 'category', ({ product }) => product.kind),
    party(
      '生产企业',
      'manufacturer',
      ({ product }) => product.maker,
      (line) => line.day,
    ),
    party(
      '配送企业',
      'supplier',
      ({ supplier }) => supplier,
      (line) => line.day,
    ),
    text('采购单价', 'unit_price', ({ price }) => yuan4(price)),
    text('采购数量', 'quantity', ({ quantity }) => String(quantity)),
    money('采购金额', 'amount', ({ fen }) => fen),
    text('采购方式', 'procurement_type', ({ product }) => (product.kind === '药品' ? '挂网采购' : '公开招标')),
    party('采购员', 'buyer', ({ buyer }) => buyer),
  ],
};
const catalogue: Table<Product> = {
  category: 'product',
  columns: [
    text('医保编码', 'product_code', ({ code }) => code),
    text('通用名', 'generic_name', ({ name }) => name),
    text('规格', 'spec', ({ spec }) => spec),
    party('生产企业', 'manufacturer', ({ maker }) => maker),
    text('是否高值', 'category', ({ kind }) => (kind === '药品' ? '药品' : '是')),
    text('挂网价', 'list_price', ({ price }) => yuan4(price)),
  ],
};
const bids: Table<Bid> = {
  category: 'bid',
  columns: [
    text('项目编号', 'tender_no', ({ no }) => no),
    text('项目名称', 'tender_name', ({ name }) => name),
    text('包号', 'lot', ({ lot }) => `第${lot}包`),
    party('采购人', 'buyer', ({ hospital }) => hospital),
    day('开标时间', 'open_date', ({ opened }) => opened),
    party('投标人', 'bidder', ({ bidder }) => bidder),
    money('投标报价', 'bid_amount', ({ fen }) => fen),
    text('是否中标', 'is_winner', ({ won }) => (won ? '中标' : '未中标')),
  ],
};
const prescriptions: Table<Order> = {
  category: 'prescription',
  columns: [
    text('处方号', 'rx_no', ({ id }) => id),
    day('处方日期', 'rx_date', (line) => line.day),
    party('医院名称', 'hospital', ({ hospital }) => hospital),
    text('开单科室', 'dept', ({ doctor }) => dept(doctor)),
    party('开单医生', 'doctor', ({ doctor }) => doctor),
    text('患者编号', 'patient_no', ({ patient }) => patient),
    text('药品编码', 'product_code', ({ product }) => product.code),
    text('药品名称', 'generic_name', ({ product }) => product.name),
    text('规格', 'spec', ({ product }) => product.spec),
    text('数量', 'quantity', ({ quantity }) => String(quantity)),
    text('单价', 'unit_price', ({ price }) => yuan4(price)),
    money('金额', 'amount', ({ fen }) => fen),
  ],
};
const visits: Table<Visit> = {
  category: 'visit',
  columns: [
    text('结算编号', 'settle_no', ({ id }) => id),
    party('定点医疗机构', 'hospital', ({ hospital }) => hospital),
    text('科室', 'dept', ({ doctor }) => dept(doctor)),
    party('医生', 'doctor', ({ doctor }) => doctor),
    text('人员编号', 'patient_no', ({ patient }) => patient),
    day('结算时间', 'settle_date', (visit) => visit.day),
    money('医疗费总额', 'total_fee', ({ fen }) => fen),
    money('基金支付', 'fund_pay', ({ fund }) => fund),
  ],
};
const charges: Table<Order> = {
  category: 'visit_item',
  columns: [
    party('医院', 'hospital', ({ hospital }) => hospital),
    text('使用科室', 'dept', ({ doctor }) => dept(doctor)),
    party('主刀医生', 'doctor', ({ doctor }) => doctor),
    text('患者编号', 'patient_no', ({ patient }) => patient),
    day('费用发生时间', 'charged_at', (line) => line.day),
    text('收费项目编码', 'item_code', ({ product }) => product.code),
    text('收费项目名称', 'item_name', ({ product }) => product.name),
    text('费用类别', 'item_kind', ({ product }) => product.kind),
    text('规格型号', 'spec', ({ product }) => product.spec),
    text('耗材条码', 'udi', ({ id }) => `UDI-${id}`),
    text('使用数量', 'quantity', ({ quantity }) => String(quantity)),
    text('单价', 'unit_price', ({ price }) => yuan4(price)),
    money('金额', 'amount', ({ fen }) => fen),
  ],
};
const invoices: Table<Invoice> = {
  category: 'invoice',
  columns: [
    text('数电发票号码', 'invoice_no', ({ no }) => no),
    day('开票日期', 'issue_date', (invoice) => invoice.day),
    party('销方名称', 'seller', ({ seller }) => seller),
    party('购买方名称', 'buyer', ({ buyer }) => buyer),
    money('金额', 'amount', ({ net }) => net),
    text('税率', 'tax_rate', () => '6%'),
    money('税额', 'tax', ({ tax }) => tax),
    money('价税合计', 'total', ({ net, tax }) => net + tax),
    text('发票状态', 'status', () => '正常'),
  ],
};
const contracts: Table<Contract> = {
  category: 'contract',
  columns: [
    text('合同编号', 'contract_no', ({ no }) => no),
    text('合同类型', 'type', () => '服务协议'),
    party('甲方', 'party_a', ({ a }) => a),
    party('乙方', 'party_b', ({ b }) => b),
    day('签订日期', 'signed_on', (contract) => contract.day),
    money('合同金额', 'amount', ({ fen }) => fen),
  ],
};

/** The files, in the order of their numbers. */
export function goodsFiles(world: World, options: SampleOptions, goods: Goods): GridFile[] {
  const write = <T extends { readonly id: string }>(file: PlainFile<T>): GridFile => plainFile(world, options, file);
  const { products, contracts: signed } = goods;
  return [
    write({
      file: '601_药品耗材采购订单',
      format: 'xlsx',
      table: purchases,
      records: goods.purchases,
      dated: 'order_date',
    }),
    write({ file: '602_药品耗材目录', format: 'csv-utf8-bom', table: catalogue, records: products }),
    write({ file: '603_开标记录', format: 'xlsx', table: bids, records: goods.bids, dated: 'open_date' }),
    write({
      file: '604_处方明细',
      format: 'csv-gb18030',
      table: prescriptions,
      records: goods.prescriptions,
      dated: 'rx_date',
    }),
    write({ file: '605_医保结算', format: 'csv-utf8', table: visits, records: goods.visits, dated: 'settle_date' }),
    write({ file: '606_费用明细', format: 'csv-gb18030', table: charges, records: goods.charges, dated: 'charged_at' }),
    write({ file: '607_发票', format: 'xlsx', table: invoices, records: goods.invoices, dated: 'issue_date' }),
    write({ file: '608_合同台账', format: 'csv-utf8-bom', table: contracts, records: signed, dated: 'signed_on' }),
  ];
}
