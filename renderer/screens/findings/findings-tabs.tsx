import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useMe } from '../../app/me.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { type FindingFilter, type Preset, presetFor, presetOf, presets } from './filter.ts';

export type View = 'list' | 'conferences' | 'boards' | 'models';

const views = ['conferences', 'boards', 'models'] as const;

/** The ready-made filters with their counts over the whole case, then the conferences and the models. */
export function FindingsTabs({
  view,
  filter,
  list,
  show,
  children,
}: {
  view: View;
  filter: FindingFilter;
  list: (filter: FindingFilter) => void;
  show: (view: View) => void;
  children?: ReactNode;
}) {
  const { t } = useWords();
  const whole = useAnswer('findings.list', { limit: 1 });
  const mine = useAnswer('findings.list', { limit: 1, assignee: useMe() || '-' });
  const conferences = useAnswer('conferences.list', { limit: 1 });
  const models = useAnswer('detect.models', {});
  const counts: Readonly<Record<Preset, number>> = {
    all: whole.data?.all ?? 0,
    open: whole.data?.byStatus.open ?? 0,
    checking: whole.data?.byStatus.checking ?? 0,
    high: whole.data?.high ?? 0,
    mine: mine.data?.total ?? 0,
    overdue: whole.data?.overdue ?? 0,
    review: whole.data?.review ?? 0,
  };
  const conferenceCount = conferences.data && Object.values(conferences.data.byResult).reduce((sum, n) => sum + n, 0);
  const isKnown = (preset: Preset) => (preset === 'mine' ? mine : whole).data !== undefined;
  const presetAt = (key: string) => presets.find((preset) => preset === key);
  return (
    <div className="head tabs-head">
      <Tabs
        size="small"
        className="clip"
        style={{ alignSelf: 'flex-end' }}
        activeKey={view === 'list' ? presetFor(filter) : view}
        onChange={(key) => {
          const preset = presetAt(key);
          if (preset) list(presetOf[preset]);
          else show(views.find((each) => each === key) ?? 'list');
        }}
        items={[
          // what nobody uses takes no room
          ...presets
            .filter((preset) => presetIsShown(preset, counts[preset], view === 'list' ? presetFor(filter) : undefined))
            .map((preset) => ({
              key: preset,
              label: isKnown(preset) ? t(`findings.tabs.${preset}`, { count: counts[preset] }) : tabName(t, preset),
            })),
          {
            key: 'conferences',
            label:
              conferenceCount === undefined
                ? t('findings.tabs.conferences')
                : t('findings.tabs.conferencesCount', { count: conferenceCount }),
          },
          { key: 'boards', label: t('boards.tab') },
          {
            key: 'models',
            label: models.data
              ? t('findings.tabs.modelsCount', { count: models.data.models.length })
              : t('findings.tabs.models'),
          },
        ]}
      />
      <span className="grow" />
      {children}
    </div>
  );
}

/** The words of a tab while its number is still being read: nothing is called 0 that may be many. */
/** What a tab is called, without its count. */
export const tabName = (t: ReturnType<typeof useWords>['t'], preset: Preset): string =>
  withoutCount(t(`findings.tabs.${preset}`, { count: 0 }));

const withoutCount = (label: string): string => label.replace(/\s*0$/, '');

const presetIsShown = (preset: Preset, count: number, active: Preset | undefined): boolean =>
  preset === active || count > 0 || !(preset === 'mine' || preset === 'overdue' || preset === 'review');
