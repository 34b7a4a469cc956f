import { Checkbox } from 'antd';
import { useState } from 'react';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { type Column, DataGrid } from '../../parts/data-grid.tsx';
import { countText } from '../../parts/show.ts';
import { SourceLink } from '../../parts/source-link.tsx';
import { TooMany } from '../../parts/states.tsx';
import type { Party } from './links.ts';
import { SplitMentions } from './split-mentions.tsx';

type Mention = Party['mentions'][number];
const reasons = [
  'first',
  'identifier',
  'decision',
  'former-name',
  'account',
  'transfer',
  'org-key',
  'phone',
  'phone-holder',
  'alias',
  'institution-alias',
  'own-transfer',
  'thing-number',
  'thing-name',
  'employer',
  'conference',
  'pseudo',
] as const;

/** Every way in which sheets name the subject, why each is taken as the same, and the cell that shows it. */
export function Mentions({ party }: { party: Party }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const toggle = (mention: number) => {
    const next = new Set(ticked);
    if (!next.delete(mention)) next.add(mention);
    setTicked(next);
  };
  const canSplit = party.mentionsTotal > 1;
  const tick: Column<Mention> = {
    id: 'tick',
    head: '',
    width: 36,
    cell: ({ mention, name }) => (
      <Checkbox
        aria-label={t('alike.split.tick', { name })}
        checked={ticked.has(mention)}
        onChange={() => toggle(mention)}
        onClick={(event) => event.stopPropagation()}
      />
    ),
  };
  const columns: Column<Mention>[] = [
    ...(canSplit ? [tick] : []),
    {
      id: 'name',
      head: t('party.cols.mention'),
      width: 'minmax(96px, 0.8fr)',
      cell: ({ name }) => (
        <span className="b ell" title={name}>
          {name === '' ? t('common.empty') : name}
        </span>
      ),
    },
    {
      id: 'identifiers',
      head: t('party.cols.identifiers'),
      width: 'minmax(190px, 1.4fr)',
      cell: ({ identifiers }) => {
        const words = identifiers.map(({ value }) => value).join(t('common.listSeparator'));
        return (
          <span className="mono t2 ell" title={words}>
            {words}
          </span>
        );
      },
    },
    {
      id: 'reason',
      head: t('party.cols.reason'),
      width: 'minmax(120px, 1fr)',
      cell: ({ reason }) => {
        const known = reasons.find((each) => each === reason);
        return <span className="ell">{known ? t(`joins.reason.${known}`) : reason}</span>;
      },
    },
    {
      id: 'proof',
      head: t('party.cols.proof'),
      width: 'minmax(228px, 1.6fr)',
      cell: ({ joinedTo }) =>
        joinedTo && (
          <span className="row g6 grow clip">
            <span className="ell t2" title={t('party.joinedTo', { name: joinedTo.name, value: joinedTo.value })}>
              {joinedTo.value || joinedTo.name}
            </span>
            {joinedTo.source && <SourceLink source={joinedTo.source} short />}
          </span>
        ),
    },
    {
      id: 'rows',
      head: t('party.cols.seen'),
      width: 60,
      end: true,
      cell: ({ rows }) => countText(rows),
    },
    {
      id: 'source',
      head: t('party.cols.source'),
      width: 'minmax(140px, 0.8fr)',
      cell: ({ source }) => <SourceLink source={source} />,
    },
  ];
  return (
    <>
      {canSplit && (
        <div className="tool" style={{ padding: '0 12px', borderBottomColor: 'var(--hair)' }}>
          <SplitMentions party={party} ticked={ticked} done={() => setTicked(new Set())} />
        </div>
      )}
      <div className="grow">
        <DataGrid
          label={t('party.tabs.mentions', { count: party.mentionsTotal })}
          columns={columns}
          total={party.mentions.length}
          at={(index) => party.mentions[index]}
          keyOf={({ mention }) => mention}
          selected={chosen}
          onSelect={({ mention }) => setChosen(mention)}
          onKey={(event, { mention }) => {
            if (event.key !== ' ' || !canSplit) return false;
            toggle(mention);
            return true;
          }}
          onOpen={({ source }) => go('source', { rowId: source.rowId, field: source.field })}
        />
      </div>
      <TooMany shown={party.mentions.length} total={party.mentionsTotal} />
    </>
  );
}
