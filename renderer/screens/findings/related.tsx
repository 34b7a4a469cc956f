import { IconMicrophone } from '@tabler/icons-react';
import { drawnAs } from '../../../shared/ontology/index.ts';
import { go, useApp } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { Mark } from '../../parts/mark.tsx';
import { bandOf, Risk, StateMark } from '../../parts/risk.tsx';
import type { Finding } from './finding.ts';
import { useModels } from './models.ts';

/** What hangs together with it: its parties, its conference, findings about the same party or on the same rows. */
export function Related({ finding }: { finding: Finding }) {
  const { t } = useWords();
  const { titleOf } = useModels();
  const select = useApp((app) => app.select);
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
        {finding.related.map((other) => (
          <button
            key={other.id}
            type="button"
            className="chip"
            title={`${other.number} ${titleOf(other.model)}`}
            onClick={() => select({ finding: other.id })}
          >
            <Risk band={bandOf(other.severity)} bare />
            {titleOf(other.model)}
            <span className="t3">
              {t(other.why === 'same-rows' ? 'findings.related.sameRows' : 'findings.related.sameSubject')}
            </span>
            <StateMark status={other.status} bare />
          </button>
        ))}
      </div>
    </section>
  );
}
