import { Tabs } from 'antd';
import type { TagId } from '../../../shared/ontology/tags.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { Status } from '../../app/status.tsx';
import { go, type PlaceParams, useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { useAnswer } from '../../client/queries.ts';
import { Head } from '../../parts/pane.tsx';
import { countText } from '../../parts/show.ts';
import { Answered, Empty } from '../../parts/states.tsx';
import { ChosenTags, TagFilter } from '../../parts/tag-filter.tsx';
import { type CellsFound, useCellSearch } from './cell-search.ts';
import { HitGrid } from './hit-grid.tsx';
import { type HitKind, hitKinds } from './hits.ts';
import { TaggedParties } from './tagged-parties.tsx';
import { Understood } from './understood.tsx';

/** Rows with cells that are listed while the search through cells goes on; afterwards all are. */
const WHILE_SEARCHING = 100;

/** 搜索结果: everything that fits a text, by kind with its count, every one of them; the cells of all rows are looked through to the end. With tags, the parties and findings that carry them. */
export function ResultsScreen({ params: { text, tags = [] } }: { params: PlaceParams['results'] }) {
  const { t } = useWords();
  const narrow = (wanted: readonly TagId[]) => go('results', { text, ...(wanted.length > 0 && { tags: wanted }) });
  // counts under the same text, whatever tags are chosen
  const counts = useAnswer('parties.list', { text, limit: 1 }).data?.byTag;
  const found = useAnswer('search', { text, limit: 1, tags: [...tags] }, { enabled: text !== '' });
  return (
    <section className="col full" aria-label={t('frame.search.results')}>
      <Head
        tall
        title={text === '' ? t('tags.list') : t('search.resultsFor', { text })}
        sub={<Understood found={found.data} />}
        extra={
          <span className="row g4">
            <ChosenTags wanted={tags} change={narrow} />
            <TagFilter wanted={tags} change={narrow} counts={counts} />
          </span>
        }
      />
      {text === '' ? (
        <TaggedParties tags={tags} />
      ) : (
        <Answered query={found}>
          {(data) => <Results key={`${text} ${tags.join(' ')}`} text={text} tags={tags} found={data} />}
        </Answered>
      )}
    </section>
  );
}

interface Wanted {
  readonly text: string;
  readonly tags: readonly TagId[];
}

function Results({ text, tags, found }: Wanted & { found: Answer<'search'> }) {
  const { t } = useWords();
  const [kept, setKept] = useKept<HitKind | null>('results.kind', null);
  const cells = useCellSearch(found.inCells ? text : null, WHILE_SEARCHING);
  const totalOf = (kind: HitKind): number => (kind === 'text' ? (cells?.total ?? 0) : (found.totals[kind] ?? 0));
  const shown = hitKinds.filter((kind) => totalOf(kind) > 0);
  const kind = kept !== null && shown.includes(kept) ? kept : shown[0];
  const isSearching = found.inCells && !cells?.done;
  return (
    <>
      {kind === undefined && <Empty title={isSearching ? t('search.loading') : t('frame.search.nothing', { text })} />}
      {kind !== undefined && (
        <>
          <div className="none" style={{ padding: '0 16px', borderBottom: '1px solid var(--line)' }}>
            <Tabs
              size="small"
              activeKey={kind}
              onChange={(key) => setKept(hitKinds.find((each) => each === key) ?? null)}
              items={shown.map((each) => ({
                key: each,
                label: (
                  <span>
                    {t(`frame.search.kinds.${each}`)}{' '}
                    <span className="t3">
                      {countText(totalOf(each))}
                      {each === 'text' && isSearching && '…'}
                    </span>
                  </span>
                ),
              }))}
            />
          </div>
          <div className="grow">
            {kind !== 'text' && <OfKind key={kind} text={text} tags={tags} kind={kind} />}
            {kind === 'text' && cells && <Cells text={text} cells={cells} />}
          </div>
        </>
      )}
      <Status>
        {tags.length > 0 && <span>{t('tags.notTagged')}</span>}
        {cells && <span>{t(cells.done ? 'search.cellsAll' : 'search.cells', cells)}</span>}
        <span className="grow" />
        <span>{[t('search.walk'), t('search.open'), t('search.graph'), t('search.source')].join(' · ')}</span>
      </Status>
    </>
  );
}

function OfKind({ text, tags, kind }: Wanted & { kind: Exclude<HitKind, 'text'> }) {
  return <HitGrid kind={kind} hits={useBlocks('search.list', { text, tags: [...tags], kind })} />;
}

/** The cells found so far, and all of them as soon as they are here: one list that grows, never an empty one in between. */
function Cells({ text, cells }: { text: string; cells: CellsFound }) {
  const all = useBlocks('search.cells', { text, whole: true }, { enabled: cells.done });
  const { rows } = cells;
  return <HitGrid kind="text" hits={all.first ? all : { total: rows.length, at: (index) => rows[index] }} />;
}
