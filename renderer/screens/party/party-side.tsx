import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAsk } from '../../parts/ask.ts';
import { Head } from '../../parts/pane.tsx';
import { bandOf, Risk, StateMark } from '../../parts/risk.tsx';
import { useRoom } from '../../parts/room.ts';
import { SourceLink } from '../../parts/source-link.tsx';
import { findingStatuses } from '../findings/dispositions.ts';
import { useModels } from '../findings/models.ts';
import { factWords, identifierWords } from './fact-words.ts';
import type { Party, PartyMoney } from './links.ts';
import { Notes } from './notes.tsx';
import { PartyMonths } from './party-months.tsx';
import { PartyRisk } from './party-risk.tsx';
import { PartyTags } from './party-tags.tsx';

const width = { narrow: 292, normal: 332, wide: 400 } as const;

/** Findings, numbers, what registers and rosters say, and what would be worth a look; each with its cell. */
export function PartySide({ party, money }: { party: Party; money: PartyMoney | undefined }) {
  const { t } = useWords();
  const room = useRoom();
  const facts = party.facts.filter(({ label }) => !label.startsWith('clue.'));
  const clues = party.facts.filter(({ label }) => label.startsWith('clue.'));
  return (
    <aside className="pane col none" style={{ width: width[room] }}>
      <div className="grow scroll">
        {money && <PartyMonths money={money} width={width[room]} />}
        <Head
          title={t('party.findings')}
          sub={party.findings.length > 0 && t('common.items', { count: party.findings.length })}
          extra={
            party.findings.length > 0 && (
              <button type="button" className="link s12" onClick={() => go('findings', { party: party.id })}>
                {t('common.all')}
              </button>
            )
          }
        />
        {party.findings.length > 0 && <PartyRisk party={party.id} />}
        <Findings party={party} />
        <Notes party={party.id} />
        <PartyTags party={party} />
        <Head title={t('party.identifiers')} />
        <Identifiers party={party} />
        {facts.length > 0 && (
          <>
            <Head title={t('party.facts')} />
            <div className="sec">
              <Facts facts={facts} />
            </div>
          </>
        )}
        {clues.length > 0 && (
          <>
            <Head title={t('party.clues')} />
            <div className="sec">
              <div className="note mid s12" style={{ marginBottom: 6 }}>
                <span className="row g4 top">
                  <IconAlertTriangle size={15} stroke={1.5} color="var(--mid)" className="none" aria-hidden />
                  {t('party.cluesNote')}
                </span>
              </div>
              <Facts facts={clues} />
            </div>
          </>
        )}
      </div>
    </aside>
  );
}

function Findings({ party }: { party: Party }) {
  const { t } = useWords();
  const { titleOf } = useModels();
  return (
    <div className="sec" style={{ padding: '2px 12px' }}>
      {party.findings.length === 0 && (
        <p className="t3 s12" style={{ padding: '4px 0' }}>
          {t('party.findingsNone')}
        </p>
      )}
      {party.findings.slice(0, 12).map(({ id, number, model, severity, status }) => {
        const known = findingStatuses.find((each) => each === status);
        return (
          <button
            key={id}
            type="button"
            className="plain line-button two"
            title={titleOf(model)}
            onClick={() => go('findings', { finding: id })}
          >
            <Risk band={bandOf(severity)} bare />
            <span className="col grow">
              <span className={status === 'excluded' ? 'ell t3' : 'ell'}>{titleOf(model)}</span>
              <span className="mono t3 s12">{number}</span>
            </span>
            {known && <StateMark status={known} />}
          </button>
        );
      })}
    </div>
  );
}

/** The numbers beside its mentions. One that is damaged or fails its check is shown and joins nothing. */
function Identifiers({ party }: { party: Party }) {
  const { t } = useWords();
  const { copy } = useAsk();
  return (
    <div className="sec">
      {party.identifiers.length === 0 && <p className="t3 s12">{t('party.identifiersNone')}</p>}
      <dl className="kv values">
        {party.identifiers.map(({ type, value, keyable, source }) => (
          <div key={`${type} ${value}`} style={{ display: 'contents' }}>
            <dt className="s12">{identifierWords(type, t)}</dt>
            <dd className="row g6 wrap">
              <button
                type="button"
                className={keyable ? 'plain mono values-text' : 'plain mono values-text t3'}
                title={keyable ? t('common.copy') : t('party.notKeyable')}
                onClick={() => void copy('identifier', value)}
              >
                {value}
              </button>
              {!keyable && (
                <IconAlertTriangle size={14} stroke={1.5} color="var(--mid)" aria-label={t('party.notKeyable')} />
              )}
              <span className="grow" />
              {source && <SourceLink source={source} short />}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Facts({ facts }: { facts: Party['facts'] }): ReactNode {
  return (
    <dl className="kv values">
      {facts.map(({ label, value, source }) => (
        <div key={`${label} ${value}`} style={{ display: 'contents' }}>
          <dt className="s12">{factWords(label)}</dt>
          <dd className="row g6 top">
            <span className="grow values-text" style={{ userSelect: 'text' }}>
              {value}
            </span>
            {source && <SourceLink source={source} short />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
