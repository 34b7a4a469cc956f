import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { Suppression } from '../../../shared/protocol/triage.requests.ts';
import { actorText, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { countText } from '../../parts/show.ts';
import { reasonCodes } from './dispositions.ts';
import { useModels } from './models.ts';

/** So many are shown; the head says of how many. */
const SHOWN = 200;

/** 不再提示: every silence with its ground, its day and what it keeps out of the list; each can be ended. */
export function Suppressions() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { data } = useAnswer('suppressions.list', { limit: SHOWN });
  if (!data || data.total === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('findings.suppress.button', { count: data.inForce })}</Button>
      <Modal
        open={open}
        centered
        width={760}
        title={t('findings.suppress.title')}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <div className="col" style={{ gap: 6, maxHeight: '60vh', overflow: 'auto' }}>
          <span className="s12 t3">
            {t('findings.suppress.shown', { count: data.rows.length, total: data.total, inForce: data.inForce })}
          </span>
          <table className="g small free">
            <thead>
              <tr>
                <th scope="col">{t('findings.cols.model')}</th>
                <th scope="col">{t('findings.cols.subject')}</th>
                <th scope="col">{t('findings.suppress.ground')}</th>
                <th scope="col">{t('findings.suppress.to')}</th>
                <th scope="col" className="num">
                  {t('findings.suppress.kept')}
                </th>
                <th scope="col">
                  <span className="unseen">{t('findings.suppress.end')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <SuppressionLine key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      </Modal>
    </>
  );
}

function SuppressionLine({ row }: { row: Suppression }) {
  const { t } = useWords();
  const { titleOf } = useModels();
  const [ending, setEnding] = useState(false);
  const code = reasonCodes.find((known) => known === row.reasonCode);
  const ground = [code && t(`findings.dispose.codes.${code}`), row.reason].filter(Boolean).join(t('common.colon'));
  return (
    <tr className={row.inForce ? '' : 't3'}>
      <td>{titleOf(row.model)}</td>
      <td>{row.name}</td>
      <td>
        <span className="mono">{row.number}</span> {actorText(row.actor)} {ground}
        {row.ended && (
          <div>
            {t('findings.suppress.ended', { actor: actorText(row.ended.actor), reason: row.ended.reason || '—' })}
          </div>
        )}
      </td>
      <td className="mono nw">{row.until}</td>
      <td className="num">{countText(row.findings)}</td>
      <td>
        {row.inForce && (
          <Button size="small" onClick={() => setEnding(true)}>
            {t('findings.suppress.end')}
          </Button>
        )}
        {ending && (
          <ReasonDialog
            title={t('findings.suppress.end')}
            okText={t('findings.suppress.end')}
            reasonLabel={t('findings.suppress.endReason')}
            send={(reason) => client.request('suppression.end', { id: row.id, reason })}
            done={() => setEnding(false)}
            close={() => setEnding(false)}
          />
        )}
      </td>
    </tr>
  );
}
