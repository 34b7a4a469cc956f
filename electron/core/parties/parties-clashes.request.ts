import { cellAddress } from '../../../shared/evidence/cell.ts';
import type { Source } from '../../../shared/protocol/parts.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { cellsOfMentions } from '../store/mention-places.ts';
import { valueReader } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';
import { clashesOf } from './alike/clashes.ts';
import { partyRow } from './party-row.ts';

/** 同名与同号: one account with several holders, one name with several valid numbers, each party with a cell that shows it. */
export default answerInCase('parties.clashes', ({ kind, text, offset, limit }, { openCase: { store } }) => {
  const { account, name } = clashesOf(store);
  const found = (kind === 'account' ? account : name).filter(({ value }) => value.includes(text.trim()));
  return ok({
    total: found.length,
    accounts: account.length,
    names: name.length,
    rows: found.slice(offset, offset + limit).map(({ value, parties }) => ({
      value,
      total: parties.length,
      parties: parties.slice(0, MOST).map((party) => ({
        party: partyRow(store, party),
        ...seen(store, party, kind === 'account' ? value : null),
      })),
    })),
  });
});

const MOST = 20;

/** How many cells name the party beside this account (or beside any valid number), and the first of them. */
function seen(store: Store, party: number, account: string | null): { rows: number; source: Source | null } {
  const mentions = prepared<
    [{ party: number; account: string | null }],
    { id: number; row: number; col: number | null }
  >(
    store,
    `select m.id, min(i.row) as row, i.col from mention m join mention_identifier i on i.mention = m.id
     where m.party = @party and i.keyable = 1 and iif(@account is null, i.type in ('id_no', 'uscc'), i.type = 'account' and i.value = @account)
     group by m.id order by 2`,
  ).all({ party, account });
  const cells = cellsOfMentions(store);
  const first = mentions[0];
  const source = first && valueReader(store)(first.row, null).source;
  return {
    rows: mentions.reduce((sum, { id }) => sum + (cells.get(id) ?? 0), 0),
    source: source
      ? first.col === null
        ? source
        : { ...source, column: first.col, cell: cellAddress(first.col, source.row) }
      : null,
  };
}
