import { type RunAnswer, runModels } from '../../electron/core/detect/run-models.ts';
import { type AskedSettings, settingsInForce } from '../../electron/core/detect/settings.ts';
import { models } from '../../electron/core/models/index.ts';
import type { Model, ModelExample } from '../../electron/core/models/model.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { makeCase } from './make-case.ts';

export interface DetectOptions {
  /** ids; all when left out */
  readonly models?: readonly string[];
  readonly settings?: AskedSettings;
  readonly at?: Date;
  readonly reason?: string;
  /** asks models too of which nothing changed */
  readonly everything?: boolean;
  /** told before each model */
  readonly progress?: (model: string) => void;
}

/** Runs models over a store as the job does. */
export function detectIn(
  store: Store,
  {
    models: wanted,
    settings: asked,
    at,
    reason = '',
    everything = false,
    progress = () => undefined,
  }: DetectOptions = {},
): RunAnswer {
  const { settings, changed } = settingsInForce(store, models, asked);
  return runModels(store, {
    models: wanted ? models.filter(({ id }) => wanted.includes(id)) : models,
    settings,
    changed,
    reason,
    everything,
    actor: '测试员',
    at: at ?? new Date('2026-01-05T02:00:00Z'),
    progress,
    checkCancelled: () => undefined,
  });
}

type Sheets = ModelExample['sheets'];

/** The case of an example, through the real import. `order`: the sheets, and the rows in each, as given or the other way round. */
export function caseOf(sheets: Sheets, order: 'given' | 'reversed' = 'given'): Store {
  const builder = makeCase();
  const entries = Object.entries(sheets);
  for (const [category, rows] of order === 'given' ? entries : entries.toReversed())
    builder.sheet(category, order === 'given' ? rows : rows.toReversed());
  return builder.store();
}

/** Runs one model on one of its examples. */
export function runExample(
  model: Model,
  example: ModelExample,
  order: 'given' | 'reversed' = 'given',
): { store: Store; answer: RunAnswer } {
  const store = caseOf(example.sheets, order);
  const settings = example.settings ? { settings: { [model.id]: example.settings } } : {};
  return { store, answer: detectIn(store, { models: [model.id], ...settings }) };
}
