import { drawnAs, inferredKinds } from '../../../../shared/ontology/index.ts';
import type { Relation, RelationState } from '../../../../shared/protocol/relations.requests.ts';
import type { Store } from '../../store/connect.ts';
import { sourceOf } from '../../store/place.ts';
import { prepared } from '../../store/prepared.ts';
import { decidedRelations } from '../../store/relation-states.ts';
import { inferredKind } from './decide-relations.ts';

export interface RelationPair {
  readonly kind: string;
  readonly one: number;
  readonly another: number;
  readonly state: RelationState;
}

export interface Wanted {
  readonly party?: number | undefined;
  readonly with?: number | undefined;
  readonly kind?: string | undefined;
  /** part of the name of either */
  readonly text?: string | undefined;
}

/** Inferred relations by kind and party; those that a person rejected are not drawn and listed all the same. */
export function relationPairs(store: Store, { party, with: other, kind, text = '' }: Wanted): RelationPair[] {
  const kinds = inferredKinds.map(({ id }) => id).filter((id) => kind === undefined || id === kind);
  const decided = decidedRelations(store);
  const drawn = prepared<[{ kinds: string; party: number | null }], Omit<RelationPair, 'state'>>(
    store,
    `select kind, source as one, target as another from link
     where kind in (select value from json_each(@kinds)) and (@party is null or source = @party or target = @party)`,
  ).all({ kinds: JSON.stringify(kinds), party: party ?? null });
  const pairs = [
    ...drawn.map((pair) => ({ ...pair, state: decided.get(pairId(pair))?.state ?? ('open' as const) })),
    ...[...decided.values()].filter((pair) => pair.state === 'rejected' && kinds.includes(pair.kind)),
  ];
  const touches = ({ one, another }: RelationPair, id: number) => one === id || another === id;
  const named = text.trim() === '' ? undefined : partiesNamed(store, text.trim());
  return pairs
    .filter(({ one, another }) => named === undefined || named.has(one) || named.has(another))
    .filter((pair) => (party === undefined || touches(pair, party)) && (other === undefined || touches(pair, other)))
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.one - b.one || a.another - b.another);
}

const partiesNamed = (store: Store, text: string): ReadonlySet<number> =>
  new Set(
    prepared<[string], { id: number }>(store, 'select id from party where instr(name, ?)')
      .all(text)
      .map(({ id }) => id),
  );

const pairId = ({ kind, one, another }: Omit<RelationPair, 'state'>): string => `${kind}:${one}:${another}`;

interface ValueRow {
  readonly attribute: number;
  readonly kind: Relation['values'][number]['kind'];
  readonly value: string;
  readonly verdict: RelationState;
  readonly people: number;
  readonly organisations: number;
}

/** A relation with its values, the cells on either side and what was said. */
export function readRelation(store: Store, { kind, one, another, state }: RelationPair): Relation {
  const { edge } = inferredKind(kind);
  const values = prepared<[{ one: number; another: number }], ValueRow>(
    store,
    `select distinct v.attribute, v.kind, v.value, v.verdict, s.people, s.organisations from ${edge.view} v
     join shared_attribute s on s.id = v.attribute where v.one = @one and v.another = @another order by v.value`,
  ).all({ one, another });
  return {
    kind,
    a: endOf(store, one),
    b: endOf(store, another),
    state,
    values: values.map((value) => ({
      ...value,
      said: value.verdict === 'open' ? null : saidAbout(store, value.attribute, one, another),
      a: cellsOf(store, value.attribute, one),
      b: cellsOf(store, value.attribute, another),
    })),
  };
}

function endOf(store: Store, id: number): Relation['a'] {
  const { role, ...party } = prepared<[number], { id: number; kind: string; name: string; role: string | null }>(
    store,
    'select id, kind, name, role from party where id = ?',
  ).get(id)!;
  return { ...party, drawnAs: drawnAs(party.kind, role) };
}

const saidAbout = (store: Store, attribute: number, one: number, another: number) =>
  prepared<[{ attribute: number; one: number; another: number }], NonNullable<Relation['values'][number]['said']>>(
    store,
    `select d.batch as decision, d.at, d.actor, d.reason from relation_verdict v join mention x on x.id = v.a join mention y on y.id = v.b
       join relation_decision d on d.id = v.decision
     where v.attribute = @attribute and ((x.party = @one and y.party = @another) or (x.party = @another and y.party = @one))
     order by v.decision desc limit 1`,
  ).get({ attribute, one, another }) ?? null;

/** The cells that show a value beside a party, one for each way in which sheets name it. */
const cellsOf = (store: Store, attribute: number, party: number): Relation['values'][number]['a'] =>
  prepared<[number, number], { row: number; field: string }>(
    store,
    'select row, field from attribute_holder where party = ? and attribute = ? order by row',
  )
    .all(party, attribute)
    .map(({ row, field }) => sourceOf(store, row, field));
