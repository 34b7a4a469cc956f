// The attack: somebody writes SQL into a model of one's own, by the form, by the command line, or in a file of settings that they signed,
// so that running it reads tables no model may read, changes the case, or keeps the machine busy. Nothing a person types may become
// part of a statement: names come from the registry, values are bound, and what is neither is refused with words.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paid } from '../../electron/core/models/example-rows.ts';
import { compileOwn } from '../../electron/core/models/own/compile-own.ts';
import { type OwnDefinition, ownFaults, ownOps } from '../../shared/ontology/own-model.ts';
import { ownViews } from '../../shared/ontology/own-views.ts';
import { ownDefinition } from '../../shared/protocol/own-models.requests.ts';
import { detectCore } from '../make/detect-core.ts';
import { caseOf } from '../make/detect-in.ts';

const smuggled = [
  "x' or '1'='1",
  "') ; drop table finding; --",
  'payer from payment; delete from row; --',
  '1) union select password from meta --',
  'fen) or (1=1',
  "\"; attach database '/tmp/x' as x; --",
  '/* */ pragma key',
  ':v0',
  '%\u0000\\',
];

const definition: OwnDefinition = {
  view: 'payment',
  where: {
    join: 'all',
    items: [
      { column: 'memo', op: 'has', values: ['推广'] },
      { column: 'payee', op: 'kind', values: ['person'] },
      { column: 'fen', op: '>=', values: ['100'] },
      { column: 'day', op: '>=', values: ['2024-01-01'] },
    ],
    groups: [{ join: 'any', items: [{ column: 'payer', op: 'is', values: ['启衡药业有限公司'] }] }],
  },
  groups: [{ column: 'payee' }, { column: 'day', by: 'month' }],
  measures: [
    { kind: 'sum', column: 'fen', relation: '>=', threshold: 1 },
    { kind: 'share-where', where: { column: 'memo', op: 'is', values: ['讲课费'] }, relation: '>=', threshold: 0.1 },
    { kind: 'share-of', column: 'fen', within: 0, relation: '>=', threshold: 0.1 },
  ],
  severity: 2,
  name: '规则',
  explanation: '说明',
  innocent: ['正常'],
};

/** Every copy of a value in which one text has been replaced. */
function* withOneReplaced(value: unknown, by: string): Generator<unknown> {
  if (typeof value === 'string') yield by;
  else if (Array.isArray(value)) {
    for (const [at, each] of value.entries())
      for (const other of withOneReplaced(each, by)) yield value.with(at, other);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, each] of Object.entries(value))
      for (const other of withOneReplaced(each, by)) yield { ...value, [key]: other };
  }
}

/** What a statement may consist of besides its bound values. */
const plain = compileOwn(definition).sql;
const shapeOf = (sql: string) => sql.replaceAll(/:v\d+/g, ':v').replaceAll(/\s+/g, ' ');

test('in every place of a definition, SQL is refused or bound, and never becomes part of the statement', () => {
  let [refused, bound] = [0, 0];
  for (const text of smuggled) {
    for (const changed of withOneReplaced(definition, text) as Generator<OwnDefinition>) {
      // the door of the core lets only known words through where there is a choice of words
      if (!ownDefinition.safeParse(changed).success) {
        refused++;
        continue;
      }
      if (ownFaults(changed).length > 0) {
        expect(() => compileOwn(changed)).toThrow();
        refused++;
        continue;
      }
      const { sql } = compileOwn(changed);
      expect(shapeOf(sql)).toBe(shapeOf(plain));
      bound++;
    }
  }
  expect(refused).toBeGreaterThan(100);
  // memo, payer and the part of a share are texts; name, explanation and innocent explanations never reach a statement at all
  expect(bound).toBe(smuggled.length * 6);
});

test('whatever text is typed, the statement stays the same', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 200 }), (text) => {
      const [first, ...rest] = definition.where.items;
      const changed = {
        ...definition,
        where: { ...definition.where, items: [{ ...first!, values: [text] }, ...rest] },
      };
      if (ownFaults(changed).length === 0) expect(shapeOf(compileOwn(changed).sql)).toBe(shapeOf(plain));
    }),
  );
});

test('names that every object inherits are no columns, views or comparisons', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    expect(ownFaults({ ...definition, view: name })).toMatchObject([{ code: 'view' }]);
    expect(ownFaults({ ...definition, groups: [{ column: name }] })).toMatchObject([
      { code: 'group-column' },
      { code: 'measure-within' },
    ]);
    const items = [{ column: 'memo', op: name, values: ['x'] }];
    expect(ownFaults({ ...definition, where: { join: 'all', items, groups: [] } })).toMatchObject([{ code: 'op' }]);
  }
});

test('every column with every comparison compiles to one statement that only reads', () => {
  const store = caseOf({ bank_flow: [paid('启衡药业有限公司', '沈以墨', '1000.00', '2024-03-02')] });
  const value = {
    party: '沈',
    money: '10',
    price: '10',
    number: '10',
    day: '2024-01-01',
    text: '费',
    choice: '',
    flag: '',
  };
  for (const view of ownViews) {
    const group = view.columns.find(({ kind }) => kind === 'party')!;
    const items = view.columns.flatMap((column) =>
      ownOps[column.kind].map((op) => ({
        column: column.id,
        op: op.id,
        values:
          op.takes === 0 ? [] : [op.id.endsWith('kind') ? 'doctor' : (column.choices?.[0]?.id ?? value[column.kind])],
      })),
    );
    for (const item of items) {
      const { sql, params } = compileOwn({
        ...definition,
        view: view.id,
        where: { join: 'any', items: [item], groups: [] },
        groups: [{ column: group.id }],
        measures: [{ kind: 'count', relation: '>=', threshold: 1 }],
      });
      const statement = store.db.prepare(sql);
      expect(statement.readonly, sql).toBe(true);
      statement.all(params);
    }
  }
});

test('a hostile definition that reaches the core leaves every table as it was', async () => {
  const store = caseOf({ bank_flow: [paid('启衡药业有限公司', '沈以墨', '1000.00', '2024-03-02', '推广费')] });
  const core = detectCore(store);
  const tables = () =>
    (
      store.db.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all() as string[]
    ).map((name) => [name, store.db.prepare(`select count(*) from "${name}"`).pluck().get()]);
  const before = tables();
  for (const text of smuggled)
    for (const changed of withOneReplaced(definition, text) as Generator<typeof definition>)
      await core.refused('own.try', { definition: changed as never }).catch(() => undefined);
  expect(tables()).toEqual(before);
});
