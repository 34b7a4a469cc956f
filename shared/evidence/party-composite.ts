import { longestValue, tidy } from './text.ts';

/** 对手信息 taken apart. */
export interface PartyParts {
  readonly name?: string;
  readonly account?: string;
}

/** A run of seven or more digits, stars and mask letters, spaces and hyphens inside, is the account. */
const accountRun = /(?:[0-9*][0-9*xX -]{5,}[0-9*])/;
const edges = /^[\s/:,;|_()-]+|[\s/:,;|_()-]+$/g;

/** 6217**********1234/辉禾药业 → account and name, in either order. Parts that are not there are left out. */
export function splitParty(raw: string): PartyParts {
  const text = tidy(raw);
  if (text.length > longestValue) return { name: text };
  const run = accountRun.exec(text);
  if (!run) {
    const name = text.replace(edges, '');
    return name === '' ? {} : { name };
  }
  const account = run[0].replace(/[ -]/g, '');
  const name = `${text.slice(0, run.index)} ${text.slice(run.index + run[0].length)}`.replace(edges, '');
  return name === '' ? { account } : { name, account };
}
