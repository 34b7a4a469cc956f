import type { ReactNode } from 'react';
import { type PlaceParams, useApp, useKept } from '../../app/store.ts';
import { BoardsWork } from '../boards/boards-work.tsx';
import { ConferencesWork } from '../conference/conferences-work.tsx';
import { useArrival } from './arrival.ts';
import { type FindingFilter, filterFrom, noFilter } from './filter.ts';
import { FindingsTabs, type View } from './findings-tabs.tsx';
import { FindingsWork } from './findings-work.tsx';
import { ModelsWork } from './models-work.tsx';

/** 疑点: the list with its detail, the conferences that were checked, and the models behind both. */
export function FindingsScreen({ params }: { params: PlaceParams['findings'] }) {
  const [view, setView] = useKept<View>('findings.view', 'list');
  const [filter, setFilter] = useKept<FindingFilter>('findings.filter', noFilter);
  const select = useApp((app) => app.select);
  useArrival('findings.arrived', () => {
    const narrowed = Object.keys(params).some((name) => name !== 'finding');
    if (narrowed) setFilter(filterFrom(params));
    if (narrowed || params.finding !== undefined) setView('list');
    if (narrowed || params.finding !== undefined) select({ finding: params.finding ?? null });
  });
  const list = (next: FindingFilter) => {
    setFilter(next);
    setView('list');
    // the first of the new list, not one that is not in it
    select({ finding: null });
  };
  const tabs = (children?: ReactNode) => (
    <FindingsTabs view={view} filter={filter} list={list} show={setView}>
      {children}
    </FindingsTabs>
  );
  if (view === 'conferences') {
    return (
      <div className="col full">
        {tabs()}
        <ConferencesWork />
      </div>
    );
  }
  if (view === 'boards') {
    return (
      <div className="col full">
        {tabs()}
        <BoardsWork
          showFinding={(finding) => {
            setFilter(noFilter);
            setView('list');
            select({ finding });
          }}
        />
      </div>
    );
  }
  if (view === 'models') {
    return (
      <div className="col full">
        {tabs()}
        <ModelsWork
          showFindings={(model) => list({ text: '', model })}
          showChange={(change) => list({ text: '', change })}
        />
      </div>
    );
  }
  return <FindingsWork filter={filter} setFilter={setFilter} tabs={tabs} showModels={() => setView('models')} />;
}
