/**
 * Whoever is named by number: whether everybody that a text of SQL joins is found by the number that a record gives, whatever order SQLite takes
 * the tables in. Then its answer depends on the records and on those whom they name, not on everybody.
 */

interface Joined {
  readonly table: string;
  readonly alias: string;
  /** `alias.column` on the other side of `on alias.id = …`; undefined: joined in another way */
  readonly by: string | undefined;
}

const joins = (sql: string, keys: Readonly<Record<string, string>>): Joined[] =>
  [
    ...sql.matchAll(
      /\b(?:from|join)\s+(?:main\.|temp\.)?(\w+)(?:\s+(?:as\s+)?(?!on\b|where\b|join\b|left\b|cross\b|order\b|group\b|union\b|limit\b)(\w+))?(?:\s+on\s+(\w+)\.(\w+)\s*=\s*(\w+\.\w+)(?=\s*(?:$|[;)]|\b(?:join|left|cross|where|order|group|union)\b)))?/gi,
    ),
  ].map(([, table, alias, one, column, other]) => {
    const name = alias ?? table!;
    return { table: table!, alias: name, by: one === name && column === keys[table!] ? other : undefined };
  });

const aliasOf = (column: string): string => column.slice(0, column.indexOf('.'));

/** A view of the case: `mention` by what a record says, `party` by what such a mention says. `isRecord`: whether a table holds records. */
export function namesByNumber(view: string, isRecord: (table: string) => boolean): boolean {
  const all = joins(view, { mention: 'id', party: 'id' });
  const only = (is: (joined: Joined) => boolean) => {
    const others = new Set(all.filter((each) => !is(each)).map(({ alias }) => alias));
    return new Set(all.filter((each) => is(each) && !others.has(each.alias)).map(({ alias }) => alias));
  };
  const recordAliases = only(({ table }) => isRecord(table));
  const mentionAliases = only(({ table }) => table === 'mention');
  return all.every(({ table, by }) => {
    if (table === 'mention') return by !== undefined && recordAliases.has(aliasOf(by));
    if (table === 'party') return by !== undefined && /\.party$/.test(by) && mentionAliases.has(aliasOf(by));
    return true;
  });
}

/** A question of a model: each `word` (a view) joined by its `key` to a column of a view of records. */
export function joinedByNumber(
  question: string,
  word: string,
  key: string,
  isOfRecords: (view: string) => boolean,
): boolean {
  const all = joins(question, { [word]: key });
  const others = new Set(all.filter(({ table }) => !isOfRecords(table)).map(({ alias }) => alias));
  const known = new Set(all.map(({ alias }) => alias));
  // what has the name of neither is a question within the question
  const within = all.every(({ table }) => table === word || isOfRecords(table));
  const ofRecords = (alias: string): boolean => !others.has(alias) && (within || known.has(alias));
  const named = all.filter(({ table }) => table === word);
  return (
    named.length === [...question.matchAll(new RegExp(`\\b${word}\\b`, 'g'))].length &&
    named.every(({ by }) => by !== undefined && ofRecords(aliasOf(by)))
  );
}
