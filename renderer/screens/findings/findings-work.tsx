import { Button, Dropdown, Segmented, Select } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useShortcuts } from '../../app/keyboard.ts';
import { Status, StatusLine } from '../../app/status.tsx';
import { go, useApp, useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Money } from '../../parts/money.tsx';
import { useRoom } from '../../parts/room.ts';
import { countText } from '../../parts/show.ts';
import { Answered, Empty, FailedAnswer, Loading } from '../../parts/states.tsx';
import { AssignDialog, type ToAssign } from './assign-dialog.tsx';
import { DisposeBar } from './dispose-bar.tsx';
import { findingStatuses } from './dispositions.ts';
import { type FindingFilter, type Grouping, isBareTab, presetFor } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { openFirstSource } from './finding.ts';
import { FindingDetail } from './finding-detail.tsx';
import { FindingGrid, toggled } from './finding-grid.tsx';
import { type ListedFinding, stays, useFindingList } from './finding-list.ts';
import { tabName } from './findings-tabs.tsx';
import { NothingFound } from './nothing-found.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { useDispose } from './use-dispose.tsx';

const detailWidth = { narrow: 484, normal: 520, wide: 640 } as const;

/** The list and the detail of what is selected in it, with the keys for both. */
export function FindingsWork({
  filter,
  setFilter,
  tabs,
  showModels,
}: {
  filter: FindingFilter;
  setFilter: (filter: FindingFilter) => void;
  tabs: (children: ReactNode) => ReactNode;
  showModels: () => void;
}) {
  const { t, lang } = useWords();
  const { say } = useAsk();
  const room = useRoom();
  const [grouping, setGrouping] = useKept<Grouping>('findings.grouping', 'subject');
  const [folded, setFolded] = useKept<readonly string[]>('findings.folded', nothingFolded);
  const [ticked, setTicked] = useState<ReadonlyMap<number, ListedFinding>>(new Map());
  const [draft, setDraft] = useState<{ readonly id: number; readonly text: string } | null>(null);
  const select = useApp((app) => app.select);
  const list = useFindingList(filter, grouping, folded);
  const firstShown = list.next(undefined, 1)?.id ?? null;
  const chosen = useApp((app) => app.selection.finding) ?? firstShown;
  const read = useAnswer('finding.read', { id: chosen ?? 1 }, { enabled: chosen !== null, keep: true });
  // while the next one is on its way the former is shown, but nothing may be done to it by mistake
  const finding = read.data?.id === chosen ? read.data : undefined;
  const detail = useRef<HTMLElement>(null);

  const counter = (finding && draft?.id === finding.id ? draft.text : finding?.counter) ?? '';
  const target = finding && { id: finding.id, number: finding.number, model: finding.model, counter };
  const [assigning, setAssigning] = useState<ToAssign | null>(null);
  const { to, ask, note, undo, dialog } = useDispose((status, ids) => {
    setTicked(new Map());
    if (chosen !== null && ids.includes(chosen) && !stays(filter, status)) {
      const line = list.lineOf(chosen);
      const after = list.next(line, 1) ?? list.next(line, -1);
      if (after) select({ finding: after.id });
    }
  });

  const assign = ({ id, number, assignee, due }: Pick<ListedFinding, 'id' | 'number' | 'assignee' | 'due'>) =>
    setAssigning({ ids: [id], number, assignee, due });
  const move = (step: 1 | -1) => () => {
    const next = list.next(list.lineOf(chosen), step);
    if (next) select({ finding: next.id });
  };
  useShortcuts('here', [
    { keys: 'J', label: t('findings.keys.next'), run: move(1) },
    { keys: 'K', label: t('findings.keys.previous'), run: move(-1) },
    ...findingStatuses.map((status, index) => ({
      keys: String(index + 1),
      label: t(`findings.dispose.title.${status}`),
      run: () => {
        if (!finding || !target || status === finding.status) return;
        if (status === 'confirmed' && counter.trim() === '') {
          // where it is written, so that the key leads on instead of doing nothing
          say(t('findings.dispose.needCounter'));
          detail.current?.querySelector('textarea')?.focus();
        } else to(finding.status, status, [target]);
      },
    })),
    { keys: 'R', label: t('findings.keys.reason'), run: () => finding && target && note(finding.status, target) },
    { keys: 'A', label: t('findings.assign.title'), run: () => finding && assign(finding) },
    { keys: 'Ctrl+Z', label: t('findings.keys.undo'), run: () => void undo() },
    { keys: 'G', label: t('findings.keys.graph'), run: () => finding && go('graph', { finding: finding.id }) },
    { keys: 'O', label: t('findings.keys.source'), run: () => finding && openFirstSource(finding) },
  ]);

  const groupBy = {
    'aria-label': t('findings.group.label'),
    value: grouping,
    onChange: setGrouping,
    options: groupings.map((value) => ({ value, label: t(`findings.group.${value}`) })),
  };
  return (
    <div className="row g0 stretch full">
      <section className="pane col grow">
        {tabs(
          room === 'narrow' || (room === 'normal' && lang === 'en') ? (
            // the tabs need the room: cut, the last ones would not be seen
            <Select size="small" popupMatchSelectWidth={false} {...groupBy} />
          ) : (
            <Segmented size="small" {...groupBy} />
          ),
        )}
        <FilterBar filter={filter} change={setFilter} counts={list.first?.byTag}>
          <SavedFilters filter={filter} change={setFilter} />
          {ticked.size > 0 && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  ...bulkStatuses.map((status) => ({ key: status, label: t(`findings.dispose.title.${status}`) })),
                  { key: 'assign', label: t('findings.assign.menu') },
                ],
                onClick: ({ key }) => {
                  if (key === 'assign')
                    setAssigning({ ids: [...ticked.keys()], number: '', assignee: null, due: null });
                  const status = bulkStatuses.find((each) => each === key);
                  if (status)
                    ask(
                      status,
                      [...ticked.values()].map(({ id, number, model }) => ({ id, number, model, counter: '' })),
                    );
                },
              }}
            >
              <Button size="small">{t('findings.bulkCount', { count: ticked.size })}</Button>
            </Dropdown>
          )}
        </FilterBar>
        <div className="grow">
          {list.isError && <FailedAnswer error={list.error} retry={list.refetch} />}
          {!list.isError && list.first === undefined && <Loading />}
          {list.first?.total === 0 && (
            <NothingFound
              all={list.first.all}
              tab={isBareTab(filter) ? tabName(t, presetFor(filter)) : null}
              clear={() => setFilter({ text: '' })}
              showModels={showModels}
            />
          )}
          {!list.isError && list.lines.total > 0 && (
            <FindingGrid
              list={list}
              grouping={grouping}
              chosen={chosen}
              onChoose={({ id }) => select({ finding: id })}
              onOpen={() => detail.current?.focus()}
              ticks={{
                ids: new Set(ticked.keys()),
                toggle: (each) => setTicked(toggled(ticked, each)),
              }}
              folded={folded}
              setFolded={setFolded}
            />
          )}
        </div>
      </section>
      <aside
        ref={detail}
        className="pane col none"
        style={{ width: detailWidth[room] }}
        aria-label={t('findings.detail')}
        tabIndex={-1}
      >
        {chosen === null ? (
          list.lines.total > 0 && <Empty title={t('findings.pick')} />
        ) : (
          <Answered query={read}>
            {(shown) => (
              <>
                <FindingDetail
                  finding={shown}
                  counter={shown === finding ? counter : shown.counter}
                  setCounter={(text) => setDraft({ id: shown.id, text })}
                  assign={() => assign(shown)}
                />
                <DisposeBar
                  finding={shown}
                  counter={counter}
                  disabled={shown !== finding}
                  to={(status) => finding && target && to(finding.status, status, [target])}
                />
              </>
            )}
          </Answered>
        )}
      </aside>
      {dialog}
      {assigning && (
        <AssignDialog
          {...assigning}
          close={() => {
            setAssigning(null);
            setTicked(new Map());
          }}
        />
      )}
      {list.first && (
        <ListStatus
          first={list.first}
          suppressed={filter.suppressed}
          show={(suppressed) => setFilter({ ...filter, suppressed })}
        />
      )}
    </div>
  );
}

const nothingFolded: readonly string[] = [];
const groupings: readonly Grouping[] = ['subject', 'model', 'matter', 'none'];
/** What may be decided for many at once; 属实 needs counter-evidence of its own for each. */
const bulkStatuses = ['checking', 'excluded', 'doubtful', 'open'] as const;

function ListStatus({
  first,
  suppressed,
  show,
}: {
  first: NonNullable<ReturnType<typeof useFindingList>['first']>;
  suppressed: FindingFilter['suppressed'];
  show: (suppressed: FindingFilter['suppressed']) => void;
}) {
  const { t, lang } = useWords();
  const room = useRoom();
  return (
    <Status>
      <span>
        {t('findings.state.shown')} <b>{countText(first.total)}</b> {t('findings.state.of', { total: first.all })}
      </span>
      {first.total > 0 && (
        <>
          <StatusLine />
          <span>
            {t('findings.state.fen')}{' '}
            <b>
              <Money fen={first.fen} />
            </b>
            {lang === 'en' ? ' ' : ''}
            {t('findings.state.once')}
          </span>
        </>
      )}
      <StatusLine />
      <span>
        {findingStatuses
          .filter((status) => (first.byStatus[status] ?? 0) > 0)
          .map((status) => `${t(`common.status.${status}`)} ${countText(first.byStatus[status] ?? 0)}`)
          .join(' · ')}
      </span>
      {first.suppressed > 0 && (
        <>
          <StatusLine />
          <button
            type="button"
            className="link s12"
            onClick={() => show(suppressed === undefined ? 'only' : undefined)}
          >
            {suppressed === undefined
              ? t('findings.suppress.hidden', { count: first.suppressed })
              : t('findings.suppress.back')}
          </button>
        </>
      )}
      <span className="grow" />
      <span>{t(room === 'narrow' ? 'findings.state.keysNarrow' : 'findings.state.keys')}</span>
    </Status>
  );
}
