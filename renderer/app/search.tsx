import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { Answer } from '../../shared/protocol/requests.ts';
import { useAnswer } from '../client/queries.ts';
import { Mark } from '../parts/mark.tsx';
import { Money } from '../parts/money.tsx';
import { FailedAnswer } from '../parts/states.tsx';
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
  const asked = text.trim();
  const answer = useAnswer('search', { text: asked }, { enabled: isOpen && asked !== '', keep: true });
  const found = asked === '' ? undefined : answer.data;
  const hits = kinds.flatMap((kind) => found?.hits.filter((hit) => hit.kind === kind) ?? []);
  useShortcuts('everywhere', [{ keys: 'Ctrl+K', label: t('frame.keys.search'), run: () => input.current?.select() }]);

  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    setOpen(false);
    input.current?.blur();
    openHit(hit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown') setAt(Math.min(hits.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Enter') open(hits[at]);
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
          aria-activedescendant={hits[at] ? `hit-${at}` : undefined}
          placeholder={t('frame.search.placeholder')}
          title={t('frame.search.hint')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd className="kbd">Ctrl K</kbd>
      </div>
      {isOpen && asked !== '' && (
        <div id="search-list" className="search-list" role="listbox" aria-label={t('frame.search.results')}>
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
        </div>
      )}
    </div>
  );
}

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
      <span className="b nw">{hit.title}</span>
      <span className="t3 s12 ell grow">{hit.detail}</span>
      {hit.fen !== null && <Money fen={hit.fen} />}
    </div>
  );
}

/** A finding opens as itself, a cell in its sheet, everything else at the party. */
function openHit(hit: Hit): void {
  if (hit.finding !== null) go('findings', { finding: hit.finding });
  else if (hit.kind === 'conference' && hit.source) go('conference', { rowId: hit.source.rowId });
  else if (hit.party && hit.kind !== 'text' && hit.kind !== 'amount') go('party', { id: hit.party.id });
  else if (hit.source) go('source', { rowId: hit.source.rowId, field: hit.source.field });
  else if (hit.party) go('party', { id: hit.party.id });
}
