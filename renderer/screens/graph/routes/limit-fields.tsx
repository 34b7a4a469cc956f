import { Checkbox, InputNumber, Select, Tooltip } from 'antd';
import { isDay } from '../../../../shared/evidence/day.ts';
import { drawnKinds } from '../../../../shared/ontology/index.ts';
import type { Ask } from '../../../../shared/protocol/requests.ts';
import { useApp } from '../../../app/store.ts';
import { inLang, useWords } from '../../../app/words.ts';
import { DayField } from '../../../parts/day-field.tsx';
import { type GraphFilters, noFilters } from '../filters.tsx';
import { useGraph } from '../graph-store.ts';
import { Field } from './field.tsx';

/** What a person says about the links of a route. Amounts in 元 as typed, days as typed. */
export interface LimitDraft {
  readonly kinds: readonly string[];
  readonly yuan: number | null;
  readonly since: string;
  readonly until: string;
  readonly excludeHubs: boolean;
  readonly includeHidden: boolean;
}

export const freeLimits: LimitDraft = {
  kinds: [],
  yuan: null,
  since: '',
  until: '',
  excludeHubs: true,
  includeHidden: true,
};

export const freeHops = 4;

/** The draft as it is asked; what is no day is no condition. */
export function limitsOf(draft: LimitDraft) {
  const { kinds, yuan, since, until, excludeHubs, includeHidden } = draft;
  return {
    ...(kinds.length > 0 && { kinds: [...kinds] }),
    ...(yuan !== null && yuan > 0 && { minFen: Math.round(yuan * 100) }),
    ...(isDay(since) && { since }),
    ...(isDay(until) && { until }),
    excludeHubs,
    ...(!includeHidden && { hidden: hiddenNow() }),
  };
}

/** What the chart hides now. */
function hiddenNow(): NonNullable<Ask<'graph.path'>['hidden']> {
  const filters = (useApp.getState().kept['graph.filters'] as GraphFilters | undefined) ?? noFilters;
  return {
    parties: [...filters.hiddenKinds],
    links: [...filters.hiddenLinks],
    ids: [...useGraph.getState().hidden],
    ...(filters.minFen > 0 && { minFen: filters.minFen }),
  };
}

export function LimitFields({ draft, change }: { draft: LimitDraft; change(draft: LimitDraft): void }) {
  const { t, lang } = useWords();
  return (
    <>
      <Field label={t('routes.kinds')}>
        <Select
          mode="multiple"
          size="small"
          className="grow"
          allowClear
          maxTagCount="responsive"
          aria-label={t('routes.kinds')}
          placeholder={t('routes.allKinds')}
          optionFilterProp="label"
          value={[...draft.kinds]}
          onChange={(kinds) => change({ ...draft, kinds })}
          options={drawnKinds.map(({ id, words }) => ({ value: id, label: inLang(words, lang) }))}
        />
      </Field>
      <Field label={t('routes.minAmount')}>
        <InputNumber
          size="small"
          min={0}
          style={{ width: 130 }}
          aria-label={t('routes.minAmount')}
          value={draft.yuan}
          onChange={(yuan) => change({ ...draft, yuan })}
        />
        <span className="t3 s12">{t('routes.unit')}</span>
      </Field>
      <Field label={t('routes.period')}>
        <DayField label={t('routes.since')} text={draft.since} change={(since) => change({ ...draft, since })} />
        <span className="t3">–</span>
        <DayField label={t('routes.until')} text={draft.until} change={(until) => change({ ...draft, until })} />
      </Field>
      <div className="row g16 wrap">
        <HubTick draft={draft} change={change} />
        <Tooltip title={t('routes.hiddenTip')}>
          <Checkbox
            checked={draft.includeHidden}
            onChange={({ target }) => change({ ...draft, includeHidden: target.checked })}
          >
            {t('routes.includeHidden')}
          </Checkbox>
        </Tooltip>
      </div>
    </>
  );
}

/** How many hops a route may have. */
export function HopsField({ hops, change }: { hops: number; change(hops: number): void }) {
  const { t } = useWords();
  return (
    <Field label={t('routes.maxHops')}>
      <InputNumber
        size="small"
        min={1}
        max={8}
        precision={0}
        style={{ width: 60 }}
        aria-label={t('routes.maxHops')}
        value={hops}
        onChange={(value) => change(value ?? freeHops)}
      />
    </Field>
  );
}

export function HubTick<Draft extends { readonly excludeHubs: boolean }>({
  draft,
  change,
}: {
  draft: Draft;
  change(draft: Draft): void;
}) {
  const { t } = useWords();
  return (
    <Tooltip title={t('routes.hubsTip')}>
      <Checkbox
        checked={draft.excludeHubs}
        onChange={({ target }) => change({ ...draft, excludeHubs: target.checked })}
      >
        {t('routes.excludeHubs')}
      </Checkbox>
    </Tooltip>
  );
}
