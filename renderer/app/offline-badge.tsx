import { IconAlertTriangle, IconCheck, IconCloudOff } from '@tabler/icons-react';
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { useAnswer } from '../client/queries.ts';
import { instantText } from '../parts/show.ts';
import { Answered } from '../parts/states.tsx';
import { pageProof } from './offline-proof.ts';
import { useWords } from './words.ts';

/** 离线: opens what shows it. Every line is a figure that was just read, not a promise. */
export function OfflineBadge() {
  const { t } = useWords();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<Proof />}
      title={t('frame.offlineProof.title')}
    >
      <button
        type="button"
        className="plain row g6 s12 nw t2 none"
        style={{ minHeight: 24, minWidth: 24 }}
        aria-label={t('frame.offline')}
      >
        <IconCloudOff size={16} stroke={1.5} color="var(--ok)" aria-hidden />
        <span className="topbar-word">{t('frame.offline')}</span>
      </button>
    </Popover>
  );
}

function Proof() {
  const { t } = useWords();
  const info = useAnswer('app.info', {});
  const page = pageProof();
  return (
    <div className="col g6" style={{ width: 360 }}>
      <Answered query={info}>
        {({ offline, version, sqlite, cipher }) => (
          <>
            <Line good={offline.guarded}>
              {t(offline.guarded ? 'frame.offlineProof.guarded' : 'frame.offlineProof.notGuarded')}
            </Line>
            <Line good={offline.attempts === 0}>
              {t('frame.offlineProof.attempts')} <b>{offline.attempts}</b>
            </Line>
            <Line good={page.foreign === 0}>
              {page.foreign === 0
                ? t('frame.offlineProof.pageOwn', { count: page.own })
                : t('frame.offlineProof.pageForeign', { count: page.foreign })}
            </Line>
            <Line good={page.violations === 0}>
              {page.violations === 0
                ? t('frame.offlineProof.policyClean')
                : t('frame.offlineProof.policyBroken', { count: page.violations })}
            </Line>
            <span className="s12 t3">
              {t('frame.offlineProof.checked')} {instantText(offline.checkedAt)}
            </span>
            <span className="s12 t3">{t('frame.offlineProof.program', { version, sqlite, cipher })}</span>
          </>
        )}
      </Answered>
    </div>
  );
}

function Line({ good, children }: { good: boolean; children: ReactNode }) {
  return (
    <span className="row g6 top">
      {good ? (
        <IconCheck size={16} stroke={2} color="var(--ok)" className="none" aria-hidden />
      ) : (
        <IconAlertTriangle size={16} stroke={1.5} color="var(--high)" className="none" aria-hidden />
      )}
      <span>{children}</span>
    </span>
  );
}
