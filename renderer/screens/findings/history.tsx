import { actorText, inLang, useWords } from '../../app/words.ts';
import { StateMark } from '../../parts/risk.tsx';
import { instantText } from '../../parts/show.ts';
import { findingStatuses, reasonCodes } from './dispositions.ts';
import type { Finding } from './finding.ts';
import { ReviewMark } from './review-mark.tsx';

type Entry = Finding['history'][number];

/** 处置记录: who changed what and why, the newest first, down to the run that found it. */
export function History({ finding }: { finding: Finding }) {
  const { t, lang } = useWords();
  const entries = finding.history.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const assignments = finding.assignments.toReversed();
  return (
    <section className="sec" style={{ padding: '8px 16px 10px', borderBottom: 0 }}>
      <h2 className="h3">{t('findings.history.title')}</h2>
      <div className="col s12 t2" style={{ marginTop: 4, gap: 2 }}>
        {entries.map((entry) => (
          <HistoryLine key={`${entry.at} ${entry.to} ${entry.reason}`} entry={entry} />
        ))}
        {assignments.map(({ at, actor, assignee, due, reason }) => (
          <span key={`${at} ${assignee}`} className="row g12 top">
            <span className="mono t3 none">{instantText(at).slice(0, 16)}</span>
            <span>
              {assignee === null
                ? t('findings.history.givenBack', { actor: actorText(actor) })
                : t('findings.history.assigned', { actor: actorText(actor), name: assignee, day: due ?? '—' })}
              {reason && <span className="t3"> {reason}</span>}
            </span>
          </span>
        ))}
        <span className="row g12 top">
          <span className="mono t3 none">{instantText(finding.run.at).slice(0, 16)}</span>
          <span>
            {t('findings.history.found', {
              title: inLang(finding.words.title, lang),
              version: finding.words.version,
            })}
          </span>
        </span>
      </div>
    </section>
  );
}

function HistoryLine({ entry }: { entry: Entry }) {
  const { t } = useWords();
  const status = findingStatuses.find((known) => known === entry.to);
  const code = reasonCodes.find((known) => known === entry.reasonCode);
  const words = [code && t(`findings.dispose.codes.${code}`), entry.reason].filter(Boolean).join(t('common.colon'));
  const deed =
    entry.reasonCode === 'evidence-changed'
      ? t('findings.history.evidenceChanged')
      : entry.reasonCode === 'undone'
        ? t('findings.history.undone', { actor: actorText(entry.actor) })
        : t(entry.from === entry.to ? 'findings.history.noted' : 'findings.history.changed', {
            actor: actorText(entry.actor),
          });
  return (
    <span className="row g12 top">
      <span className="mono t3 none">{instantText(entry.at).slice(0, 16)}</span>
      <span className="pre">
        {deed} {status && <StateMark status={status} />}
        {words && (
          <>
            {' '}
            <span className="t3">{words}</span>
          </>
        )}
        {entry.review && (
          <>
            {' '}
            <ReviewMark review={entry.review.verdict} /> {actorText(entry.review.actor)}{' '}
            <span className="mono t3">{instantText(entry.review.at).slice(0, 16)}</span>{' '}
            <span className="t3">{entry.review.reason}</span>
          </>
        )}
      </span>
    </span>
  );
}
