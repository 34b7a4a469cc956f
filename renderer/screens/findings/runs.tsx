import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import type { FindingChange } from '../../../shared/protocol/triage.requests.ts';
import { actorText, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { countText, instantText } from '../../parts/show.ts';
import { Answered } from '../../parts/states.tsx';
import type { FindingFilter } from './filter.ts';

type Run = Answer<'runs.list'>['rows'][number];
type Show = (change: NonNullable<FindingFilter['change']>) => void;

/** So many runs are shown; the head says of how many. */
const SHOWN = 50;
const changes: readonly FindingChange[] = ['new', 'back', 'gone', 'changed'];

/** 历次运行: what each run changed and why; a figure opens the findings behind it. */
export function Runs({ show }: { show: Show }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('findings.runs.title')}</Button>
      <Modal
        open={open}
        centered
        width={760}
        title={t('findings.runs.title')}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <RunTable
          show={(change) => {
            setOpen(false);
            show(change);
          }}
        />
      </Modal>
    </>
  );
}

function RunTable({ show }: { show: Show }) {
  const { t } = useWords();
  const query = useAnswer('runs.list', { limit: SHOWN });
  return (
    <Answered query={query}>
      {({ rows, total }) => (
        <div className="col" style={{ gap: 6, maxHeight: '60vh', overflow: 'auto' }}>
          <span className="s12 t3">{t('findings.runs.shown', { count: rows.length, total })}</span>
          <table className="g small free">
            <thead>
              <tr>
                <th scope="col">{t('findings.runs.run')}</th>
                <th scope="col">{t('findings.runs.by')}</th>
                <th scope="col">{t('findings.runs.models')}</th>
                {changes.map((change) => (
                  <th key={change} scope="col" className="num">
                    {t(`findings.runs.change.${change}`)}
                  </th>
                ))}
                <th scope="col">{t('findings.runs.reasons')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((run) => (
                <RunLine key={run.id} run={run} show={show} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Answered>
  );
}

function RunLine({ run, show }: { run: Run; show: Show }) {
  const { t } = useWords();
  const words = run.reasons.map(({ change, why, findings }) =>
    t('findings.runs.reason', {
      change: t(`findings.runs.change.${change}`),
      why: t(`findings.runs.why.${why}`),
      count: findings,
    }),
  );
  return (
    <tr>
      <td className="mono nw">
        {run.id} · {instantText(run.at).slice(0, 16)}
      </td>
      <td>{actorText(run.actor)}</td>
      <td className="nw">
        {countText(run.models)}
        {run.unchanged > 0 && <span className="t3"> · {t('findings.runs.unchanged', { count: run.unchanged })}</span>}
        {run.cannotJudge > 0 && (
          <span className="t3"> · {t('findings.models.counts.cannot-judge', { count: run.cannotJudge })}</span>
        )}
        {run.failed > 0 && (
          <span className="tone-high"> · {t('findings.models.counts.failed', { count: run.failed })}</span>
        )}
      </td>
      {changes.map((kind) => {
        const count = run.changes[kind] ?? 0;
        return (
          <td key={kind} className="num">
            {count === 0 ? (
              <span className="t3">0</span>
            ) : (
              <button
                type="button"
                className="link"
                aria-label={t('findings.runs.open', { run: run.id, change: t(`findings.runs.change.${kind}`), count })}
                onClick={() => show({ run: run.id, kind })}
              >
                {kind === 'gone' ? '−' : kind === 'changed' ? '' : '+'}
                {countText(count)}
              </button>
            )}
          </td>
        );
      })}
      <td className="t2">{words.join(t('common.listSeparator')) || '—'}</td>
    </tr>
  );
}
