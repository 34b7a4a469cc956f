/** Restricts what is read from the records to some mentions, or to none in particular. Columns are our own words, mentions are bound. */
export interface Among {
  /** a condition on a column that holds a mention */
  column(name: string): string;
  /** what to bind where the condition stands so many times */
  bind(times: number): string[];
}

export const everywhere: Among = { column: () => 'true', bind: () => [] };

/** Only these mentions. */
export function amongMentions(mentions: ArrayLike<number>): Among {
  const list = JSON.stringify(Array.from(mentions));
  return {
    column: (name) => `${name} in (select value from json_each(?))`,
    bind: (times) => new Array<string>(times).fill(list),
  };
}
