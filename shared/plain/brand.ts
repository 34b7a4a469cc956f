/** A value that must not be mixed with others of the same primitive type: `Brand<number, 'Fen'>`. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };

/** Closes a switch: a new member of the union that has no case does not compile. */
export function missingCase(value: never): never {
  throw new Error(`no case for ${String(value)}`);
}
