import { drawnAs, linkKind } from '../../../../shared/ontology/index.ts';
import { guessMark, isGuess } from '../../../../shared/ontology/link-guess.ts';
import type { DrawnChart } from '../../../../shared/protocol/chart-file.requests.ts';
import { ownTransfers } from '../../graph/own-transfers.ts';
import { journalHead } from '../../journal/write-journal.ts';
import { readMeta } from '../../store/meta.ts';
import type { OpenCase } from '../../store/open-case.ts';
import { certaintyWords, statedOf } from '../certainty-words.ts';
import { linkKindWords, partyKindWords } from '../kind-words.ts';
import type { MaskLevel } from '../masker.ts';
import type { ReportContext } from '../page.ts';
import { reportContext } from '../report-context.ts';
import type { ChartData, ChartLink, ChartParty } from './chart-data.ts';

export interface ChartChoice {
  /** what is drawn; absent: the whole case */
  readonly shown?: DrawnChart | undefined;
  readonly mask: MaskLevel;
  readonly lang: 'zh-CN' | 'en';
  readonly purpose: string;
  readonly at: Date;
  readonly tick?: () => void;
}

/** Whoever a row names, and whoever a link ends at. */
const STANDING = `(exists (select 1 from mention where party = p.id) or exists (select 1 from link where source = p.id) or exists (select 1 from link where target = p.id))`;

/** The parties and links that a file of the chart holds, in the order of their ids, masked for its reader. */
export const readChart = (openCase: OpenCase, { shown, tick, ...options }: ChartChoice): ChartData =>
  chartIn(reportContext(openCase, options), shown, tick);

/** The same in a report, whose mask calls everybody what the other pages call them. */
export function chartIn(context: ReportContext, shown: DrawnChart | undefined, tick = () => {}): ChartData {
  const { store, caseId, actor, lang, purpose, at, mask } = context;
  const ids = shown && JSON.stringify([...new Set(shown.places.flatMap(({ parties }) => parties))]);
  const parties = readParties(context, ids, tick);
  const known = new Set(parties.map(({ id }) => id));
  const wanted = shown && new Set(shown.links);
  const links = readLinks(context, ids, tick).filter(
    (link) => known.has(link.source) && known.has(link.target) && (!wanted || wanted.has(link.id)),
  );
  const total = (sql: string) => store.db.prepare<[], number>(sql).pluck().get()!;
  const meta = (key: 'title' | 'number' | 'classification') => readMeta(store, key) ?? '';
  return {
    parties,
    links,
    of: {
      parties: total(`select count(*) from party p where ${STANDING}`),
      links: total('select count(*) from link'),
    },
    places: (shown?.places ?? []).map((place) => ({ ...place, name: mask.free(place.name) })),
    texts: (shown?.texts ?? []).map((each) => ({ ...each, text: mask.free(each.text) })),
    lang,
    caseId,
    title: mask.free(meta('title')),
    number: meta('number'),
    classification: meta('classification'),
    level: mask.level,
    purpose,
    actor: mask.level === 'public' ? '' : actor,
    at,
    head: journalHead(store, caseId),
  };
}

interface PartyRow {
  id: number;
  kind: string;
  role: string | null;
  name: string;
  came: number;
  went: number;
  degree: number;
  findings: number;
}

function readParties({ store, mask, lang }: ReportContext, ids: string | undefined, tick: () => void): ChartParty[] {
  const numbers = store.db.prepare<[number], { type: string; value: string }>(
    `select distinct i.type as type, i.value as value from mention m join mention_identifier i on i.mention = m.id
     where m.party = ? and i.keyable = 1 order by i.type, i.value`,
  );
  const rows = store.db.prepare<string[], PartyRow>(
    `select p.id as id, p.kind as kind, p.role as role, p.name as name, coalesce(g.in_fen, 0) as came, coalesce(g.out_fen, 0) as went,
      coalesce(g.degree, 0) as degree, (select count(distinct s.finding) from finding_subject s join finding f on f.id = s.finding
        where s.party = p.id and f.gone_run is null and f.status <> 'excluded') as findings
     from party p left join party_figure g on g.party = p.id
     where ${ids === undefined ? STANDING : 'p.id in (select value from json_each(?))'} order by p.id`,
  );
  const parties: ChartParty[] = [];
  for (const row of rows.all(...(ids === undefined ? [] : [ids]))) {
    if (parties.length % 2_000 === 0) tick();
    const drawn = drawnAs(row.kind, row.role);
    parties.push({
      id: row.id,
      kind: row.kind,
      drawnAs: drawn,
      kindWord: partyKindWords(drawn, lang),
      name: mask.name(row.id, row.kind, row.name),
      identifiers: numbers.all(row.id).map(({ type, value }) => {
        const masked = mask.identifier(type, value);
        return { type, value: masked, whole: masked === value };
      }),
      inFen: row.came,
      outFen: row.went,
      degree: row.degree,
      findings: row.findings,
    });
  }
  return parties;
}

interface LinkRow {
  kind: string;
  source: number;
  target: number;
  rows: number;
  fen: number | null;
  first: string | null;
  last: string | null;
}

function readLinks(context: ReportContext, ids: string | undefined, tick: () => void): ChartLink[] {
  const { store, lang } = context;
  const rows = store.db.prepare<string[], LinkRow>(
    `select kind, source, target, rows, fen, first_day as first, last_day as last from link
     ${ids === undefined ? '' : 'where source in (select value from json_each(?)) and target in (select value from json_each(?))'}
     order by source, target, kind`,
  );
  const links: ChartLink[] = [];
  // a picture holds what is on the chart; data of the whole case holds what joins two parties
  const own = ids === undefined ? [] : ownTransfers(store, JSON.parse(ids) as number[], {});
  for (const row of [...rows.all(...(ids === undefined ? [] : [ids, ids])), ...own]) {
    if (links.length % 2_000 === 0) tick();
    const stated = statedOf(store, row);
    const kind = linkKind(row.kind);
    links.push({
      ...row,
      id: `${row.kind}:${row.source}:${row.target}`,
      kindWord: `${linkKindWords(row.kind, lang)}${guessMark(stated)}`,
      directed: kind?.directed ?? true,
      money: kind?.money ?? null,
      guess: isGuess(stated),
      certainty: certaintyWords(stated, context),
    });
  }
  return links;
}
