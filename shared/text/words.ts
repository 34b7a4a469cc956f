/**
 * The shape of a language: the same keys as Chinese, any text. English may add `key_one` beside a key that holds {{count}},
 * because only English changes the word with the number.
 */
export type WordsLike<T> = { readonly [K in keyof T]: T[K] extends string ? string : WordsLike<T[K]> } & {
  readonly [K in keyof T as T[K] extends string ? `${K & string}_one` : never]?: string;
};
