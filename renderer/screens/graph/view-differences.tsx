import { linkKind } from '../../../shared/ontology/index.ts';
import type { ComparedLink, ListedView } from '../../../shared/protocol/views.requests.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { moneyText } from '../../parts/show.ts';
import { Answered } from '../../parts/states.tsx';
import { useChartNow } from './saved-view.ts';

/** 差异: what a view and another, or the chart as it stands, have that the other has not. */
export function ViewDifferences({ before, after }: { before: ListedView; after: ListedView | null }) {
  const { t, lang } = useWords();
  const now = useChartNow();
  const query = useAnswer(
    'graph.views-compare',
    { before: before.view, after: after?.view ?? now ?? before.view },
    { keep: true },
  );
  const figures = (side: ComparedLink['before']) =>
    side === null
      ? t('views.absent')
      : side.fen === null
        ? t('views.rowsOnly', { rows: side.rows })
        : t('views.figures', { rows: side.rows, amount: moneyText(side.fen, lang) });
  const named = (view: ListedView) => t('views.before', { name: view.name, at: view.changedAt.slice(0, 10) });
  return (
    <Answered query={query}>
      {(data) => {
        const { counts } = data;
        const isSame = Object.values(counts).every((count) => count === 0);
        const list = (title: string, names: readonly string[], total: number) =>
          total > 0 && (
            <div className="col">
              <span className="s12 t3">
                {title}
                {names.length < total && ` · ${t('views.shownOf', { shown: names.length, total })}`}
              </span>
              <span className="s12">{names.join('、')}</span>
            </div>
          );
        const links = counts.addedLinks + counts.removedLinks + counts.changedLinks;
        return (
          <div className="col g6 scroll">
            <span className="s12 t2">
              {t('views.sums', { before: named(before), after: after ? named(after) : t('views.now') })}
            </span>
            <span className="b">
              {t('views.parties', { added: counts.addedParties, removed: counts.removedParties })}
            </span>
            <span className="b">
              {t('views.links', {
                added: counts.addedLinks,
                removed: counts.removedLinks,
                changed: counts.changedLinks,
              })}
            </span>
            <span className="s12">
              {t('views.sums', {
                before: `${t('views.figures', { rows: data.before.rows, amount: moneyText(data.before.fen, lang) })}`,
                after: `${t('views.figures', { rows: data.after.rows, amount: moneyText(data.after.fen, lang) })}`,
              })}
            </span>
            {isSame && <span className="t2 s12">{t('views.same')}</span>}
            {list(t('views.addedParties'), data.addedParties, counts.addedParties)}
            {list(t('views.removedParties'), data.removedParties, counts.removedParties)}
            {links > 0 && (
              <>
                <span className="s12 t3">
                  {t('views.changedLinks')}
                  {data.links.length < links && ` · ${t('views.shownOf', { shown: data.links.length, total: links })}`}
                </span>
                <ul className="views-list">
                  {data.links.map((link) => (
                    <li key={`${link.kind} ${link.source} ${link.target}`} className="view-change s12">
                      <span>
                        <span className="t3">
                          {inLang(linkKind(link.kind)?.words ?? { zh: link.kind, en: link.kind }, lang)}
                        </span>{' '}
                        {link.source} → {link.target}
                      </span>
                      <span className="t2">
                        {t('views.sums', { before: figures(link.before), after: figures(link.after) })}
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        );
      }}
    </Answered>
  );
}
