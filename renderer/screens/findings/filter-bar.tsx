import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import { Button, Checkbox, Input, Popover, Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { fen } from '../../../shared/evidence/fen.ts';
import { showMoney } from '../../../shared/evidence/show-money.ts';
import { isComposing } from '../../app/keyboard.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { useRoom } from '../../parts/room.ts';
import { ChosenTags, TagFilter } from '../../parts/tag-filter.tsx';
import { findingStatuses } from './dispositions.ts';
import { type Condition, conditionsOf, drop, type FindingBand, type FindingFilter, withTags } from './filter.ts';
import { useModels } from './models.ts';

const amounts = [1_000_000, 5_000_000, 10_000_000, 50_000_000, 100_000_000, 1_000_000_000];
const bands: readonly FindingBand[] = ['high', 'medium', 'low'];

/** The bar above the list: text, further conditions (folded into one button where room is short), and each condition that holds, to be dropped alone. */
export function FilterBar({
  filter,
  change,
  counts,
  children,
}: {
  filter: FindingFilter;
  /** by tag, under the rest of the filter */
  counts: Readonly<Record<string, number>> | undefined;
  change: (filter: FindingFilter) => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  const conditions = conditionsOf(filter);
  return (
    <div className="tool" style={{ gap: 6, padding: '0 12px', borderBottomColor: 'var(--hair)' }}>
      <TextFilter text={filter.text} change={(text) => change({ ...filter, text })} />
      <Popover
        trigger="click"
        placement="bottomLeft"
        title={t('findings.filter.title')}
        content={<Conditions filter={filter} change={change} />}
      >
        <Button size="small" icon={<IconAdjustmentsHorizontal size={15} stroke={1.5} />}>
          {t('findings.filter.open')}
        </Button>
      </Popover>
      <TagFilter
        wanted={filter.tags ?? []}
        change={(tags) => change(withTags(filter, tags))}
        counts={counts}
        note={t('tags.findingNote')}
      />
      <span className="row g4 clip">
        <ChosenTags wanted={filter.tags ?? []} change={(tags) => change(withTags(filter, tags))} />
        {conditions.map((name) => (
          <ConditionChip key={name} name={name} filter={filter} change={change} />
        ))}
      </span>
      {conditions.length + (filter.tags?.length ?? 0) > 1 && (
        <button type="button" className="link s12" onClick={() => change({ text: filter.text })}>
          {t('findings.filter.clear')}
        </button>
      )}
      <span className="grow" />
      {children}
    </div>
  );
}

/** Asks when the typing pauses, and never while an input method composes. */
function TextFilter({ text, change }: { text: string; change: (text: string) => void }) {
  const { t } = useWords();
  const room = useRoom();
  const [typed, setTyped] = useState(text);
  const [composing, setComposing] = useState(false);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (composing || typed === text) return;
    const wait = setTimeout(() => change(typed), 250);
    return () => clearTimeout(wait);
  }, [typed, composing, text, change]);
  return (
    <Input
      size="small"
      allowClear
      aria-label={t('findings.filter.text')}
      placeholder={t('findings.filter.text')}
      style={{ width: room === 'narrow' ? 148 : 168, flex: 'none' }}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onPressEnter={(event) => !isComposing(event.nativeEvent) && change(typed)}
    />
  );
}

function Conditions({ filter, change }: { filter: FindingFilter; change: (filter: FindingFilter) => void }) {
  const { t, lang } = useWords();
  const { known, titleOf } = useModels();
  const { people = [] } = useAnswer('triage.people', {}).data ?? {};
  const set = (part: Partial<FindingFilter>) => change({ ...filter, ...part });
  const line = (label: string, control: ReactNode) => (
    <span className="setting-line">
      <span className="t2">{label}</span>
      {control}
    </span>
  );
  return (
    <div className="col" style={{ gap: 8, width: 320 }}>
      {line(
        t('findings.filter.band'),
        <Select
          size="small"
          allowClear
          placeholder={t('findings.filter.anyBand')}
          value={filter.band ?? null}
          onChange={(band: FindingBand | null | undefined) => set({ band: band ?? undefined })}
          options={bands.map((band) => ({ value: band, label: t(`common.risk.${band}`) }))}
        />,
      )}
      {line(
        t('findings.filter.status'),
        <Select
          size="small"
          allowClear
          placeholder={t('findings.filter.anyStatus')}
          value={filter.status ?? null}
          onChange={(status: FindingFilter['status'] | null) => set({ status: status ?? undefined })}
          options={findingStatuses.map((status) => ({ value: status, label: t(`common.status.${status}`) }))}
        />,
      )}
      {line(
        t('findings.filter.model'),
        <Select
          size="small"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('findings.filter.anyModel')}
          value={filter.model ?? null}
          onChange={(model: string | null | undefined) => set({ model: model ?? undefined })}
          options={[...known.keys()].map((id) => ({ value: id, label: titleOf(id) }))}
        />,
      )}
      {line(
        t('findings.filter.amount'),
        <Select
          size="small"
          allowClear
          placeholder={t('findings.filter.anyAmount')}
          value={filter.minFen ?? null}
          onChange={(minFen: number | null | undefined) => set({ minFen: minFen ?? undefined })}
          options={amounts.map((value) => ({ value, label: `≥ ${showMoney(fen(value), lang)}` }))}
        />,
      )}
      {line(
        t('findings.filter.assigned'),
        <Select
          size="small"
          allowClear
          showSearch
          placeholder={t('findings.filter.anybody')}
          value={filter.assignee ?? null}
          onChange={(assignee: string | null | undefined) => set({ assignee: assignee ?? undefined })}
          options={people.map((value) => ({ value, label: value }))}
        />,
      )}
      <Checkbox
        checked={filter.suppressed === 'with'}
        onChange={(event) => set({ suppressed: event.target.checked ? 'with' : undefined })}
      >
        {t('findings.suppress.with')}
      </Checkbox>
      <Checkbox checked={filter.withGone ?? false} onChange={(event) => set({ withGone: event.target.checked })}>
        {t('findings.filter.gone')}
      </Checkbox>
    </div>
  );
}

function ConditionChip({
  name,
  filter,
  change,
}: {
  name: Condition;
  filter: FindingFilter;
  change: (filter: FindingFilter) => void;
}) {
  const { t } = useWords();
  const words = useConditionWords(name, filter);
  return (
    <button
      type="button"
      className="chip on"
      aria-label={t('findings.filter.drop', { what: words })}
      onClick={() => change(drop(filter, name))}
    >
      {words}
      <IconX size={12} stroke={1.75} aria-hidden />
    </button>
  );
}

function useConditionWords(name: Condition, filter: FindingFilter): string {
  const { t, lang } = useWords();
  const { titleOf } = useModels();
  const { status, band, model, minFen, party = 1, assignee = '', suppressed, change, period } = filter;
  const named = useAnswer('party.read', { id: party }, { enabled: name === 'party' });
  switch (name) {
    case 'status':
      return status ? t(`common.status.${status}`) : '';
    case 'band':
      return band ? `${t('findings.filter.band')} ${t(`common.risk.${band}`)}` : '';
    case 'model':
      return model ? titleOf(model) : '';
    case 'minFen':
      return minFen === undefined ? '' : t('findings.filter.atLeast', { amount: showMoney(fen(minFen), lang) });
    case 'party':
      return t('findings.filter.party', { name: named.data?.name ?? String(party) });
    case 'withGone':
      return t('findings.filter.gone');
    case 'mine':
      return t('findings.filter.mine');
    case 'assignee':
      return t('findings.filter.assignee', { name: assignee });
    case 'overdue':
      return t('findings.filter.overdue');
    case 'review':
      return t('findings.filter.review');
    case 'suppressed':
      return t(suppressed === 'only' ? 'findings.suppress.only' : 'findings.suppress.with');
    case 'period':
      return period ? t('findings.filter.period', { ...period }) : '';
    case 'change':
      return change
        ? t('findings.runs.chip', { run: change.run, change: t(`findings.runs.change.${change.kind}`) })
        : '';
  }
}
