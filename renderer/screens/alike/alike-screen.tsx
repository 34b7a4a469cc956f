import { Tabs } from 'antd';
import { useEffect } from 'react';
import { type AlikeTab, alikeTabs, type PlaceParams, useApp, useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { ClashList } from './clash-list.tsx';
import { DecisionList } from './decision-list.tsx';
import { PairWork } from './pair-work.tsx';
import { RelationList } from './relation-list.tsx';
import { SharedList } from './shared-list.tsx';

/** 主体核对: pairs that may be one, accounts and names that clash, what parties share, and what was decided. */
export function AlikeScreen({ params }: { params: PlaceParams['alike'] }) {
  const { t } = useWords();
  const [tab, setTab] = useKept<AlikeTab>('alike.tab', 'open');
  const wanted = params.tab;
  useEffect(() => {
    if (wanted !== undefined) useApp.getState().keep('alike.tab', wanted);
  }, [wanted]);
  const suggested = useAnswer('parties.suggestions', { limit: 1 }, { keep: true });
  const clashes = useAnswer('parties.clashes', { kind: 'account', limit: 1 }, { keep: true });
  const shared = useAnswer('relations.shared', { limit: 1 }, { keep: true });
  const relations = useAnswer('relations.list', { limit: 1 }, { keep: true });
  const decisions = useAnswer('parties.decisions', { limit: 1 }, { keep: true });
  const counts: Readonly<Record<AlikeTab, number>> = {
    open: suggested.data?.open ?? 0,
    unsure: suggested.data?.unsure ?? 0,
    account: clashes.data?.accounts ?? 0,
    name: clashes.data?.names ?? 0,
    shared: shared.data?.all ?? 0,
    relations: relations.data?.total ?? 0,
    decisions: decisions.data?.total ?? 0,
  };
  return (
    <section className="col full" aria-label={t('alike.title')}>
      <div className="head tabs-head none">
        <Tabs
          size="small"
          className="clip"
          style={{ alignSelf: 'flex-end' }}
          activeKey={tab}
          onChange={(key) => setTab(alikeTabs.find((each) => each === key) ?? 'open')}
          items={alikeTabs.map((key) => ({ key, label: t(`alike.tabs.${key}`, { count: counts[key] }) }))}
        />
      </div>
      {(tab === 'open' || tab === 'unsure') && <PairWork key={tab} state={tab} />}
      {(tab === 'account' || tab === 'name') && <ClashList key={tab} kind={tab} />}
      {tab === 'shared' && <SharedList />}
      {tab === 'relations' && <RelationList />}
      {tab === 'decisions' && <DecisionList />}
    </section>
  );
}
