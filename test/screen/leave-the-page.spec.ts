/*
 * A script has got into the page. It tries every way out of it that a page has. What the policy of the page stops is shown here, in
 * a real browser against a listening sink; the window of Electron has further layers for the rest (unit/electron/main/offline).
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './app.ts';

let sink: Server;
let hits: string[];
test.beforeEach(async () => {
  hits = [];
  sink = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('x');
  });
  sink.on('upgrade', (request, socket) => {
    hits.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
});
test.afterEach(async () => {
  sink.closeAllConnections();
  await new Promise((resolve) => sink.close(resolve));
});

test('no request of the page reaches anything but its own host', async ({ app, watched }) => {
  const port = (sink.address() as AddressInfo).port;
  await app.evaluate(async (base) => {
    const element = (name: string, set: Record<string, string>): void => {
      const made = document.createElement(name);
      for (const [key, value] of Object.entries(set)) made.setAttribute(key, value);
      document.body.append(made);
    };
    const quiet = (run: () => unknown): void => {
      try {
        void Promise.resolve(run()).catch(() => undefined);
      } catch (refused) {
        console.info('refused', String(refused));
      }
    };
    quiet(() => fetch(`${base}/fetch`));
    quiet(() => {
      const request = new XMLHttpRequest();
      request.open('GET', `${base}/xhr`);
      request.send();
    });
    quiet(() => navigator.sendBeacon(`${base}/beacon`, 'd'));
    quiet(() => new WebSocket(base.replace('http', 'ws')));
    quiet(() => new EventSource(`${base}/events`));
    quiet(() => new FontFace('f', `url(${base}/font)`).load());
    quiet(() => new Worker(URL.createObjectURL(new Blob(['1']))));
    quiet(() => import(/* @vite-ignore */ `${base}/module.js`));
    quiet(() => new Function('return 1')());
    element('img', { src: `${base}/img` });
    element('script', { src: `${base}/script.js` });
    element('link', { rel: 'stylesheet', href: `${base}/style.css` });
    element('link', { rel: 'prefetch', href: `${base}/prefetch` });
    element('link', { rel: 'manifest', href: `${base}/manifest` });
    element('iframe', { src: `${base}/iframe` });
    element('object', { data: `${base}/object` });
    element('embed', { src: `${base}/embed` });
    element('video', { src: `${base}/video` });
    element('base', { href: `${base}/` });
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.inlineRan = true';
    document.body.append(inline);
    document.body.style.backgroundImage = `url(${base}/background)`;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }, `http://127.0.0.1:${port}`);

  expect(hits).toEqual([]);
  expect(await app.evaluate(() => 'inlineRan' in globalThis)).toBe(false);
  const directives = [
    'connect-src',
    'img-src',
    'script-src',
    'style-src',
    'font-src',
    'worker-src',
    'object-src',
    'base-uri',
  ];
  expect(directives.filter((directive) => !watched.violations.some((text) => text.includes(directive)))).toEqual([]);
  // provoked, so not an error of the test
  watched.violations.length = 0;
  watched.strays.length = 0;
  watched.errors.length = 0;
});

test('the page is isolated from others and keeps nothing', async ({ app, host }) => {
  const state = await app.evaluate(() => ({
    isolatedFromOpener: window.opener === null,
    cookies: document.cookie,
    node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in globalThis),
  }));
  expect(state).toEqual({ isolatedFromOpener: true, cookies: '', node: [] });
  expect(new URL(app.url()).origin).toBe(host.origin);
  expect(app.url()).not.toContain('token');
});
