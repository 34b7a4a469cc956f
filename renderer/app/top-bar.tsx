import { IconArrowLeft, IconArrowRight, IconLock } from '@tabler/icons-react';
import { Button } from 'antd';
import { lock } from './events.ts';
import { OfflineBadge } from './offline-badge.tsx';
import { Search } from './search.tsx';
import { type CaseInfo, useApp } from './store.ts';
import { actorText, useWords } from './words.ts';

/** Which case this is, the way back, search, the proof of being offline, who works here, and the lock. */
export function TopBar({ info }: { info: CaseInfo }) {
  const { t } = useWords();
  const { past, future } = useApp((app) => app.history);
  return (
    <header className="topbar">
      <h1 className="b s14 ell topbar-title" title={info.title}>
        {info.title}
      </h1>
      {info.number && <span className="t3 s12 mono nw topbar-number">{info.number}</span>}
      <Classification value={info.classification} />
      <span className="tall-line" />
      <span className="row g0">
        <Button
          type="text"
          size="small"
          disabled={past.length === 0}
          aria-label={t('frame.back')}
          title={`${t('frame.back')}  Alt ←`}
          icon={<IconArrowLeft size={16} stroke={1.5} />}
          onClick={() => useApp.getState().back()}
        />
        <Button
          type="text"
          size="small"
          disabled={future.length === 0}
          aria-label={t('frame.forward')}
          title={`${t('frame.forward')}  Alt →`}
          icon={<IconArrowRight size={16} stroke={1.5} />}
          onClick={() => useApp.getState().forward()}
        />
      </span>
      <span className="grow" />
      <Search />
      <OfflineBadge />
      {info.actor && (
        <>
          <span className="tall-line topbar-actor" />
          <span className="s12 t2 ell topbar-actor" title={actorText(info.actor)}>
            {actorText(info.actor)}
          </span>
        </>
      )}
      <Button
        size="small"
        className="none"
        aria-label={t('frame.lock')}
        icon={<IconLock size={15} stroke={1.5} />}
        title={`${t('frame.lock')}  Ctrl L`}
        onClick={lock}
      >
        <span className="topbar-word">{t('frame.lock')}</span>
      </Button>
    </header>
  );
}

/** 密级: 秘密 and above in red, because a page lying open must be seen for what it is. */
export function Classification({ value }: { value: CaseInfo['classification'] }) {
  const { t } = useWords();
  if (value === '') return null;
  return <span className={value === '内部' ? 'chip' : 'secret'}>{t(`common.classification.${value}`)}</span>;
}
