import { Button } from 'antd';
import type { Comparison } from '../../../shared/protocol/alike.requests.ts';
import { alikeReasons } from '../../../shared/protocol/alike-reasons.ts';
import { printKeys } from '../../app/keyboard.ts';
import { go } from '../../app/store.ts';
import { actorText, useWords, wordTable } from '../../app/words.ts';
import { Mark } from '../../parts/mark.tsx';
import { Head } from '../../parts/pane.tsx';
import { instantText } from '../../parts/show.ts';
import { SourceLink } from '../../parts/source-link.tsx';
import { ProblemNote } from '../../parts/states.tsx';
import { scoreText, type Verdict, verdicts } from './pairs.ts';

const keys: Readonly<Record<Verdict, string>> = { same: 'Y', different: 'N', unsure: 'H' };

/** Two parties side by side: what agrees and what differs, each side with its cell, and the three verdicts. */
export function PairSide({
  pair,
  verdict,
  decide,
}: {
  pair: Comparison;
  verdict: Verdict | undefined;
  decide: (verdict: Verdict) => void;
}) {
  const { t } = useWords();
  return (
    <>
      <Head
        tall
        title={t('alike.side')}
        extra={pair.score !== null && <span className="chip">{scoreText(pair.score)}</span>}
      />
      <div className="grow scroll pad col g12" style={{ minHeight: 0 }}>
        <div className="pair-grid">
          <span />
          <PartyName party={pair.a} />
          <PartyName party={pair.b} />
        </div>
        <Lines title={t('alike.agrees')} lines={pair.agrees} />
        {pair.differs.length > 0 ? (
          <>
            <Lines
              title={t('alike.differs')}
              lines={pair.differs.filter(({ a, b }) => a !== null && b !== null)}
              plain
            />
            <Lines
              title={t('alike.onlyOne')}
              lines={pair.differs.filter(({ a, b }) => a === null || b === null)}
              plain
            />
          </>
        ) : (
          <span className="t3 s12">{t('alike.nothingDiffers')}</span>
        )}
        {pair.said && (
          <div className="well s12">
            {t('alike.said', {
              at: instantText(pair.said.at).slice(0, 16),
              actor: actorText(pair.said.actor),
              verdict: t(`alike.verdict.${pair.said.verdict}`),
            })}
            {pair.said.reason !== '' && <div className="t2">{pair.said.reason}</div>}
          </div>
        )}
        {pair.apart && <ProblemNote problem={pair.apart} />}
      </div>
      <div className="row g6 pad" style={{ borderTop: '1px solid var(--line)' }}>
        {verdicts.map((each) => (
          <Button
            key={each}
            type={verdict === each ? 'primary' : 'default'}
            disabled={verdict !== undefined || (each === 'same' && pair.apart !== null)}
            aria-keyshortcuts={keys[each]}
            onClick={() => decide(each)}
          >
            {t(`alike.verdict.${each}`)} <span className="t3 s12">{printKeys(keys[each])}</span>
          </Button>
        ))}
      </div>
    </>
  );
}

function PartyName({ party }: { party: Comparison['a'] }) {
  const { t } = useWords();
  return (
    <div className="col g4" style={{ minWidth: 0 }}>
      <span className="row g6">
        <Mark drawnAs={party.drawnAs} size={20} />
        <span className="b ell" title={party.name}>
          {party.name}
        </span>
      </span>
      {party.identity !== '' && (
        <span className="t2 s12 ell" title={party.identity}>
          {party.identity}
        </span>
      )}
      <span className="row g6 s12 t3">
        {t('alike.rows', { count: party.rows })}
        <button
          type="button"
          className="link s12"
          aria-label={`${t('alike.dossier')} ${party.name}`}
          onClick={() => go('party', { id: party.id })}
        >
          {t('alike.dossier')}
        </button>
      </span>
    </div>
  );
}

/** `plain`: what is compared is named without saying that it agrees. */
function Lines({ title, lines, plain = false }: { title: string; lines: Comparison['agrees']; plain?: boolean }) {
  const { t, lang } = useWords();
  const items: Readonly<Record<string, string>> = wordTable(lang).alike.items;
  if (lines.length === 0) return null;
  return (
    <section className="col g4">
      <h3 className="s12 t3">{title}</h3>
      {lines.map((line) => (
        <div key={line.what} className="pair-grid line">
          <span className="t3 s12">{(plain ? items[line.what] : undefined) ?? whatWords(line.what, t)}</span>
          <Side side={line.a} />
          <Side side={line.b} />
        </div>
      ))}
    </section>
  );
}

function Side({ side }: { side: Comparison['agrees'][number]['a'] }) {
  const { t } = useWords();
  if (side === null) return <span className="t3">{t('alike.absent')}</span>;
  return (
    <span className="col" style={{ minWidth: 0 }}>
      <span className="wrap-any" style={{ userSelect: 'text' }}>
        {side.text}
      </span>
      {side.source && <SourceLink source={side.source} />}
    </span>
  );
}

const whats = [...alikeReasons, 'name', 'id_no', 'dept'] as const;

/** A line of the comparison in words; a kind this version does not know is shown by its code. */
function whatWords(what: string, t: ReturnType<typeof useWords>['t']): string {
  const known = whats.find((each) => each === what);
  return known ? t(`joins.alike.${known}`) : what;
}
