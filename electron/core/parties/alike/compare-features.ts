import type { AlikeReason } from '../../../../shared/protocol/alike.requests.ts';
import { isEverywhere } from '../names-everywhere.ts';
import { type NameLikeness, nameLikeness } from './likeness.ts';
import type { Features, Shared } from './read-features.ts';

/** One reason for taking two parties for one, with the mention on each side beside which it stands. */
export type Ground = readonly [reason: AlikeReason, a: number, b: number];

export interface Likeness {
  /** in thousandths */
  readonly score: number;
  readonly grounds: readonly Ground[];
}

/** How far each reason alone goes; together they leave 1 - (1 - a)(1 - b)…. Organisations' names say more than people's. */
const weights: Readonly<Record<'person' | 'org', Readonly<Record<AlikeReason, number>>>> = {
  person: {
    account: 0.6,
    phone: 0.5,
    address: 0,
    city: 0.25,
    employer: 0.4,
    'same-name': 0.4,
    traditional: 0.45,
    shape: 0.4,
    pinyin: 0.3,
    spelling: 0.3,
    'short-name': 0,
  },
  org: {
    account: 0.6,
    phone: 0.45,
    address: 0.4,
    city: 0,
    employer: 0,
    'same-name': 0.5,
    traditional: 0.6,
    shape: 0.6,
    pinyin: 0.55,
    spelling: 0.5,
    'short-name': 0.5,
  },
};

/** What is known of both and differs speaks against it. */
const SPEAKS_AGAINST = 0.85;
/** Below this nobody is asked. */
const LEAST = 0.42;

/**
 * How far two parties look like one. undefined: not enough, or excluded because each has a valid number of its own. A person's name alone is
 * never enough; an organisation's is, unless every town has one. `isHub` says of what is shared (as in blocks.ts) whether too many share it.
 */
export function compareFeatures(a: Features, b: Features, isHub: (what: string) => boolean): Likeness | undefined {
  if (a.sort !== b.sort || a.isDepartment !== b.isDepartment) return undefined;
  if (a.numbers.length > 0 && b.numbers.length > 0) return undefined;
  const grounds: Ground[] = [];
  const put = (reason: AlikeReason, pair: readonly [number, number] | undefined) => {
    if (pair) grounds.push([reason, ...pair]);
  };
  const own = (values: readonly Shared[], block: string) => values.filter(({ value }) => !isHub(`${block} ${value}`));
  put('account', shared(own(a.accounts, 'a'), b.accounts));
  put('phone', shared(own(a.phones, 'p'), b.phones));
  put('address', shared(own(a.addresses, 'h'), b.addresses));
  put('employer', shared(a.employers, b.employers));
  if (!grounds.some(([reason]) => reason === 'employer')) put('city', shared(a.cities, b.cities));
  const isShared = grounds.length > 0;
  const names = closestNames(a, b);
  if (names) grounds.push(names);
  if (a.sort === 'person') {
    const settled = grounds.some(([reason]) => reason === 'account' || reason === 'phone');
    if (!settled && !(names && isShared)) return undefined;
  } else if (!isShared && !names) return undefined;
  const against = (['phones', 'accounts', 'employers'] as const).filter(
    (what) => a[what].length > 0 && b[what].length > 0 && !shared(a[what], b[what]),
  ).length;
  const left = grounds.reduce((rest, [reason]) => rest * (1 - weights[a.sort][reason]), 1);
  const score = (1 - left) * SPEAKS_AGAINST ** against;
  return score < LEAST ? undefined : { score: Math.round(score * 1000), grounds };
}

function shared(a: readonly Shared[], b: readonly Shared[]): readonly [number, number] | undefined {
  for (const one of a) {
    const other = b.find(({ value }) => value === one.value);
    if (other) return [one.mention, other.mention];
  }
  return undefined;
}

const closeness: readonly NameLikeness[] = ['same-name', 'traditional', 'shape', 'pinyin', 'spelling', 'short-name'];
/** Parties with very many spellings are compared by the first of them. */
const MOST_NAMES = 12;

function closestNames(a: Features, b: Features): Ground | undefined {
  let best: Ground | undefined;
  for (const one of a.names.slice(0, MOST_NAMES))
    for (const other of b.names.slice(0, MOST_NAMES)) {
      if (a.sort === 'org' && (isEverywhere(one.key) || isEverywhere(other.key))) continue;
      const likeness = nameLikeness(one, other, a.sort);
      if (likeness === undefined) continue;
      if (best === undefined || closeness.indexOf(likeness) < closeness.indexOf(best[0] as NameLikeness))
        best = [likeness, one.mention, other.mention];
    }
  return best;
}
