import { Fragment, type ReactNode } from 'react';
import { Status, StatusLine } from '../../app/status.tsx';
import { useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { moneyText } from '../../parts/show.ts';
import { FoldedStatus } from './cap-banner.tsx';
import { activeFilters, type GraphFilters } from './filters.tsx';
import { useGraph } from './graph-store.ts';
import { asked, narrows, type Period } from './period.ts';
import type { StandingView } from './saved-view.ts';
import { showAll } from './sight.ts';
import type { Within } from './use-within.ts';

/**
 * 状态栏: what is in sight of what passes the filters, the sum over every row of the case that passes them, drawn or not, and whether the
 * picture is kept as a view.
 */
export function GraphStatus({
  filters,
  period,
  within,
}: {
  filters: GraphFilters;
  period: Period;
  within: Within | null;
}) {
  const { t, lang } = useWords();
  const { links, shown, hidden, selectedParties, selectedLinks } = useGraph();
  const { hiddenKinds, hiddenLinks, minFen, tags } = filters;
  const { data } = useAnswer(
    'graph.totals',
    { hiddenKinds: [...hiddenKinds], hiddenLinks: [...hiddenLinks], minFen, tags: [...tags], ...asked(period) },
    { keep: true },
  );
  const money = new Set(data?.moneyKinds);
  const rows = links
    .filter((link) => shown.links.has(link.id) && money.has(link.kind))
    .reduce((sum, link) => sum + (within ? (within.links.get(link.id)?.rows ?? 0) : link.rows), 0);
  const count = activeFilters(filters) + (narrows(period) ? 1 : 0);
  const { whole, manual } = data ?? {};
  const parts: ReadonlyArray<ReactNode> = [
    t('graph.status.entities', { shown: shown.parties.size, total: data?.parties ?? 0 }),
    t('graph.status.rows', { shown: rows, total: data?.rows ?? 0 }),
    // no rows at all is no sum of nought
    whole?.rows === 0 ? (
      t('overview.noMoney')
    ) : (
      <span
        key="sum"
        title={
          whole &&
          t('graph.status.whole', {
            parties: whole.parties,
            rows: whole.rows,
            amount: moneyText(whole.fen, lang, 'exact'),
          })
        }
      >
        {t('graph.status.sum')} <b>{data ? moneyText(data.fen, lang) : '…'}</b>
      </span>
    ),
    manual && t('manual.graph.partSum', { rows: manual.rows, amount: moneyText(manual.fen, lang) }),
    count > 0 && t('graph.status.filters', { count }),
    hidden.length > 0 && (
      <button key="hidden" type="button" className="link" onClick={showAll}>
        {t('deeds.hidden', { count: hidden.length })}
      </button>
    ),
    selectedLinks.length > 0 && t('graph.status.selectedLink', { count: selectedLinks.length }),
    selectedLinks.length === 0 &&
      selectedParties.length > 0 &&
      t('graph.status.selectedParty', { count: selectedParties.length }),
    links.length > 0 && <SavedState key="saved" />,
  ].filter(Boolean);
  return (
    <Status>
      {parts.map((part, at) => (
        <Fragment key={at}>
          {at > 0 && <StatusLine />}
          <span>{part}</span>
          {at === 0 && <FoldedStatus />}
        </Fragment>
      ))}
    </Status>
  );
}

/** Whether the chart is as it was saved: any step since then is a change, and taking it back is none. */
function SavedState() {
  const { t } = useWords();
  const last = useGraph((graph) => graph.done.at(-1) ?? null);
  const [standing] = useKept<StandingView | null>('graph.standing', null);
  if (!standing) return t('views.unsaved');
  if (standing.step !== last) return t('views.changed', { name: standing.name });
  return t('views.stands', { name: standing.name, at: timeOf(standing.at) });
}

const timeOf = (at: string): string =>
  new Date(at).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' });
