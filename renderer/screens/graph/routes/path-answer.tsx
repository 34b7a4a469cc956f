import { useState } from 'react';
import { linkKind } from '../../../../shared/ontology/index.ts';
import { isGuess } from '../../../../shared/ontology/link-guess.ts';
import type { Answer, Ask } from '../../../../shared/protocol/requests.ts';
import { inLang, useWords } from '../../../app/words.ts';
import { useAnswer } from '../../../client/queries.ts';
import { shortName } from '../../../graph/measure.ts';
import { moneyText } from '../../../parts/show.ts';
import { SourceLink } from '../../../parts/source-link.tsx';
import { Answered } from '../../../parts/states.tsx';
import { preview, useRouteDeeds } from './layers.ts';
import { reveal, Span } from './lines.tsx';
import type { PathDraft } from './path-panel.tsx';
import { StopButton } from './stop-button.tsx';

type Found = Answer<'graph.path'>;
type Path = Found['paths'][number];

/** The paths that were found; looking at one marks it on the chart, choosing it draws and fixes it. Where there is none, what it would take. */
export function PathAnswer({ asked, relax }: { asked: Ask<'graph.path'>; relax(change: Partial<PathDraft>): void }) {
  const { t } = useWords();
  const query = useAnswer('graph.path', asked, { waits: true });
  const [chosen, setChosen] = useState<number | null>(null);
  if (query.isFetching && query.data === undefined) return <StopButton />;
  return (
    <Answered query={query}>
      {(found) =>
        found.paths.length === 0 ? (
          <NoPath asked={asked} relax={relax} />
        ) : (
          <>
            <div className="t2 s12" role="status">
              {t(found.truncated ? 'routes.foundMore' : 'routes.found', { count: found.paths.length })}
            </div>
            <div className="col scroll route-lines">
              {found.paths.map((path, i) => (
                <PathLine
                  key={`${path.parties.join(' ')} ${path.links.join(' ')}`}
                  found={found}
                  path={path}
                  chosen={chosen === i}
                  choose={() => setChosen(i)}
                />
              ))}
            </div>
          </>
        )
      }
    </Answered>
  );
}

function PathLine({ found, path, chosen, choose }: { found: Found; path: Path; chosen: boolean; choose(): void }) {
  const { t, lang } = useWords();
  const { fixLayer, openLink } = useRouteDeeds();
  const name = (id: number | undefined) => found.nodes.find((node) => node.id === id)?.name ?? String(id);
  const linkOf = (id: string | undefined) => found.links.find((link) => link.id === id);
  const arrow = (hop: Path['hops'][number] | undefined) => {
    const link = linkOf(hop?.link);
    return `${hop?.broken ? ' ⇢ ' : ' → '}${link && isGuess(link) ? '? ' : ''}`;
  };
  const fix = () => {
    choose();
    fixLayer(
      'path',
      {
        nodes: found.nodes.filter(({ id }) => path.parties.includes(id)),
        links: found.links.filter(({ id }) => path.links.includes(id)),
      },
      {
        key: `path ${path.links.join(' ')}`,
        label: t('routes.pathLayer', {
          from: shortName(name(path.parties[0])),
          to: shortName(name(path.parties.at(-1))),
        }),
        links: path.links,
      },
    );
  };
  const facts = [
    t('routes.hops', { count: path.links.length }),
    path.minFen === null ? t('routes.noAmount') : t('routes.least', { amount: moneyText(path.minFen, lang) }),
  ];
  return (
    <>
      <button
        type="button"
        className="path-line"
        aria-pressed={chosen}
        onMouseEnter={() => preview(path.links)}
        onMouseLeave={() => preview(null)}
        onFocus={() => preview(path.links)}
        onBlur={() => preview(null)}
        onClick={fix}
      >
        <span>{path.parties.map((id, at) => `${at === 0 ? '' : arrow(path.hops[at - 1])}${name(id)}`).join('')}</span>
        <span className="t3 s12 path-facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          <Span first={path.first} last={path.last} />
          {path.broken > 0 && <span className="tone-mid">{t('routes.broken', { count: path.broken })}</span>}
        </span>
      </button>
      {chosen && (
        <ol className="route-hops" ref={reveal}>
          {path.hops.map((hop, i) => {
            const link = linkOf(hop.link);
            if (!link) return null;
            const kind = linkKind(link.kind);
            return (
              <li key={hop.link}>
                <div className="row g6">
                  <span className="grow ell" title={`${name(link.source)} → ${name(link.target)}`}>
                    {name(path.parties[i])} {link.source === path.parties[i] ? '→' : '←'} {name(path.parties[i + 1])}
                  </span>
                  <button
                    type="button"
                    className="link s12"
                    aria-label={t('routes.openRowsOf', { from: name(link.source), to: name(link.target) })}
                    onClick={() => openLink(found, hop.link)}
                  >
                    {t('routes.openRows')}
                  </button>
                </div>
                <div className="t3 s12 row g6 wrap">
                  <span>
                    {t('routes.rowsOf', { kind: kind ? inLang(kind.words, lang) : link.kind, rows: link.rows })}
                    {link.fen !== null && ` ${moneyText(link.fen, lang)}`}
                  </span>
                  {hop.row && (
                    <>
                      <span className="mono">
                        {hop.row.day} {hop.row.time?.slice(0, 5)}
                      </span>
                      {hop.row.fen !== null && <span className="b">{moneyText(hop.row.fen, lang)}</span>}
                      <SourceLink source={hop.row.source} short />
                    </>
                  )}
                </div>
                {hop.broken && (
                  <div className="tone-mid s12">
                    {t(`routes.brokenWhy.${hop.broken.why}`, { days: hop.broken.days ?? 0 })} ·{' '}
                    {t(hop.broken.statements ? 'routes.statements.yes' : 'routes.statements.no')}
                  </div>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </>
  );
}

type Relaxed = Answer<'graph.path-relax'>['without'][number];

/** What to change in the conditions so that a relaxation takes hold. */
const changes: Readonly<Record<Relaxed['what'], (found: Relaxed) => Partial<PathDraft>>> = {
  hops: ({ maxHops }) => ({ maxHops: maxHops ?? 8 }),
  amount: () => ({ yuan: null }),
  period: () => ({ since: '', until: '' }),
  order: () => ({ order: 'none' }),
  gap: () => ({ maxGap: null }),
  direction: () => ({ direction: 'any' }),
  kinds: () => ({ kinds: [] }),
  hubs: () => ({ excludeHubs: false }),
  hidden: () => ({ includeHidden: true }),
};

function NoPath({ asked, relax }: { asked: Ask<'graph.path'>; relax(change: Partial<PathDraft>): void }) {
  const { t } = useWords();
  const { limit: _limit, ...question } = asked;
  const query = useAnswer('graph.path-relax', question, { waits: true });
  return (
    <div className="col g6">
      <span className="b">{t('routes.none')}</span>
      {query.data === undefined && query.isFetching ? (
        <StopButton />
      ) : (
        <Answered query={query}>
          {({ without, leastHops }) => (
            <div className="col">
              {without.map((found) => (
                <button
                  key={found.what}
                  type="button"
                  className="path-line"
                  onClick={() => relax(changes[found.what](found))}
                >
                  <span className="link">
                    {t(`routes.without.${found.what}`, {
                      hops: found.maxHops ?? 0,
                      paths: `${found.paths}${found.more ? '+' : ''}`,
                    })}
                  </span>
                </button>
              ))}
              {without.length === 0 && (
                <span className="t2 s12">
                  {leastHops === null ? t('routes.apart') : t('routes.together', { hops: leastHops })}
                </span>
              )}
            </div>
          )}
        </Answered>
      )}
    </div>
  );
}
