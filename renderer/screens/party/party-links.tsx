import { type ReactNode, useEffect, useRef, useState } from 'react';
import { drawnAs, linkKind } from '../../../shared/ontology/index.ts';
import { guessMark, isGuess } from '../../../shared/ontology/link-guess.ts';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { ByHand } from '../../parts/by-hand.tsx';
import { certaintyWords } from '../../parts/certainty-words.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Entity } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { Bars, Meter } from '../../parts/pane.tsx';
import { RelationMark } from '../../parts/relation-verdict.tsx';
import { type Room, useRoom } from '../../parts/room.ts';
import { countText, percentText } from '../../parts/show.ts';
import { Empty, TooMany } from '../../parts/states.tsx';
import { size } from '../../styles/tokens.ts';
import { spanText } from '../findings/span.ts';
import { LinkRows } from './link-rows.tsx';
import { linkKey, type Party, type PartyLink, type PartyMoney } from './links.ts';

/** A kind of link heads its links; money that moved also closes with its sum. */
type Line = { readonly kind: string; readonly count: number } | { readonly link: PartyLink; readonly n: number };

/** Who stands on the other side, by kind of link and amount; below, every row of the one that is selected. */
export function PartyLinks({
  party,
  view,
  links,
  money,
}: {
  party: Party;
  view: 'in' | 'out' | 'other';
  links: readonly PartyLink[];
  money: PartyMoney | undefined;
}) {
  const { t, lang } = useWords();
  const room = useRoom();
  const [chosen, setChosen] = useState<string | null>(links[0] ? linkKey(links[0]) : null);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // opened by a key: the arrows walk at once, as the status line says
    if (document.activeElement === document.body) grid.current?.focus();
  }, []);
  const columns = useColumns(party, view, links, { room, money });
  if (links.length === 0) return <Empty title={t(`party.none.${view}`)} />;
  const lines = linesOf(links);
  const link = links.find((each) => linkKey(each) === chosen) ?? links[0];
  const listed = party.in.length + party.out.length;
  return (
    <>
      {/* as high as its lines need, up to two thirds: the rows below have the rest whichever line is selected */}
      <div className="none" style={{ height: size.head + lines.length * LINE + 2, maxHeight: '66%' }}>
        <DataGrid<Line>
          ref={grid}
          label={t(`party.cols.partner.${view}`)}
          columns={columns}
          total={lines.length}
          at={(index) => lines[index]}
          heightOf={lineHeight}
          keyOf={(line) => ('link' in line ? linkKey(line.link) : line.kind)}
          selected={chosen}
          onSelect={(line) => 'link' in line && setChosen(linkKey(line.link))}
          onOpen={(line) => 'link' in line && go('party', { id: line.link.party.id })}
          groupCells={(line) => {
            if ('link' in line) return undefined;
            const kind = linkKind(line.kind);
            const moved = kind?.money === 'moved' && view !== 'other';
            return [
              {
                id: 'kind',
                span: 2,
                node: (
                  <span className="ell">
                    {kind ? inLang(kind.words, lang) : line.kind}
                    <span className="t3 regular">
                      {' '}
                      {countText(line.count)} {kind?.money === 'booked' && t('party.booked')}
                    </span>
                  </span>
                ),
              },
              {
                id: 'sum',
                span: 1,
                end: true,
                node: moved ? <Money fen={view === 'in' ? party.inFen : party.outFen} /> : null,
              },
              {
                id: 'note',
                span: columns.length - 3,
                node: <span className="t3 s12 regular ell">{moved && t('party.everyCell')}</span>,
              },
            ];
          }}
        />
      </div>
      <TooMany shown={listed} total={party.inTotal + party.outTotal} />
      {link && <LinkRows key={linkKey(link)} party={party} link={link} />}
    </>
  );
}

const LINE = 32;
const lineHeight = (): number => LINE;

function linesOf(links: readonly PartyLink[]): Line[] {
  const lines: Line[] = [];
  for (const [kind, list] of Map.groupBy(links, (link) => link.kind)) {
    lines.push({ kind, count: list.length });
    for (const [index, link] of list.entries()) lines.push({ link, n: index + 1 });
  }
  return lines;
}

function useColumns(
  party: Party,
  view: 'in' | 'out' | 'other',
  links: readonly PartyLink[],
  { room, money }: { room: Room; money: PartyMoney | undefined },
): Column<Line>[] {
  const { t } = useWords();
  const partners = new Map((view === 'in' ? money?.payers : money?.payees)?.map((each) => [each.party, each]));
  const monthsOf = ({ kind, party: { id } }: PartyLink) => (kind === money?.kind ? partners.get(id) : undefined);
  const hasGoods = view === 'in' && money?.goods !== null && money !== undefined;
  const most = new Map<string, number>();
  for (const { kind, fen } of links) most.set(kind, Math.max(most.get(kind) ?? 1, fen ?? 0));
  const of = (show: (link: PartyLink, n: number) => ReactNode) => (line: Line) =>
    'link' in line ? show(line.link, line.n) : null;
  const whole = view === 'in' ? party.inFen : party.outFen;
  const columns: (Column<Line> | false)[] = [
    { id: 'n', head: '#', width: 44, end: true, cell: of((_, n) => <span className="t3">{n}</span>) },
    {
      id: 'partner',
      head: t(`party.cols.partner.${view}`),
      width: 'minmax(160px, 1.4fr)',
      cell: of(({ party: other }) => (
        <Entity drawnAs={drawnAs(other.kind, null)} strong>
          {other.name}
        </Entity>
      )),
    },
    {
      id: 'fen',
      head: view === 'other' ? <span className="unseen">{t('party.cols.fen')}</span> : t('party.cols.fen'),
      width: view === 'other' ? 40 : 128,
      end: true,
      cell: of(({ fen }) => <b>{(view !== 'other' || fen !== null) && <Money fen={fen} />}</b>),
    },
    view !== 'other' && {
      id: 'share',
      head: t('party.cols.share'),
      width: 'minmax(96px, 1fr)',
      cell: of(({ fen, kind }) => (
        <span className="row grow">
          <span className="grow">
            <Meter share={(fen ?? 0) / (most.get(kind) ?? 1)} tone="var(--text2)" />
          </span>
          <span className="s12 t2 num" style={{ width: 44 }}>
            {linkKind(kind)?.money === 'moved' && whole > 0 && fen !== null ? percentText(fen / whole) : ''}
          </span>
        </span>
      )),
    },
    view === 'other' && {
      id: 'direction',
      head: t('party.cols.kind'),
      width: 'minmax(96px, 1fr)',
      cell: of((link) =>
        link.inferred ? (
          <RelationMark state={link.inferred} />
        ) : (
          <span className="row g6 clip">
            <span className="t2 ell">{t(`party.direction.${link.direction}`)}</span>
            <Typed link={link} />
          </span>
        ),
      ),
    },
    {
      id: 'rows',
      head: t('party.cols.rows'),
      width: 56,
      end: true,
      cell: of((link) => (
        <>
          {view !== 'other' && link.manual && <ByHand bare />} {countText(link.rows)}
        </>
      )),
    },
    view !== 'other' && {
      id: 'months',
      head: t('party.cols.months'),
      width: 104,
      cell: of((link) => {
        const months = monthsOf(link)?.months;
        return months && <Bars values={months} width={92} label={t('party.rows.months')} />;
      }),
    },
    hasGoods && {
      id: 'goods',
      head: t('party.cols.goods'),
      width: 'minmax(110px, 0.9fr)',
      cell: of((link) => {
        const goods = monthsOf(link)?.goods;
        return goods && <Goods goods={goods} />;
      }),
    },
    (room === 'wide' || (room === 'normal' && !hasGoods)) && {
      id: 'span',
      head: t('party.cols.span'),
      width: 196,
      cell: of(({ first, last }) => <span className="mono t2 s12">{spanText(first, last)}</span>),
    },
  ];
  return columns.filter((column) => column !== false);
}

/** 手工, with “?” where the person typed it as inferred. */
function Typed({ link }: { link: PartyLink }) {
  const { t } = useWords();
  if (!link.manual) return null;
  return (
    <span className={isGuess(link) ? 'chip mid' : 'chip'} title={certaintyWords(link, t)}>
      {t('manual.mark')}
      {guessMark(link)}
    </span>
  );
}

/** 骨肽注射液 等 14 */
function Goods({ goods }: { goods: NonNullable<PartyMoney['goods']> }) {
  const { t } = useWords();
  const count = goods.drugs + goods.devices;
  const [first = ''] = goods.names;
  return (
    <span className="ell t2" title={goods.names.join('\n')}>
      {count > 1 ? t('party.goods', { name: first, count }) : first}
    </span>
  );
}
