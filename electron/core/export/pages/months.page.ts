import { partyCard } from '../../store/party-cards.ts';
import { moneyOf } from '../../store/party-money.ts';
import { linkKindWords } from '../kind-words.ts';
import type { PageValue, ReportContext, ReportPage } from '../page.ts';

/** 往来按月: one line for each counterparty, direction and month with money; what the goods behind a payer are stands beside it. */
export const monthsPage: ReportPage = {
  id: 'partnerMonths',
  columns: [
    { title: 'linkKind', kind: 'text', width: 12 },
    { title: 'payer', kind: 'text', width: 36 },
    { title: 'payee', kind: 'text', width: 36 },
    { title: 'month', kind: 'text', width: 12 },
    { title: 'amount', kind: 'money', width: 18 },
    { title: 'drugs', kind: 'count', width: 8 },
    { title: 'devices', kind: 'count', width: 8 },
    { title: 'products', kind: 'text', width: 44, wrap: true },
  ],
  count: (context) => [...lines(context)].length,
  rows: lines,
};

function* lines({ store, mask, lang, party = 0 }: ReportContext): Generator<PageValue[]> {
  const money = moneyOf(store, party);
  const nameOf = (id: number): string => {
    const card = partyCard(store, id);
    return mask.name(id, card.kind, card.name);
  };
  const own = nameOf(party);
  const kind = linkKindWords(money.kind, lang);
  for (const { side, partners } of [
    { side: 'payer', partners: money.payers },
    { side: 'payee', partners: money.payees },
  ] as const)
    for (const { party: other, months, goods } of partners) {
      const [payer, payee] = side === 'payer' ? [nameOf(other), own] : [own, nameOf(other)];
      for (const [at, fen] of months.entries())
        if (fen !== 0)
          yield [
            kind,
            payer,
            payee,
            money.months[at] ?? '',
            fen,
            goods?.drugs ?? null,
            goods?.devices ?? null,
            goods?.names.join('；') ?? '',
          ];
    }
}
