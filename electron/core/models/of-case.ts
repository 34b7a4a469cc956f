import type { Store } from '../store/connect.ts';
import { ownModelsStamp, readOwnModels } from '../store/own-models.ts';
import { byHand } from './by-hand.ts';
import { modelById, models } from './index.ts';
import type { Model } from './model.ts';
import { ownAsModel } from './own/own-as-model.ts';

const kept = new WeakMap<Store['db'], { readonly stamp: number; readonly own: readonly Model[] }>();

/** 自建模型 of a case, the oldest first: those that are off or deleted too, because their findings stay. */
export function ownModels(store: Store): readonly Model[] {
  const stamp = ownModelsStamp(store);
  const known = kept.get(store.db);
  if (known?.stamp === stamp) return known.own;
  const own = readOwnModels(store).map(ownAsModel);
  kept.set(store.db, { stamp, own });
  return own;
}

/** The models that a run of this case asks: all of the program, then its own that are on. */
export const modelsOf = (store: Store): readonly Model[] => [
  ...models,
  ...ownModels(store).filter(({ own }) => own?.state === 'on'),
];

/** The model that made a finding, whether it is still run or not; what stands for one where a person did. */
export const modelOf = (store: Store, id: string): Model | undefined =>
  (id === byHand.id ? byHand : modelById.get(id)) ?? ownModels(store).find((model) => model.id === id);
