import { Button } from 'antd';
import { hasMoney } from '../../../shared/evidence/has-money.ts';
import { useSettings } from '../../app/settings.ts';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { Money } from '../../parts/money.tsx';
import { Figure } from '../../parts/pane.tsx';
import { countText, moneyText, percentText, showMoney } from '../../parts/show.ts';
import { highRisk, type OverviewData } from './data.ts';

/** The one number the eye meets first, the other figures beside it, and the way on. */
export function Headline({ data }: { data: OverviewData }) {
  const { t, lang } = useWords();
  const { attempt, say } = useAsk();
  const how = useSettings((store) => store.settings.money);
  const { findings, payments, lastRun } = data;
  const { before, figure, after } = showMoney(findings.fen, lang, how);
  const counted = (status: string) => findings.byStatus[status] ?? 0;
  const share = payments.fen > 0 ? percentText(findings.fen / payments.fen) : null;

  const run = () =>
    attempt(async () => {
      const { runs, added, gone, kept } = await client.request('detect.run', {});
      say(t('overview.ran', { models: runs.length, added, gone, kept }));
    });

  return (
    <section className="headline">
      <div className="col">
        <span className="t3 s12">{t('overview.doubted')}</span>
        {hasMoney(data) ? (
          <span className="nw" title={moneyText(findings.fen, lang, 'exact')}>
            {before && <span className="t2">{before}</span>}
            <span className="b s28">{figure}</span>
            <span className="t2">
              {after && ` ${after}`}
              {share && t('common.comma') + t('overview.shareOfAll', { share })}
            </span>
          </span>
        ) : (
          <span className="b s28">—</span>
        )}
        <span className="t3 s12 ell" title={moneyText(payments.fen, lang, 'exact')}>
          {payments.rows === 0
            ? t('overview.noMoney')
            : t('overview.allMoney', { money: moneyText(payments.fen, lang, how) })}
          {payments.asideRows > 0 && t('common.comma') + t('overview.aside', { count: payments.asideRows })}
        </span>
      </div>
      <Figure
        label={t('overview.toCheck')}
        value={countText(counted('open'))}
        unit={t('overview.unitItems')}
        note={t('overview.highRisk', { count: highRisk(data) })}
        tone={highRisk(data) > 0 ? 'high' : undefined}
      />
      <Figure
        label={t('overview.confirmed')}
        value={countText(counted('confirmed'))}
        unit={t('overview.unitItems')}
        note={counted('confirmed') === 0 ? undefined : <Money fen={findings.confirmedFen} />}
      />
      <Figure
        label={t('overview.excluded')}
        value={countText(counted('excluded'))}
        unit={t('overview.unitItems')}
        note={t('overview.excludedNote')}
      />
      <Figure
        label={t('overview.cannotJudge')}
        value={lastRun ? countText(lastRun.cannotJudge) : '—'}
        unit={lastRun ? t('overview.unitModels') : ''}
        note={
          lastRun
            ? t(lastRun.cannotJudge > 0 ? 'overview.cannotJudgeOf' : 'overview.canJudgeAll', { count: lastRun.models })
            : t('overview.notRun')
        }
        tone={lastRun && lastRun.cannotJudge > 0 ? 'mid' : undefined}
      />
      <div className="row" style={{ alignSelf: 'center' }}>
        <Button type={lastRun ? 'default' : 'primary'} disabled={data.files === 0} onClick={() => void run()}>
          {t(lastRun ? 'overview.rerun' : 'overview.run')}
        </Button>
        {lastRun && (
          <Button type="primary" onClick={() => go('findings', {})}>
            {t('overview.resume')}
          </Button>
        )}
      </div>
    </section>
  );
}
