import type { Core } from 'cytoscape';

/** What is used of Cytoscape's elements, collections and styles; none of it is in its types. */
interface Private {
  readonly styleCache?: object | null;
  readonly styleKey?: unknown;
  readonly styleDirty?: boolean;
  readonly bbCache?: object | null;
}
interface Collection {
  readonly length: number;
  readonly 0?: { readonly _private: Private };
  dirtyStyleCache(): Collection;
  dirtyBoundingBoxCache(): Collection;
  boundingBox(options?: object): object;
  cleanStyle(): void;
}
type Element = NonNullable<Collection[0]>;
interface Style {
  applyContextStyle(meta: object, style: object, element: Element): { readonly diffProps: object };
  updateStyleHints(element: Element): boolean;
}

const patched = new WeakSet<object>();

/**
 * Cytoscape forgets what it had worked out about elements, and works it out again, many times where once is enough. A second for a
 * hundred newcomers.
 */
export function forgetOnce(cy: Core): void {
  const elements = Object.getPrototypeOf(cy.collection()) as Collection;
  if (patched.has(elements)) return;
  patched.add(elements);
  styleOnce(elements);
  boxOnce(elements);
  hashOnce(Object.getPrototypeOf(cy.style()) as Style);
}

/**
 * For each property that is set on an element the style of that element, of its frame, of everybody in it and of all their lines is
 * forgotten: fifty times in a row. Forgetting once is enough until something is worked out again, and whatever asks about a line or a
 * member asks about its ends and its frame.
 */
function styleOnce(elements: Collection): void {
  const forget = elements.dirtyStyleCache;
  elements.dirtyStyleCache = function (this: Collection) {
    return this.length === 1 && !this[0]?._private.styleCache ? this : forget.call(this);
  };
}

/**
 * Whoever asks for a box that was forgotten has it forgotten, and everybody told so, a second time before it is worked out: the element is
 * placed and drawn anew once more in the next frame. And whether a label is to be measured anew is known only once the style is worked out:
 * else the box of the old label stays, and a name that got a second line is drawn into it.
 */
function boxOnce(elements: Collection): void {
  const [ask, forget] = [elements.boundingBox, elements.dirtyBoundingBoxCache];
  let asked: Element | null = null;
  elements.boundingBox = function (this: Collection, options) {
    this.cleanStyle();
    const before = asked;
    const element = this.length === 1 ? this[0] : undefined;
    asked = element?._private.bbCache === null && !element._private.styleDirty ? element : null;
    try {
      return ask.call(this, options);
    } finally {
      asked = before;
    }
  };
  elements.dirtyBoundingBoxCache = function (this: Collection) {
    if (asked && this.length === 1 && this[0] === asked && asked._private.bbCache === null) return this;
    return forget.call(this);
  };
}

/** The key of a style is put together from all of its words, letter by letter, even where none of them changed. */
function hashOnce(styles: Style): void {
  const { applyContextStyle: apply, updateStyleHints: hash } = styles;
  let same: Element | null = null;
  styles.applyContextStyle = function (this: Style, meta, style, element) {
    const applied = apply.call(this, meta, style, element);
    same = Object.keys(applied.diffProps).length === 0 ? element : null;
    return applied;
  };
  styles.updateStyleHints = function (this: Style, element) {
    const isSame = same === element && Boolean(element._private.styleKey);
    same = null;
    return isSame ? false : hash.call(this, element);
  };
}
