import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { fen as asFen, exactYuan } from '../../../shared/evidence/money.ts';
import { linkKind, partyKind } from '../../../shared/ontology/index.ts';
import type { Source } from '../../../shared/protocol/parts.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { tagName } from '../../parts/tag-filter.tsx';
import { findingStatuses } from '../findings/dispositions.ts';
import { useModels } from '../findings/models.ts';
import { spanText } from '../findings/span.ts';
import { useCaseInfo } from '../report/case-info.ts';
import { factWords, identifierWords } from './fact-words.ts';
import { moneyOf, otherOf, type Party, type PartyEvent, type PartyLink } from './links.ts';
import { useEventWords } from './party-timeline.tsx';
import { daysOfPost, groundOf, saidOf, spanOf } from './tag-words.ts';

const place = (source: Source | null): string =>
  source === null ? '' : `${source.file} › ${source.sheet}!${source.cell ?? source.row}`;

/** 打印档案: the whole dossier as plain tables, handed to the printer as soon as it is complete. */
export function PrintDossier({ party, close }: { party: Party; close: () => void }) {
  const timeline = useAnswer('party.timeline', { id: party.id });
  const tags = useAnswer('tags.read', { party: party.id });
  const isReady = (timeline.data !== undefined || timeline.isError) && (tags.data !== undefined || tags.isError);
  useEffect(() => {
    if (!isReady) return;
    window.addEventListener('afterprint', close, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', close);
  }, [isReady, close]);
  return createPortal(
    <div className="print-sheet">
      <Sheet party={party} events={timeline.data?.events ?? []} tagged={tags.data} />
    </div>,
    document.body,
  );
}

function Sheet({
  party,
  events,
  tagged,
}: {
  party: Party;
  events: readonly PartyEvent[];
  tagged: Answer<'tags.read'> | undefined;
}) {
  const { t, lang } = useWords();
  const info = useCaseInfo();
  const { titleOf } = useModels();
  const eventWords = useEventWords();
  const kind = partyKind(party.drawnAs);
  const facts = party.facts.filter(({ label }) => !label.startsWith('clue.'));
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
        {[info?.title, info?.number, info?.classification, kind && inLang(kind.words, lang), party.identity]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>
        {t('party.figures.in')} {exactYuan(asFen(party.inFen))} · {t('party.figures.out')}{' '}
        {exactYuan(asFen(party.outFen))}
      </p>
      <Table
        title={t('party.identifiers')}
        rows={party.identifiers.map(({ type, value, source }) => [identifierWords(type, t), value, place(source)])}
      />
      <Table
        title={t('party.facts')}
        rows={facts.map(({ label, value, source }) => [factWords(label), value, place(source)])}
      />
      <Table
        title={t('tags.filter')}
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
        note={t('common.nOf', { shown: tagged?.posts.length ?? 0, total: tagged?.postsTotal ?? 0 })}
        rows={(tagged?.posts ?? []).map((post) => [
          [post.org, post.post].filter(Boolean).join(' '),
          [t(`tags.postFrom.${post.from}`), daysOfPost(post, t), post.reason].filter(Boolean).join(' · '),
          place(post.source),
        ])}
      />
      {(['in', 'out'] as const).map((view) => (
        <Table
          key={view}
          title={t(`party.figures.${view}`)}
          note={t('common.nOf', { shown: party[view].length, total: party[`${view}Total`] })}
          rows={linkLines(moneyOf(party, view), lang)}
        />
      ))}
      <Table title={t('party.others')} rows={linkLines(otherOf(party), lang)} />
      <Table
        title={t('party.findings')}
        rows={party.findings.map(({ number, model, status: is }) => [number, titleOf(model), status(is)])}
      />
      <Table
        title={t('party.timeline')}
        rows={events.map((event): ReactNode[] => [
          event.day,
          eventWords(event),
          event.party?.name ?? '',
          event.fen === null ? '' : exactYuan(asFen(event.fen)),
          event.text,
          place(event.source),
        ])}
      />
    </>
  );
}

const linkLines = (links: readonly PartyLink[], lang: Parameters<typeof inLang>[1]): ReactNode[][] =>
  links.map(({ party, kind, rows, fen, first, last }) => [
    linkKind(kind) ? inLang(linkKind(kind)!.words, lang) : kind,
    party.name,
    fen === null ? '' : exactYuan(asFen(fen)),
    String(rows),
    spanText(first, last),
  ]);

function Table({ title, note, rows }: { title: string; note?: string; rows: ReadonlyArray<readonly ReactNode[]> }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>
        {title} <small>{note}</small>
      </h2>
      <table>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
