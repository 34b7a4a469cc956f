import { ok } from '../../../shared/protocol/problem.ts';
import {
  type AttributeKind,
  attributeKind,
  type SharedAttribute,
} from '../../../shared/protocol/relations.requests.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { hubGuard } from './relations/count-attributes.ts';

interface Filter {
  readonly kind: string | null;
  readonly text: string;
  readonly aside: 0 | 1 | null;
}

const wanted = `from shared_attribute s where s.parties > 1 and (@kind is null or s.kind = @kind) and (@text = '' or instr(s.value, @text))
  and (@aside is null or (s.aside is not null) = @aside)`;

/** 共用特征: which phones, addresses, IP addresses and devices several parties have; hubs link nobody and are listed as such. */
export default answerInCase('relations.shared', ({ which, kind, text, offset, limit }, { openCase: { store } }) => {
  const count = (filter: Filter) =>
    prepared<[Filter], { n: number }>(store, `select count(*) as n ${wanted}`).get(filter)!.n;
  const everything: Filter = { kind: null, text: '', aside: null };
  const filter: Filter = {
    kind: kind ?? null,
    text: text.trim(),
    aside: which === 'all' ? null : which === 'aside' ? 1 : 0,
  };
  const ofKind = (of: AttributeKind) => [of, count({ ...filter, text: '', kind: of })] as const;
  const rows = prepared<[Filter & { offset: number; limit: number }], Omit<SharedAttribute, 'parties'>>(
    store,
    `select s.id as attribute, s.kind, s.value, s.people, s.organisations, s.aside, s.parties as total ${wanted}
     order by s.parties desc, s.kind, s.value limit @limit offset @offset`,
  ).all({ ...filter, offset, limit });
  return ok({
    total: count(filter),
    all: count(everything),
    aside: count({ ...everything, aside: 1 }),
    kinds: Object.fromEntries(attributeKind.options.map(ofKind)) as Record<AttributeKind, number>,
    guard: hubGuard,
    rows: rows.map((row) => ({ ...row, parties: partiesOf(store, row.attribute) })),
  });
});

const FIRST = 6;

const partiesOf = (store: Store, attribute: number): SharedAttribute['parties'] =>
  prepared<[number, number], SharedAttribute['parties'][number]>(
    store,
    `select distinct p.id, p.kind, p.name from attribute_holder h join party p on p.id = h.party where h.attribute = ? order by p.id limit ?`,
  ).all(attribute, FIRST);
