import { isWealthProduct } from '../../../shared/evidence/wealth-product.ts';
import { type LinkKindId, linkKinds } from '../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../shared/ontology/kind.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import type { Store } from './connect.ts';
import { moneyKinds } from './party-figures.ts';
import { prepared } from './prepared.ts';

type Money = Answer<'party.money'>;

interface Cell {
  readonly other: number;
  /** '' = without a day */
  readonly month: string;
  readonly rows: number;
  readonly fen: number;
}

/** Counterparties are listed with their months up to here; sums are over all. */
const MOST_PARTNERS = 200;

/** 往来按月: what came in and went out, by month and counterparty, and the goods that stand behind whoever paid. */
export function moneyOf(store: Store, party: number): Money {
  const kind = (linkKinds as readonly LinkKind[]).find(({ id }) => moneyKinds(store).includes(id))!;
  const [into, out] = [cellsOf(store, kind, 'to', party), cellsOf(store, kind, 'from', party)];
  const bought = goodsBought(store, party);
  const months = monthsBetween([...into, ...out, ...bought].map(({ month }) => month));
  const sums = (cells: readonly { month: string; fen: number }[]): number[] => {
    const byMonth = new Map<string, number>();
    for (const { month, fen } of cells) byMonth.set(month, (byMonth.get(month) ?? 0) + fen);
    return months.map((month) => byMonth.get(month) ?? 0);
  };
  const partners = (cells: readonly Cell[]) =>
    [...Map.groupBy(cells, ({ other }) => other)]
      .map(([other, own]) => ({ other, own, fen: own.reduce((sum, { fen }) => sum + fen, 0) }))
      .sort((a, b) => b.fen - a.fen || a.other - b.other)
      .slice(0, MOST_PARTNERS);
  const undated = (cells: readonly Cell[]) =>
    cells.filter(({ month }) => month === '').reduce((sum, { rows }) => sum + rows, 0);
  const goods = goodsOf(store, party);
  return {
    kind: kind.id,
    months,
    in: sums(into),
    out: sums(out),
    undated: undated(into) + undated(out),
    payers: partners(into).map(({ other, own }) => ({
      party: other,
      months: sums(own),
      goods: goods.get(other) ?? null,
    })),
    companies: payingCompanies(store, into),
    payees: partners(out).map(({ other, own }) => ({ party: other, months: sums(own), goods: null })),
    goods: together(store, [...goods.keys()], party),
    bought: sums(bought),
  };
}

/** 付款企业: companies and organisations among the payers; products in which people keep their own money are counted apart. */
function payingCompanies(store: Store, into: readonly Cell[]): Money['companies'] {
  const card = prepared<[number], { kind: string; name: string }>(store, 'select kind, name from party where id = ?');
  const companies = [...new Set(into.map(({ other }) => other))]
    .map((other) => card.get(other)!)
    .filter(({ kind }) => kind === 'company' || kind === 'org');
  const products = companies.filter(({ name }) => isWealthProduct(name)).length;
  return { paid: companies.length - products, products };
}

function cellsOf(store: Store, { edge }: LinkKind, own: 'from' | 'to', party: number): Cell[] {
  const other = own === 'from' ? 'to' : 'from';
  return prepared<[number], Cell>(
    store,
    `select ${edge[other]} as other, coalesce(substr(${edge.on}, 1, 7), '') as month, count(*) as rows, sum(${edge.amount}) as fen
     from ${edge.view} where ${edge[own]} = ? and ${edge[other]} is not null and ${edge[other]} <> ${edge[own]} group by 1, 2`,
  ).all(party);
}

/** Every month from the first to the last, so that those without money are seen. */
function monthsBetween(found: readonly string[]): string[] {
  const known = found.filter((month) => month !== '').toSorted();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months: string[] = [];
  const [year, month] = first.split('-').map(Number) as [number, number];
  for (let n = year * 12 + month - 1; ; n++) {
    const next = `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
    months.push(next);
    if (next >= last || months.length > 600) return months;
  }
}

const goodsKinds = JSON.stringify(['manufacture', 'supply'] satisfies LinkKindId[]);

/** The hospitals whose purchases count: where the person works, or the hospital itself. */
const buyersSql = `select target as id from link where kind = 'employment' and source = @party
  union select id from party where id = @party and kind = 'hospital'`;

/** Products that somebody who pays the party makes or delivers and its hospital buys. */
const goodsSql = `select l.source as payer, p.id as product, p.name as name, coalesce(p.role, '') = 'device' as device, sum(coalesce(b.fen, 0)) as fen
  from link l join party p on p.id = l.target join link b on b.kind = 'productBought' and b.target = p.id and b.source in (${buyersSql})
  where l.kind in (select value from json_each('${goodsKinds}')) and l.source in (
    select source from link where target = @party and kind in ('payment', 'fee') union
    select o.source from link k join link o on o.target = k.target and o.kind = 'payment' where k.kind = 'kinship' and k.source = @party)
  group by 1, 2`;

interface Goods {
  readonly payer: number;
  readonly product: number;
  readonly name: string;
  readonly device: number;
  readonly fen: number;
}

const readGoods = (store: Store, party: number): Goods[] =>
  prepared<[{ party: number }], Goods>(store, goodsSql).all({ party });

function goodsOf(store: Store, party: number) {
  const byPayer = Map.groupBy(readGoods(store, party), ({ payer }) => payer);
  return new Map([...byPayer].map(([payer, goods]) => [payer, summed(goods)] as const));
}

function summed(goods: readonly Goods[]) {
  const once = [...new Map(goods.map((each) => [each.product, each])).values()].sort((a, b) => b.fen - a.fen);
  return {
    drugs: once.filter(({ device }) => device === 0).length,
    devices: once.filter(({ device }) => device === 1).length,
    fen: once.reduce((sum, { fen }) => sum + fen, 0),
    names: once.slice(0, 3).map(({ name }) => name),
  };
}

/** A product that two of them bring is one product. */
function together(store: Store, payers: readonly number[], party: number): Money['goods'] {
  return payers.length === 0 ? null : summed(readGoods(store, party));
}

/** What the hospital bought of these products, by month. */
const goodsBought = (store: Store, party: number): Array<{ month: string; fen: number }> =>
  prepared<[{ party: number }], { month: string; fen: number }>(
    store,
    `select coalesce(substr(day, 1, 7), '') as month, sum(coalesce(fen, 0)) as fen from purchase
     where hospital in (${buyersSql}) and product in (select product from (${goodsSql})) group by 1`,
  ).all({ party });
