import { expect, type Page, test } from '@playwright/test';
import { chartScript } from '../speed/chart-script.ts';

/** What these tests ask of Cytoscape, which its container knows. */
interface Registered {
  readonly _cyreg: {
    readonly cy: {
      zoom(to?: number): number;
      pan(): { x: number; y: number };
      center(): void;
      width(): number;
      height(): number;
      renderer(): object;
    };
  };
}

async function drawn(page: Page, nodes: number, links: number, zoom: number): Promise<void> {
  await page.setContent('<!doctype html><html lang="zh-CN"><body></body></html>');
  await page.addScriptTag({ content: await chartScript(), type: 'module' });
  await page.waitForFunction(() => 'drawChart' in window);
  await page.evaluate(
    ([n, l, to]) => {
      window.drawChart('ours', n, l);
      const { cy } = (document.querySelector('body > div') as unknown as Registered)._cyreg;
      cy.zoom(to);
      cy.center();
    },
    [nodes, links, zoom] as const,
  );
  await page.waitForTimeout(500);
}

test('a large chart follows the pointer while it is dragged, and is drawn up to its edges when the pointer rests or lets go', async ({
  page,
}) => {
  await drawn(page, 1_000, 500, 0.5);
  const now = () =>
    page.evaluate(() => {
      const { cy } = (document.querySelector('body > div') as unknown as Registered)._cyreg;
      const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-id="layer2-node"]')!;
      const strip = canvas.getContext('2d')!.getImageData(0, 0, 40, canvas.height).data;
      return { pan: cy.pan(), moved: canvas.style.transform, isBlank: strip.every((dot) => dot === 0) };
    });
  const before = await now();
  // a place where nothing is: only there a drag moves the chart
  const free = await page.evaluate(() => {
    const { cy } = (document.querySelector('body > div') as unknown as Registered)._cyreg;
    const renderer = cy.renderer() as { findNearestElement(x: number, y: number, a: boolean, b: boolean): unknown };
    const { x, y } = cy.pan();
    for (let at = 200; at < 700; at += 7)
      if (!renderer.findNearestElement((at - x) / cy.zoom(), (at - y) / cy.zoom(), true, false)) return at;
    throw new Error('no free place');
  });
  await page.mouse.move(free, free);
  await page.mouse.down();
  await page.mouse.move(free + 20, free + 10);
  for (let n = 1; n <= 5; n++) await page.mouse.move(free + 20 + 20 * n, free + 10 + 6 * n);
  await expect.poll(async () => (await now()).moved).toBe('');
  const rested = await now();
  expect(rested.pan.x - before.pan.x).toBeCloseTo(120, 0);
  expect(rested.pan.y - before.pan.y).toBeCloseTo(40, 0);
  expect(rested.isBlank).toBe(false);
  const slid = page.waitForFunction(() => document.querySelector<HTMLElement>('canvas')?.style.transform !== '');
  await page.mouse.move(free + 130, free + 40);
  await page.mouse.move(free + 150, free + 40);
  await slid;
  await page.mouse.up();
  await expect.poll(async () => (await now()).moved).toBe('');
});

test('the pointer finds what it found when every element was asked', async ({ page }) => {
  await drawn(page, 300, 750, 0.6);
  const differences = await page.evaluate(() => {
    const { cy } = (document.querySelector('body > div') as unknown as Registered)._cyreg;
    type Find = (x: number, y: number, onlyInteractive: boolean, isTouch: boolean) => Array<{ id(): string }>;
    const renderer = cy.renderer() as { findNearestElements: Find };
    const all = (Object.getPrototypeOf(renderer) as { findNearestElements: Find }).findNearestElements;
    let found = 0;
    const wrong: string[] = [];
    for (const zoom of [0.25, 1.4]) {
      cy.zoom(zoom);
      cy.center();
      const { x, y } = cy.pan();
      for (let px = 3; px < cy.width(); px += 89)
        for (let py = 3; py < cy.height(); py += 71) {
          const at = [(px - x) / zoom, (py - y) / zoom, true, px % 2 === 0] as const;
          const ids = (elements: Array<{ id(): string }>) => elements.map((element) => element.id()).join(' ');
          const [ours, theirs] = [ids(renderer.findNearestElements(...at)), ids(all.apply(renderer, [...at]))];
          if (theirs !== '') found++;
          if (ours !== theirs) wrong.push(`${px},${py}: ${ours} ≠ ${theirs}`);
        }
    }
    return { found, wrong };
  });
  expect(differences.wrong).toEqual([]);
  expect(differences.found).toBeGreaterThan(50);
});

/** What the chart that was drawn last shows of each element: all that it knows of it, how it is styled, where it stands and how far it reaches. */
const shown = (page: Page) =>
  page.evaluate(async () => {
    // labels of lines find their places once nothing moves
    await new Promise((resolve) => setTimeout(resolve, 600));
    interface Shown {
      id(): string;
      data(): Record<string, unknown>;
      classes(): string[];
      selected(): boolean;
      isNode(): boolean;
      style(): Record<string, string>;
      position(): { x: number; y: number };
      boundingBox(): Record<string, number>;
    }
    const box = [...document.querySelectorAll('body > div')].at(-1) as unknown as {
      _cyreg: { cy: { elements(): { map<T>(of: (element: Shown) => T): T[] } } };
    };
    const elements = Object.fromEntries(
      box._cyreg.cy.elements().map((element) => [
        element.id(),
        {
          data: Object.fromEntries(Object.entries(element.data()).sort(([a], [b]) => (a < b ? -1 : 1))),
          classes: element.classes().sort(),
          selected: element.selected(),
          style: element.style(),
          at: element.isNode() && { ...element.position() },
          box: element.isNode() && { ...element.boundingBox() },
        },
      ]),
    );
    // pictures have other addresses on another page
    let all = JSON.stringify(elements);
    for (const address of new Set(all.match(/blob:[\w:/.-]+/g)))
      all = all.replaceAll(address, encodeURIComponent(await (await fetch(address)).text()));
    return JSON.parse(all) as typeof elements;
  });

test('parties that are put back stand on the chart as on one that is drawn anew, whatever they showed when they were taken off', async ({
  page,
}) => {
  await drawn(page, 60, 150, 0.5);
  await page.evaluate(() => {
    const chart = window.chart!;
    const mine = chart.links.filter(({ source }) => source <= 20).map(({ id }) => id);
    chart.select([1, 2, 3], mine.slice(0, 3));
    chart.highlight(mine.slice(0, 5));
    chart.walkTo(4);
    chart.pin(5, true);
  });
  await page.evaluate(() => window.takeOff(20));
  await page.evaluate(() => {
    const chart = window.chart!;
    chart.highlight(null);
    chart.walkTo(null);
    chart.pin(5, false);
  });
  await page.evaluate(() => window.putBack());
  const back = await shown(page);
  await drawn(page, 60, 150, 0.5);
  const anew = await shown(page);
  expect(Object.keys(back)).toHaveLength(210);
  expect(Object.keys(back).sort()).toEqual(Object.keys(anew).sort());
  for (const [id, is] of Object.entries(anew)) expect(back[id], id).toEqual(is);
});

test('parties that come back with other figures, to other places or in other colours show these', async ({ page }) => {
  await drawn(page, 60, 150, 0.5);
  const change = (how: 'back' | 'anew') =>
    page.evaluate((how) => {
      const chart = window.chart!;
      const { graph, at } = chart.picture;
      const nodes = graph.nodes.map((node) =>
        node.id > 20 ? node : { ...node, name: `另${node.name}`, findings: 7, inFen: node.inFen * 9 + 100 },
      );
      const links = graph.links.map((link) =>
        link.source > 20 || link.fen === null ? link : { ...link, fen: link.fen * 9 + 100, rows: 8 },
      );
      const moved = { ...at, 3: { x: -500, y: 40 } };
      if (how === 'back') chart.remove(nodes.map(({ id }) => id).slice(0, 20));
      chart.setMode('dark');
      if (how === 'back') {
        chart.remove([21]);
        chart.add({ nodes, links }, undefined, moved);
      } else {
        chart.renew({ nodes, links });
        chart.moveTo(moved);
      }
    }, how);
  await change('back');
  const back = await shown(page);
  await drawn(page, 60, 150, 0.5);
  await change('anew');
  const anew = await shown(page);
  expect(anew['1']!.data.label).toMatch(/^另/);
  for (const [id, is] of Object.entries(anew)) expect(back[id], id).toEqual(is);
});

test('what is drawn with less work looks as Cytoscape draws it', async ({ page }) => {
  await drawn(page, 200, 500, 0.7);
  const { drawnDots, different } = await page.evaluate(async () => {
    const { cy } = (document.querySelector('body > div') as unknown as Registered)._cyreg;
    const renderer = cy.renderer() as Record<string, unknown> & {
      redraw(): void;
      redrawHint(of: string, is: boolean): void;
    };
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-id="layer2-node"]')!;
    const dots = async () => {
      const layers = (renderer.data as { lyrTxrCache: { lastInvalidationTime: number } }).lyrTxrCache;
      layers.lastInvalidationTime = performance.now() + 60_000;
      renderer.redrawHint('eles', true);
      renderer.redraw();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
    };
    // what Cytoscape keeps of each node gets finer as it is drawn again
    await dots();
    await new Promise((done) => setTimeout(done, 1_000));
    const ours = await dots();
    const own = ['drawCachedElementPortion', 'drawElementUnderlay', 'drawElementOverlay'];
    for (const name of own) {
      if (!Object.hasOwn(renderer, name)) throw new Error(`${name} is Cytoscape's own`);
      delete renderer[name];
    }
    const theirs = await dots();
    let [drawnDots, different] = [0, 0];
    for (let i = 3; i < ours.length; i += 4) {
      if (theirs[i]! > 0) drawnDots++;
      const [is, was] = [ours[i]! / 255, theirs[i]! / 255];
      if ([1, 2, 3].some((n) => Math.abs(ours[i - n]! * is - theirs[i - n]! * was) > 48)) different++;
    }
    return { drawnDots, different };
  });
  expect(drawnDots).toBeGreaterThan(20_000);
  // an arrow that is not quite opaque lets the end of its line through
  expect(different / drawnDots).toBeLessThan(0.002);
});
