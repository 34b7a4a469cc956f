import { readBidderTies, tieWords } from '../../models/ask/bidder-ties.ts';
import { type Bid, readLots } from '../../models/ask/lots.ts';
import { type Board, byFigures, money, number, party, ratio, text, words } from './board.ts';

/** 投标: one lot, everybody who bid, and what the bidders have in common (S13). The chart shows the ring. */
export default {
  id: 'tenders',
  title: { zh: '投标人比较', en: 'Bidders' },
  question: {
    zh: '同一标段的投标人之间有什么共同之处，报价相差多少？',
    en: 'What do the bidders of one lot have in common, and how far apart are their offers?',
  },
  method: {
    zh: '共同之处：同一人、机器码、文件作者、电话、邮箱、联系人、地址、IP、亲属；被 30 家以上企业共用的不计。报价间距 =（最高 − 最低）÷ 最低。',
    en: 'In common: a person, machine code, author of files, telephone, e-mail, contact, address, IP, relatives; what 30 or more companies share does not count. Spread = (highest − lowest) / lowest.',
  },
  columns: [
    { id: 'lot', title: { zh: '标段', en: 'Lot' }, kind: 'wide' },
    { id: 'day', title: { zh: '日期', en: 'Day' }, kind: 'text' },
    { id: 'buyer', title: { zh: '采购人', en: 'Buyer' }, kind: 'name' },
    { id: 'bidders', title: { zh: '投标人', en: 'Bidders' }, kind: 'number' },
    { id: 'tied', title: { zh: '其中有关联', en: 'Of them tied' }, kind: 'number' },
    { id: 'ties', title: { zh: '共同之处', en: 'In common' }, kind: 'wide' },
    { id: 'spread', title: { zh: '报价间距', en: 'Spread' }, kind: 'number' },
    { id: 'winner', title: { zh: '中标人', en: 'Winner' }, kind: 'name' },
    { id: 'award', title: { zh: '中标价', en: 'Award' }, kind: 'money' },
    { id: 'ceiling', title: { zh: '占限价', en: 'Of the ceiling' }, kind: 'number' },
    { id: 'names', title: { zh: '投标人名单', en: 'Names' }, kind: 'wide' },
  ],
  needs: [{ category: 'bid', fields: [] }],
  models: ['bid-shared-identity', 'bid-price-pattern', 'bid-rotation', 'bid-deposit-same-source'],

  read(evidence) {
    const tiesOf = Map.groupBy(readBidderTies(evidence), ({ lot }) => lot);
    return readLots(evidence)
      .map((lot) => {
        const ties = tiesOf.get(lot) ?? [];
        const tied = new Set(ties.flatMap(({ a, b }) => [a, b])).size;
        const kinds = [...new Set(ties.flatMap((tie) => tie.kinds))].sort();
        const offers = lot.bids.flatMap(({ fen }) => fen ?? []).sort((a, b) => a - b);
        const [lowest, highest] = [offers[0], offers.at(-1)];
        const award = awardOf(lot.bids);
        const ceiling = lot.bids.find((bid) => bid.ceiling !== null)?.ceiling ?? null;
        const winner = lot.bids.find((bid) => bid.winner === 1);
        return {
          tied,
          bidders: lot.bids.length,
          row: {
            key: lot.uid,
            cells: [
              text(lot.name),
              text(lot.day),
              party(evidence, lot.bids[0]?.buyer ?? null),
              number(lot.bids.length),
              number(tied, tied > 0),
              words(
                kinds.map((kind) => tieWords[kind].zh).join('；'),
                kinds.map((kind) => tieWords[kind].en).join('; '),
              ),
              ratio(offers.length >= 2 && lowest! > 0 ? (highest! - lowest!) / lowest! : null),
              party(evidence, winner?.bidder ?? null),
              money(award),
              ratio(award !== null && ceiling ? award / ceiling : null),
              text(lot.bids.map(({ bidder }) => evidence.party(bidder).name).join('；')),
            ],
            cited: [
              ...lot.bids.map(({ row, fen }) => ({ row, field: fen === null ? 'bidder' : 'bid_amount' })),
              ...ties.flatMap(({ rows }) => rows.map(({ row, field }) => ({ row, field }))),
            ],
            parties: lot.bids.map(({ bidder }) => bidder),
          },
        };
      })
      .sort(
        byFigures(
          (each) => each.tied,
          (each) => each.bidders,
        ),
      )
      .map(({ row }) => row);
  },
} satisfies Board;

const awardOf = (bids: readonly Bid[]): number | null => {
  const winner = bids.find((bid) => bid.winner === 1);
  return winner?.award ?? winner?.fen ?? null;
};
