const ipv4 = /^(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;
const ipv6Groups = /^[0-9A-F]{1,4}$/i;

/** Whether a text is an IPv4 or IPv6 address. */
export function isAddress(text: string): boolean {
  return ipv4.test(text) || isIpv6(text);
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (!text.includes(':') || halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => ipv6Groups.test(group))) return false;
  return halves.length === 2 ? groups.length <= 7 : groups.length === 8;
}

/** Inside a house, behind a carrier, of the machine itself: thousands share such an address, so it links nobody. */
const notPublic =
  /^(?:0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|22[4-9]\.|2[3-5]\d\.|::1?$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i;

export const isPrivateAddress = (address: string): boolean => notPublic.test(address);

const macForm =
  /^([0-9A-F]{2})[:-]?([0-9A-F]{2})[:-]?([0-9A-F]{2})[:-]?([0-9A-F]{2})[:-]?([0-9A-F]{2})[:-]?([0-9A-F]{2})$/;

/** A network card's address as AA:BB:CC:DD:EE:FF, from upper-case text; undefined: it is none. */
export function macOf(text: string): string | undefined {
  return macForm.exec(text)?.slice(1).join(':');
}

/** Fewer different digits than this is a placeholder such as 00:00:00:00:00:00 or FFFFFFFF, not a machine. */
const LEAST_DIFFERENT = 4;

/**
 * 机器码: a network card's address in its one form, or the code of a disk, processor or signing key as upper-case letters and digits. undefined: too short or
 * too uniform to be one machine's.
 */
export function deviceKey(text: string): string | undefined {
  const upper = text.trim().toUpperCase();
  const compact = upper.replace(/[^0-9A-Z]/g, '');
  if (compact.length < 8 || new Set(compact).size < LEAST_DIFFERENT) return undefined;
  return macOf(upper) ?? compact;
}
