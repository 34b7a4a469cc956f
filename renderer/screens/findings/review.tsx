import { Button } from 'antd';
import { useState } from 'react';
import { useMe } from '../../app/me.ts';
import { actorText, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import type { Finding } from './finding.ts';
import { ReviewMark } from './review-mark.tsx';

/** 复核: 属实 and 排除 wait for a second person, who agrees or says why not. Whoever decided sees that it waits. */
export function Review({ finding }: { finding: Finding }) {
  const { t } = useWords();
  const me = useMe();
  const { attempt, say } = useAsk();
  const [disagreeing, setDisagreeing] = useState(false);
  const { id, number, review, status } = finding;
  if (review === 'none') return null;
  const reviewed = finding.history.at(-1)?.review;
  const isOwn = decidersOf(finding).includes(me);
  const agree = async () => {
    const done = await attempt(() => client.request('finding.review', { id, verdict: 'agreed' }));
    if (done) say(t('findings.review.agreedTo', { number }));
  };
  return (
    <section className="sec" style={{ padding: '8px 16px 10px' }}>
      <div className="row" style={{ gap: 8 }}>
        <h2 className="h3">{t('findings.review.title')}</h2>
        <ReviewMark review={review} />
        <span className="s12 t3 ell">
          {reviewed
            ? [actorText(reviewed.actor), reviewed.reason].filter(Boolean).join(t('common.colon'))
            : t(isOwn ? 'findings.review.own' : 'findings.review.note', { status: t(`common.status.${status}`) })}
        </span>
        <span className="grow" />
        {review === 'needed' && !isOwn && (
          <>
            <Button size="small" onClick={() => void agree()}>
              {t('findings.review.agree')}
            </Button>
            <Button size="small" onClick={() => setDisagreeing(true)}>
              {t('findings.review.disagree')}
            </Button>
          </>
        )}
      </div>
      {disagreeing && (
        <ReasonDialog
          title={`${t('findings.review.disagree')}${t('common.colon')}${number}`}
          okText={t('findings.review.disagree')}
          reasonLabel={t('findings.review.reason')}
          send={(reason) => client.request('finding.review', { id, verdict: 'disagreed', reason })}
          done={() => setDisagreeing(false)}
          close={() => setDisagreeing(false)}
        />
      )}
    </section>
  );
}

/** Whoever made the decision that stands or added words to it. The core asks the same question again. */
function decidersOf({ history }: Finding): string[] {
  const decided = history.findLastIndex(({ from, to }) => from !== to);
  return history
    .slice(Math.max(0, decided))
    .filter(({ reasonCode }) => reasonCode !== 'evidence-changed')
    .map(({ actor }) => actor);
}
