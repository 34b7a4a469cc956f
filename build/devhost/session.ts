import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who is our page: an address is printed with a token that opens the door once; whoever came in with it carries a cookie
 * that no script can read and no other site can send.
 */
export class Sessions {
  readonly #cookieName: string;
  readonly #sessions = new Set<string>();
  #token = newSecret();

  /** Cookies are shared by all ports of a host, so the name carries the port. */
  constructor(port: number) {
    this.#cookieName = `qy_${port}`;
  }

  /** The token that has not been used yet. */
  get token(): string {
    return this.#token;
  }

  /** Spends the token. Returns the value of Set-Cookie, or undefined when this is not the token (or no longer). */
  enter(token: string | null): string | undefined {
    if (token === null || !same(token, this.#token)) return undefined;
    this.#token = newSecret();
    const session = newSecret();
    this.#sessions.add(session);
    return `${this.#cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  knows(cookies: string | undefined): boolean {
    for (const cookie of (cookies ?? '').split(';')) {
      const [name, value] = cookie.trim().split('=');
      if (name === this.#cookieName && value !== undefined && [...this.#sessions].some((known) => same(value, known)))
        return true;
    }
    return false;
  }
}

const newSecret = (): string => randomBytes(32).toString('base64url');

/** Compares digests, so that neither the length nor the first wrong letter can be timed. */
function same(given: string, known: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(known));
}
