/** What a request must say about itself. A header that is missing is undefined. */
export interface Knock {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly site: string | undefined;
  readonly mode: string | undefined;
  readonly dest: string | undefined;
  readonly contentType: string | undefined;
}

/** Who may ask for it: the address bar or a page of ours (`page`), a navigation only (`entry`), a script of our page only (`script`). */
type From = 'page' | 'entry' | 'script';

interface Route {
  readonly method: 'GET' | 'POST';
  readonly from: From;
  readonly contentType?: string;
}

/** Every path that is not a file of the page. */
const routes: Readonly<Record<string, Route>> = {
  '/open': { method: 'GET', from: 'entry' },
  '/request': { method: 'POST', from: 'script', contentType: 'application/json' },
  '/upload': { method: 'POST', from: 'script', contentType: 'application/octet-stream' },
  '/events': { method: 'GET', from: 'script' },
  '/download': { method: 'GET', from: 'script' },
};

/**
 * Does this request come from our own page on our own address? `origin` is http://127.0.0.1:PORT, nothing else is ours:
 * not `localhost`, not another port, not a name that was rebound to 127.0.0.1. The token is checked elsewhere, after this.
 */
export function refusal(knock: Knock, origin: string): { status: number; why: string } | undefined {
  const route: Route = Object.hasOwn(routes, knock.path) ? routes[knock.path]! : { method: 'GET', from: 'page' };
  if (knock.host !== new URL(origin).host) return { status: 421, why: 'wrong host' };
  if (knock.method !== route.method) return { status: 405, why: `only ${route.method}` };
  if (knock.origin !== undefined && knock.origin !== origin) return { status: 403, why: 'wrong origin' };
  if (route.method === 'POST' && knock.origin === undefined) return { status: 403, why: 'no origin' };
  if (!comesFrom(route.from, knock)) return { status: 403, why: 'wrong site' };
  if (route.contentType !== undefined && knock.contentType !== route.contentType) {
    return { status: 415, why: `only ${route.contentType}` };
  }
  return undefined;
}

function comesFrom(from: From, { site, mode, dest }: Knock): boolean {
  if (from === 'script') return site === 'same-origin';
  if (from === 'entry') return site === 'none' && mode === 'navigate' && dest === 'document';
  return site === 'same-origin' || site === 'none';
}
