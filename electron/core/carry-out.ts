import { drawLinks } from './graph/draw-graph.ts';
import { redrawLinks } from './graph/redraw-links.ts';
import { resolveAdded } from './parties/resolve-added.ts';
import { resolveConcerned } from './parties/resolve-concerned.ts';
import { resolveParties } from './parties/resolve-parties.ts';
import type { Store } from './store/connect.ts';
import { rememberedDecisions } from './store/party-decisions.ts';
import type { Added } from './store/unjoined.ts';

/**
 * Writes decisions about parties, inside the transaction of the caller; parties and links follow where they are concerned. Where that is too
 * much, or hangs on more than can be told from them, everything is made anew.
 */
export function carryOut<T>(store: Store, at: string, write: () => T): T {
  const before = rememberedDecisions(store);
  const result = write();
  const concerned = resolveConcerned(store, at, before, rememberedDecisions(store));
  if (concerned && redrawLinks(store, concerned.moved)) concerned.remove();
  else {
    resolveParties(store, at);
    drawLinks(store);
  }
  return result;
}

/** Lets parties and links follow records that changed, inside the transaction of the caller. `added`: where records only came in. */
export function followRecords(store: Store, at: string, added?: Added): void {
  const written = added && resolveAdded(store, at, added);
  if (!written) resolveParties(store, at);
  drawLinks(store);
  written?.remove();
}
