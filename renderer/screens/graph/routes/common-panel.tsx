import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { linkKind } from '../../../../shared/ontology/index.ts';
import type { Answer, Ask } from '../../../../shared/protocol/requests.ts';
import { useKept } from '../../../app/store.ts';
import { inLang, useWords } from '../../../app/words.ts';
import { useAnswer } from '../../../client/queries.ts';
import { Entity } from '../../../parts/mark.tsx';
import { moneyText } from '../../../parts/show.ts';
import { Answered } from '../../../parts/states.tsx';
import { preview, useRouteDeeds } from './layers.ts';
import { freeLimits, LimitFields, limitsOf } from './limit-fields.tsx';
import { reveal } from './lines.tsx';
import { PartyChips } from './party-chips.tsx';
import { RoutePanel } from './route-panel.tsx';
import { useChosen } from './use-chosen.ts';

/** So many counterparties are drawn at once, at most. */
const MOST_DRAWN = 200;

/** 共同对手: whom the chosen parties all, or at least so many of them, deal with. */
export function CommonPanel({ parties, close }: { parties: readonly number[]; close(): void }) {
  const { t } = useWords();
  const [chosen, setChosen] = useChosen(parties);
  const [draft, setDraft] = useKept('graph.common-conditions', freeLimits);
  const [atLeast, setAtLeast] = useState<number | null>(null);
  const [open, setOpen] = useState(false);
  const least = Math.min(atLeast ?? chosen.length, chosen.length);
  return (
    <RoutePanel title={t('routes.common')} close={close}>
      <PartyChips parties={chosen} change={setChosen} />
      {chosen.length < 2 ? (
        <span className="t2 s12">{t('routes.needTwo')}</span>
      ) : (
        <>
          <div className="row g6 s12 wrap">
            <span className="t2">{t('routes.atLeast')}</span>
            <InputNumber
              size="small"
              min={2}
              max={chosen.length}
              precision={0}
              style={{ width: 60 }}
              aria-label={t('routes.atLeast')}
              value={least}
              onChange={setAtLeast}
            />
            <span className="t2">{t('routes.atLeastOf', { count: chosen.length })}</span>
            <span className="grow" />
            <button type="button" className="link s12" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('routes.conditions')}
            </button>
          </div>
          {open && <LimitFields draft={draft} change={setDraft} />}
          <Common
            ask={{ parties: chosen.map(({ id }) => id), atLeast: least, limit: MOST_DRAWN, ...limitsOf(draft) }}
          />
        </>
      )}
    </RoutePanel>
  );
}

function Common({ ask }: { ask: Ask<'graph.common'> }) {
  const { t } = useWords();
  const { fixLayer } = useRouteDeeds();
  const query = useAnswer('graph.common', ask, { keep: true });
  return (
    <Answered query={query}>
      {(answer) => (
        <>
          <div className="row g6">
            <span className="t2 s12 grow" role="status">
              {answer.total === 0
                ? t('routes.noCommon')
                : answer.found.length < answer.total
                  ? t('routes.commonShown', { shown: answer.found.length, total: answer.total })
                  : t('routes.commonFound', { count: answer.total })}
              {answer.hubs > 0 && ` · ${t('routes.hubsLeftOut', { count: answer.hubs })}`}
            </span>
            {answer.found.length > 0 && (
              <Button size="small" onClick={() => fixLayer(...layerOf(answer, answer.found, ask.parties, t))}>
                {t('routes.drawAll', { count: answer.found.length })}
              </Button>
            )}
          </div>
          <div className="col scroll route-lines">
            {answer.found.map((each) => (
              <CommonLine key={each.party} answer={answer} each={each} parties={ask.parties} />
            ))}
          </div>
        </>
      )}
    </Answered>
  );
}

type Found = Answer<'graph.common'>;
type Each = Found['found'][number];

/** Counterparties with their links to the chosen parties, as one layer. */
function layerOf(
  answer: Found,
  drawn: readonly Each[],
  parties: readonly number[],
  t: ReturnType<typeof useWords>['t'],
): Parameters<ReturnType<typeof useRouteDeeds>['fixLayer']> {
  const wanted = new Set([...parties, ...drawn.map(({ party }) => party)]);
  const links = drawn.flatMap((each) => each.links);
  const isDrawn = new Set(links);
  return [
    'common',
    {
      nodes: answer.nodes.filter(({ id }) => wanted.has(id)),
      links: answer.links.filter(({ id }) => isDrawn.has(id)),
    },
    {
      key: `common ${[...wanted].sort((a, b) => a - b).join(' ')}`,
      label: t('routes.commonLayer', { count: drawn.length }),
      links,
    },
  ];
}

function CommonLine({ answer, each, parties }: { answer: Found; each: Each; parties: readonly number[] }) {
  const { t, lang } = useWords();
  const { fixLayer, openLink } = useRouteDeeds();
  const [open, setOpen] = useState(false);
  const node = (id: number) => answer.nodes.find((one) => one.id === id);
  const party = node(each.party);
  return (
    <>
      <button
        type="button"
        className="path-line"
        aria-pressed={open}
        onMouseEnter={() => preview(each.links)}
        onMouseLeave={() => preview(null)}
        onFocus={() => preview(each.links)}
        onBlur={() => preview(null)}
        onClick={() => {
          setOpen(true);
          fixLayer(...layerOf(answer, [each], parties, t));
        }}
      >
        <span className="row g6">
          <Entity drawnAs={party?.drawnAs ?? 'org'} size={16}>
            {party?.name}
          </Entity>
          <span className="grow" />
          <span className="t3 s12 nw">{t('routes.withOf', { with: each.with, of: parties.length })}</span>
        </span>
        <span className="t3 s12 path-facts">
          {each.byKind.map(({ kind, direction, rows, fen }) => (
            <span key={`${kind} ${direction}`}>
              {`${direction === 'out' ? '→' : '←'} ${inLang(linkKind(kind)?.words ?? { zh: kind, en: kind }, lang)} ${rows}${fen === null ? '' : ` · ${moneyText(fen, lang)}`}`}
            </span>
          ))}
        </span>
      </button>
      {open && (
        <div className="route-hops" ref={reveal}>
          {answer.links
            .filter(({ id }) => each.links.includes(id))
            .map((link) => (
              <div key={link.id} className="row g6 s12">
                <span className="grow ell">
                  {node(link.source)?.name} → {node(link.target)?.name}
                </span>
                <span className="t3 nw">
                  {t('routes.rowsOf', {
                    kind: inLang(linkKind(link.kind)?.words ?? { zh: link.kind, en: link.kind }, lang),
                    rows: link.rows,
                  })}
                  {link.fen !== null && ` ${moneyText(link.fen, lang)}`}
                </span>
                <button
                  type="button"
                  className="link s12"
                  aria-label={t('routes.openRowsOf', {
                    from: node(link.source)?.name ?? '',
                    to: node(link.target)?.name ?? '',
                  })}
                  onClick={() => openLink(answer, link.id)}
                >
                  {t('routes.openRows')}
                </button>
              </div>
            ))}
        </div>
      )}
    </>
  );
}
