/** Bills of a phone's wallet, as it sends them: whose it is stands above the table. */
import type { SampleOptions } from '../options.ts';
import type { Wallet, WalletLine } from '../story/wallets.ts';
import type { World } from '../world/world.ts';
import type { GridFile } from './grid.ts';
import { moment, money, plainFile, text } from './plain-file.ts';
import type { Table } from './table.ts';

const bill: Table<WalletLine> = {
  category: 'wallet_flow',
  columns: [
    moment('交易时间', 'txn_time', ({ at }) => at),
    text('交易类型', 'txn_type', ({ type }) => type),
    text('交易对方', 'counterparty_name', ({ other }) => other),
    text('商品', 'item', ({ item }) => item),
    text('收/支', 'dc_flag', ({ flow }) => flow),
    money('金额(元)', 'amount', ({ fen }) => fen),
    text('支付方式', 'pay_method', ({ method }) => method),
    text('当前状态', 'status', ({ status }) => status),
    text('交易单号', 'txn_no', ({ no }) => no),
  ],
};

export const walletFiles = (world: World, options: SampleOptions, wallets: readonly Wallet[]): GridFile[] =>
  wallets.map(({ person, lines }, i) =>
    plainFile(world, options, {
      file: `618_微信支付账单_${i + 1}`,
      format: i % 2 === 0 ? 'csv-utf8-bom' : 'xlsx',
      table: bill,
      records: lines,
      above: [`微信昵称：[${person.name}]`],
    }),
  );
