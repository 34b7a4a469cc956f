import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumArgs, chromiumBinary } from '../../build/tools.mjs';
import { chartScript } from './chart-script.ts';
import { against, type Figure, ours } from './figure.ts';
import { medians } from './measure.ts';

const DRAGS = 3;
const FRAMES = 40;

/** What dragging the chart with the mouse costs the page, in CPU milliseconds. */
interface Dragged {
  /** all threads of the process, a frame on average */
  readonly mean: number;
  /** the thread that draws, the slowest but one in twenty frames */
  readonly slow: number;
}

/**
 * Dragging the chart right after it was drawn and twice more, drawing in software; ours beside Cytoscape with its own nodes, names, curved lines and
 * arrows, in turn in one browser. About 6 ms of a frame are the browser's and the measuring's own.
 */
export async function panChart(): Promise<Figure[]> {
  const executablePath = chromiumBinary({ mayInstall: false });
  if (!executablePath) return [ours('dragging the chart: skipped, there is no Chromium', 0)];
  const script = await chartScript();
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArgs, '--disable-gpu'],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const small = await dragged(browser, script, 'ours', 500, 1_250);
    const undone = await undoing(browser, script, 500, 1_250);
    const { mine, plain } = await medians({
      mine: async () => (await dragged(browser, script, 'ours', 2_000, 5_000)).slow,
      plain: async () => (await dragged(browser, script, 'plain', 2_000, 5_000)).slow,
    });
    const peer = { name: 'Cytoscape in its default style', value: plain };
    return [
      ours('dragging 500 nodes and 1,250 links, CPU ms a frame', small.mean, { most: 25 }),
      ours('taking the expansion by 100 of 500 nodes back, CPU ms until it is drawn', undone.takeOff, { most: 100 }),
      ours('taking the removal of 100 of 500 nodes back, CPU ms until it is drawn', undone.putBack, { most: 100 }),
      against('dragging 2,000 nodes and 5,000 links, CPU ms of a frame, p95', mine, peer, { most: 0.5 }),
    ];
  } finally {
    await browser.close();
  }
}

async function dragged(
  browser: Browser,
  script: string,
  which: 'ours' | 'plain',
  nodes: number,
  links: number,
): Promise<Dragged> {
  const { page, cpu } = await charted(browser, script, which, nodes, links);
  const times: number[] = [];
  const begun = await cpu('ProcessTime');
  for (let drag = 0; drag < DRAGS; drag++) {
    await page.mouse.move(6, 6);
    await page.mouse.down();
    for (let n = 0; n < FRAMES; n++) {
      const before = await cpu('ThreadTime');
      await page.mouse.move(8 + 3 * n, 8 + 2 * n);
      await nextFrame(page);
      times.push((await cpu('ThreadTime')) - before);
    }
    await page.mouse.up();
  }
  const mean = ((await cpu('ProcessTime')) - begun) / times.length;
  await page.close();
  return { mean, slow: times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]! };
}

/** What the window does when a step is taken back, on the thread that draws: the median of several times. */
async function undoing(
  browser: Browser,
  script: string,
  nodes: number,
  links: number,
): Promise<Record<'takeOff' | 'putBack', number>> {
  const { page, cpu } = await charted(browser, script, 'ours', nodes, links);
  const took = async (deed: () => Promise<void>) => {
    const before = await cpu('ThreadTime');
    await deed();
    await nextFrame(page);
    return (await cpu('ThreadTime')) - before;
  };
  const undone = await medians(
    {
      takeOff: () => took(() => page.evaluate((parties) => window.takeOff(parties), nodes / 5)),
      putBack: () => took(() => page.evaluate(() => window.putBack())),
    },
    7,
  );
  await page.close();
  return undone;
}

const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** A page with a chart that has come to rest, and the CPU milliseconds of its process or of the thread that draws so far. */
async function charted(browser: Browser, script: string, which: 'ours' | 'plain', nodes: number, links: number) {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.setContent('<!doctype html><html lang="zh-CN"><body></body></html>');
  await page.addScriptTag({ content: script, type: 'module' });
  await page.waitForFunction(() => 'drawChart' in window);
  await page.evaluate(([of, n, l]) => window.drawChart(of, n, l), [which, nodes, links] as const);
  await page.waitForTimeout(2_000);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const cpu = async (of: 'ProcessTime' | 'ThreadTime') => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * metrics.find(({ name }) => name === of)!.value;
  };
  return { page, cpu };
}
