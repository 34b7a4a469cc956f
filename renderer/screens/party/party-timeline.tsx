import { useState } from 'react';
import { drawnAs, linkKind } from '../../../shared/ontology/index.ts';
import { rowText } from '../../../shared/ontology/role-words.ts';
import { useSettings } from '../../app/settings.ts';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Entity } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { countText, moneyText } from '../../parts/show.ts';
import { SourceLink } from '../../parts/source-link.tsx';
import { Answered, Empty, TooMany } from '../../parts/states.tsx';
import type { PartyEvent } from './links.ts';

/** 时间轴: posts, conferences, visits … and money by month, the latest first, each with its cell. */
export function PartyTimeline({ id }: { id: number }) {
  const { t } = useWords();
  const query = useAnswer('party.timeline', { id });
  return (
    <Answered query={query}>
      {({ events, total }) =>
        events.length === 0 ? (
          <Empty title={t('party.none.timeline')} />
        ) : (
          <>
            <div className="grow">
              <Events events={events} />
            </div>
            <TooMany shown={events.length} total={total} />
          </>
        )
      }
    </Answered>
  );
}

function Events({ events }: { events: readonly PartyEvent[] }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const eventWords = useEventWords();
  const textOf = useEventText();
  const columns: Column<PartyEvent>[] = [
    { id: 'day', head: t('party.rows.day'), width: 104, cell: ({ day }) => <span className="mono">{day}</span> },
    {
      id: 'kind',
      head: t('party.cols.kind'),
      width: 108,
      cell: (event) => <span className="ell">{eventWords(event)}</span>,
    },
    {
      id: 'other',
      head: t('party.cols.partner.other'),
      width: 'minmax(140px, 1fr)',
      cell: ({ party }) => party && <Entity drawnAs={drawnAs(party.kind, null)}>{party.name}</Entity>,
    },
    {
      id: 'fen',
      head: t('party.cols.fen'),
      width: 128,
      end: true,
      cell: ({ fen }) => (fen === null ? null : <Money fen={fen} />),
    },
    { id: 'rows', head: t('party.cols.rows'), width: 52, end: true, cell: ({ rows }) => countText(rows) },
    {
      id: 'text',
      head: t('party.rows.text'),
      width: 'minmax(120px, 1.2fr)',
      cell: (event) => {
        const text = textOf(event);
        return (
          <span className="ell t2" title={text}>
            {text}
          </span>
        );
      },
    },
    {
      id: 'source',
      head: t('party.rows.source'),
      width: 'minmax(140px, 0.8fr)',
      cell: ({ source }) => source && <SourceLink source={source} />,
    },
  ];
  return (
    <DataGrid<PartyEvent>
      label={t('party.timeline')}
      columns={columns}
      total={events.length}
      at={(index) => events[index]}
      keyOf={(event) => events.indexOf(event)}
      selected={chosen}
      onSelect={(event) => setChosen(events.indexOf(event))}
      onOpen={({ source, party }) =>
        source ? go('source', { rowId: source.rowId, field: source.field }) : party && go('party', { id: party.id })
      }
    />
  );
}

/** What its row says of an event; of a month, its largest booking. */
export function useEventText(): (event: Pick<PartyEvent, 'kind' | 'text' | 'rows' | 'largest'>) => string {
  const { t, lang } = useWords();
  const how = useSettings((store) => store.settings.money);
  return ({ kind, text, rows, largest }) => {
    if (largest === null) return rowText(kind, text, lang);
    const { name } = largest.party;
    return rows === 1 ? name : t('party.events.largest', { money: moneyText(largest.fen, lang, how), name });
  };
}

/** 付款, 参会 …, 任职, 当月收入. */
export function useEventWords(): (event: Pick<PartyEvent, 'kind' | 'direction'>) => string {
  const { t, lang } = useWords();
  return ({ kind, direction }) => {
    if (kind === 'month') return t(`party.events.month.${direction}`);
    if (kind === 'post-from' || kind === 'post-to') return t(`party.events.${kind}`);
    const known = linkKind(kind);
    return known ? inLang(known.words, lang) : kind;
  };
}
