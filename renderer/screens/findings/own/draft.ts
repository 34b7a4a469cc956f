import type { OwnCondition } from '../../../../shared/ontology/own-model.ts';
import { ownOps } from '../../../../shared/ontology/own-model.ts';
import type { OwnColumn, OwnView } from '../../../../shared/ontology/own-views.ts';
import { ownViewById, ownViews } from '../../../../shared/ontology/own-views.ts';
import type { Ask } from '../../../../shared/protocol/requests.ts';

/** A definition while it is being written. */
export type Draft = Ask<'own.save'>['definition'];
export type DraftMeasure = Draft['measures'][number];

/** A new rule begins with the commonest question: who was paid often. */
export const newDraft = (): Draft => ({
  ...blankFor(ownViews[0]!),
  severity: 2,
  name: '',
  explanation: '',
  innocent: [],
});

/** What of a definition belongs to its table, made anew when another table is chosen. */
export function blankFor(view: OwnView): Pick<Draft, 'view' | 'where' | 'groups' | 'measures'> {
  const parties = view.columns.filter(({ kind }) => kind === 'party');
  return {
    view: view.id,
    where: { join: 'all', items: [], groups: [] },
    groups: [{ column: (parties[1] ?? parties[0])!.id }],
    measures: [{ kind: 'count', relation: '>=', threshold: 3 }],
  };
}

export const viewOf = (draft: Draft): OwnView => ownViewById.get(draft.view) ?? ownViews[0]!;

/** A condition on a column, with the first comparison it has. */
export const newCondition = (column: OwnColumn): OwnCondition & Draft['where']['items'][number] => ({
  column: column.id,
  op: ownOps[column.kind][0]!.id,
  values: [],
});

/** What is tried out: words that are still missing do not matter to what is found. */
export const forTrial = (draft: Draft): Draft => ({
  ...draft,
  name: draft.name.trim() || '…',
  explanation: draft.explanation.trim() || '…',
  innocent: draft.innocent.some((each) => each.trim() !== '') ? draft.innocent : ['…'],
});
