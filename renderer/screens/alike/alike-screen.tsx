import { Tabs } from 'antd';
import { useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { ClashList } from './clash-list.tsx';
import { DecisionList } from './decision-list.tsx';
import { PairWork } from './pair-work.tsx';

const tabs = ['open', 'unsure', 'account', 'name', 'decisions'] as const;
type Tab = (typeof tabs)[number];

/** 主体核对: pairs that may be one, accounts and names that clash, and what was decided. */
export function AlikeScreen() {
  const { t } = useWords();
  const [tab, setTab] = useKept<Tab>('alike.tab', 'open');
  const suggested = useAnswer('parties.suggestions', { limit: 1 }, { keep: true });
  const clashes = useAnswer('parties.clashes', { kind: 'account', limit: 1 }, { keep: true });
  const decisions = useAnswer('parties.decisions', { limit: 1 }, { keep: true });
  const counts: Readonly<Record<Tab, number>> = {
    open: suggested.data?.open ?? 0,
    unsure: suggested.data?.unsure ?? 0,
    account: clashes.data?.accounts ?? 0,
    name: clashes.data?.names ?? 0,
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
          onChange={(key) => setTab(tabs.find((each) => each === key) ?? 'open')}
          items={tabs.map((key) => ({ key, label: t(`alike.tabs.${key}`, { count: counts[key] }) }))}
        />
      </div>
      {(tab === 'open' || tab === 'unsure') && <PairWork key={tab} state={tab} />}
      {(tab === 'account' || tab === 'name') && <ClashList key={tab} kind={tab} />}
      {tab === 'decisions' && <DecisionList />}
    </section>
  );
}
