import { Button } from 'antd';
import type { FindingStatus } from '../../../shared/protocol/parts.ts';
import { useWords } from '../../app/words.ts';
import { findingStatuses } from './dispositions.ts';
import type { Finding } from './finding.ts';

const decisions = ['checking', 'confirmed', 'excluded', 'doubtful'] as const;

/** The decisions with their keys. 属实 waits for counter-evidence; ruling out weighs as much as confirming, so neither is the primary button. */
export function DisposeBar({
  finding,
  counter,
  disabled,
  to,
}: {
  finding: Finding;
  counter: string;
  /** another finding is on its way */
  disabled: boolean;
  to: (status: FindingStatus) => void;
}) {
  const { t } = useWords();
  const keyOf = (status: FindingStatus) => findingStatuses.indexOf(status) + 1;
  const isClosed = finding.status === 'confirmed' || finding.status === 'excluded';
  return (
    <div className="foot">
      {decisions.map((status) => {
        const current = finding.status === status;
        const lacks = status === 'confirmed' && counter.trim() === '';
        return (
          <Button
            key={status}
            type={status === 'checking' && finding.status === 'open' ? 'primary' : 'default'}
            className={current ? 'on' : ''}
            disabled={disabled || (lacks && !current)}
            title={current ? t('findings.dispose.current') : lacks ? t('findings.dispose.needCounter') : ''}
            aria-pressed={current}
            onClick={() => to(status)}
          >
            {t(`findings.dispose.to.${status}`)} <span className="key">{keyOf(status)}</span>
          </Button>
        );
      })}
      <span className="grow" />
      {(isClosed || finding.status === 'checking' || finding.status === 'doubtful') && (
        <Button type="text" disabled={disabled} onClick={() => to('open')}>
          {t('findings.dispose.title.open')} <span className="key">1</span>
        </Button>
      )}
    </div>
  );
}
