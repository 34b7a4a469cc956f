import { Button, Tabs } from 'antd';
import { type ReactNode, type RefObject, useState } from 'react';
import { capitals, type Fen } from '../../../shared/evidence/money.ts';
import { linkKind, partyKind } from '../../../shared/ontology/index.ts';
import ownTransfer from '../../../shared/ontology/own-transfer.ts';
import { rowText } from '../../../shared/ontology/role-words.ts';
import type { GraphLink } from '../../../shared/protocol/graph.requests.ts';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { ByHand } from '../../parts/by-hand.tsx';
import { Entity } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { RelationVerdict } from '../../parts/relation-verdict.tsx';
import { bandOf, Risk, StateMark } from '../../parts/risk.tsx';
import { SameName } from '../../parts/same-name.tsx';
import { moneyText } from '../../parts/show.ts';
import { SourceLink } from '../../parts/source-link.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useModels } from '../findings/models.ts';
import { LinkEntry } from '../manual/link-entry.tsx';
import { changed, takenBack } from './by-hand.ts';
import { reread, useGraph } from './graph-store.ts';
import { LinkKinds } from './link-kinds.tsx';
import { PartiesInspector } from './parties-inspector.tsx';
import { asked, type Period } from './period.ts';
import { linksIn, type Within } from './use-within.ts';

/** 检查器: the numbers behind what is selected, down to the cells. */
export function Inspector({
  period,
  within,
  box,
  finding,
}: {
  period: Period;
  within: Within | null;
  box: RefObject<HTMLElement | null>;
  /** makes a finding by hand of what is selected */
  finding: { label: string; run(): void } | null;
}) {
  const { t } = useWords();
  const { selectedLinks, selectedParties, links } = useGraph();
  const link = links.find((each) => each.id === selectedLinks[0]);
  const several = selectedLinks.length > 1 ? links.filter((each) => selectedLinks.includes(each.id)) : [];
  const party = selectedParties[0];
  const toFinding = finding && (
    <Button size="small" type="primary" className="none" onClick={finding.run}>
      {finding.label}
    </Button>
  );
  const toHead = () => box.current?.focus({ preventScroll: true });
  return (
    <aside className="pane col inspector" aria-label={t('graph.inspector')} ref={box} tabIndex={-1}>
      {several.length > 1 ? (
        <>
          <SeveralHead words={t('graph.several.links', { count: several.length })}>{toFinding}</SeveralHead>
          <div className="grow scroll">
            <LinkKinds links={linksIn(several, within)} onLeave={toHead} />
          </div>
        </>
      ) : link ? (
        <LinkInspector key={link.id} link={link} period={period}>
          {toFinding}
        </LinkInspector>
      ) : selectedParties.length > 1 ? (
        <>
          <SeveralHead words={t('graph.several.parties', { count: selectedParties.length })}>{toFinding}</SeveralHead>
          <PartiesInspector parties={selectedParties} within={within} onLeave={toHead} />
        </>
      ) : party !== undefined ? (
        <PartyInspector key={party} party={party} period={period}>
          {toFinding}
        </PartyInspector>
      ) : (
        <Empty title={t('graph.inspector')} note={t('graph.inspectNothing')} />
      )}
    </aside>
  );
}

/** How many are selected, and what can be done with all of them. */
function SeveralHead({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div className="sec row g6">
      <h2 className="b s14 grow">{words}</h2>
      {children}
    </div>
  );
}

const PAGE = 200;

function LinkInspector({ link, period, children }: { link: GraphLink; period: Period; children: ReactNode }) {
  const { t, lang } = useWords();
  const { attempt } = useAsk();
  const [tab, setTab] = useState('rows');
  const [limit, setLimit] = useState(PAGE);
  const query = useAnswer(
    'graph.link-rows',
    {
      kind: link.kind,
      source: link.source,
      target: link.target,
      limit,
      ...asked(period),
    },
    { keep: true },
  );
  const kind = linkKind(link.kind);
  return (
    <Answered query={query}>
      {(data) => {
        const worst = Math.max(0, ...data.findings.map((finding) => finding.severity));
        const most = Math.max(1, ...data.months.map((month) => month.fen));
        return (
          <>
            <div className="sec">
              <div className="row g6 wrap">
                <span className="chip">{t('graph.link', { kind: kind ? inLang(kind.words, lang) : link.kind })}</span>
                {worst > 0 && <Risk band={bandOf(worst)} />}
                <span className="grow" />
                {kind?.byHand !== undefined && (
                  <LinkEntry
                    rowId={data.list[0]?.rowId}
                    changed={(entry, row) => void attempt(() => changed(entry, row, t))}
                    removed={(entry) => void attempt(() => takenBack(entry, t))}
                  />
                )}
                {children}
              </div>
              <div className="row g6 s14 b ends">
                <Entity drawnAs={data.source.drawnAs} size={20}>
                  {data.source.name}
                </Entity>
                <svg width="28" height="10" aria-hidden="true" className="none">
                  <path d="M0 5h22" stroke="var(--accent)" strokeWidth="3" />
                  {kind?.directed !== false && <path d="M20 0l8 5l-8 5z" fill="var(--accent)" />}
                </svg>
                <Entity drawnAs={data.target.drawnAs} size={20}>
                  {data.target.name}
                </Entity>
              </div>
              <div className="row base g6">
                {data.fen === null ? (
                  <span className="b s20">{t('graph.rowsCount', { rows: data.rows })}</span>
                ) : (
                  <Money fen={data.fen} exact large />
                )}
                <span className="grow" />
                <span className="t2 s12">
                  {data.fen !== null && t('graph.rowsCount', { rows: data.rows })}
                  {data.asideRows > 0 && ` · ${t('graph.aside', { rows: data.asideRows })}`}
                </span>
              </div>
              {data.inferred && (
                <>
                  <RelationVerdict kind={link.kind} a={link.source} b={link.target} changed={() => void reread()} />
                  <button type="button" className="link s12" onClick={() => go('alike', { tab: 'relations' })}>
                    {t('relations.allOfCase')}
                  </button>
                </>
              )}
              {data.manual && (
                <div className="row g4 s12 t2">
                  <ByHand bare />
                  {data.manual.rows === data.rows
                    ? t(kind?.byHand === undefined ? 'manual.graph.part' : 'manual.graph.all', {
                        rows: data.manual.rows,
                      })
                    : t(data.fen === null ? 'manual.graph.part' : 'manual.graph.partSum', {
                        rows: data.manual.rows,
                        amount: moneyText(data.manual.fen, lang),
                      })}
                  {data.manual.inferred > 0 && (
                    <span className="chip">{t('manual.graph.inferredRows', { count: data.manual.inferred })}</span>
                  )}
                </div>
              )}
              {data.fen !== null && lang === 'zh-CN' && <div className="t3 s12">{capitals(data.fen as Fen)}</div>}
            </div>
            <Tabs
              size="small"
              className="inspector-tabs"
              activeKey={tab}
              onChange={setTab}
              items={[
                { key: 'rows', label: t('graph.tabs.rows', { count: data.rows + data.asideRows }) },
                { key: 'findings', label: t('graph.tabs.findings', { count: data.findings.length }) },
                ...(data.fen === null ? [] : [{ key: 'months', label: t('graph.tabs.months') }]),
              ]}
            />
            <div className="grow scroll">
              {tab === 'rows' && (
                <>
                  <table className="g small">
                    <colgroup>
                      <col style={{ width: 100 }} />
                      <col style={{ width: 92 }} />
                      <col />
                      <col style={{ width: 74 }} />
                    </colgroup>
                    <thead>
                      <tr>
                        <th>{t('graph.cols.day')} ↓</th>
                        <th className="num">{t('graph.cols.amount')}</th>
                        <th>{t('graph.cols.text')}</th>
                        <th>{t('graph.cols.source')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {data.list.map((row) => (
                        <tr key={row.rowId} className={row.aside ? 'aside' : ''}>
                          <td className="mono">{row.day ?? '—'}</td>
                          <td className={row.findings > 0 ? 'num b tone-high' : 'num'}>
                            {row.fen === null ? '' : moneyText(row.fen, lang, 'exact').replace(/元$|^CNY /, '')}
                          </td>
                          <td title={rowText(link.kind, row.text, lang)}>
                            {row.aside && (
                              <span className="chip">
                                {t(`graph.asideWhy.${row.aside}` as 'graph.asideWhy.failed', {
                                  defaultValue: row.aside,
                                })}
                              </span>
                            )}{' '}
                            {rowText(link.kind, row.text, lang)}
                          </td>
                          <td>
                            <SourceLink source={row.source} short />
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                  {data.list.length < data.rows + data.asideRows && (
                    <Button
                      type="link"
                      size="small"
                      onClick={() => setLimit(Math.min(500, limit + PAGE))}
                      disabled={limit >= 500}
                    >
                      {t('common.nOf', { shown: data.list.length, total: data.rows + data.asideRows })}
                    </Button>
                  )}
                </>
              )}
              {tab === 'findings' && <FindingLines findings={data.findings} />}
              {tab === 'months' && (
                <table className="g small">
                  <thead>
                    <tr>
                      <th>{t('graph.cols.month')}</th>
                      <th className="num">{t('graph.cols.rows')}</th>
                      <th className="num">{t('graph.cols.amount')}</th>
                      <th />
                    </tr>
                  </thead>
                  <tbody>
                    {data.months.map((month) => (
                      <tr key={month.month}>
                        <td className="mono">{month.month}</td>
                        <td className="num">{month.rows}</td>
                        <td className="num">{moneyText(month.fen, lang)}</td>
                        <td>
                          <div className="meter">
                            <i style={{ width: `${(month.fen / most) * 100}%`, background: 'var(--lowFill)' }} />
                          </div>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </div>
            {tab === 'rows' && data.findings.length > 0 && (
              <div className="sec inspector-foot">
                <span className="h3">{t('graph.related')}</span>
                <FindingLines findings={data.findings.slice(0, 3)} />
              </div>
            )}
          </>
        );
      }}
    </Answered>
  );
}

function FindingLines({
  findings,
}: {
  findings: ReadonlyArray<{ id: number; number: string; model: string; severity: number; status: string }>;
}) {
  const { t } = useWords();
  const { titleOf } = useModels();
  if (findings.length === 0) return <div className="pad t3 s12">{t('graph.noFindings')}</div>;
  return (
    <>
      {findings.map((finding) => (
        <button
          key={finding.id}
          type="button"
          className="finding-line"
          onClick={() => go('findings', { finding: finding.id })}
        >
          <Risk band={bandOf(finding.severity)} bare />
          <span className="t3 s12 nw">{finding.number}</span>
          <span className="grow">{titleOf(finding.model)}</span>
          <StateMark status={finding.status as 'open'} bare />
        </button>
      ))}
    </>
  );
}

function PartyInspector({ party, period, children }: { party: number; period: Period; children: ReactNode }) {
  const { t, lang } = useWords();
  const query = useAnswer('graph.node', { party, ...asked(period) }, { keep: true });
  return (
    <Answered query={query}>
      {({ node, byKind }) => (
        <>
          <div className="sec">
            <div className="row g6 wrap">
              <span className="chip">
                {t('graph.party', {
                  kind: inLang(partyKind(node.drawnAs)?.words ?? { zh: node.kind, en: node.kind }, lang),
                })}
              </span>
              {node.severity > 0 && <Risk band={bandOf(node.severity)} />}
              {node.byHand && <ByHand />}
              <SameName name={node.name} count={node.sameName} />
              <span className="row g6 deeds">
                <Button size="small" onClick={() => go('party', { id: party })}>
                  {t('graph.openDossier')}
                </Button>
                {children}
              </span>
            </div>
            <div className="row g6 s14 b ends">
              <Entity drawnAs={node.drawnAs} size={20}>
                {node.name}
              </Entity>
            </div>
            {node.detail && <div className="t2 s12">{node.detail}</div>}
            <div className="row g16 ends">
              <span className="col">
                <span className="t3 s12">{t('graph.came')}</span>
                <Money fen={node.inFen} large />
              </span>
              <span className="col">
                <span className="t3 s12">{t('graph.went')}</span>
                <Money fen={node.outFen} large />
              </span>
            </div>
          </div>
          <div className="grow scroll">
            <table className="g small">
              <colgroup>
                <col />
                <col style={{ width: lang === 'en' ? 48 : 56 }} />
                <col style={{ width: lang === 'en' ? 50 : 60 }} />
                <col style={{ width: lang === 'en' ? 128 : 104 }} />
              </colgroup>
              <thead>
                <tr>
                  <th>{t('graph.byKind')}</th>
                  <th className="num">{t('graph.cols.party')}</th>
                  <th className="num">{t('graph.cols.rows')}</th>
                  <th className="num">{t('graph.cols.sum')}</th>
                </tr>
              </thead>
              <tbody>
                {byKind.map((line) => (
                  <tr key={`${line.kind} ${line.direction}`}>
                    <td className="link-kind">
                      {line.kind === ownTransfer.id ? '↺ ' : line.direction === 'out' ? '→ ' : '← '}
                      {inLang(linkKind(line.kind)?.words ?? { zh: line.kind, en: line.kind }, lang)}
                    </td>
                    <td className="num">{line.parties}</td>
                    <td className="num">{line.rows}</td>
                    <td className="num">{line.fen === null ? '' : moneyText(line.fen, lang)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className="sec inspector-foot">
            <span className="h3">{t('graph.tabs.findings', { count: node.findings })}</span>
            <PartyFindings party={party} />
          </div>
        </>
      )}
    </Answered>
  );
}

function PartyFindings({ party }: { party: number }) {
  const found = useAnswer('findings.list', { party, group: 'none', limit: 8 });
  return found.data ? <FindingLines findings={found.data.rows} /> : null;
}
