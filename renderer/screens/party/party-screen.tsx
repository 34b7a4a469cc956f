import { Tabs } from 'antd';
import { useShortcuts } from '../../app/keyboard.ts';
import { useSettings } from '../../app/settings.ts';
import { Status, StatusLine } from '../../app/status.tsx';
import { go, type PlaceParams, useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { moneyText } from '../../parts/show.ts';
import { Answered } from '../../parts/states.tsx';
import type { Party } from './links.ts';
import { moneyOf, otherOf } from './links.ts';
import { Mentions } from './mentions.tsx';
import { PartyHead } from './party-head.tsx';
import { PartyLinks } from './party-links.tsx';
import { PartySide } from './party-side.tsx';
import { PartyTimeline } from './party-timeline.tsx';

const tabs = ['in', 'out', 'other', 'timeline', 'mentions'] as const;
type Tab = (typeof tabs)[number];

/** 主体档案: one subject; who it is and why, its money by counterparty down to the rows, its findings. */
export function PartyScreen({ params }: { params: PlaceParams['party'] }) {
  const party = useAnswer('party.read', { id: params.id });
  return <Answered query={party}>{(data) => <Dossier party={data} />}</Answered>;
}

function Dossier({ party }: { party: Party }) {
  const { t, lang } = useWords();
  const how = useSettings((store) => store.settings.money);
  const lists = { in: moneyOf(party, 'in'), out: moneyOf(party, 'out'), other: otherOf(party) };
  const fullest: Tab = lists.in.length > 0 ? 'in' : lists.out.length > 0 ? 'out' : 'other';
  const [tab, setTab] = useKept<Tab>(`party.tab.${party.id}`, fullest);
  useShortcuts('here', [
    { keys: 'G', label: t('party.keys.graph'), run: () => go('graph', { party: party.id }) },
    { keys: 'F', label: t('party.keys.findings'), run: () => go('findings', { party: party.id }) },
  ]);
  const money = useAnswer('party.money', { id: party.id }).data;
  const label = (key: Tab) => {
    if (key === 'timeline') return t('party.timeline');
    return t(`party.tabs.${key}`, { count: key === 'mentions' ? party.mentionsTotal : lists[key].length });
  };
  return (
    <div className="col full">
      <PartyHead party={party} money={money} />
      <div className="none" style={{ padding: '0 16px', borderBottom: '1px solid var(--line)' }}>
        <Tabs
          size="small"
          activeKey={tab}
          onChange={(key) => setTab(tabs.find((each) => each === key) ?? 'in')}
          items={tabs.map((key) => ({ key, label: label(key) }))}
        />
      </div>
      <div className="row g0 stretch grow">
        <section className="pane col grow">
          {tab === 'mentions' && <Mentions party={party} />}
          {tab === 'timeline' && <PartyTimeline id={party.id} />}
          {(tab === 'in' || tab === 'out' || tab === 'other') && (
            <PartyLinks key={tab} party={party} view={tab} links={lists[tab]} money={money} />
          )}
        </section>
        <PartySide party={party} money={money} />
      </div>
      <Status>
        <span>
          {t('party.title')} <b>{party.name}</b>
        </span>
        <StatusLine />
        <span>{t('party.status.rows', { count: party.rows })}</span>
        <StatusLine />
        <span>
          {t('party.status.money', {
            in: moneyText(party.inFen, lang, how),
            out: moneyText(party.outFen, lang, how),
          })}
        </span>
        <span className="grow" />
        <span>{t('party.status.keys')}</span>
      </Status>
    </div>
  );
}
