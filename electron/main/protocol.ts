import type { CustomScheme, Protocol } from 'electron';
import { isOurs, SCHEME } from './origin.ts';
import { answerPage, type Page, type PageAnswer, refuse } from './page.ts';

/** What the page's scheme may do. Not bypassCSP, not corsEnabled, not allowServiceWorkers. */
export const schemes: CustomScheme[] = [
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
];

/** Serves the page to its own window; every other address does not exist. */
export function servePage(protocol: Pick<Protocol, 'handle'>, page: Page): void {
  protocol.handle(SCHEME, async ({ url, method }) => {
    if (!isOurs(url)) return respond(refuse(404, 'not part of the page'));
    return respond(await answerPage(page, method, new URL(url).pathname));
  });
}

const respond = ({ status, headers, body }: PageAnswer): Response => new Response(body, { status, headers });
