import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../shared/protocol/requests.ts';
import { useAnswer } from '../client/queries.ts';
import { Mark } from '../parts/mark.tsx';
import { Money } from '../parts/money.tsx';
import { useSettled } from '../parts/settled.ts';
import { FailedAnswer, Loading } from '../parts/states.tsx';
import { useModels } from '../screens/findings/models.ts';
import { isComposing, useShortcuts } from './keyboard.ts';
import { go } from './store.ts';
import { useWords } from './words.ts';

type Hit = Answer<'search'>['hits'][number];
const kinds = ['party', 'identifier', 'finding', 'conference', 'amount', 'text'] as const;

/** Search over the whole case, as one types; each group says n of N. Arrow keys walk, Enter opens, Esc closes. */
export function Search() {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  // what an input method is still composing stands in the box and is not searched for
  const [wanted, setWanted] = useState('');
  const asked = useSettled(wanted.trim(), 120);
  const answer = useAnswer('search', { text: asked }, { enabled: isOpen && asked !== '', keep: true });
  const found = asked === '' ? undefined : answer.data;
  // a list for an earlier text is shown until the next one comes, but nothing is opened from it
  const isCurrent = asked === text.trim() && !answer.isPlaceholderData;
  const hits = kinds.flatMap((kind) => found?.hits.filter((hit) => hit.kind === kind) ?? []);
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown') setAt(Math.min(hits.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter')
      open(hits[at], event.shiftKey ? openInGraph : event.ctrlKey || event.metaKey ? openSource : openHit);
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
        <div ref={list} id="search-list" className="search-list" role="listbox" aria-label={t('frame.search.results')}>
          {answer.isLoading && <Loading what={t('search.loading')} />}
          {answer.isError && <FailedAnswer error={answer.error} />}
          {found && hits.length === 0 && <div className="pad t3">{t('frame.search.nothing', { text: asked })}</div>}
          {kinds.map((kind) => {
            const group = hits.filter((hit) => hit.kind === kind);
            if (group.length === 0) return null;
            return (
              <div key={kind} role="group" aria-label={t(`frame.search.kinds.${kind}`)}>
                <div className="group">
                  <span>{t(`frame.search.kinds.${kind}`)}</span>
                  <span>{t('common.nOf', { shown: group.length, total: found?.totals[kind] ?? group.length })}</span>
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
          {found?.cells && found.cells.searched < found.cells.of && (
            <div className="search-note">{t('search.cells', found.cells)}</div>
          )}
          {hits.length > 0 && (
            <div className="search-note">
              {[t('search.walk'), t('search.open'), t('search.graph'), t('search.source')].join(' · ')}
            </div>
          )}
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
      {hit.kind === 'amount' ? (
        <span className="col grow">
          <span className="b ell">{hit.title}</span>
          <span className="t3 s12 ell">{hit.detail}</span>
        </span>
      ) : (
        <>
          <span className="b ell title">{hit.title}</span>
          <span className="t3 s12 ell grow">{hit.kind === 'finding' ? titleOf(hit.detail) : hit.detail}</span>
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
        </span>
      )}
    </div>
  );
}

/** A finding opens as itself, a cell in its sheet, everything else at the party. */
function openHit(hit: Hit): boolean {
  if (hit.finding !== null) go('findings', { finding: hit.finding });
  else if (hit.kind === 'conference' && hit.source) go('conference', { rowId: hit.source.rowId });
  else if (hit.party && hit.kind !== 'text' && hit.kind !== 'amount') go('party', { id: hit.party.id });
  else if (hit.source) return openSource(hit);
  else if (hit.party) go('party', { id: hit.party.id });
  return true;
}

/** The party among its links, the finding with its parties; nothing for what has neither. */
function openInGraph(hit: Hit): boolean {
  if (hit.finding !== null) go('graph', { finding: hit.finding });
  else if (hit.party) go('graph', { party: hit.party.id });
  else return false;
  return true;
}

function openSource({ source }: Hit): boolean {
  if (source) go('source', { rowId: source.rowId, field: source.field });
  return source !== null;
}
