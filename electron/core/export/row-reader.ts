import type { Store } from '../store/connect.ts';

export interface RowSide {
  readonly party: number | null;
  readonly kind: string | null;
  readonly name: string;
}

export interface ReadRow {
  readonly day: string | null;
  readonly fen: number | null;
  readonly from: RowSide | null;
  readonly to: RowSide | null;
  readonly text: string;
}

interface Line {
  day: string | null;
  fen: number | null;
  from_party: number | null;
  from_kind: string | null;
  from_name: string | null;
  to_party: number | null;
  to_kind: string | null;
  to_name: string | null;
  text: string | null;
}

const sides = (from: string, to: string) => `
  ${from}.party as from_party, fp.kind as from_kind, coalesce(fp.name, ${from}.name) as from_name,
  ${to}.party as to_party, tp.kind as to_kind, coalesce(tp.name, ${to}.name) as to_name`;

/** A date of which a sheet says only the month is shown as its month, never as the first day. */
const writtenDay = (day: string) => `iif(x.precision = 'month', substr(${day}, 1, 7), ${day})`;

const QUERIES: Readonly<Record<string, string>> = {
  bank_flow: `select ${writtenDay('x.day')} as day, x.fen as fen, ${sides('a', 'b')}, trim(coalesce(x.summary, '') || ' ' || coalesce(x.remark, '')) as text
    from rec_bank_flow x left join mention a on a.id = x.payer left join party fp on fp.id = a.party left join mention b on b.id = x.payee left join party tp on tp.id = b.party where x.row = ?`,
  expense: `select ${writtenDay('x.day')} as day, x.fen as fen, ${sides('a', 'b')}, trim(coalesce(x.type_text, '') || ' ' || coalesce(x.conference_name, '') || ' ' || coalesce(x.summary, '')) as text
    from rec_expense x left join mention a on a.id = x.company left join party fp on fp.id = a.party left join mention b on b.id = x.payee left join party tp on tp.id = b.party where x.row = ?`,
  conference: `select ${writtenDay('x.start_day')} as day, x.sponsor_fen as fen, ${sides('a', 'b')}, x.name as text
    from rec_conference x left join mention a on a.id = x.organizer left join party fp on fp.id = a.party left join mention b on b.id = x.conference left join party tp on tp.id = b.party where x.row = ?`,
  conference_person: `select x.conference_day as day, coalesce(x.fee_fen, x.fee_gross_fen) as fen, ${sides('a', 'b')}, trim(coalesce(x.topic, '') || ' ' || coalesce(x.city, '')) as text
    from rec_conference_person x left join mention a on a.id = x.conference left join party fp on fp.id = a.party left join mention b on b.id = x.person left join party tp on tp.id = b.party where x.row = ?`,
  company: `select x.founded_day as day, case x.capital_currency when 'CNY' then x.capital_fen end as fen, ${sides('a', 'b')}, x.scope as text
    from rec_company x left join mention a on a.id = x.company left join party fp on fp.id = a.party left join mention b on b.id = x.legal_rep left join party tp on tp.id = b.party where x.row = ?`,
};

/** What one source row says, whatever its category: day, money in fen, the two sides, and its words. */
export function rowReader(store: Store): (row: number) => ReadRow {
  const category = store.db.prepare('select category from place where row = ?').pluck();
  const prepared = new Map(Object.entries(QUERIES).map(([id, sql]) => [id, store.db.prepare(sql)]));
  const statement = (id: string) => prepared.get(id === 'wallet_flow' ? 'bank_flow' : id);
  return (row) => {
    const line = statement(category.get(row) as string)?.get(row) as Line | undefined;
    if (!line) return { day: null, fen: null, from: null, to: null, text: '' };
    const side = (party: number | null, kind: string | null, name: string | null) =>
      name === null ? null : { party, kind, name };
    return {
      day: line.day,
      fen: line.fen,
      from: side(line.from_party, line.from_kind, line.from_name),
      to: side(line.to_party, line.to_kind, line.to_name),
      text: line.text ?? '',
    };
  };
}
