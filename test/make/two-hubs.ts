import type { Store } from '../../electron/core/store/connect.ts';
import { seeded } from './many-mentions.ts';

/**
 * Writes two companies that may be one, each with so many payments to and from mentions that are in the store, a tenth of them partners of both.
 * For measuring: the rows have no sheet. Returns their mentions.
 */
export function writeTwoHubs(store: Store, payments: number): readonly [number, number] {
  const random = seeded(7);
  const insert = store.db.prepare(
    `insert into mention (kind, name, key, account, masked, first_row, first_field) values ('company', ?, ?, ?, 0, 1, 'name')`,
  );
  const identifier = store.db.prepare("insert into mention_identifier values (?, 'account', ?, 1, 1, null)");
  const hub = (name: string, key: string, account: string): number => {
    const id = Number(insert.run(name, key, account).lastInsertRowid);
    identifier.run(id, account);
    return id;
  };
  const hubs = [
    hub('澄溪恒沅贸易有限公司', '澄溪恒沅贸易', '99990000000000001'),
    hub('恒沅商贸中心', '恒沅商贸中心', '99990000000000002'),
  ] as const;
  const last = store.db.prepare('select count(*) from mention').pluck().get() as number;
  const flow = store.db.prepare(
    `insert into rec_bank_flow (row, holder, counterparty, day, precision, fen, direction) values (?, ?, ?, ?, 'day', ?, ?)`,
  );
  const from = store.db.prepare('select coalesce(max(row), 0) from rec_bank_flow').pluck().get() as number;
  store.db.pragma('foreign_keys=off');
  store.transaction(() => {
    for (let row = 1; row <= 2 * payments; row++) {
      const holder = hubs[row % 2]!;
      const common = random() < 0.1;
      const partner =
        1 + (common ? Math.floor(random() * 1_000) : Math.floor(random() * (last / 2 - 1_000)) * 2 + (row % 2));
      const day = `2024-${String(1 + (row % 12)).padStart(2, '0')}-15`;
      flow.run(from + row, holder, Math.min(partner, last - 2), day, 100 * row, row % 3 === 0 ? 'in' : 'out');
    }
  });
  store.db.pragma('foreign_keys=on');
  return hubs;
}
