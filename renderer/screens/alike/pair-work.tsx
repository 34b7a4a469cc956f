import { Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { alikeReasons } from '../../../shared/protocol/alike-reasons.ts';
import { useShortcuts } from '../../app/keyboard.ts';
import { Status } from '../../app/status.tsx';
import { go, useKept } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useBlocks } from '../../client/blocks.ts';
import { client } from '../../client/client.ts';
import { invalidate, useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Answered, Empty, FailedAnswer, Loading } from '../../parts/states.tsx';
import { BulkVerdict } from './bulk-verdict.tsx';
import { PairList } from './pair-list.tsx';
import { PairSide } from './pair-side.tsx';
import { type Chosen, keyOf, type PairFilter, placeOf, type Suggestion, scoreText, type Verdict } from './pairs.ts';
import { useVerdicts } from './use-verdicts.ts';

/** The pairs of one state with what is known of the chosen one, decided key by key. */
export function PairWork({ state }: { state: 'open' | 'unsure' }) {
  const { t } = useWords();
  const { attempt } = useAsk();
  const [filter, setFilter] = useKept<PairFilter>('alike.filter', everything);
  const list = useBlocks('parties.suggestions', { ...filter, state });
  const [chosen, setChosen] = useState<Chosen>(start);
  const [comparing, setComparing] = useState(false);
  const { decide, decided, undo, verdictOf } = useVerdicts();
  const grid = useRef<HTMLDivElement>(null);
  const at = placeOf(chosen, list.total, list.at);
  const pair = list.at(at);
  const side = useAnswer(
    'parties.compare',
    { a: pair?.a.id ?? 1, b: pair?.b.id ?? 2 },
    { enabled: pair !== undefined, keep: true },
  );

  const isThere = list.first !== undefined && list.total > 0;
  const work = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isThere) grid.current?.focus();
    // the last pair took the grid with it: the keys go on working, and so does Tab from here
    else if (document.activeElement === document.body) work.current?.focus();
  }, [isThere]);

  const compareAgain = async () => {
    setComparing(true);
    await attempt(() => client.request('parties.suggestions', { refresh: true, limit: 1 }));
    setComparing(false);
    invalidate(['parties']);
  };
  const stale = list.first?.stale === true;
  const asked = useRef(false);
  useEffect(() => {
    // what was imported since is compared when the list is first opened; later only when the person asks, so that rows do not move
    if (!stale || asked.current) return;
    asked.current = true;
    void compareAgain();
  });

  const choose = (index: number) => {
    const there = list.at(index);
    setChosen({ index, ...(there && { key: keyOf(there) }) });
  };
  const next = (step: 1 | -1) => {
    for (let index = at + step; index >= 0 && index < list.total; index += step) {
      const there = list.at(index);
      if (!there || verdictOf(there) === undefined) return choose(index);
    }
  };
  const say = (verdict: Verdict) => {
    if (!pair || verdictOf(pair) !== undefined) return;
    if (verdict === 'same' && side.data?.apart && side.data.a.id === pair.a.id) return;
    decide(pair, verdict);
    next(1);
  };
  // the key may come before the comparison is on the screen
  const openSource = async (of: Suggestion | undefined) => {
    if (!of) return;
    const isThere = side.data?.a.id === of.a.id && side.data.b.id === of.b.id;
    const compared = isThere ? side.data : await client.request('parties.compare', { a: of.a.id, b: of.b.id });
    const source = compared?.agrees[0]?.a?.source;
    if (source) go('source', { rowId: source.rowId, field: source.field });
  };
  useShortcuts('here', [
    { keys: 'Y', label: t('alike.keys.same'), run: () => say('same') },
    { keys: 'N', label: t('alike.keys.different'), run: () => say('different') },
    { keys: 'H', label: t('alike.keys.unsure'), run: () => say('unsure') },
    { keys: 'Ctrl+Z', label: t('alike.keys.undo'), run: undo },
    { keys: ['ArrowDown', 'J'], label: t('alike.keys.next'), run: () => next(1) },
    { keys: ['ArrowUp', 'K'], label: t('alike.keys.previous'), run: () => next(-1) },
    { keys: 'O', label: t('alike.keys.source'), run: () => void attempt(() => openSource(pair)) },
    { keys: 'D', label: t('alike.keys.dossier'), run: () => pair && go('party', { id: pair.a.id }) },
  ]);

  const counts = list.first?.byReason ?? {};
  return (
    <div className="row g0 stretch grow">
      <section ref={work} tabIndex={-1} className="pane col grow">
        <div className="tool" style={{ gap: 6, padding: '0 12px', borderBottomColor: 'var(--hair)' }}>
          <Select
            size="small"
            aria-label={t('alike.reason')}
            style={{ width: 210 }}
            value={filter.reason ?? 'any'}
            onChange={(value) => {
              const reason = alikeReasons.find((each) => each === value);
              setFilter({ least: filter.least, ...(reason && { reason }) });
              setChosen(start);
            }}
            options={[
              { value: 'any', label: t('alike.anyReason') },
              ...alikeReasons
                .filter((reason) => (counts[reason] ?? 0) > 0 || reason === filter.reason)
                .map((reason) => ({ value: reason, label: `${t(`joins.alike.${reason}`)} ${counts[reason] ?? 0}` })),
            ]}
          />
          <Select
            size="small"
            aria-label={t('alike.least')}
            style={{ width: 110 }}
            value={filter.least}
            onChange={(least) => {
              setFilter({ ...filter, least });
              setChosen(start);
            }}
            options={scores.map((least) => ({
              value: least,
              label: least === 0 ? t('alike.anyScore') : `≥ ${scoreText(least)}`,
            }))}
          />
          <span className="grow" />
          {(stale || comparing) && (
            <Button size="small" loading={comparing} title={t('alike.stale')} onClick={() => void compareAgain()}>
              {t(comparing ? 'alike.refreshing' : 'alike.refresh')}
            </Button>
          )}
          <BulkVerdict filter={filter} state={state} total={list.total} decided={decided} />
        </div>
        <div className="grow">
          {list.isError && <FailedAnswer error={list.error} retry={list.refetch} />}
          {!list.isError && list.first === undefined && <Loading />}
          {list.first && list.total === 0 && <NoPairs narrowed={filter !== everything} comparing={comparing} />}
          {list.total > 0 && (
            <PairList rows={list} chosen={at} verdictOf={verdictOf} onChoose={choose} onOpen={openSource} grid={grid} />
          )}
        </div>
      </section>
      <aside className="pane col none" style={{ width: 'min(560px, 42%)' }} aria-label={t('alike.side')}>
        {pair && (
          <Answered query={side}>
            {(shown) => <PairSide pair={shown} verdict={verdictOf(pair)} decide={say} />}
          </Answered>
        )}
      </aside>
      <Status>
        {list.first && (
          <span>
            {t('alike.status.shown', { total: list.total, all: list.first[state === 'open' ? 'open' : 'unsure'] })}
          </span>
        )}
        <span className="grow" />
        <span>{t('alike.status.keys')}</span>
      </Status>
    </div>
  );
}

function NoPairs({ narrowed, comparing }: { narrowed: boolean; comparing: boolean }) {
  const { t } = useWords();
  if (comparing) return <Loading what={t('alike.refreshing')} />;
  return narrowed ? (
    <Empty title={t('alike.noneFilter')} />
  ) : (
    <Empty title={t('alike.none')} note={t('alike.noneNote')} />
  );
}

const everything: PairFilter = { least: 0 };
const start: Chosen = { index: 0 };
const scores = [0, 0.5, 0.6, 0.7, 0.8] as const;
