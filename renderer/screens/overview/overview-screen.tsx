import { Status, StatusLine } from '../../app/status.tsx';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { instantText } from '../../parts/show.ts';
import { Answered } from '../../parts/states.tsx';
import { Blind } from './blind.tsx';
import { Coverage } from './coverage.tsx';
import { FindingsBoard } from './findings-board.tsx';
import { Headline } from './headline.tsx';
import { Recent } from './recent.tsx';
import { RecoveryOffer } from './recovery-offer.tsx';
import { TopParties } from './top-parties.tsx';

/** 总览: the headline figure first, then who stands out, then what data is missing. */
export function OverviewScreen() {
  const { t } = useWords();
  const overview = useAnswer('overview.read', {});
  return (
    <Answered query={overview}>
      {(data) => (
        <div className="overview">
          <Status>
            {data.payments.lastDay ? (
              <span>
                {t('overview.state.until')} <b>{data.payments.lastDay}</b>
              </span>
            ) : (
              <span>{t('overview.state.nothingDated')}</span>
            )}
            <StatusLine />
            <span>
              {t('overview.state.totals', { payments: data.payments.rows, parties: data.parties, files: data.files })}
            </span>
            <StatusLine />
            <span>
              {data.lastRun
                ? t('overview.state.run', {
                    models: data.lastRun.models,
                    at: instantText(data.lastRun.at).slice(0, 16),
                  })
                : t('overview.blind.notRun')}
            </span>
            <span className="grow" />
            {data.recent[0] && <span>{t('overview.state.journal', { seq: data.recent[0].seq })}</span>}
          </Status>
          <Headline data={data} />
          <div className="col clip">
            <TopParties data={data} />
            <Coverage data={data} />
          </div>
          <aside className="pane col clip" style={{ borderLeft: '1px solid var(--line)' }}>
            <FindingsBoard data={data} />
            <Blind data={data} />
            <Recent data={data} />
          </aside>
          <RecoveryOffer />
        </div>
      )}
    </Answered>
  );
}
