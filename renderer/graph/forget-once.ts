import type { Core } from 'cytoscape';

/** What is used of Cytoscape's collections; none of it is in its types. */
interface Styled {
  readonly length: number;
  readonly 0?: { readonly _private: { readonly styleCache?: object | null } };
  dirtyStyleCache(): Styled;
}

const patched = new WeakSet<object>();

/**
 * For each property that Cytoscape sets on an element it forgets what it had worked out about the style of that element, of its frame, of
 * everybody in it and of all their lines: fifty times in a row, a second for a hundred newcomers. Forgetting once is enough until something is
 * worked out again, and whatever asks about a line or a member asks about its ends and its frame.
 */
export function forgetOnce(cy: Core): void {
  const elements = Object.getPrototypeOf(cy.collection()) as Styled;
  if (patched.has(elements)) return;
  patched.add(elements);
  const forget = elements.dirtyStyleCache;
  elements.dirtyStyleCache = function (this: Styled) {
    return this.length === 1 && !this[0]?._private.styleCache ? this : forget.call(this);
  };
}
