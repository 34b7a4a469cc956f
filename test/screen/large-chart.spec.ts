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
