import type { CollectionReturnValue, Core, ElementDefinition, SingularElementReturnValue } from 'cytoscape';

/** more than a full chart is not kept: what was taken off first is forgotten first */
const MOST = 8_000;

/**
 * What was taken off the chart, to be put back when it comes again: an element that is drawn anew has all of its style worked out,
 * which costs several times as much. One that is put back has the data and the place that are asked for, is not selected and carries no
 * class; what else it showed is set by whoever draws, as with all that stand on the chart.
 */
export class TakenOff {
  readonly #cy: Core;
  readonly #kept = new Map<string, SingularElementReturnValue>();

  constructor(cy: Core) {
    this.#cy = cy;
  }

  /** Takes elements off the chart, with them all lines that end in them and all nodes that stand in them. */
  take(elements: CollectionReturnValue): void {
    // what is being dragged, and the lines that follow it, are drawn apart: they go for good
    const isDragged = this.#cy.nodes(':grabbed').nonempty();
    for (const element of elements.remove().toArray() as SingularElementReturnValue[]) {
      if (isDragged || element.active()) continue;
      this.#kept.delete(element.id());
      this.#kept.set(element.id(), element);
    }
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= MOST) break;
      this.#kept.delete(id);
    }
  }

  /** Puts elements on the chart in this order: those that were taken off before, or new ones. */
  put(definitions: readonly ElementDefinition[]): void {
    let fresh: ElementDefinition[] = [];
    let back = this.#cy.collection();
    const flush = () => {
      if (fresh.length > 0) this.#cy.add(fresh);
      back.restore().filter(':selected').unselect();
      [fresh, back] = [[], this.#cy.collection()];
    };
    for (const definition of definitions) {
      const element = this.#again(definition);
      if ((element ? fresh : back).length > 0) flush();
      if (element) back.merge(element);
      else fresh.push(definition);
    }
    flush();
  }

  /** What was taken off, made like the element that is asked for; null where there is none, or it joined others. */
  #again({ data, position }: ElementDefinition): SingularElementReturnValue | null {
    const element = this.#kept.get(String(data.id));
    this.#kept.delete(String(data.id));
    if (!element) return null;
    const asked = Object.entries(data);
    if (element.group() === 'edges') {
      if (element.data('source') !== data.source || element.data('target') !== data.target) return null;
      if (asked.some(([name, value]) => element.data(name) !== value)) element.data(data);
    } else {
      const [is, wanted] = [element.position(), { x: 0, y: 0, ...position }];
      if (is.x !== wanted.x || is.y !== wanted.y) element.position(wanted);
    }
    element.classes([]);
    return element;
  }

  /** Whatever comes from now on is drawn anew: what the kept ones look like holds no more. */
  forget(): void {
    this.#kept.clear();
  }
}
