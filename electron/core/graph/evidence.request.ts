import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { partyCard } from '../store/party-cards.ts';
import { prepared } from '../store/prepared.ts';
import { citeWith, kindOf, pairRows, rowWithin } from './pair-rows.ts';

/** Rows to choose evidence from, the largest first. A row that stands behind several links is listed once. */
export default answerInCase('graph.evidence', (ask, { openCase: { store } }) => {
  const behind = ask.links.flatMap((link) => {
    const kind = kindOf(link.kind);
    return pairRows(store, kind, link.source, link.target)
      .filter(rowWithin(kind, ask))
      .map((row) => ({ ...link, row }));
  });
  const once = [...new Map(behind.map((each) => [each.row.row, each])).values()];
  const counted = once.filter(({ row }) => row.aside === null);
  counted.sort((a, b) => (b.row.fen ?? -1) - (a.row.fen ?? -1) || ((a.row.day ?? '') < (b.row.day ?? '') ? 1 : -1));
  const citing = prepared<[number], { n: number }>(
    store,
    `select count(distinct f.id) as n from finding_row r join finding f on f.id = r.finding
     where r.row = ? and r.role = 'evidence' and f.gone_run is null and f.status <> 'excluded'`,
  );
  const cites = new Map(ask.links.map(({ kind }) => [kind, citeWith(store, kindOf(kind))]));
  const end = (party: number) => {
    const { id, kind, name } = partyCard(store, party);
    return { id, kind, name };
  };
  const rows = counted.slice(0, ask.limit).map(({ row, kind, source, target }) => {
    const cell = cites.get(kind)!(row);
    return {
      rowId: row.row,
      field: cell.field,
      kind,
      day: row.day,
      fen: row.fen,
      text: row.text,
      from: end(source),
      to: end(target),
      findings: citing.get(row.row)?.n ?? 0,
      source: cell,
    };
  });
  return ok({ total: counted.length, aside: once.length - counted.length, rows });
});
