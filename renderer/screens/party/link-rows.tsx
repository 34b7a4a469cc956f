import { IconTopologyStar3 } from '@tabler/icons-react';
import { Button } from 'antd';
import { useState } from 'react';
import { fen as asFen, exactYuan } from '../../../shared/evidence/money.ts';
import { linkKind } from '../../../shared/ontology/index.ts';
import { rowText } from '../../../shared/ontology/role-words.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { Day } from '../../parts/money.tsx';
import { Bars, Head } from '../../parts/pane.tsx';
import { RelationVerdict } from '../../parts/relation-verdict.tsx';
import { SourceLink } from '../../parts/source-link.tsx';
import { Answered, TooMany } from '../../parts/states.tsx';
import { correctCell } from '../correct/correct-asked.ts';
import { linkAsked, type Party, type PartyLink } from './links.ts';

type Row = Answer<'graph.link-rows'>['list'][number];
const most = 500;

/** Every row behind one link, each with its cell; rows that do not count are listed greyed with the reason. */
export function LinkRows({ party, link }: { party: Party; link: PartyLink }) {
  const { t, lang } = useWords();
  const [source, target] = link.direction === 'in' ? [link.party, party] : [party, link.party];
  const query = useAnswer('graph.link-rows', { ...linkAsked(party, link), limit: most });
  const kind = linkKind(link.kind);
  return (
    <div className="col" style={{ flex: '1 1 0', minHeight: 120, borderTop: '1px solid var(--line)' }}>
      <Answered query={query}>
        {(data) => (
          <>
            <Head
              title={
                <span className="row g6">
                  {source.name} → {target.name}
                </span>
              }
              sub={[
                t('party.rows.sub', { kind: kind ? inLang(kind.words, lang) : link.kind, count: data.rows }),
                data.asideRows > 0 ? t('party.rows.aside', { count: data.asideRows }) : null,
              ]
                .filter((part) => part !== null)
                .join(t('common.comma'))}
              extra={
                <span className="row">
                  {data.months.length > 1 && (
                    <Bars
                      values={data.months.map(({ fen }) => fen)}
                      width={Math.min(160, data.months.length * 10)}
                      label={t('party.rows.months')}
                    />
                  )}
                  <Button
                    size="small"
                    icon={<IconTopologyStar3 size={15} stroke={1.5} />}
                    onClick={() => go('graph', { parties: [source.id, target.id] })}
                  >
                    {t('party.rows.pair')}
                  </Button>
                  <Button size="small" onClick={() => go('party', { id: link.party.id })}>
                    {t('party.rows.dossier')}
                  </Button>
                </span>
              }
            />
            {data.inferred && (
              <div className="pad-line">
                <RelationVerdict kind={link.kind} a={source.id} b={target.id} />
              </div>
            )}
            <div className="grow">
              <RowGrid kind={link.kind} rows={data.list} />
            </div>
            <TooMany shown={data.list.length} total={data.rows + data.asideRows} />
          </>
        )}
      </Answered>
    </div>
  );
}

function RowGrid({ kind, rows }: { kind: string; rows: readonly Row[] }) {
  const { t, lang } = useWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const columns: Column<Row>[] = [
    {
      id: 'day',
      head: t('party.rows.day'),
      width: 112,
      cell: ({ day, aside }) => (
        <span className={aside === null ? 'mono' : 'mono t3'}>
          <Day day={day} />
        </span>
      ),
    },
    {
      id: 'fen',
      head: t('party.rows.fen'),
      width: 128,
      end: true,
      cell: ({ fen, aside }) => (
        <span className={aside === null ? 'b' : 't3'}>{fen === null ? '—' : exactYuan(asFen(fen))}</span>
      ),
    },
    {
      id: 'text',
      head: t('party.rows.text'),
      width: 'minmax(120px, 1fr)',
      cell: ({ text: written, aside }) => {
        const text = rowText(kind, written, lang);
        return (
          <span className={aside === null ? 'ell' : 'ell t3'} title={text}>
            {aside !== null && <span className="chip">{asideWords(aside, t)}</span>} {text}
          </span>
        );
      },
    },
    {
      id: 'source',
      head: t('party.rows.source'),
      width: 'minmax(180px, 0.8fr)',
      cell: ({ source }) => <SourceLink source={source} />,
    },
    {
      id: 'correct',
      head: <span className="unseen">{t('correct.open')}</span>,
      width: 92,
      cell: ({ rowId, source }) => (
        <button
          type="button"
          className="link s12"
          aria-label={`${t(source.manual ? 'manual.edit' : 'correct.open')} ${source.file} ${source.row}`}
          onClick={() => correctCell({ rowId, field: source.field })}
        >
          {t(source.manual ? 'manual.edit' : 'correct.open')}
        </button>
      ),
    },
  ];
  return (
    <DataGrid
      label={t('party.rows.source')}
      columns={columns}
      total={rows.length}
      at={(index) => rows[index]}
      keyOf={({ rowId }) => rowId}
      selected={chosen}
      onSelect={({ rowId }) => setChosen(rowId)}
      onOpen={({ source }) => go('source', { rowId: source.rowId, field: source.field })}
    />
  );
}

const reasons = [
  'failed',
  'reversed',
  'mirrored',
  'neutral',
  'own-account',
  'foreign-currency',
  'one-sided',
  'cancelled',
  'refused',
  'void',
  'red',
  'rejected',
] as const;

/** Why a row does not count. */
function asideWords(aside: string, t: ReturnType<typeof useWords>['t']): string {
  const known = reasons.find((each) => each === aside);
  return known ? t(`graph.asideWhy.${known}`) : aside;
}
