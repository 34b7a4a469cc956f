import type { Store } from '../store/connect.ts';

/** Cash and payment institutions: everybody passes through them, so that they join nobody. */
export function pseudoParties(store: Store): Set<number> {
  const ids = store.db
    .prepare<[], number>("select id from party where kind in ('cash', 'payment-institution')")
    .pluck();
  return new Set(ids.all());
}
