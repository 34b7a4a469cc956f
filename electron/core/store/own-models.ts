import type { OwnDefinition } from '../../../shared/ontology/own-model.ts';
import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

export type OwnState = 'on' | 'off' | 'deleted';

/** 自建模型 as one change left it. */
export interface OwnVersion {
  readonly model: string;
  readonly version: number;
  readonly state: OwnState;
  readonly definition: OwnDefinition;
  readonly reason: string;
  readonly at: string;
  readonly actor: string;
}

type Row = Omit<OwnVersion, 'definition'> & { readonly definition: string };

const columns = 'model, version, state, definition, reason, at, actor';
const read = ({ definition, ...row }: Row): OwnVersion => ({
  ...row,
  definition: JSON.parse(definition) as OwnDefinition,
});

/** Of each model its latest version, the oldest model first; deleted ones too, because their findings stay. */
export const readOwnModels = (store: Store): OwnVersion[] =>
  prepared<[], Row>(
    store,
    `select ${columns} from own_model o where version = (select max(version) from own_model m where m.model = o.model)
     order by (select min(id) from own_model m where m.model = o.model)`,
  )
    .all()
    .map(read);

/** Every version of one model, the latest first; [] where there is none of that id. */
export const readOwnVersions = (store: Store, model: string): OwnVersion[] =>
  prepared<[string], Row>(store, `select ${columns} from own_model where model = ? order by version desc`)
    .all(model)
    .map(read);

/** Changes whenever any own model does. */
export const ownModelsStamp = (store: Store): number =>
  prepared<[], number>(store, 'select coalesce(max(id), 0) from own_model').pluck().get() as number;

/** Adds a version; nothing is overwritten. Call it inside the transaction that also writes the journal. */
export function writeOwnVersion(store: Store, version: OwnVersion): void {
  prepared<[string, number, string, string, string, string, string]>(
    store,
    `insert into own_model(${columns}) values (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    version.model,
    version.version,
    version.state,
    JSON.stringify(version.definition),
    version.reason,
    version.at,
    version.actor,
  );
}
