import { isAmount, isGroup, type MetricId } from '../../../shared/protocol/metric-ids.ts';
import { useWords } from '../../app/words.ts';
import { Money } from '../../parts/money.tsx';

/** One measure of one party; a dash where it cannot be told, nothing where it stands in no group. */
export function MetricValue({ metric, value }: { metric: MetricId; value: number | null | undefined }) {
  const { t } = useWords();
  if (value === undefined)
    return (
      <span className="t3" title={t('metrics.none')}>
        —
      </span>
    );
  if (isAmount(metric)) return <Money fen={value} />;
  if (value === null) return <span className="t3">—</span>;
  if (isGroup(metric)) return <>{value === 0 ? '' : t('metrics.group', { n: value })}</>;
  return <span className="mono">{Number.isInteger(value) ? value : value.toPrecision(3)}</span>;
}
