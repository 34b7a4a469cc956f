import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { fen as asFen, exactYuan } from '../../../shared/evidence/money.ts';
import { linkKind, partyKind } from '../../../shared/ontology/index.ts';
import { guessMark } from '../../../shared/ontology/link-guess.ts';
import type { PartyNote } from '../../../shared/protocol/notes.requests.ts';
import type { Source } from '../../../shared/protocol/parts.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { actorText, inLang, useWords, type wordTable } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { certaintyWords } from '../../parts/certainty-words.ts';
import { instantText } from '../../parts/show.ts';
import { tagName } from '../../parts/tag-filter.tsx';
import { findingStatuses } from '../findings/dispositions.ts';
import { useModels } from '../findings/models.ts';
import { spanText } from '../findings/span.ts';
import { useCaseInfo } from '../report/case-info.ts';
import { factWords, identifierWords } from './fact-words.ts';
import { linkAsked, linkKey, moneyOf, otherOf, type Party, type PartyLink, type PartyMoney } from './links.ts';
import { useEventText, useEventWords } from './party-timeline.tsx';
import { daysOfPost, groundOf, saidOf, spanOf } from './tag-words.ts';

const place = (source: Source | null): string =>
  source === null ? '' : `${source.file} › ${source.sheet}!${source.cell ?? source.row}`;

/** 打印档案: the whole dossier as plain tables, handed to the printer as soon as it is complete. */
export function PrintDossier({ party, close }: { party: Party; close: () => void }) {
  const timeline = useAnswer('party.timeline', { id: party.id });
  const tags = useAnswer('tags.read', { party: party.id });
  const notes = useAnswer('party.notes', { id: party.id });
  const money = useAnswer('party.money', { id: party.id });
  const links = [...moneyOf(party, 'in'), ...moneyOf(party, 'out'), ...otherOf(party)];
  const cells = useAnswer('graph.link-cells', { links: links.map((link) => linkAsked(party, link)) }, { waits: true });
  const isReady = [timeline, tags, notes, money, cells].every(({ data, isError }) => data !== undefined || isError);
  useEffect(() => {
    if (!isReady) return;
    window.addEventListener('afterprint', close, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', close);
  }, [isReady, close]);
  return createPortal(
    <div className="print-sheet">
      <Sheet
        party={party}
        timeline={timeline.data}
        tagged={tags.data}
        notes={notes.data?.notes ?? []}
        money={money.data}
        cells={new Map(links.map((link, at) => [linkKey(link), cells.data?.cells[at] ?? null]))}
      />
    </div>,
    document.body,
  );
}

type PrintWord = Exclude<keyof ReturnType<typeof wordTable>['party']['print'], 'statement' | 'made'>;
/** columns of figures, which end at the same place */
const figures: ReadonlySet<PrintWord | undefined> = new Set(['fen', 'rows', 'in', 'out', 'bought']);

function Sheet({
  party,
  timeline,
  tagged,
  notes,
  money,
  cells,
}: {
  party: Party;
  timeline: Answer<'party.timeline'> | undefined;
  tagged: Answer<'tags.read'> | undefined;
  notes: readonly PartyNote[];
  money: PartyMoney | undefined;
  /** of each link, by its key, the cell of its largest row */
  cells: ReadonlyMap<string, Source | null>;
}) {
  const { t, lang } = useWords();
  const info = useCaseInfo();
  const { titleOf } = useModels();
  const eventWords = useEventWords();
  const eventText = useEventText();
  const kind = partyKind(party.drawnAs);
  const facts = party.facts.filter(({ label }) => !label.startsWith('clue.'));
  const total = party.inTotal + party.outTotal;
  const shown = party.in.length + party.out.length;
  // what is left out of the lists is left out of the three together
  const listed = shown < total ? t('party.linksListed', { shown, total }) : '';
  const linkHeads: readonly PrintWord[] = ['link', 'other', 'fen', 'rows', 'span', 'basis', 'largest'];
  const linkLines = (links: readonly PartyLink[]): ReactNode[][] =>
    links.map((link) => [
      `${linkKind(link.kind) ? inLang(linkKind(link.kind)!.words, lang) : link.kind}${guessMark(link)}`,
      link.party.name,
      link.fen === null ? '' : exactYuan(asFen(link.fen)),
      String(link.rows),
      spanText(link.first, link.last),
      certaintyWords(link, t),
      place(cells.get(linkKey(link)) ?? null),
    ]);
  const status = (of: string) => {
    const known = findingStatuses.find((each) => each === of);
    return known ? t(`common.status.${known}`) : of;
  };
  return (
    <>
      <h1>
        {t('party.title')} {party.name}
      </h1>
      <p>
        {[
          info?.title,
          info?.number,
          info?.classification && t(`common.classification.${info.classification}`),
          kind && inLang(kind.words, lang),
          party.identity,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>
        {t('party.figures.in')} {exactYuan(asFen(party.inFen))} · {t('party.figures.out')}{' '}
        {exactYuan(asFen(party.outFen))}
        {money && money.companies.paid > 0 && (
          <>
            {' · '}
            {t('party.figures.companies')} {money.companies.paid} {t('party.figures.companyUnit')}
            {money.companies.products > 0 && ` (${t('party.figures.products', { count: money.companies.products })})`}
          </>
        )}
      </p>
      <p>
        {t('party.print.statement')} {t('party.print.made', { at: instantText(new Date().toISOString()).slice(0, 16) })}
      </p>
      <Table
        title={t('party.identifiers')}
        heads={['type', 'content', 'source']}
        rows={party.identifiers.map(({ type, value, source }) => [identifierWords(type, t), value, place(source)])}
      />
      <Table
        title={t('party.facts')}
        heads={['item', 'content', 'source']}
        rows={facts.map(({ label, value, source }) => [factWords(label), value, place(source)])}
      />
      <Table
        title={t('tags.filter')}
        heads={['tag', 'ground', 'source']}
        rows={(tagged?.tags ?? [])
          .filter(({ given }) => !given?.removed)
          .map(({ tag, given, derived, source }) => [
            tagName(tag, lang),
            given
              ? [t('manual.mark'), given.org, given.post, spanOf(given, t), saidOf(given, t)]
                  .filter(Boolean)
                  .join(' · ')
              : `${t('tags.derived')} · ${derived ? groundOf(derived, t, lang) : ''}`,
            place(source),
          ])}
      />
      <Table
        title={t('tags.posts')}
        heads={['post', 'ground', 'source']}
        note={t('common.nOf', { shown: tagged?.posts.length ?? 0, total: tagged?.postsTotal ?? 0 })}
        rows={(tagged?.posts ?? []).map((post) => [
          [post.org, post.post].filter(Boolean).join(' '),
          [t(`tags.postFrom.${post.from}`), daysOfPost(post, t), post.reason].filter(Boolean).join(' · '),
          place(post.source),
        ])}
      />
      <Table
        title={t('notes.ofPersons')}
        heads={['time', 'by', 'content', 'changed']}
        rows={notes
          .filter(({ text }) => text !== '')
          .map(({ at, actor, text, earlier }) => [
            instantText(at).slice(0, 16),
            actorText(actor),
            text,
            earlier.length === 0 ? '' : t('notes.earlier', { count: earlier.length }),
          ])}
      />
      <Table
        title={t('party.months.title')}
        note={money && money.undated > 0 ? t('party.months.undated', { count: money.undated }) : ''}
        heads={['month', 'in', 'out', 'bought']}
        rows={(money?.months ?? [])
          .map((month, at): ReactNode[] => [
            month,
            ...[money?.in[at], money?.out[at], money?.bought[at]].map((fen) => (fen ? exactYuan(asFen(fen)) : '')),
          ])
          .filter(([, ...sums]) => sums.some((sum) => sum !== ''))}
      />
      {(['in', 'out'] as const).map((view) => (
        <Table
          key={view}
          title={t(`party.figures.${view}`)}
          note={listed}
          heads={linkHeads}
          rows={linkLines(moneyOf(party, view))}
        />
      ))}
      <Table title={t('party.others')} note={listed} heads={linkHeads} rows={linkLines(otherOf(party))} />
      <Table
        title={t('party.findings')}
        heads={['number', 'finding', 'status']}
        rows={party.findings.map(({ number, model, status: is }) => [number, titleOf(model), status(is)])}
      />
      <Table
        title={t('party.timeline')}
        heads={['day', 'event', 'other', 'fen', 'text', 'source']}
        note={timeline && t('common.nOf', { shown: timeline.events.length, total: timeline.total })}
        rows={(timeline?.events ?? []).map((event): ReactNode[] => [
          event.day,
          eventWords(event),
          event.party?.name ?? '',
          event.fen === null ? '' : exactYuan(asFen(event.fen)),
          eventText(event),
          place(event.source),
        ])}
      />
    </>
  );
}

function Table({
  title,
  note,
  heads,
  rows,
}: {
  title: string;
  note?: string | undefined;
  heads: readonly PrintWord[];
  rows: ReadonlyArray<readonly ReactNode[]>;
}) {
  const { t } = useWords();
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>
        {title} <small>{note}</small>
      </h2>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={figures.has(head) ? 'num' : ''}>
                {t(`party.print.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              {cells.map((cell, column) => (
                <td key={column} className={figures.has(heads[column]) ? 'num' : ''}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
