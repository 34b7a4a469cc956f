import { IconFileSpreadsheet, IconTopologyStar3, IconUser } from '@tabler/icons-react';
import { Button } from 'antd';
import { sentence } from '../../../shared/evidence/sentence.ts';
import { go } from '../../app/store.ts';
import { actorText, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { ByHand } from '../../parts/by-hand.tsx';
import { Money } from '../../parts/money.tsx';
import { Risk, StateMark } from '../../parts/risk.tsx';
import { instantText } from '../../parts/show.ts';
import { Counter } from './counter.tsx';
import { EvidenceTables } from './evidence-tables.tsx';
import { type Finding, openFirstSource } from './finding.ts';
import { History } from './history.tsx';
import { isLate } from './late.ts';
import { Related } from './related.tsx';
import { Review } from './review.tsx';
import { spanText } from './span.ts';
import { Why } from './why.tsx';

/** One finding, in the order in which it is checked: why, evidence, counter-evidence, related, history. */
export function FindingDetail({
  finding,
  counter,
  setCounter,
  assign,
}: {
  finding: Finding;
  assign: () => void;
  /** the counter-evidence as it is being written */
  counter: string;
  setCounter: (text: string) => void;
}) {
  return (
    <>
      <DetailHead finding={finding} assign={assign} />
      <div className="grow scroll" key={finding.id}>
        <Why finding={finding} />
        <EvidenceTables finding={finding} />
        <Counter finding={finding} text={counter} setText={setCounter} />
        <Review finding={finding} />
        <Related finding={finding} />
        <History finding={finding} />
      </div>
    </>
  );
}

function DetailHead({ finding, assign }: { finding: Finding; assign: () => void }) {
  const { t, lang } = useWords();
  const { band, number, status, gone, shaken, fen, firstDay, lastDay, rows, explainedRows } = finding;
  const { assignee, due, suppressedUntil, change, byHand } = finding;
  const late = isLate(due, status);
  const facts = [
    firstDay === null ? null : spanText(firstDay, lastDay),
    t('findings.head.rows', { count: rows }),
    explainedRows > 0 ? t('findings.head.explained', { count: explainedRows }) : null,
  ].filter((fact) => fact !== null);
  return (
    <div className="sec none" style={{ padding: '10px 16px' }}>
      <div className="row" style={{ flexWrap: 'wrap', rowGap: 4 }}>
        <Risk band={band} />
        <span className="mono t3 s12 none">{number}</span>
        <StateMark status={status} />
        {byHand && <ByHand />}
        {gone && (
          <span className="chip" title={goneWords(finding, t)}>
            {t(byHand?.removed ? 'findings.hand.removed' : 'findings.gone')}
          </span>
        )}
        {shaken && <span className="chip mid">{t('findings.shaken')}</span>}
        {suppressedUntil !== null && (
          <span className="chip" title={t('findings.suppress.until', { day: suppressedUntil })}>
            {t('findings.suppress.short')}
          </span>
        )}
        {change !== null &&
          change.run === finding.run.id &&
          change.kind !== 'gone' &&
          !change.why.includes('first') && (
            <span
              className="chip"
              title={change.why.map((why) => t(`findings.runs.why.${why}`)).join(t('common.listSeparator'))}
            >
              {t(`findings.runs.change.${change.kind}`)}
            </span>
          )}
        {/* together: where the head is narrow they all stand in a line of their own */}
        <span className="row" style={{ marginLeft: 'auto' }}>
          <TurnByHand finding={finding} />
          <Button
            size="small"
            danger={late}
            title={
              assignee === null
                ? t('findings.assign.title')
                : t('findings.assign.dueBy', { name: assignee, day: due ?? '—' })
            }
            icon={<IconUser size={15} stroke={1.5} />}
            onClick={assign}
          >
            {assignee ?? t('findings.assign.title')}
            {late && ` ${t('findings.assign.late')}`} <span className="t3">A</span>
          </Button>
          <Button
            size="small"
            icon={<IconTopologyStar3 size={15} stroke={1.5} />}
            onClick={() => go('graph', { finding: finding.id })}
          >
            {t('findings.graph')} <span className="t3">G</span>
          </Button>
          <Button
            size="small"
            icon={<IconFileSpreadsheet size={15} stroke={1.5} />}
            disabled={finding.evidence.length === 0}
            onClick={() => openFirstSource(finding)}
          >
            {t('findings.source')} <span className="t3">O</span>
          </Button>
        </span>
      </div>
      {shaken && (
        <div className="t2 s12" role="note" style={{ marginTop: 4 }}>
          {t('findings.shakenNote', {
            ...shaken,
            reason: shaken.reason || t('findings.shakenWithout'),
            at: shaken.at.slice(0, 10),
            count: shaken.rows,
          })}
        </div>
      )}
      <h1 className="s16 b" style={{ marginTop: 6, userSelect: 'text' }}>
        {sentence(finding.words.summary, finding.params, lang)}
      </h1>
      <div className="t2">
        {fen === null ? (
          t('findings.head.noMoney')
        ) : (
          <>
            {t('findings.head.sum')}{' '}
            <b>
              <Money fen={fen} exact />
            </b>
          </>
        )}
        {t('common.comma')}
        {facts.join(t('common.comma'))}
      </div>
    </div>
  );
}

const goneWords = ({ byHand }: Finding, t: ReturnType<typeof useWords>['t']): string => {
  if (!byHand) return t('findings.goneNote');
  const { removed } = byHand;
  if (!removed) return t('findings.hand.goneNote');
  return t('findings.hand.removedNote', { actor: actorText(removed.actor), at: instantText(removed.at).slice(0, 16) });
};

/** A finding that a person made is taken back, or brought back, as long as nobody has decided about it. */
function TurnByHand({ finding: { id, byHand, status } }: { finding: Finding }) {
  const { t } = useWords();
  const { attempt } = useAsk();
  if (!byHand || (byHand.removed === null && status !== 'open')) return null;
  const name = byHand.removed === null ? 'finding.remove' : 'finding.restore';
  return (
    <Button size="small" onClick={() => void attempt(() => client.request(name, { id }))}>
      {t(byHand.removed === null ? 'findings.hand.remove' : 'findings.hand.restore')}
    </Button>
  );
}
