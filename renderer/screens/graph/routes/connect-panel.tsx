import { Button } from 'antd';
import { useState } from 'react';
import { linkKind } from '../../../../shared/ontology/index.ts';
import type { Answer } from '../../../../shared/protocol/requests.ts';
import { useKept } from '../../../app/store.ts';
import { inLang, useWords } from '../../../app/words.ts';
import { useAnswer } from '../../../client/queries.ts';
import { moneyText } from '../../../parts/show.ts';
import { Answered } from '../../../parts/states.tsx';
import { preview, useRouteDeeds } from './layers.ts';
import { freeHops, freeLimits, HopsField, LimitFields, limitsOf } from './limit-fields.tsx';
import { Span } from './lines.tsx';
import { PartyChips } from './party-chips.tsx';
import { RoutePanel } from './route-panel.tsx';
import { StopButton } from './stop-button.tsx';
import { useChosen } from './use-chosen.ts';

/** 连接网络: the smallest network that connects the chosen parties, and where it cannot. */
export function ConnectPanel({ parties, close }: { parties: readonly number[]; close(): void }) {
  const { t } = useWords();
  const [chosen, setChosen] = useChosen(parties);
  const [draft, setDraft] = useKept('graph.connect-conditions', { ...freeLimits, maxHops: freeHops });
  const [open, setOpen] = useState(false);
  return (
    <RoutePanel title={t('routes.connect')} close={close}>
      <PartyChips parties={chosen} change={setChosen} />
      <button type="button" className="link s12 route-more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('routes.conditions')}
      </button>
      {open && (
        <>
          <LimitFields draft={draft} change={(limits) => setDraft({ ...draft, ...limits })} />
          <HopsField hops={draft.maxHops} change={(maxHops) => setDraft({ ...draft, maxHops })} />
        </>
      )}
      {chosen.length < 2 ? (
        <span className="t2 s12">{t('routes.needTwo')}</span>
      ) : (
        <Network ask={{ parties: chosen.map(({ id }) => id), maxHops: draft.maxHops, ...limitsOf(draft) }} />
      )}
    </RoutePanel>
  );
}

type NetworkAsk = Parameters<typeof useAnswer<'graph.connect'>>[1];

function Network({ ask }: { ask: NetworkAsk }) {
  const query = useAnswer('graph.connect', ask, { waits: true });
  if (query.isFetching && query.data === undefined) return <StopButton />;
  return <Answered query={query}>{(found) => <NetworkFound found={found} />}</Answered>;
}

function NetworkFound({ found }: { found: Answer<'graph.connect'> }) {
  const { t, lang } = useWords();
  const { fixLayer, openLink } = useRouteDeeds();
  const name = (id: number) => found.nodes.find((node) => node.id === id)?.name ?? String(id);
  const links = found.links.map(({ id }) => id);
  const asked = found.parts.flat();
  return (
    <>
      <div className="t2 s12" role="status">
        {t('routes.network', { parties: found.nodes.length, hops: found.hops, between: found.between })}
        {' · '}
        {found.gaps.length === 0 ? t('routes.connected') : null}
        {found.gaps.length > 0 && <span className="tone-mid b">{t('routes.gaps', { count: found.gaps.length })}</span>}
      </div>
      {found.gaps.map(({ part, leastHops, to }) => {
        const names = (found.parts[part] ?? []).map(name).join('、');
        return (
          <div key={part} className="route-gap s12">
            {leastHops === null
              ? t('routes.gapApart', { names })
              : t('routes.gap', { names, hops: leastHops, to: to === null ? '' : name(to) })}
          </div>
        );
      })}
      {links.length > 0 && (
        <>
          <div className="col scroll route-lines">
            {found.links.map((link) => (
              <button
                key={link.id}
                type="button"
                className="path-line"
                onMouseEnter={() => preview([link.id])}
                onMouseLeave={() => preview(null)}
                onFocus={() => preview([link.id])}
                onBlur={() => preview(null)}
                onClick={() => openLink(found, link.id)}
              >
                <span>
                  {name(link.source)} → {name(link.target)}
                </span>
                <span className="t3 s12 path-facts">
                  <span>
                    {t('routes.rowsOf', {
                      kind: inLang(linkKind(link.kind)?.words ?? { zh: link.kind, en: link.kind }, lang),
                      rows: link.rows,
                    })}
                    {link.fen !== null && ` ${moneyText(link.fen, lang)}`}
                  </span>
                  <Span first={link.first} last={link.last} />
                </span>
              </button>
            ))}
          </div>
          <div className="row">
            <span className="grow" />
            <Button
              type="primary"
              size="small"
              onClick={() =>
                fixLayer('connect', found, {
                  key: `connect ${asked.toSorted((a, b) => a - b).join(' ')}`,
                  label: t('routes.connectLayer', { count: asked.length }),
                  links,
                })
              }
            >
              {t('routes.draw')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
