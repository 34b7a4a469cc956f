import type { Model } from './model.ts';

const files = import.meta.glob<Model>('./*.model.ts', { eager: true, import: 'default' });

/** Every warning model, in the order of its file name: dropping a file into this folder is all it takes. */
export const models: readonly Model[] = Object.keys(files)
  .sort()
  .map((path) => files[path] as Model);

export const modelById: ReadonlyMap<string, Model> = new Map(models.map((model) => [model.id, model]));
