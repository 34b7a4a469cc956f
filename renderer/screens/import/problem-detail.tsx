import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { go } from '../../app/store.ts';
import { problemWords, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Head } from '../../parts/pane.tsx';
import type { ProblemRow } from './problem-columns.ts';
import { RepeatedRow } from './problem-repeats.tsx';
import { goTo, show } from './queue.ts';
import type { ProblemFilter, RowScope, TreatedRow, Treatment } from './treatment.ts';

type Problem = ProblemRow['problems'][number];

/** One row in full: what was read, why it cannot be used, and the ways out; for a repetition both rows side by side. */
export function ProblemDetail({
  row,
  columns,
  scope,
  treatment,
  at,
  of,
}: {
  row: ProblemRow;
  columns: ReadonlyArray<{ index: number; header: string; field: string | null }>;
  scope: RowScope;
  treatment: Treatment;
  at: number;
  of: number;
}) {
  const { t, lang } = useWords();
  const { attempt } = useAsk();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const isWritten = 'batch' in scope;
  const lacksReason = treatment.needsReason && reason.trim() === '';
  const [problem] = row.problems.filter(({ column }) => column !== null);
  const run = async (deed: () => Promise<void>) => {
    setBusy(true);
    await attempt(deed);
    setBusy(false);
  };
  const isTreated = row.corrected.length > 0 || row.kind === 'left-out';
  return (
    <>
      <Head
        title={
          <span className="row g6">
            {t('import.check.rowOf', { row: row.row })}
            <span className={row.kind === 'rejected' ? 'chip high' : row.kind === 'warning' ? 'chip mid' : 'chip'}>
              {t(`checking.kinds.${row.kind}`)}
            </span>
          </span>
        }
        extra={<span className="t3 s12">{t('import.check.position', { n: at, total: of })}</span>}
      />
      <div className="sec col g6">
        {row.problems.map((each) => (
          <p key={`${each.column} ${each.code}`}>
            {each.header && <b>{t('import.check.quoted', { column: each.header })} </b>}
            {problemWords(each, lang)}
          </p>
        ))}
        {treatment.needsReason && (problem !== undefined || row.kind !== 'warning') && (
          <Input
            size="small"
            value={reason}
            maxLength={200}
            aria-label={t('checking.reason')}
            placeholder={t('checking.reasonHint')}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {problem && (row.kind === 'rejected' || row.kind === 'warning') && (
          <Ways
            key={problem.column}
            row={row}
            problem={problem}
            scope={scope}
            treatment={treatment}
            blocked={busy || lacksReason}
            reason={reason.trim()}
            run={run}
          />
        )}
        {row.kind === 'duplicate' && (
          <div className="row wrap">
            <Button
              size="small"
              type={row.state === 'duplicate' ? 'primary' : 'default'}
              disabled={busy || lacksReason}
              onClick={() => void run(() => treatment.repetitions([row], row.state === 'duplicate', reason.trim()))}
            >
              {t(row.state === 'duplicate' ? 'checking.importAfterAll' : 'checking.leaveOut')}
            </Button>
          </div>
        )}
        {isTreated && (
          <Button
            size="small"
            block
            disabled={busy || lacksReason}
            onClick={() => void run(() => treatment.undo(row, reason.trim()))}
          >
            {t('checking.takeBack')}
          </Button>
        )}
        {!isWritten && <Elsewhere row={row} code={problem?.code ?? ''} />}
      </div>
      {row.repeats && <RepeatedRow row={row} isWritten={isWritten} />}
      <Head
        title={t('import.check.cell')}
        extra={
          isWritten && (
            <button
              type="button"
              className="src s12"
              onClick={() => go('source', { rowId: row.rowId, field: problem?.field ?? null })}
            >
              {t('checking.openSource')}
            </button>
          )
        }
      />
      <div className="sec">
        <dl className="kv">
          <dt>{t('import.check.file')}</dt>
          <dd className="ell" title={row.file}>
            {row.file}
          </dd>
          <dt>{t('import.check.where')}</dt>
          <dd className="mono ell">
            {row.sheet}!{problem?.cell ?? row.row}
          </dd>
          {problem && (
            <>
              <dt>{t('import.check.raw')}</dt>
              <dd>
                <span className="cited-text pre">
                  {(row.cells[problem.column ?? 0] ?? '') === '' ? t('common.empty') : row.cells[problem.column ?? 0]}
                </span>
              </dd>
            </>
          )}
          {row.corrected.map(({ column, value, reason: why }) => (
            <div key={column} style={{ display: 'contents' }}>
              <dt>{t('checking.corrected')}</dt>
              <dd title={why}>
                {columns.find(({ index }) => index === column)?.header} {value === '' ? t('common.empty') : value}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}

/** 按建议读 · 修改 · 跳过, for this row or for all cells written the same way. */
function Ways({
  row,
  problem,
  scope,
  treatment,
  blocked,
  reason,
  run,
}: {
  row: ProblemRow;
  problem: Problem;
  scope: RowScope;
  treatment: Treatment;
  blocked: boolean;
  reason: string;
  run: (deed: () => Promise<void>) => Promise<void>;
}) {
  const { t } = useWords();
  const shown = row.cells[problem.column ?? 0] ?? '';
  const [text, setText] = useState(problem.suggestion?.value ?? shown);
  const [together, setTogether] = useState(false);
  const filter: ProblemFilter = { code: problem.code, sheet: row.sheetId, seen: problem.seen };
  if (problem.column !== null) filter.column = problem.column;
  const same = useAnswer('import.matching', { ...scope, filter });
  const others = (same.data?.total ?? 1) - 1;
  const rows = async (): Promise<readonly TreatedRow[]> =>
    together ? (await client.request('import.matching', { ...scope, filter })).rows : [row];
  const fix = async (value: string) =>
    treatment.fix(
      (await rows()).map((each) => ({ ...each, column: problem.column ?? 0, value })),
      reason,
    );
  return (
    <>
      {problem.suggestion && (
        <Button
          type="primary"
          block
          style={{ justifyContent: 'flex-start' }}
          disabled={blocked}
          onClick={() => void run(() => fix(problem.suggestion?.value ?? ''))}
        >
          {t('checking.importAs', { value: problem.suggestion.value })}
        </Button>
      )}
      <div className="row g6">
        <Input
          value={text}
          aria-label={t('checking.newValue', { column: problem.header })}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={() => !blocked && text !== shown && void run(() => fix(text))}
        />
        <Button disabled={blocked || text === shown} onClick={() => void run(() => fix(text))}>
          {t('checking.change')}
        </Button>
      </div>
      {row.kind === 'rejected' && (
        <Button
          block
          style={{ justifyContent: 'flex-start' }}
          disabled={blocked}
          onClick={() => void run(async () => treatment.skip(await rows(), reason))}
        >
          {t('checking.skipRow')}
        </Button>
      )}
      {others > 0 && (
        <Checkbox checked={together} onChange={(event) => setTogether(event.target.checked)}>
          {t('checking.together', { count: others })}
        </Checkbox>
      )}
    </>
  );
}

/** Some problems are answered for the whole sheet: what a word means, which way dates run, which column it is. */
function Elsewhere({ row, code }: { row: ProblemRow; code: string }) {
  const { t } = useWords();
  const inRules = code.startsWith('date.ambiguous') || code.startsWith('direction.') || code === 'amount.too-large';
  const leave = (step: 'rules' | 'map') => {
    show(row);
    goTo(step);
  };
  return (
    <div className="row wrap">
      {inRules && (
        <Button size="small" onClick={() => leave('rules')}>
          {t('import.check.toRules')}
        </Button>
      )}
      <button type="button" className="link s12" onClick={() => leave('map')}>
        {t('import.check.toMap')}
      </button>
    </div>
  );
}
