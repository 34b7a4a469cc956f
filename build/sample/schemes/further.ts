/** The further schemes of the catalogue, planted one after the other; each draws from streams of its own. */
import { honestAtLast } from '../lookalikes/at-last.ts';
import { honestTrade } from '../lookalikes/trade.ts';
import type { FurtherSchemeId } from '../options.ts';
import type { Bills } from '../story/practice/bills.ts';
import { everydayPractice, type Practice } from '../story/practice/practice.ts';
import { kickbacks, kickbacksToDrivers } from './s02-kickback.ts';
import { dividedSponsorships } from './s04-sponsorship-divided.ts';
import { roundTrips } from './s06-round-trip.ts';
import { bidRings } from './s08-bid-ring.ts';
import { dearPrices } from './s09-price.ts';
import { fiveTimes } from './s10-five-times.ts';
import { insuranceFraud } from './s11-insurance.ts';
import { claimsFromElsewhere, crookedReps } from './s12-reps.ts';
import { hiddenSuppliers } from './s13-hidden-supplier.ts';
import { paidRegulators } from './s14-regulator.ts';
import { brokers } from './s15-broker.ts';
import { madeUpBooks } from './s16-books.ts';
import { manyLeads } from './s17-clues.ts';
import { tiedGifts } from './s18-donation.ts';
import { shells } from './s20-shells.ts';
import { wrongMeetings } from './s21-meetings.ts';
import { tellingAccounts } from './s22-accounts.ts';
import { crookedBuying } from './s23-buying.ts';
import { oddPrescribing } from './s24-prescribing.ts';
import { borrowedIdentities } from './s25-identities.ts';
import type { Town } from './town.ts';

type Planting = (town: Town, count: number) => void;

const plantings: ReadonlyArray<readonly [FurtherSchemeId, Planting]> = [
  ['S02', kickbacks],
  ['S04', dividedSponsorships],
  ['S06', roundTrips],
  ['S08', bidRings],
  ['S09', dearPrices],
  ['S10', fiveTimes],
  ['S11', insuranceFraud],
  ['S12', crookedReps],
  ['S13', hiddenSuppliers],
  ['S14', paidRegulators],
  ['S15', brokers],
  ['S16', madeUpBooks],
  ['S17', manyLeads],
  ['S18', tiedGifts],
  ['S20', shells],
  ['S21', wrongMeetings],
  ['S22', tellingAccounts],
  ['S23', crookedBuying],
  ['S24', oddPrescribing],
  ['S25', borrowedIdentities],
];

/** Parts of schemes that came later: the last few of so many instances each, planted after everything else of the case. */
const atLast: Readonly<
  Partial<
    Record<
      FurtherSchemeId,
      {
        readonly last: number;
        readonly of: number;
        readonly plant: (town: Town, before: number, count: number) => void;
      }
    >
  >
> = {
  S02: { last: 2, of: 5, plant: kickbacksToDrivers },
  S12: { last: 1, of: 5, plant: claimsFromElsewhere },
};
function lateOf(id: FurtherSchemeId, count: number): number {
  const late = atLast[id];
  return late ? Math.floor(count / late.of) * late.last : 0;
}

interface Wanted {
  readonly count: (scheme: FurtherSchemeId) => number;
  readonly lookalikes: boolean;
}

/**
 * Plants every further scheme as often as `count` says, the honest matters that resemble them where `lookalikes` says so, and the everyday of so many
 * wards, whose bills are still to be written.
 */
export function further(town: Town, { count, lookalikes, practice }: Wanted & { readonly practice: Practice }): Bills {
  for (const [id, plant] of plantings) plant(town, count(id) - lateOf(id, count(id)));
  if (lookalikes) honestTrade(town);
  return everydayPractice(town, practice);
}

/** What `further` left for the end, in the same town, with the honest matters that resemble it: whatever is in the case already stays as it is. */
export function furtherAtLast(town: Town, { count, lookalikes }: Wanted): void {
  for (const [id] of plantings) {
    const late = lateOf(id, count(id));
    atLast[id]?.plant(town, count(id) - late, late);
  }
  if (lookalikes) honestAtLast(town);
}
