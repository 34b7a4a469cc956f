import { linkKind } from '../../../../shared/ontology/index.ts';
import { guessMark } from '../../../../shared/ontology/link-guess.ts';
import { fill } from '../../../../shared/plain/fill.ts';
import { inSight } from '../../graph/links-in-sight.ts';
import type { linksWithin } from '../../graph/links-within.ts';
import { citeWith, pairRows, rowWithin } from '../../graph/pair-rows.ts';
import { type DrawnLink, idOf } from '../../graph/party-links.ts';
import { foundAgain, listViews, readView, type ViewHead } from '../../store/graph-views.ts';
import { readMeta } from '../../store/meta.ts';
import { partyCard } from '../../store/party-cards.ts';
import { statedOf } from '../certainty-words.ts';
import { drawSheet } from '../chart/draw-sheet.ts';
import { chartIn } from '../chart/read-chart.ts';
import { cite } from '../cite.ts';
import { linkKindWords } from '../kind-words.ts';
import type { PagePicture, PageValue, ReportContext, ReportPage } from '../page.ts';

/** 关系图视图: the links of each view that was sent to the report, under its filters and period, with their figures of now and a source of each. */
export const viewsPage: ReportPage = {
  id: 'views',
  columns: [
    { title: 'view', kind: 'text', width: 24 },
    { title: 'viewNote', kind: 'text', width: 36, wrap: true },
    { title: 'viewPeriod', kind: 'text', width: 24 },
    { title: 'linkKind', kind: 'text', width: 14 },
    { title: 'sourceParty', kind: 'text', width: 34 },
    { title: 'targetParty', kind: 'text', width: 34 },
    { title: 'rows', kind: 'count', width: 8 },
    { title: 'amount', kind: 'money', width: 18 },
    { title: 'viewAmountThen', kind: 'money', width: 18 },
    { title: 'from', kind: 'day', width: 12 },
    { title: 'to', kind: 'day', width: 12 },
    { title: 'viewSource', kind: 'text', width: 48, wrap: true },
  ],
  count: ({ store }) => reported(store).reduce((sum, view) => sum + Math.max(1, shownBy(store, view).links.length), 0),
  *rows(context) {
    for (const view of reported(context.store)) yield* linesOf(context, view);
  },
  *pictures(context) {
    for (const [i, view] of reported(context.store).entries()) yield pictureOf(context, view, i + 1);
  },
};

type Store = ReportContext['store'];

const reported = (store: Store): ViewHead[] => listViews(store).filter((view) => view.reported);

function shownBy(store: Store, { view }: ViewHead) {
  const saved = readView(store, view);
  const now = foundAgain(store, view);
  const parties = saved.parties.flatMap(({ saved: id, hidden }) => {
    const party = now.get(id);
    return party === undefined ? [] : [{ id: party, hidden }];
  });
  const then = new Map(
    saved.links.map(({ kind, source, target, fen }) => [`${kind} ${now.get(source)} ${now.get(target)}`, fen]),
  );
  const sight = inSight(store, parties, saved.state);
  const links = sight.links.toSorted((a, b) => (b.fen ?? -1) - (a.fen ?? -1) || b.rows - a.rows);
  return { ...saved, links, then, seen: sight.parties, now, gone: saved.parties.length - parties.length };
}

/** What stands at the head of a view: its name, what is said of it and how much of it is still in the case, its period. */
function headOf({ mask, word }: ReportContext, view: ViewHead, { state, gone, parties }: ReturnType<typeof shownBy>) {
  const { from, to } = state.period;
  const note = [
    mask.free(view.note),
    gone > 0 ? fill(word('viewGone'), { shown: parties.length - gone, of: parties.length }) : '',
  ];
  return [
    mask.free(view.name),
    note.filter(Boolean).join(' '),
    from && to ? `${from} ~ ${to}` : word('viewAllTime'),
  ] as const;
}

/** px on the chart; a view does not keep how large everybody was */
const SIZE = 40;

function pictureOf(context: ReportContext, view: ViewHead, nth: number): PagePicture {
  const { store, word, mask, at } = context;
  const shown = shownBy(store, view);
  const places = shown.parties.flatMap(({ saved, x, y }) => {
    const id = shown.now.get(saved);
    if (id === undefined || !shown.seen.has(id)) return [];
    return [{ id: String(id), parties: [id], name: '', x, y, size: SIZE, frame: null }];
  });
  const figures = new Map(shown.links.map((link) => [idOf(link), link]));
  const data = chartIn(context, { places, links: [...figures.keys()], texts: [...shown.texts] });
  const { from, to, undated } = shown.state.period;
  const isAll = from === undefined && to === undefined && undated;
  const drawing = drawSheet({
    ...data,
    links: data.links.map((link) => ({ ...link, ...figures.get(link.id) })),
    // what somebody paid and got is of the whole case: beside the links of a period it would be wrong
    parties: isAll ? data.parties : data.parties.map((party) => ({ ...party, inFen: 0, outFen: 0 })),
  });
  const [name, note, period] = headOf(context, view, shown);
  return {
    name: `${word('view')} ${nth}`,
    lines: [
      [word('view'), name],
      [word('viewNote'), note],
      [word('viewPeriod'), period],
      [word('caseTitle'), mask.free(readMeta(store, 'title') ?? '')],
      [word('caseNumber'), readMeta(store, 'number') ?? ''],
      [word('classification'), readMeta(store, 'classification') ?? ''],
      [word('madeAt'), at.toISOString()],
    ],
    drawing: { ...drawing, title: `${name} ${drawing.title}`.trim() },
  };
}

function* linesOf(context: ReportContext, view: ViewHead): Generator<PageValue[]> {
  const { store, lang, mask } = context;
  const shown = shownBy(store, view);
  const { state, links, then } = shown;
  const head = headOf(context, view, shown);
  if (links.length === 0) yield [...head, null, null, null, null, null, null, null, null, null];
  for (const link of links) {
    const party = (id: number) => {
      const { kind, name } = partyCard(store, id);
      return mask.name(id, kind, name);
    };
    yield [
      ...head,
      `${linkKindWords(link.kind, lang)}${guessMark(statedOf(store, link))}`,
      party(link.source),
      party(link.target),
      link.rows,
      link.fen,
      then.get(`${link.kind} ${link.source} ${link.target}`) ?? null,
      link.first,
      link.last,
      sourcesOf(context, link, state.period),
    ];
  }
}

/** The cell of the newest row that counts, and how many rows there are besides. */
function sourcesOf(context: ReportContext, link: DrawnLink, period: Parameters<typeof linksWithin>[2]): string {
  const { store, word } = context;
  const kind = linkKind(link.kind);
  if (!kind) return '';
  const isWithin = rowWithin(kind, period);
  const [row] = pairRows(store, kind, link.source, link.target).filter((each) => each.aside === null && isWithin(each));
  if (!row) return '';
  const place = cite(context, citeWith(store, kind)(row));
  return link.rows > 1 ? fill(word('viewSources'), { place, more: link.rows - 1 }) : place;
}
