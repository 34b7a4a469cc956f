import { guessMark } from '../../../../shared/ontology/link-guess.ts';
import { certaintyWords, statedOf } from '../certainty-words.ts';
import { linkKindWords } from '../kind-words.ts';
import type { PageValue, ReportPage } from '../page.ts';

interface Line {
  kind: string;
  source: number;
  source_kind: string;
  source_name: string;
  target: number;
  target_kind: string;
  target_name: string;
  rows: number;
  fen: number | null;
  first_day: string | null;
  last_day: string | null;
}

/** 往来汇总: one line per ordered pair and kind of relation, the largest first, guesses marked as such. Kinds are never added up into one sum. */
export const linksPage: ReportPage = {
  id: 'links',
  columns: [
    { title: 'linkKind', kind: 'text', width: 14 },
    { title: 'sourceParty', kind: 'text', width: 36 },
    { title: 'targetParty', kind: 'text', width: 36 },
    { title: 'rows', kind: 'count', width: 8 },
    { title: 'amount', kind: 'money', width: 18 },
    { title: 'from', kind: 'day', width: 12 },
    { title: 'to', kind: 'day', width: 12 },
    { title: 'certainty', kind: 'text', width: 28, wrap: true },
  ],
  count: ({ store, party }) =>
    party === undefined
      ? store.db.prepare<[], number>('select count(*) from link').pluck().get()!
      : store.db
          .prepare<[number, number], number>('select count(*) from link where source = ? or target = ?')
          .pluck()
          .get(party, party)!,
  *rows(context) {
    const { store, lang, mask, party } = context;
    const of = party === undefined ? [] : [party, party];
    const lines = store.db
      .prepare<
        number[],
        Line
      >(`select l.kind as kind, l.source as source, a.kind as source_kind, a.name as source_name, l.target as target, b.kind as target_kind, b.name as target_name,
        l.rows as rows, l.fen as fen, l.first_day as first_day, l.last_day as last_day
        from link l join party a on a.id = l.source join party b on b.id = l.target
        ${party === undefined ? '' : 'where l.source = ? or l.target = ?'} order by l.kind, l.fen desc, l.rows desc, l.source, l.target`)
      .iterate(...of);
    for (const l of lines) {
      const stated = statedOf(store, l);
      yield [
        `${linkKindWords(l.kind, lang)}${guessMark(stated)}`,
        mask.name(l.source, l.source_kind, l.source_name),
        mask.name(l.target, l.target_kind, l.target_name),
        l.rows,
        l.fen,
        l.first_day,
        l.last_day,
        certaintyWords(stated, context),
      ] satisfies PageValue[];
    }
  },
};
