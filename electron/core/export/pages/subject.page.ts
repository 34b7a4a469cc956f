import { cellAddress } from '../../../../shared/evidence/cell.ts';
import { fill } from '../../../../shared/plain/fill.ts';
import { identityLine, partyCard } from '../../store/party-cards.ts';
import { moneyOf } from '../../store/party-money.ts';
import { givenTags, stillCounts } from '../../store/party-tags.ts';
import { sourceOf } from '../../store/place.ts';
import { derivedTags } from '../../tags/derived-tags.ts';
import { postHistory } from '../../tags/post-history.ts';
import { cite } from '../cite.ts';
import { partyKindWords } from '../kind-words.ts';
import type { PageValue, ReportContext, ReportPage } from '../page.ts';
import { tagCell } from '../tag-words.ts';

interface Number {
  readonly type: string;
  readonly value: string;
  readonly row: number;
  readonly col: number | null;
}

interface Name {
  readonly name: string;
  readonly row: number;
}

/** 主体: who the dossier is about, every number and every spelling with the cell where it was first seen. */
export const subjectPage: ReportPage = {
  id: 'subject',
  columns: [
    { title: 'item', kind: 'text', width: 20 },
    { title: 'value', kind: 'text', width: 60, wrap: true },
    { title: 'source', kind: 'text', width: 56 },
  ],
  count: (context) => lines(context).length,
  rows: lines,
};

function lines(context: ReportContext): PageValue[][] {
  const { store, mask, word, lang, party = 0 } = context;
  const card = partyCard(store, party);
  const numbers = store.db
    .prepare<[number], Number>(
      `select i.type, i.value, min(i.row) as row, i.col from mention m join mention_identifier i on i.mention = m.id
       where m.party = ? and i.keyable = 1 group by i.type, i.value order by i.type, i.value`,
    )
    .all(party);
  const names = store.db
    .prepare<[number], Name>(
      'select name, min(first_row) as row from mention where party = ? group by name order by 2, 1',
    )
    .all(party);
  const at = (row: number, col: number | null): string => {
    const source = sourceOf(store, row, null);
    return cite(context, { ...source, cell: col === null ? null : cellAddress(col, source.row) });
  };
  const isHidden = mask.level === 'public' && card.kind === 'person';
  return [
    [word('name'), mask.name(card.id, card.kind, card.name), ''],
    [word('kind'), partyKindWords(card.drawnAs, lang), ''],
    ...(isHidden ? [] : [[word('note'), mask.free(identityLine(store, card)), '']]),
    [word('inFen'), yuan(card.inFen), ''],
    [word('outFen'), yuan(card.outFen), ''],
    ...companyLines(context, party),
    [word('rows'), String(card.rows), ''],
    [word('findings'), String(card.findings), ''],
    ...tagLines(context, party),
    ...numbers.map(({ type, value, row, col }) => [word('identifiers'), mask.identifier(type, value), at(row, col)]),
    ...(isHidden
      ? []
      : names.map(({ name, row }) => [word('aliases'), mask.name(card.id, card.kind, name), at(row, null)])),
  ];
}

/** 付款企业, with the products that are not among them, where anybody paid the party. */
function companyLines({ store, word }: ReportContext, party: number): PageValue[][] {
  const { paid, products } = moneyOf(store, party).companies;
  if (paid + products === 0) return [];
  return [[word('payingCompanies'), String(paid), products === 0 ? '' : fill(word('productsApart'), { products })]];
}

/** Tags that persons gave, with their reason, and those that records say; then the posts it held. */
function tagLines(context: ReportContext, party: number): PageValue[][] {
  const { store, lang, mask, word } = context;
  const given = givenTags(store).filter((tag) => tag.party === party && stillCounts(tag));
  const cell = (row: number | null, field: string | null): string =>
    row === null ? '' : cite(context, sourceOf(store, row, field));
  return [
    ...given.map((tag) => [
      word('tags'),
      [
        tagCell([tag.tag], lang),
        mask.free([tag.org, tag.post].filter(Boolean).join(' ')),
        span(tag.from, tag.ended?.day ?? tag.to),
      ]
        .filter(Boolean)
        .join('，'),
      `${word('tagByHand')}：${mask.free(tag.reason)}`,
    ]),
    ...derivedTags(store, party).map(({ tag, words, row, field }) => [
      word('tagDerived'),
      [tagCell([tag], lang), mask.free(words)].filter(Boolean).join('，'),
      cell(row, field),
    ]),
    ...postHistory(store, party, given).posts.map(({ org, post, firstDay, lastDay, source, reason }) => [
      word('posts'),
      [mask.free([org, post].filter(Boolean).join(' ')), span(firstDay, lastDay)].filter(Boolean).join('，'),
      source ? cite(context, source) : `${word('tagByHand')}：${mask.free(reason)}`,
    ]),
  ];
}

const span = (from: string | null, to: string | null): string =>
  from === null && to === null ? '' : `${from ?? '?'} – ${to ?? ''}`;

const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
