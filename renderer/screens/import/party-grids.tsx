import { partyKind } from '../../../shared/ontology/index.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { inLang, useWords, wordTable } from '../../app/words.ts';
import { DataGrid } from '../../parts/data-grid.tsx';
import { countText } from '../../parts/show.ts';
import { SourceLink } from '../../parts/source-link.tsx';
import { Empty, Loading } from '../../parts/states.tsx';
import type { ImportState } from './import-state.ts';
import { usePartyPages } from './party-pages.ts';

type Parties = Answer<'import.parties'>;
interface Props {
  ask: ImportState['ask'];
}

/** Every name that joins another: whom, on what ground, and where both stand. */
export function JoinedGrid({ ask }: Props) {
  const { t, lang } = useWords();
  const { total, at, onShown, isLoading } = usePartyPages(ask, 'joined', joinedOf);
  const reasons: Readonly<Record<string, string>> = wordTable(lang).joins.reason;
  if (total === 0) return isLoading ? <Loading /> : <Empty centre title={t('wizard.parties.noneJoined')} />;
  return (
    <DataGrid
      label={t('wizard.parties.views.joined')}
      total={total}
      at={at}
      onShown={onShown}
      keyOf={({ name, at: place, to }) => `${name} ${place.file} ${place.sheet} ${place.row} ${to.name}`}
      columns={[
        {
          id: 'name',
          head: t('wizard.parties.name'),
          width: 'minmax(120px,1fr)',
          cell: ({ name }) => <Text text={name} />,
        },
        {
          id: 'from',
          head: t('wizard.parties.from'),
          width: 'minmax(140px,1fr)',
          cell: ({ at: place }) => <Place {...place} />,
        },
        {
          id: 'reason',
          head: t('wizard.parties.reason'),
          width: 176,
          cell: ({ reason }) => <Text text={reasons[reason] ?? reason} />,
        },
        {
          id: 'value',
          head: t('wizard.parties.value'),
          width: 168,
          cell: ({ value }) => (
            <span className="mono s12 ell" title={value}>
              {value}
            </span>
          ),
        },
        {
          id: 'to',
          head: t('wizard.parties.to'),
          width: 'minmax(120px,1fr)',
          cell: ({ to }) => <Text text={to.name} />,
        },
        {
          id: 'source',
          head: t('wizard.parties.from'),
          width: 'minmax(140px,1fr)',
          cell: ({ to }) => (to.source ? <SourceLink source={to.source} /> : <Place {...to.at} />),
        },
        {
          id: 'party',
          head: t('wizard.parties.party'),
          width: 'minmax(140px,1fr)',
          cell: ({ party }) => (
            <span className="row g6">
              <span className={party.isNew ? 'chip low' : 'chip'}>
                {t(party.isNew ? 'wizard.parties.isNew' : 'wizard.parties.isKnown')}
              </span>
              <Text text={party.name} />
            </span>
          ),
        },
      ]}
    />
  );
}

const joinedOf = ({ joined }: Parties) => joined;
const newOf = (page: Parties) => page.new;
const apartOf = ({ keptApart }: Parties) => keptApart;

/** Parties the case does not know yet. */
export function NewGrid({ ask }: Props) {
  const { t } = useWords();
  const { total, at, onShown, isLoading } = usePartyPages(ask, 'new', newOf);
  if (total === 0) return isLoading ? <Loading /> : <Empty centre title={t('wizard.parties.noneNew')} />;
  return (
    <DataGrid
      label={t('wizard.parties.views.new')}
      total={total}
      at={at}
      onShown={onShown}
      keyOf={({ name, at: place }) => `${name} ${place.file} ${place.sheet} ${place.row}`}
      columns={[
        {
          id: 'name',
          head: t('wizard.parties.party'),
          width: 'minmax(180px,1fr)',
          cell: ({ name }) => <Text text={name} />,
        },
        { id: 'kind', head: t('wizard.parties.kind'), width: 132, cell: ({ kind }) => <Kind kind={kind} /> },
        { id: 'names', head: t('wizard.parties.names'), width: 84, end: true, cell: ({ names }) => countText(names) },
        {
          id: 'from',
          head: t('wizard.parties.from'),
          width: 'minmax(220px,1fr)',
          cell: ({ at: place }) => <Place {...place} />,
        },
      ]}
    />
  );
}

/** Namesakes: one name, several parties, because nothing but the name is equal. */
export function ApartGrid({ ask }: Props) {
  const { t } = useWords();
  const { total, at, onShown, isLoading } = usePartyPages(ask, 'apart', apartOf);
  if (total === 0) return isLoading ? <Loading /> : <Empty centre title={t('wizard.parties.noneApart')} />;
  return (
    <DataGrid
      label={t('wizard.parties.views.apart')}
      total={total}
      at={at}
      onShown={onShown}
      keyOf={({ name }) => name}
      columns={[
        {
          id: 'name',
          head: t('wizard.parties.name'),
          width: 'minmax(140px,1fr)',
          cell: ({ name }) => <Text text={name} />,
        },
        {
          id: 'parties',
          head: t('wizard.parties.party'),
          width: 108,
          cell: ({ parties }) => t('wizard.parties.apartCount', { count: parties.length }),
        },
        {
          id: 'from',
          head: t('wizard.parties.from'),
          width: 'minmax(320px,4fr)',
          cell: ({ parties }) => {
            const places = parties
              .map(({ sign, isNew, at: { file, sheet, row } }) =>
                [
                  t(isNew ? 'wizard.parties.isNew' : 'wizard.parties.isKnown'),
                  sign,
                  `${file} › ${t('wizard.parties.rowOf', { sheet, row })}`,
                ]
                  .filter(Boolean)
                  .join(' '),
              )
              .join('；');
            return <Text text={places} />;
          },
        },
      ]}
    />
  );
}

const Text = ({ text }: { text: string }) => (
  <span className="ell" title={text}>
    {text}
  </span>
);

function Kind({ kind }: { kind: string }) {
  const { lang } = useWords();
  const found = partyKind(kind);
  return <span className="t2">{found ? inLang(found.words, lang) : kind}</span>;
}

function Place({ file, sheet, row }: { file: string; sheet: string; row: number }) {
  const { t } = useWords();
  const where = `${file} › ${t('wizard.parties.rowOf', { sheet, row })}`;
  return (
    <span className="row g4 s12 t2" title={where}>
      <span className="ell">{file}</span>
      <span className="none">{t('common.source.row', { row })}</span>
    </span>
  );
}
