import { IconArrowLeft, IconDots, IconX } from '@tabler/icons-react';
import { Button, Checkbox, Dropdown, Input, type MenuProps } from 'antd';
import { useState } from 'react';
import type { ListedView } from '../../../shared/protocol/views.requests.ts';
import { isComposing } from '../../app/keyboard.ts';
import { actorText, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { moneyText } from '../../parts/show.ts';
import { Answered, Empty } from '../../parts/states.tsx';
import { periodText } from './period.ts';
import { openView } from './saved-view.ts';
import { SavedTraces } from './trace/saved-traces.tsx';
import { ViewDifferences } from './view-differences.tsx';
import { ViewThumb } from './view-thumb.tsx';

/** Names told of parties that are not there any more. */
const NAMED = 5;

/** 视图: the saved pictures of the chart; opened, compared with each other or with the chart, renamed, taken away, sent to the report. */
export function ViewsPanel({ close }: { close(): void }) {
  const { t } = useWords();
  const [withRemoved, setWithRemoved] = useState(false);
  const [compared, setCompared] = useState<{ before: ListedView; after: ListedView | null } | null>(null);
  const query = useAnswer('graph.views-list', { removed: withRemoved }, { keep: true });
  return (
    <section
      className="chart-over views-panel col"
      aria-label={t('views.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        if (compared) setCompared(null);
        else close();
      }}
    >
      <div className="row g6">
        {compared && (
          <Button
            type="text"
            size="small"
            aria-label={t('views.back')}
            icon={<IconArrowLeft size={15} stroke={1.5} />}
            onClick={() => setCompared(null)}
          />
        )}
        <span className="h3 grow">{t(compared ? 'views.differences' : 'views.title')}</span>
        <Button
          type="text"
          size="small"
          aria-label={t('views.close')}
          icon={<IconX size={15} stroke={1.5} />}
          onClick={close}
        />
      </div>
      {compared ? (
        <ViewDifferences {...compared} />
      ) : (
        <>
          <Answered query={query}>
            {({ views }) =>
              views.length === 0 ? (
                <Empty title={t('views.none')} note={t('views.noneNote')} />
              ) : (
                <ul className="views-list scroll">
                  {views.map((view) => (
                    <ViewLine
                      key={view.view}
                      view={view}
                      others={views.filter((other) => other !== view && !other.removed)}
                      compare={(after) => setCompared({ before: view, after })}
                    />
                  ))}
                </ul>
              )
            }
          </Answered>
          <SavedTraces withRemoved={withRemoved} opened={close} />
          <Checkbox className="s12" checked={withRemoved} onChange={(event) => setWithRemoved(event.target.checked)}>
            {t('views.showRemoved')}
          </Checkbox>
        </>
      )}
    </section>
  );
}

function ViewLine({
  view,
  others,
  compare,
}: {
  view: ListedView;
  others: readonly ListedView[];
  compare(after: ListedView | null): void;
}) {
  const { t, lang } = useWords();
  const { attempt, say } = useAsk();
  const [renamed, setRenamed] = useState<string | null>(null);
  const open = () =>
    attempt(async () => {
      const done = await openView(view.view);
      if (!done) return;
      if (done.gone.length === 0) say(t('views.opened', { name: done.name }));
      else
        say(
          t('views.openedPart', {
            name: done.name,
            of: done.of,
            shown: done.of - done.gone.length,
            names: done.gone.slice(0, NAMED).join('、') + (done.gone.length > NAMED ? '…' : ''),
          }),
        );
    });
  const rename = () =>
    attempt(async () => {
      const name = renamed?.trim() ?? '';
      if (name !== '' && name !== view.name) await client.request('graph.views-rename', { view: view.view, name });
      setRenamed(null);
    });
  const removed = (how: 'graph.views-remove' | 'graph.views-restore') => () =>
    void attempt(() => client.request(how, { view: view.view }));
  const items: NonNullable<MenuProps['items']> = view.removed
    ? [{ key: 'restore', label: t('views.restore'), onClick: removed('graph.views-restore') }]
    : [
        { key: 'compare', label: t('views.compare'), onClick: () => compare(null) },
        ...others.map((other) => ({
          key: `compare ${other.view}`,
          label: t('views.compareWith', { name: other.name }),
          onClick: () => compare(other),
        })),
        { type: 'divider', key: 'line' },
        {
          key: 'report',
          label: t(view.reported ? 'views.outOfReport' : 'views.toReport'),
          onClick: () =>
            void attempt(() => client.request('graph.views-report', { view: view.view, on: !view.reported })),
        },
        { key: 'rename', label: t('views.rename'), onClick: () => setRenamed(view.name) },
        { key: 'remove', label: t('views.remove'), onClick: removed('graph.views-remove') },
      ];
  return (
    <li className={view.removed ? 'view-line aside' : 'view-line'}>
      <button type="button" className="view-open" disabled={view.removed} title={view.note} onClick={() => void open()}>
        <ViewThumb dots={view.dots} lines={view.lines} />
        <span className="col grow clip">
          {renamed === null && <span className="b ell">{view.name}</span>}
          <span className="s12 t2">
            {t('views.line', { parties: view.parties, links: view.links, amount: moneyText(view.fen, lang) })}
          </span>
          <span className="s12 t3 ell">
            {view.changedAt.slice(0, 10)} {actorText(view.actor)}
            {view.period.from && view.period.to
              ? ` · ${periodText({ from: view.period.from, to: view.period.to })}`
              : ''}
            {view.reported ? ` · ${t('views.inReport')}` : ''}
          </span>
        </span>
      </button>
      {renamed !== null && (
        <Input
          size="small"
          autoFocus
          className="view-name"
          aria-label={t('views.renameTitle')}
          maxLength={100}
          value={renamed}
          onChange={(event) => setRenamed(event.target.value)}
          onBlur={() => void rename()}
          onPressEnter={(event) => !isComposing(event.nativeEvent) && void rename()}
        />
      )}
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button
          type="text"
          size="small"
          aria-label={`${view.name} ${t('views.more')}`}
          icon={<IconDots size={15} stroke={1.5} />}
        />
      </Dropdown>
    </li>
  );
}
