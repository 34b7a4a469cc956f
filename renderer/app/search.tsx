import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useAnswer } from '../client/queries.ts';
import { ByHand } from '../parts/by-hand.tsx';
import { Corrected } from '../parts/corrected.tsx';
import { Mark } from '../parts/mark.tsx';
import { Money } from '../parts/money.tsx';
import { useSettled } from '../parts/settled.ts';
import { FailedAnswer, Loading } from '../parts/states.tsx';
import { useModels } from '../screens/findings/models.ts';
import { useCellSearch } from '../screens/results/cell-search.ts';
import { type Hit, hitKinds, openerFor, openHit } from '../screens/results/hits.ts';
import { Marked, marksOfTitle, Why } from '../screens/results/marked.tsx';
import { Understood } from '../screens/results/understood.tsx';
import { isComposing, useShortcuts } from './keyboard.ts';
import { go } from './store.ts';
import { useWords } from './words.ts';

/** How long the typing has to pause before it is asked for. */
const PAUSE = 60;
/** Results of each kind in the list; the results screen has them all. */
const EACH = 8;

/** Search over the whole case, as one types; each group says n of N. Arrow keys walk, Enter opens, Esc closes. */
export function Search() {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  // what an input method is still composing stands in the box and is not searched for
  const [wanted, setWanted] = useState('');
  const asked = useSettled(wanted.trim(), PAUSE);
  const isAsked = isOpen && asked !== '';
  const answer = useAnswer('search', { text: asked, limit: EACH, quick: true }, { enabled: isAsked, keep: true });
  const found = asked === '' ? undefined : answer.data;
  // cells are looked through once names and numbers are answered
  const mayLook = isAsked && answer.isSuccess && !answer.isPlaceholderData && answer.data.inCells;
  const cells = useCellSearch(mayLook ? asked : null, EACH);
  // a list for an earlier text is shown until the next one comes, but nothing is opened from it
  const isCurrent = asked === text.trim() && !answer.isPlaceholderData;
  const all = [...(found?.hits ?? []), ...(cells?.rows ?? [])];
  const hits = hitKinds.flatMap((kind) => all.filter((hit) => hit.kind === kind));
  const totalOf = (kind: Hit['kind'], shown: number) => {
    if (kind === 'text') return t('common.nOf', { shown, total: cells?.total ?? shown });
    const most = { shown, total: found?.totals[kind] ?? shown };
    return t(found?.atLeast?.includes(kind) ? 'search.nOfAtLeast' : 'common.nOf', most);
  };
  useShortcuts('everywhere', [{ keys: 'Ctrl+K', label: t('frame.keys.search'), run: () => input.current?.select() }]);

  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`#hit-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const open = (hit: Hit | undefined, how: (hit: Hit) => boolean = openHit) => {
    if (!hit || !isCurrent || !how(hit)) return;
    setOpen(false);
    input.current?.blur();
  };
  const showAll = () => {
    if (text.trim() === '') return;
    go('results', { text: text.trim() });
    setOpen(false);
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && event.altKey) showAll();
    else if (event.key === 'ArrowDown') setAt(Math.min(hits.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter') open(hits[at], openerFor(event));
    else if (event.key === 'Escape') input.current?.blur();
    else return;
    event.preventDefault();
  };

  return (
    <div className="search" role="search">
      <div className="search-box">
        <IconSearch size={16} stroke={1.5} color="var(--text3)" aria-hidden />
        <input
          ref={input}
          role="combobox"
          aria-label={t('frame.search.label')}
          aria-expanded={isOpen && asked !== ''}
          aria-controls="search-list"
          aria-activedescendant={isOpen && hits[at] ? `hit-${at}` : undefined}
          placeholder={t('frame.search.placeholder')}
          title={t('frame.search.hint')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={(event) => {
            setText(event.target.value);
            if (!isComposingInput(event.nativeEvent)) setWanted(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          onCompositionEnd={(event) => setWanted(event.currentTarget.value)}
        />
        <kbd className="kbd">Ctrl K</kbd>
      </div>
      {isOpen && asked !== '' && (
        <div className="search-list">
          <div
            ref={list}
            id="search-list"
            className="search-hits"
            role="listbox"
            aria-label={t('frame.search.results')}
          >
            {answer.isLoading && <Loading what={t('search.loading')} />}
            {answer.isError && <FailedAnswer error={answer.error} />}
            {found && hits.length === 0 && (!found.inCells || cells?.done) && (
              <div className="pad t3">
                {t('frame.search.nothing', { text: asked })} <Understood found={found} />
              </div>
            )}
            {hitKinds.map((kind) => {
              const group = hits.filter((hit) => hit.kind === kind);
              if (group.length === 0) return null;
              return (
                <div key={kind} role="group" aria-label={t(`frame.search.kinds.${kind}`)}>
                  <div className="group">
                    <span>{t(`frame.search.kinds.${kind}`)}</span>
                    <span>{totalOf(kind, group.length)}</span>
                  </div>
                  {group.map((hit) => {
                    const index = hits.indexOf(hit);
                    return (
                      <HitLine
                        key={index}
                        id={`hit-${index}`}
                        hit={hit}
                        selected={index === at}
                        open={() => open(hit)}
                        hover={() => setAt(index)}
                      />
                    );
                  })}
                </div>
              );
            })}
          </div>
          <div className="search-foot">
            {cells && <span>{t(cells.done ? 'search.cellsAll' : 'search.cells', cells)}</span>}
            {hits.length > 0 && (
              <span>{[t('search.walk'), t('search.open'), t('search.graph'), t('search.source')].join(' · ')}</span>
            )}
            {found && (
              <button
                type="button"
                className="link"
                tabIndex={-1}
                onMouseDown={(event) => event.preventDefault()}
                onClick={showAll}
              >
                {t('search.all')}
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

const isComposingInput = (event: Event): boolean => event instanceof InputEvent && event.isComposing;

function HitLine({
  id,
  hit,
  selected,
  open,
  hover,
}: {
  id: string;
  hit: Hit;
  selected: boolean;
  open: () => void;
  hover: () => void;
}): ReactNode {
  const { titleOf } = useModels();
  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      // the field would lose the focus, and with it the list, before the click arrives
      onMouseDown={(event) => event.preventDefault()}
      onClick={open}
      onMouseMove={hover}
    >
      {hit.drawnAs && <Mark drawnAs={hit.drawnAs} />}
      {hit.kind === 'amount' || hit.kind === 'day' ? (
        <span className="col grow">
          <span className="b ell">
            <Marked text={hit.title} marks={marksOfTitle(hit.title, hit.matched)} />
          </span>
          <span className="t3 s12 ell">{hit.detail}</span>
        </span>
      ) : (
        <>
          <span className="b ell title">
            <Marked text={hit.title} marks={marksOfTitle(hit.title, hit.matched)} />
          </span>
          <Why title={hit.title} matched={hit.matched} />
          <span className="t3 s12 ell grow">{detailOf(hit, titleOf)}</span>
        </>
      )}
      {hit.fen !== null && (
        <span className="none">
          <Money fen={hit.fen} />
        </span>
      )}
      {hit.source && (
        <span className="t3 s12 row g4 place-of">
          <span className="ell grow">{hit.source.file}</span>
          <span className="mono none">{hit.source.cell}</span>
          {hit.source.manual && <ByHand bare />}
          {hit.source.corrected !== undefined && <Corrected original={hit.source.corrected} bare />}
        </span>
      )}
    </div>
  );
}

/** What the match itself does not say already. */
function detailOf({ kind, detail, matched }: Hit, titleOf: (model: string) => string): string {
  if (kind === 'finding') return titleOf(detail);
  return matched.some(({ text, label }) => text === detail || (kind === 'text' && label === detail)) ? '' : detail;
}
