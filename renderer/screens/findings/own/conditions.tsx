import { Button, Segmented } from 'antd';
import type { OwnView } from '../../../../shared/ontology/own-views.ts';
import { useWords } from '../../../app/words.ts';
import { ConditionRow } from './condition-row.tsx';
import { type Draft, newCondition } from './draft.ts';

type Where = Draft['where'];
type Join = Where['join'];

/** 条件, and one level of brackets whose conditions are joined in their own way. */
export function Conditions({ view, where, change }: { view: OwnView; where: Where; change: (where: Where) => void }) {
  const { t } = useWords();
  const first = () => newCondition(view.columns[0]!);
  const setGroup = (at: number, group: Where['groups'][number] | undefined) =>
    change({ ...where, groups: group ? where.groups.with(at, group) : where.groups.toSpliced(at, 1) });
  return (
    <div className="col g6">
      {where.items.length + where.groups.length === 0 && <span className="s12 t3">{t('own.noConditions')}</span>}
      {where.items.length + where.groups.length > 1 && (
        <JoinSwitch join={where.join} set={(join) => change({ ...where, join })} />
      )}
      <Items view={view} items={where.items} change={(items) => change({ ...where, items })} />
      {where.groups.map((group, at) => (
        // brackets have no name of their own: their place is who they are
        <fieldset key={at} className="own-bracket col g6">
          <legend className="s12 t3">{t('own.group')}</legend>
          <JoinSwitch join={group.join} set={(join) => setGroup(at, { ...group, join })} />
          <Items view={view} items={group.items} change={(items) => setGroup(at, { ...group, items })} />
          <span className="row g6">
            <Button size="small" onClick={() => setGroup(at, { ...group, items: [...group.items, first()] })}>
              {t('own.addCondition')}
            </Button>
            <Button size="small" type="text" onClick={() => setGroup(at, undefined)}>
              {t('own.removeGroup')}
            </Button>
          </span>
        </fieldset>
      ))}
      <span className="row g6">
        <Button size="small" onClick={() => change({ ...where, items: [...where.items, first()] })}>
          {t('own.addCondition')}
        </Button>
        <Button
          size="small"
          type="text"
          onClick={() =>
            change({
              ...where,
              groups: [...where.groups, { join: where.join === 'all' ? 'any' : 'all', items: [first()] }],
            })
          }
        >
          {t('own.addGroup')}
        </Button>
      </span>
    </div>
  );
}

function Items({
  view,
  items,
  change,
}: {
  view: OwnView;
  items: Where['items'];
  change: (items: Where['items']) => void;
}) {
  return items.map((condition, at) => (
    <ConditionRow
      key={at}
      view={view}
      condition={condition}
      change={(next) => change(items.with(at, next))}
      remove={() => change(items.toSpliced(at, 1))}
    />
  ));
}

function JoinSwitch({ join, set }: { join: Join; set: (join: Join) => void }) {
  const { t } = useWords();
  return (
    <Segmented
      size="small"
      style={{ alignSelf: 'start' }}
      aria-label={t('own.joinOf')}
      value={join}
      onChange={set}
      options={[
        { value: 'all' as const, label: t('own.all') },
        { value: 'any' as const, label: t('own.any') },
      ]}
    />
  );
}
