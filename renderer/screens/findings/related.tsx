import { IconMicrophone } from '@tabler/icons-react';
import { useState } from 'react';
import { drawnAs } from '../../../shared/ontology/index.ts';
import { go, useApp } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { Mark } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { bandOf, Risk, StateMark } from '../../parts/risk.tsx';
import type { Finding } from './finding.ts';
import { useModels } from './models.ts';

/** What hangs together with it: its parties, its conference, findings about the same party or on the same rows. */
export function Related({ finding }: { finding: Finding }) {
  const { t } = useWords();
  const { conference } = finding;
  return (
    <section className="sec" style={{ padding: '8px 16px 8px' }}>
      <h2 className="h3">{t('findings.related.title')}</h2>
      <div className="row wrap g6" style={{ marginTop: 5 }}>
        {finding.subjects.map(({ party, kind, drawnAs: drawn, name }) =>
          party === null ? (
            <span key={name} className="chip">
              {name}
            </span>
          ) : (
            <button
              key={party}
              type="button"
              className="chip"
              title={t('findings.related.party', { name })}
              onClick={() => go('party', { id: party })}
            >
              <Mark drawnAs={drawn ?? drawnAs(kind ?? 'org', null)} size={14} />
              {name}
            </button>
          ),
        )}
        {conference && (
          <button type="button" className="chip" onClick={() => go('conference', { rowId: conference.rowId })}>
            <IconMicrophone size={14} stroke={1.5} aria-hidden />
            {t('findings.related.conference', { name: conference.name })}
          </button>
        )}
        {[...Map.groupBy(finding.related, ({ why, model }) => `${why} ${model}`)].map(([key, others]) => (
          <Others key={`${finding.id} ${key}`} others={others} />
        ))}
      </div>
    </section>
  );
}

/** Findings of one model that are related in the same way: one is a way to it, several are counted and opened by their numbers and amounts. */
function Others({ others }: { others: Finding['related'] }) {
  const { t } = useWords();
  const { titleOf } = useModels();
  const select = useApp((app) => app.select);
  const [open, setOpen] = useState(false);
  const [first] = others;
  if (!first) return null;
  const isOne = others.length === 1;
  return (
    <>
      <button
        type="button"
        className="chip"
        title={isOne ? first.number : ''}
        {...(!isOne && { 'aria-expanded': open })}
        onClick={() => (isOne ? select({ finding: first.id }) : setOpen(!open))}
      >
        <Risk band={bandOf(first.severity)} bare />
        {titleOf(first.model)}
        <span className="t3">
          {t(first.why === 'same-rows' ? 'findings.related.sameRows' : 'findings.related.sameSubject')}
        </span>
        {isOne ? <StateMark status={first.status} bare /> : <b>{t('common.items', { count: others.length })}</b>}
      </button>
      {open &&
        others.map(({ id, number, severity, status, fen }) => (
          <button key={id} type="button" className="chip" onClick={() => select({ finding: id })}>
            <Risk band={bandOf(severity)} bare />
            <span className="mono">{number}</span>
            {fen !== null && <Money fen={fen} />}
            <StateMark status={status} bare />
          </button>
        ))}
    </>
  );
}
