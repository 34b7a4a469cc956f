import { IconDots } from '@tabler/icons-react';
import { Button, Dropdown, type MenuProps } from 'antd';
import type { SavedTrace } from '../../../../shared/protocol/trace.requests.ts';
import { actorText, useWords } from '../../../app/words.ts';
import { client } from '../../../client/client.ts';
import { useAnswer } from '../../../client/queries.ts';
import { useAsk } from '../../../parts/ask.ts';
import { moneyText } from '../../../parts/show.ts';
import { drawTrace } from './trace-state.ts';

/** 保存的追踪: opened again with the figures of now, sent to the report, taken away and brought back. */
export function SavedTraces({ withRemoved, opened }: { readonly withRemoved: boolean; opened(): void }) {
  const { t } = useWords();
  const { traces = [] } = useAnswer('trace.list', { removed: withRemoved }, { keep: true }).data ?? {};
  if (traces.length === 0) return null;
  return (
    <>
      <span className="h3">{t('trace.savedTitle')}</span>
      <ul className="views-list scroll">
        {traces.map((trace) => (
          <TraceLine key={trace.trace} trace={trace} opened={opened} />
        ))}
      </ul>
    </>
  );
}

function TraceLine({ trace, opened }: { readonly trace: SavedTrace; opened(): void }) {
  const { t, lang } = useWords();
  const { attempt, say } = useAsk();
  const turn = (what: 'report' | 'unreport' | 'remove' | 'restore') => () =>
    void attempt(() => client.request('trace.turn', { trace: trace.trace, what }));
  const open = () => {
    if (trace.gone > 0) say(t('trace.savedGone', { count: trace.gone }));
    drawTrace(trace.question);
    opened();
  };
  const items: NonNullable<MenuProps['items']> = trace.removed
    ? [{ key: 'restore', label: t('views.restore'), onClick: turn('restore') }]
    : [
        {
          key: 'report',
          label: t(trace.reported ? 'views.outOfReport' : 'views.toReport'),
          onClick: turn(trace.reported ? 'unreport' : 'report'),
        },
        { key: 'remove', label: t('views.remove'), onClick: turn('remove') },
      ];
  return (
    <li className={trace.removed ? 'view-line aside' : 'view-line'}>
      <button type="button" className="view-open" disabled={trace.removed} title={trace.note} onClick={open}>
        <span className="col grow clip">
          <span className="b ell">{trace.name}</span>
          <span className="s12 t2">
            {t('trace.savedLine', { seed: moneyText(trace.seedFen, lang), reached: moneyText(trace.reachedFen, lang) })}
          </span>
          <span className="s12 t3 ell">
            {trace.at.slice(0, 10)} {actorText(trace.actor)}
            {trace.reported ? ` · ${t('views.inReport')}` : ''}
          </span>
        </span>
      </button>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button
          type="text"
          size="small"
          aria-label={`${trace.name} ${t('views.more')}`}
          icon={<IconDots size={15} stroke={1.5} />}
        />
      </Dropdown>
    </li>
  );
}
