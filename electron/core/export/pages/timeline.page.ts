import { fen as asFen } from '../../../../shared/evidence/money.ts';
import { exactYuan } from '../../../../shared/evidence/show-money.ts';
import { rowText } from '../../../../shared/ontology/role-words.ts';
import { timelineOf } from '../../store/party-timeline.ts';
import { cite } from '../cite.ts';
import { linkKindWords } from '../kind-words.ts';
import type { PageValue, ReportContext, ReportPage } from '../page.ts';

/** 时间轴: what the records say of the party, the latest first; sums of a month have the cell of their largest booking. */
export const timelinePage: ReportPage = {
  id: 'timeline',
  columns: [
    { title: 'day', kind: 'text', width: 12 },
    { title: 'linkKind', kind: 'text', width: 16 },
    { title: 'otherParty', kind: 'text', width: 36 },
    { title: 'memo', kind: 'text', width: 50, wrap: true },
    { title: 'amount', kind: 'money', width: 18 },
    { title: 'rows', kind: 'count', width: 8 },
    { title: 'source', kind: 'text', width: 56 },
  ],
  count: ({ store, party = 0 }) => timelineOf(store, party).events.length,
  *rows(context) {
    const { store, mask, lang, party = 0 } = context;
    for (const { day, kind, direction, party: other, text, fen, rows, largest, source } of timelineOf(store, party)
      .events)
      yield [
        day,
        eventWord(context, kind, direction),
        other === null ? '' : mask.name(other.id, other.kind, other.name),
        largest === null ? mask.free(rowText(kind, text, lang)) : largestWords(context, rows, largest),
        fen,
        rows,
        source === null ? '' : cite(context, source),
      ] satisfies PageValue[];
  },
};

/** Whom a month's money, or most of it in one booking, came from or went to. */
function largestWords(
  { word, mask }: ReportContext,
  rows: number,
  { fen, party }: { fen: number; party: { id: number; kind: string; name: string } },
): string {
  const name = mask.name(party.id, party.kind, party.name);
  return rows === 1 ? name : `${word('largest')} ${exactYuan(asFen(fen))} ${name}`;
}

function eventWord({ word, lang }: ReportContext, kind: string, direction: 'in' | 'out'): string {
  if (kind === 'post-from') return word('postFrom');
  if (kind === 'post-to') return word('postTo');
  if (kind === 'month') return word(direction === 'in' ? 'monthIn' : 'monthOut');
  return linkKindWords(kind, lang);
}
