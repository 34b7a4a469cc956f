/** The one address of the page, on a scheme of our own: not file:, whose pages may read files, and not http:. */
export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://qingyuan`;
export const HOME = `${ORIGIN}/`;

/** Compares parsed parts, never prefixes: app://qingyuan.evil/ begins like ours and is not. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === 'qingyuan' && username === '' && password === '';
}
