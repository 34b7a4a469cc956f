import { ledgerOf } from '../../electron/core/graph/trace/ledger.ts';
import { traceMethods } from '../../electron/core/graph/trace/methods/index.ts';
import { seedPayments } from '../../electron/core/graph/trace/seeds.ts';
import { traceMoney } from '../../electron/core/graph/trace/trace-money.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { largeCaseInMemory } from '../case-in-memory.ts';
import { seeded } from '../make/many-mentions.ts';
import { type Figure, ours } from './figure.ts';
import { cpuTimes, median, taken } from './measure.ts';

const PAYMENTS = 1_000_000;
const PARTIES = 100_000;
const FIRMS = 200;
const HUB = 1;

/** Money followed through a million payments: a company that pays firms, firms that pay people, people that pay each other. */
export async function figures(): Promise<Figure[]> {
  const store = manyPayments();
  const reading = await taken(() => ledgerOf(store));
  const ledger = ledgerOf(store);
  const lines = [ours(`reading ${ledger.size} payments into memory, CPU seconds`, reading.cpuSeconds, { most: 5 })];
  for (const method of traceMethods)
    for (const direction of ['down', 'up'] as const) {
      // upwards from one of the people, downwards from the company
      const party = direction === 'down' ? HUB : PARTIES - 10;
      let hops = 0;
      const times = await cpuTimes(() => {
        const traced = traceMoney(ledger, {
          direction,
          ...seedPayments(store, ledger, { seeds: { parties: [party], accounts: [], pairs: [], rows: [] } }, direction),
          layers: 5,
          minRow: 0,
          minTotal: 0,
          minShare: 0,
          withinDays: null,
          stops: new Set(),
          normal: new Set(),
          method,
        });
        hops = traced.hops.count;
      });
      lines.push(
        ours(`${method.id} ${direction}, 5 layers, ${hops} hops found, CPU ms`, median(times), { most: 200 }),
        ours(
          `${method.id} ${direction}, the first time after the program was started or the method chosen, CPU ms`,
          times[0]!,
        ),
      );
    }
  store.close();
  return lines;
}

function manyPayments(): Store {
  const store = largeCaseInMemory();
  const random = seeded(11);
  store.db.pragma('foreign_keys=off');
  store.transaction(() => {
    const party = store.db.prepare("insert into party (id, uid, kind, name, created_at) values (?, ?, ?, ?, '')");
    const mention = store.db.prepare(
      "insert into mention (id, kind, name, key, party, first_row, first_field) values (?, 'person', ?, ?, ?, 1, 'holder_name')",
    );
    for (let id = 1; id <= PARTIES; id++) {
      party.run(id, `u${id}`, id <= FIRMS ? 'company' : 'person', `主体${id}`);
      mention.run(id, `主体${id}`, `k${id}`, id);
    }
    const flow = store.db.prepare(
      "insert into rec_bank_flow (row, holder, counterparty, day, time, precision, fen, direction) values (?, ?, ?, ?, ?, 'second', ?, 'out')",
    );
    const below = (n: number) => Math.floor(random() * n);
    for (let row = 1; row <= PAYMENTS; row++) {
      const day = new Date(Date.UTC(2022, 0, 1 + below(1_400))).toISOString().slice(0, 10);
      const time = `${String(below(24)).padStart(2, '0')}:${String(below(60)).padStart(2, '0')}:00`;
      const person = () => FIRMS + 1 + below(PARTIES - FIRMS);
      const kind = random();
      // one in ten is of the company or its firms, the rest between people
      const [from, to] =
        kind < 0.002
          ? [HUB, 2 + below(FIRMS - 1)]
          : kind < 0.1
            ? [2 + below(FIRMS - 1), person()]
            : [person(), person()];
      if (from !== to) flow.run(row, from, to, day, time, 1 + below(5_000_000));
    }
  });
  return store;
}
