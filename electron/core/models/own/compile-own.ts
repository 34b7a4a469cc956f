import {
  columnOf,
  type OwnCondition,
  type OwnDefinition,
  type OwnGrouping,
  opOf,
  ownFaults,
  ownPartyKinds,
} from '../../../../shared/ontology/own-model.ts';
import { type OwnColumn, type OwnView, ownViewById } from '../../../../shared/ontology/own-views.ts';

/** One statement that reads the rows a definition asks for: `g0`… what they are grouped by, `c0`… what is measured, `p0`… whether a part is met. */
export interface OwnQuery {
  readonly sql: string;
  readonly params: Readonly<Record<string, string | number>>;
}

type Bind = (value: string | number) => string;

/** Views whose rows the check of conferences can explain. */
const explainable = new Set(['payment', 'fee']);

/**
 * The statement of a definition. Names of views and columns come from the registry, never from the definition; what a person typed is bound.
 * Throws on a definition that `ownFaults` objects to: nothing unchecked is compiled.
 */
export function compileOwn(definition: OwnDefinition): OwnQuery {
  const [fault] = ownFaults(definition);
  if (fault) throw new Error(`a definition with a fault was compiled: ${fault.code}`);
  const view = ownViewById.get(definition.view)!;
  const params: Record<string, string | number> = {};
  const bind: Bind = (value) => {
    const name = `v${Object.keys(params).length}`;
    params[name] = value;
    return `:${name}`;
  };
  const columnNamed = (id: string): OwnColumn => columnOf(view, id)!;
  const ask = (condition: OwnCondition) => conditionSql(view, columnNamed(condition.column), condition, bind);
  const joined = (list: readonly string[], join: 'all' | 'any') =>
    list.length === 0 ? [] : [`(${list.join(join === 'all' ? ' and ' : ' or ')})`];
  const selected = [
    ...definition.groups.map((group, i) => `${groupSql(view, columnNamed(group.column), group)} as g${i}`),
    ...definition.measures.map(
      ({ column }, i) => `${column === undefined ? 'null' : `v.${columnNamed(column).id}`} as c${i}`,
    ),
    ...definition.measures.map(({ where }, i) => `${where === undefined ? 'null' : ask(where)} as p${i}`),
    ...definition.groups.map(({ column }, i) => {
      const { alone } = columnNamed(column);
      return `${alone === undefined ? '0' : `v.${alone}`} as a${i}`;
    }),
    `${view.money === null ? 'null' : `v.${view.money}`} as fen`,
    `${explainable.has(view.id) ? 'v.row in (select y.row from meeting_payment y where y.explained = 1)' : '0'} as explained`,
  ];
  const { where } = definition;
  const conditions = joined(
    [...where.items.map(ask), ...where.groups.flatMap(({ join, items }) => joined(items.map(ask), join))],
    where.join,
  );
  return {
    sql: `select v.row as row, ${selected.join(', ')} from ${view.id} v${conditions.length > 0 ? ` where ${conditions[0]}` : ''}`,
    params,
  };
}

function groupSql(view: OwnView, { id, kind }: OwnColumn, { by }: OwnGrouping): string {
  if (kind !== 'day') return `v.${id}`;
  switch (by) {
    case 'month':
      return `substr(v.${id}, 1, 7)`;
    case 'quarter':
      return `substr(v.${id}, 1, 4) || 'Q' || ((cast(substr(v.${id}, 6, 2) as integer) + 2) / 3)`;
    case 'year':
      return `substr(v.${id}, 1, 4)`;
    default:
      // where only the month is known the day is not
      return view.precision ? `iif(v.precision = 'month', null, v.${id})` : `v.${id}`;
  }
}

/** A condition that is true, false, or null where the value is unknown: unknown meets nothing but “is unknown”. */
function conditionSql(view: OwnView, column: OwnColumn, condition: OwnCondition, bind: Bind): string {
  const at = `v.${column.id}`;
  const op = opOf(column, condition.op)!.id;
  const values = condition.values.map((value) => value.trim()).filter((value) => value !== '');
  const any = (list: readonly string[]) => `(${list.join(' or ')})`;
  if (op === 'known') return `${at} is not null`;
  if (op === 'unknown') return `${at} is null`;
  switch (column.kind) {
    case 'flag':
      return `${at} = ${op === 'yes' ? 1 : 0}`;
    case 'money':
      return op === 'round'
        ? `(${at} <> 0 and ${at} % ${bind(Math.max(1, Math.round(Number(values[0]) * 100)))} = 0)`
        : compared(at, op, bind(Math.round(Number(values[0]) * 100)));
    case 'price':
      return compared(at, op, bind(Math.round(Number(values[0]) * 1_000_000)));
    case 'number':
      return compared(`cast(${at} as real)`, op, bind(Number(values[0])));
    case 'day':
      if (op !== 'weekend') return compared(at, op, bind(values[0]!));
      return `(strftime('%w', ${at}) in ('0', '6')${view.precision ? " and v.precision <> 'month'" : ''})`;
    case 'choice':
      return `${at} ${op === 'is' ? 'in' : 'not in'} (${values.map(bind).join(', ')})`;
    case 'text':
      return textSql(at, op, values, bind, any);
    case 'party':
      return partySql(at, op, values, bind, any);
  }
}

/** The relation is one of five signs, chosen here and not copied from the definition. */
function compared(at: string, op: string, value: string): string {
  const sign = ({ '>=': '>=', '>': '>', '<=': '<=', '<': '<', '=': '=' } as const)[op as '>='];
  if (sign === undefined) throw new Error('a relation that no column has');
  return `${at} ${sign} ${value}`;
}

type Any = (list: readonly string[]) => string;

function textSql(at: string, op: string, values: readonly string[], bind: Bind, any: Any): string {
  if (op === 'is') return `${at} in (${values.map(bind).join(', ')})`;
  const has = any(values.map((value) => `instr(lower(${at}), lower(${bind(value)})) > 0`));
  return op === 'has' ? has : `not ${has}`;
}

function partySql(at: string, op: string, values: readonly string[], bind: Bind, any: Any): string {
  if (op === 'staff')
    return `${at} in (select e.person from employment e join who o on o.party = e.org where o.kind in ('hospital', 'department'))`;
  const of = (condition: string) => `(select w.party from who w where ${condition})`;
  if (op === 'is') return `${at} in ${of(`w.name in (${values.map(bind).join(', ')})`)}`;
  if (op === 'has' || op === 'lacks')
    return `${at} ${op === 'has' ? 'in' : 'not in'} ${of(any(values.map((value) => `instr(lower(w.name), lower(${bind(value)})) > 0`)))}`;
  const kinds = values.map((value) => {
    const { kind, role } = ownPartyKinds.find(({ id }) => id === value)!.draws;
    return role === undefined ? `w.kind = ${bind(kind)}` : `(w.kind = ${bind(kind)} and w.role = ${bind(role)})`;
  });
  return `${at} ${op === 'kind' ? 'in' : 'not in'} ${of(any(kinds))}`;
}
