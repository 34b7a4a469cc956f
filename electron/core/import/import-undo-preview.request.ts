import { failed, ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { prepared } from '../store/prepared.ts';
import { batchesThatRestOn } from '../store/undo-import.ts';

const rowsOfBatch = 'select r.id from row r join sheet s on s.id = r.sheet where s.batch = @batch';

/**
 * What hangs on a batch, before it is taken back: findings that cite its rows, decisions about them, corrections, corrections that a repaired list
 * brought, links entered by hand to parties named first in it, rows mirrored in other statements; and batches that must go first. Nothing is changed.
 */
export default answerInCase('import.undo-preview', ({ batch }, core) => {
  const { store } = core.openCase;
  const found = prepared<[number], { state: string }>(store, 'select state from batch where id = ?').get(batch);
  if (!found) return failed('batch.not-found', { params: { batch } });
  if (found.state === 'undone') return failed('batch.already-undone', { params: { batch } });
  const count = (sql: string): number =>
    prepared<[{ batch: number }], { n: number }>(store, `select count(*) as n ${sql}`).get({ batch })?.n ?? 0;
  const fileOf = prepared<[number], { file: string }>(
    store,
    'select e.name as file from batch b join evidence e on e.id = b.evidence where b.id = ?',
  );
  const cited = `from finding f where f.gone_run is null and f.id in (select finding from finding_row where row in (${rowsOfBatch}))`;
  return ok({
    batch,
    blockedBy: batchesThatRestOn(store, batch).map((other) => ({ batch: other, file: fileOf.get(other)?.file ?? '' })),
    rows: count(`from row where id in (${rowsOfBatch})`),
    imported: count(`from row where state = 'imported' and id in (${rowsOfBatch})`),
    findings: count(cited),
    decided: count(`${cited} and f.status <> 'open'`),
    findingNumbers: prepared<[{ batch: number }], { number: string }>(
      store,
      `select f.number as number ${cited} order by f.number limit 20`,
    )
      .all({ batch })
      .map(({ number }) => number),
    corrections: count(`from correction where undone_at is null and row in (${rowsOfBatch})`),
    repairs: count(
      `from correction c where c.undone_at is null and c.how = 'repaired'
         and c.row in (select duplicate_of from row where why = 'repair' and id in (${rowsOfBatch}))`,
    ),
    mirrored: count(
      `from rec_bank_flow f where f.mirror_of is not null and (f.row in (${rowsOfBatch})) <> (f.mirror_of in (${rowsOfBatch}))`,
    ),
    links: count(
      `from manual_entry e join batch b on b.id = e.batch where b.state = 'written' and e.what = 'link'
         and (json_extract(e.typed, '$.from_mention') in (select id from mention where first_row in (${rowsOfBatch}))
           or json_extract(e.typed, '$.to_mention') in (select id from mention where first_row in (${rowsOfBatch})))`,
    ),
  });
});
