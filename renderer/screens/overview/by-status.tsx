import type { FindingStatus } from '../../../shared/protocol/parts.ts';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { StateMark } from '../../parts/risk.tsx';
import { countText } from '../../parts/show.ts';
import type { OverviewData } from './data.ts';

const order: readonly FindingStatus[] = ['open', 'checking', 'doubtful', 'confirmed', 'excluded'];
const fillOf: Readonly<Record<FindingStatus, string>> = {
  open: 'var(--lowFill)',
  checking: 'var(--accent)',
  doubtful: 'var(--midFill)',
  confirmed: 'var(--highFill)',
  excluded: 'var(--text3)',
};

/** How far the checking is: five statuses that add up to all findings, and the sum that shows it. */
export function ByStatus({ data }: { data: OverviewData }) {
  const { t } = useWords();
  const { byStatus, total, gone } = data.findings;
  const counts = order.map((status) => byStatus[status] ?? 0);
  const most = Math.max(1, ...counts);
  return (
    <div className="sec col g4">
      {order.map((status, index) => {
        const count = counts[index] ?? 0;
        return (
          <button key={status} type="button" className="status-line" onClick={() => go('findings', { status })}>
            <StateMark status={status} />
            <span className="status-bar">
              <i style={{ width: `${(count / most) * 70}%`, background: fillOf[status] }} />
              <b>{countText(count)}</b>
            </span>
          </button>
        );
      })}
      <div className="row between s12 t2" style={{ paddingTop: 4, borderTop: '1px solid var(--hair)' }}>
        <span>{t('overview.status.sum')}</span>
        <span className="mono">
          {counts.map(countText).join(' + ')} = <b>{countText(total)}</b>
        </span>
      </div>
      {gone > 0 && <span className="s12 t3">{t('overview.status.gone', { count: gone })}</span>}
    </div>
  );
}
