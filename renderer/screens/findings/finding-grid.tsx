import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { handModel } from '../../../shared/ontology/hand-finding.ts';
import { drawnAs } from '../../../shared/ontology/index.ts';
import { inLang, useWords } from '../../app/words.ts';
import { ByHand } from '../../parts/by-hand.tsx';
import { type Column, DataGrid, type GroupCell } from '../../parts/data-grid.tsx';
import { Entity } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { Risk, StateMark } from '../../parts/risk.tsx';
import { type Room, useRoom } from '../../parts/room.ts';
import { countText } from '../../parts/show.ts';
import type { Grouping } from './filter.ts';
import type { Entry, FindingGroup, ListedFinding, useFindingList } from './finding-list.ts';
import { isLate } from './late.ts';
import { useModels } from './models.ts';
import { ReviewMark } from './review-mark.tsx';
import { spanText } from './span.ts';
import { namedBefore, withoutSubject } from './without-subject.ts';

export interface Ticks {
  readonly ids: ReadonlySet<number>;
  toggle(finding: ListedFinding): void;
}

/** The list itself: groups with their sums in the column of the amounts; Space ticks, Enter goes to the detail. */
export function FindingGrid({
  list,
  grouping,
  chosen,
  onChoose,
  onOpen,
  ticks,
  folded,
  setFolded,
}: {
  list: ReturnType<typeof useFindingList>;
  grouping: Grouping;
  chosen: number | null;
  onChoose: (finding: ListedFinding) => void;
  onOpen: (finding: ListedFinding) => void;
  ticks: Ticks;
  folded: readonly string[];
  setFolded: (keys: readonly string[]) => void;
}) {
  const { t, lang } = useWords();
  const room = useRoom();
  const titles = new Map(list.first?.groups.map(({ key, title }) => [key, title]));
  const columns = useColumns(room, ticks, grouping, titles);
  const before = columns.findIndex(({ id }) => id === 'fen');
  const after = columns.length - before - 1;
  const models = useModels();
  /** the head of a model's group in the reader's language */
  const inWords = (head: FindingGroup): FindingGroup => {
    const model = models.known.get(head.key);
    return model ? { ...head, title: inLang(model.title, lang), detail: inLang(model.question, lang) } : head;
  };
  const fold = (key: string) =>
    setFolded(folded.includes(key) ? folded.filter((other) => other !== key) : [...folded, key]);
  return (
    <DataGrid<Entry>
      label={t('findings.title')}
      columns={columns}
      total={list.lines.total}
      at={list.at}
      onShown={list.onShown}
      heightOf={list.lines.heightOf}
      keyOf={(entry) => ('finding' in entry ? entry.finding.id : entry.head.key)}
      selected={chosen}
      selectedAt={list.lineOf(chosen)}
      onSelect={(entry) => 'finding' in entry && onChoose(entry.finding)}
      onOpen={(entry) => 'finding' in entry && onOpen(entry.finding)}
      onKey={(event, entry) => {
        if (event.key !== ' ' || !('finding' in entry)) return false;
        ticks.toggle(entry.finding);
        return true;
      }}
      groupCells={(entry) =>
        'head' in entry
          ? headCells(inWords(entry.head), before, after, {
              isFolded: folded.includes(entry.head.key),
              fold: () => fold(entry.head.key),
              foldWords: t(folded.includes(entry.head.key) ? 'findings.group.unfold' : 'findings.group.fold', {
                name: entry.head.title,
              }),
              count:
                grouping === 'matter'
                  ? t('findings.group.inMatter', { count: entry.head.findings, models: entry.head.models })
                  : t('common.items', { count: entry.head.findings }),
            })
          : undefined
      }
    />
  );
}

function headCells(
  group: FindingGroup,
  before: number,
  after: number,
  { isFolded, fold, foldWords, count }: { isFolded: boolean; fold: () => void; foldWords: string; count: string },
): GroupCell[] {
  const Chevron = isFolded ? IconChevronRight : IconChevronDown;
  const mark = group.drawnAs ?? (group.party ? drawnAs(group.party.kind, null) : null);
  return [
    {
      id: 'name',
      span: before,
      node: (
        <button type="button" className="plain row grow" aria-expanded={!isFolded} title={foldWords} onClick={fold}>
          <Chevron size={15} stroke={1.5} className="none" aria-hidden />
          {mark === null ? (
            <span className="group-name">{group.title}</span>
          ) : (
            <span className="group-name">
              <Entity drawnAs={mark} size={20}>
                {group.title}
              </Entity>
            </span>
          )}
          <span className="t3 ell regular">{group.detail}</span>
        </button>
      ),
    },
    { id: 'fen', span: 1, end: true, node: <Money fen={group.fen} /> },
    { id: 'count', span: after, end: true, node: <span className="t2 s12 regular nw">{count}</span> },
  ];
}

function useColumns(
  room: Room,
  ticks: Ticks,
  grouping: Grouping,
  titles: ReadonlyMap<string, string>,
): Column<Entry>[] {
  const { t, lang } = useWords();
  const models = useModels();
  const of = (show: (finding: ListedFinding) => ReactNode) => (entry: Entry) =>
    'finding' in entry ? show(entry.finding) : null;
  const english = lang === 'en';
  const columns: (Column<Entry> | false)[] = [
    {
      id: 'tick',
      head: <span className="unseen">{t('findings.keys.tick')}</span>,
      width: 36,
      cell: of((finding) => (
        <Checkbox
          tabIndex={-1}
          aria-label={t('findings.tick', { number: finding.number })}
          checked={ticks.ids.has(finding.id)}
          onClick={(event) => event.stopPropagation()}
          onChange={() => ticks.toggle(finding)}
        />
      )),
    },
    {
      id: 'risk',
      head: t('findings.cols.risk'),
      width: english ? 80 : 56,
      cell: of(({ band }) => <Risk band={band} />),
    },
    room === 'wide' && {
      id: 'number',
      head: t('findings.cols.number'),
      width: 136,
      cell: of(({ number }) => <span className="mono t2">{number}</span>),
    },
    grouping === 'model'
      ? {
          id: 'subject',
          head: t('findings.cols.subject'),
          width: room === 'wide' ? 220 : 168,
          cell: of(({ subjects: [first] }) => (
            <span className="t2 ell" title={first?.name}>
              {first?.name}
            </span>
          )),
        }
      : {
          id: 'model',
          head: t('findings.cols.model'),
          width: room === 'wide' ? 160 : english ? 152 : 138,
          cell: of(({ model }) => (
            <span className="t2 ell" title={models.titleOf(model)}>
              {model === handModel && <ByHand bare />} {models.titleOf(model)}
            </span>
          )),
        },
    {
      id: 'sentence',
      head: t('findings.cols.sentence'),
      width: 'minmax(120px, 1fr)',
      cell: of((finding) => {
        const words = models.sentenceOf(finding);
        const about = namedBefore(grouping, titles.get(finding.group), finding.subjects[0]?.name);
        const rest = about ? withoutSubject(words, about) : words;
        return (
          <span className={finding.status === 'excluded' || finding.gone ? 'ell t3' : 'ell'} title={words}>
            {rest}
          </span>
        );
      }),
    },
    {
      id: 'fen',
      head: t('findings.cols.fen'),
      width: english ? 136 : 108,
      end: true,
      cell: of(({ fen }) => <Money fen={fen} />),
    },
    room === 'wide' && {
      id: 'span',
      head: t('findings.cols.span'),
      width: 186,
      cell: of(({ firstDay, lastDay }) => <span className="mono t2 s12">{spanText(firstDay, lastDay)}</span>),
    },
    {
      id: 'rows',
      head: t('findings.cols.rows'),
      width: 48,
      end: true,
      cell: of(({ rows }) => <span className="t2">{countText(rows)}</span>),
    },
    {
      id: 'status',
      head: t('findings.cols.status'),
      width: english ? 112 : 92,
      cell: of(({ status, gone, review, suppressedUntil, model }) =>
        gone ? (
          <span className="s12 t3" title={model === handModel ? '' : t('findings.goneNote')}>
            {t(model === handModel ? 'findings.hand.removed' : 'findings.gone')}
          </span>
        ) : suppressedUntil !== null ? (
          <span className="s12 t3" title={t('findings.suppress.until', { day: suppressedUntil })}>
            {t('findings.suppress.short')}
          </span>
        ) : (
          <span className="row g4">
            <StateMark status={status} />
            <ReviewMark review={review} bare />
          </span>
        ),
      ),
    },
    room !== 'narrow' && {
      id: 'assignee',
      head: t('findings.cols.assignee'),
      width: english ? 96 : 88,
      cell: of(({ assignee, due, status }) => <Assigned assignee={assignee} due={due} status={status} />),
    },
  ];
  return columns.filter((column) => column !== false);
}

/** Who has it, and until when; late ones say so in words. */
function Assigned({ assignee, due, status }: Pick<ListedFinding, 'assignee' | 'due' | 'status'>) {
  const { t } = useWords();
  if (assignee === null) return <span className="t3">—</span>;
  const late = isLate(due, status);
  const words = due === null ? assignee : t('findings.assign.dueBy', { name: assignee, day: due });
  return (
    <span className={late ? 'tone-high ell' : 't2 ell'} title={late ? `${words} ${t('findings.assign.late')}` : words}>
      {assignee}
      {due !== null && <span className={late ? 's12' : 's12 t3'}> {due.slice(5)}</span>}
      {late && ' !'}
    </span>
  );
}

/** The same ticks with one more or one less. */
export function toggled(
  ticked: ReadonlyMap<number, ListedFinding>,
  finding: ListedFinding,
): ReadonlyMap<number, ListedFinding> {
  const next = new Map(ticked);
  if (!next.delete(finding.id)) next.set(finding.id, finding);
  return next;
}
