import { Segmented } from 'antd';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { Status, StatusLine } from '../../app/status.tsx';
import { useApp, useKept } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { ProgressBar } from '../../parts/progress.tsx';
import { type Room, useRoom } from '../../parts/room.ts';
import { countText, instantText } from '../../parts/show.ts';
import { Answered, Empty } from '../../parts/states.tsx';
import type { FindingFilter } from './filter.ts';
import { ModelDetail } from './model-detail.tsx';
import { type ModelLine, type Outcome, OutcomeMark, useLacks } from './outcome.tsx';
import { NewOwnModel } from './own/new-own-model.tsx';
import { RunEverything, RunModels } from './run-models.tsx';
import { Runs } from './runs.tsx';
import { SettingsExchange } from './settings-exchange.tsx';
import { Suppressions } from './suppressions.tsx';

/** What stands first needs a look first; the models of this case stand before all others. */
const outcomes: readonly Outcome[] = ['failed', 'cannot-judge', 'ran', 'never'];
const detailWidth = { narrow: 420, normal: 480, wide: 600 } as const;

/** 预警模型: what each made of the data at the last run, what it lacked, and its thresholds. */
export function ModelsWork({
  showFindings,
  showChange,
}: {
  showFindings: (model: string) => void;
  showChange: (change: NonNullable<FindingFilter['change']>) => void;
}) {
  const query = useAnswer('detect.models', {});
  return (
    <Answered query={query}>
      {(answer) => <Models answer={answer} showFindings={showFindings} showChange={showChange} />}
    </Answered>
  );
}

function Models({
  answer: { models, lastRun, dispositions },
  showFindings,
  showChange,
}: {
  showChange: (change: NonNullable<FindingFilter['change']>) => void;
  answer: Answer<'detect.models'>;
  showFindings: (model: string) => void;
}) {
  const { t } = useWords();
  const room = useRoom();
  const job = useApp((app) => app.job);
  const [wanted, setWanted] = useKept<Outcome | 'all'>('findings.models.outcome', 'all');
  const [chosen, setChosen] = useKept<string | null>('findings.models.chosen', null);
  const columns = useColumns(room);
  const runs = new Map(lastRun?.models.map((run) => [run.model, run]));
  // a deleted model of this case is only known for the words of its findings
  const lines: ModelLine[] = models
    .filter(({ own }) => own?.state !== 'deleted')
    .map((model) => ({ model, run: runs.get(model.id), outcome: runs.get(model.id)?.status ?? ('never' as const) }))
    .sort(
      (a, b) =>
        Number(b.model.own !== undefined) - Number(a.model.own !== undefined) ||
        outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome),
    );
  const listed = wanted === 'all' ? lines : lines.filter(({ outcome }) => outcome === wanted);
  const countOf = (outcome: Outcome) => lines.filter((line) => line.outcome === outcome).length;
  const line = lines.find(({ model }) => model.id === chosen) ?? listed[0];
  return (
    <div className="row g0 stretch grow">
      <section className="pane col grow">
        <div className="tool" style={{ gap: 8, padding: '0 12px', borderBottomColor: 'var(--hair)' }}>
          <Segmented
            size="small"
            aria-label={t('findings.models.cols.state')}
            value={wanted}
            onChange={setWanted}
            options={[
              { value: 'all' as const, label: t('findings.models.all', { count: lines.length }) },
              ...outcomes
                .filter((outcome) => countOf(outcome) > 0)
                .map((outcome) => ({
                  value: outcome,
                  label: t(`findings.models.counts.${outcome}`, { count: countOf(outcome) }),
                })),
            ]}
          />
          <span className="grow" />
          <span className="s12 t3 nw">
            {lastRun ? t('findings.run.last', { at: instantText(lastRun.at).slice(0, 16) }) : t('findings.run.never')}
          </span>
          <Suppressions />
          <NewOwnModel show={setChosen} />
          <SettingsExchange />
          {lastRun && <Runs show={showChange} />}
          <RunModels primary label={t(lastRun ? 'findings.run.again' : 'findings.run.run')} />
          {lastRun && <RunEverything />}
        </div>
        {job?.job === 'detect.run' && (
          <div className="sec">
            <ProgressBar wide />
          </div>
        )}
        <div className="grow">
          {models.length === 0 ? (
            <Empty title={t('findings.run.never')} />
          ) : (
            <DataGrid
              label={t('findings.models.title')}
              columns={columns}
              total={listed.length}
              at={(index) => listed[index]}
              keyOf={({ model }) => model.id}
              selected={line?.model.id ?? null}
              onSelect={({ model }) => setChosen(model.id)}
              onOpen={({ model, run }) => (run?.findings ?? 0) > 0 && showFindings(model.id)}
            />
          )}
        </div>
      </section>
      <aside className="pane col none" style={{ width: detailWidth[room] }}>
        {line ? (
          <ModelDetail
            key={line.model.id}
            line={line}
            dispositions={dispositions[line.model.id]}
            showFindings={showFindings}
          />
        ) : (
          <Empty title={t('findings.models.pick')} />
        )}
      </aside>
      <Status>
        <span>
          {t('findings.models.title')} <b>{countText(lines.length)}</b>
        </span>
        <StatusLine />
        <span>
          {outcomes
            .filter((outcome) => countOf(outcome) > 0)
            .map((outcome) => t(`findings.models.counts.${outcome}`, { count: countOf(outcome) }))
            .join(' · ')}
        </span>
      </Status>
    </div>
  );
}

function useColumns(room: Room): Column<ModelLine>[] {
  const { t, lang } = useWords();
  const columns: (Column<ModelLine> | false)[] = [
    {
      id: 'model',
      head: t('findings.models.cols.model'),
      width: room === 'narrow' ? 190 : 230,
      cell: ({ model }) => (
        <span className="ell b" title={model.id}>
          {model.own && (
            <span className="t3 s12">
              {t('own.mark')}
              {model.own.state === 'off' && ` · ${t('own.state.off')}`}{' '}
            </span>
          )}
          {inLang(model.title, lang)}
        </span>
      ),
    },
    {
      id: 'state',
      head: t('findings.models.cols.state'),
      width: lang === 'en' ? 120 : 100,
      cell: ({ outcome }) => <OutcomeMark outcome={outcome} />,
    },
    {
      id: 'findings',
      head: t('findings.models.cols.findings'),
      width: 72,
      end: true,
      cell: ({ run }) => (run?.status === 'ran' ? <b>{countText(run.findings)}</b> : <span className="t3">—</span>),
    },
    {
      id: 'examined',
      head: t('findings.models.cols.examined'),
      width: 84,
      end: true,
      cell: ({ run }) => <span className="t2">{run && run.status !== 'failed' ? countText(run.examined) : '—'}</span>,
    },
    {
      id: 'lack',
      head: t('findings.models.cols.note'),
      width: 'minmax(120px, 1fr)',
      cell: (line) => <Lack line={line} />,
    },
    room !== 'narrow' && {
      id: 'ms',
      head: t('findings.models.cols.ms'),
      width: 76,
      end: true,
      cell: ({ run }) => (
        <span className="t3 s12">
          <Seconds run={run} />
        </span>
      ),
    },
  ];
  return columns.filter((column) => column !== false);
}

/** How long it took; of a model that was not asked because nothing it reads changed, the run whose outcome stands. */
function Seconds({ run }: { run: ModelLine['run'] }) {
  const { t } = useWords();
  if (!run) return '—';
  const { unchangedSince, ms } = run;
  if (!unchangedSince) return t('findings.models.seconds', { value: (ms / 1000).toFixed(2) });
  const since = { run: unchangedSince.run, at: instantText(unchangedSince.at).slice(0, 16) };
  return <span title={t('findings.models.unchanged', since)}>{t('findings.models.stands', since)}</span>;
}

/** What it lacked, or what it asked. */
function Lack({ line: { model, run, outcome } }: { line: ModelLine }) {
  const { t, lang } = useWords();
  const lacks = useLacks()(run).join(t('common.listSeparator')) || run?.note;
  const words = outcome === 'ran' || !lacks ? inLang(model.question, lang) : lacks;
  return (
    <span className={outcome === 'ran' || !lacks ? 't3 ell' : 'ell'} title={words}>
      {words}
    </span>
  );
}
