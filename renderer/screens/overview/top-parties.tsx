import { Button } from 'antd';
import { drawnAs } from '../../../shared/ontology/index.ts';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { Entity } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { Bars, Head, Meter } from '../../parts/pane.tsx';
import { Risk } from '../../parts/risk.tsx';
import { countText } from '../../parts/show.ts';
import { Empty } from '../../parts/states.tsx';
import type { OverviewData } from './data.ts';
import { spanOf } from './span-of.ts';

/** Who stands out, by risk. The figures are those of the findings; the bars are slate because size is not risk. */
export function TopParties({ data }: { data: OverviewData }) {
  const { t } = useWords();
  const most = Math.max(1, ...data.top.map(({ fen }) => fen));
  const span = spanOf(data.months);
  return (
    <>
      <Head
        title={t('overview.top.title')}
        sub={data.topTotal > 0 && t('overview.top.sub', { shown: data.top.length, total: data.topTotal })}
      />
      {data.top.length === 0 ? (
        <div className="sec">
          <Empty
            title={t('overview.top.none')}
            note={t(data.files > 0 && !data.lastRun ? 'overview.top.notRunNote' : 'overview.top.noneNote')}
            action={
              data.files === 0 && <Button onClick={() => go('import', {})}>{t('overview.coverage.import')}</Button>
            }
          />
        </div>
      ) : (
        <div className="none" style={{ maxHeight: '52%', overflow: 'auto' }}>
          <table className="g loose">
            <colgroup>
              <col style={{ width: 74 }} />
              <col />
              <col style={{ width: 200 }} />
              <col style={{ width: 64 }} />
              <col style={{ width: 136 }} />
              <col className="wide-only" style={{ width: 150 }} />
              <col style={{ width: 116 }} />
            </colgroup>
            <thead>
              <tr>
                <th>{t('overview.top.risk')}</th>
                <th>{t('overview.top.party')}</th>
                <th>{t('overview.top.identity')}</th>
                <th className="num">{t('overview.top.findings')}</th>
                <th className="num">{t('overview.top.fen')}</th>
                <th className="wide-only">{t('overview.top.compare')}</th>
                <th>{span.years ? t('overview.top.monthsOf', { year: span.years }) : t('overview.top.months')}</th>
              </tr>
            </thead>
            <tbody>
              {data.top.map((each) => (
                <tr key={each.party.id} className="pick" onClick={() => go('party', { id: each.party.id })}>
                  <td title={t('overview.top.score', { score: each.score.toFixed(0) })}>
                    <Risk band={each.band} />
                  </td>
                  <td>
                    <button type="button" className="plain" style={{ maxWidth: '100%' }}>
                      <Entity drawnAs={each.drawnAs ?? drawnAs(each.party.kind, null)} strong size={20}>
                        {each.party.name}
                      </Entity>
                    </button>
                  </td>
                  <td className="t2" title={each.identity}>
                    {each.identity}
                  </td>
                  <td className="num">
                    <button
                      type="button"
                      className="link"
                      onClick={(event) => {
                        event.stopPropagation();
                        go('findings', { party: each.party.id });
                      }}
                    >
                      {countText(each.findings)}
                    </button>
                  </td>
                  <td className="num b">
                    <Money fen={each.fen} />
                  </td>
                  <td className="wide-only">
                    <Meter share={each.fen / most} tone="var(--text3)" />
                  </td>
                  <td>
                    <Bars
                      width={92}
                      values={span.months.map((month) => each.months.find((one) => one.month === month)?.fen ?? 0)}
                      label={t('overview.top.months')}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
