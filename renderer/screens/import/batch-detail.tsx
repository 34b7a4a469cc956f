import { IconDownload } from '@tabler/icons-react';
import { Button } from 'antd';
import { useState } from 'react';
import { go } from '../../app/store.ts';
import { actorText, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { useFieldNames } from '../../parts/field-names.ts';
import { OriginLines } from '../../parts/origin-lines.tsx';
import { Head } from '../../parts/pane.tsx';
import { bytesText, countText, groupsOfFour, instantText } from '../../parts/show.ts';
import { type Batch, rowsOf } from './batch.ts';
import { BatchProblems } from './batch-problems.tsx';
import { UndoBatch } from './undo-batch.tsx';

/** One batch: its file, its sheets with every row accounted for, its problem rows, and the way to undo it. */
export function BatchDetail({ batch }: { batch: Batch | undefined }) {
  const { t, lang } = useWords();
  const { attempt, copy, say } = useAsk();
  const nameOf = useFieldNames();
  const [undoing, setUndoing] = useState(false);
  if (!batch) {
    return (
      <p className="t3" style={{ padding: 14 }}>
        {t('import.batches.pick')}
      </p>
    );
  }
  const rejects = () =>
    attempt(async () => {
      const target = await client.chooseTarget('rejects', `${batch.file.replace(/\.\w+$/, '')}_问题行.xlsx`);
      if (!target) return;
      const { name, rows } = await client.request('import.write-rejects', {
        batch: batch.id,
        target: target.ticket,
        lang,
      });
      client.collect(target.ticket, name);
      say(t('import.batches.rejectsWritten', { name, rows }));
    });
  const rejected = rowsOf(batch, 'rejected');

  return (
    <>
      <Head
        tall
        title={t('import.batches.detail', { batch: batch.id })}
        sub={[batch.folder, batch.file].filter(Boolean).join(' › ')}
        extra={
          batch.state === 'written' && (
            <Button size="small" onClick={() => setUndoing(true)}>
              {t('import.batches.undo')}
            </Button>
          )
        }
      />
      <div className="sec">
        <dl className="kv">
          <dt>{t('import.batches.at')}</dt>
          <dd>
            {instantText(batch.at)} {actorText(batch.actor)}
          </dd>
          <OriginLines obtained={batch.obtained} />
          <dt>{t('import.batches.size')}</dt>
          <dd>{bytesText(batch.bytes)}</dd>
          <dt>{t('import.batches.sha')}</dt>
          <dd className="row g6">
            <span className="mono s12 ell" title={batch.sha256}>
              {groupsOfFour(batch.sha256).join(' ')}
            </span>
            <button
              type="button"
              className="link s12"
              aria-label={t('import.batches.copySha')}
              onClick={() => void copy('hash', batch.sha256)}
            >
              {t('common.copy')}
            </button>
          </dd>
        </dl>
        {batch.state === 'undone' && batch.undoneAt !== null && (
          <p className="note mid" style={{ marginTop: 8 }}>
            {t('import.batches.undoneBy', { at: instantText(batch.undoneAt), reason: batch.undoReason ?? '' })}
          </p>
        )}
      </div>
      <Head title={t('import.batches.sheets')} />
      <div className="none" style={{ maxHeight: '32%', overflow: 'auto' }}>
        <table className="g">
          <colgroup>
            <col />
            <col style={{ width: 76 }} />
            <col style={{ width: 96 }} />
            <col style={{ width: 84 }} />
            <col style={{ width: 68 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('import.sheet.sheet')}</th>
              <th className="num">{t('import.batches.imported')}</th>
              <th className="num">{t('import.check.counters.rejected')}</th>
              <th className="num">{t('import.check.counters.duplicate')}</th>
              <th className="num">{t('import.check.counters.skipped')}</th>
            </tr>
          </thead>
          <tbody>
            {batch.sheets.map((sheet) => (
              <tr key={sheet.id}>
                <td title={`${sheet.name}  ${sheet.firstDay ?? ''} ~ ${sheet.lastDay ?? ''}`}>
                  <span className="b">{nameOf(sheet.category)}</span> <span className="t3 s12">{sheet.name}</span>
                </td>
                <td className="num">{countText(sheet.rows.imported)}</td>
                <td className="num">{countText(sheet.rows.rejected)}</td>
                <td className="num">{countText(sheet.rows.duplicate)}</td>
                <td className="num">{countText(sheet.rows.skipped)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Head
        title={t('import.batches.problems')}
        extra={
          batch.state === 'written' && (
            <span className="row g6">
              {rejected > 0 && (
                <Button size="small" icon={<IconDownload size={15} stroke={1.5} />} onClick={() => void rejects()}>
                  {t('import.batches.rejects')}
                </Button>
              )}
              <Button size="small" onClick={() => go('import', { batch: batch.id, rows: {} })}>
                {t('checking.treat')}
              </Button>
            </span>
          )
        }
      />
      <div className="grow">
        <BatchProblems key={batch.id} batch={batch.id} />
      </div>
      {undoing && <UndoBatch batch={batch} close={() => setUndoing(false)} />}
    </>
  );
}
