/**
 * Default settings as the catalogue of warning models publishes them, typed off for the boundary rows and for saying
 * whether a drawn scheme lies above them. Never taken from the models' code: a mistake there must not hide itself here.
 */
import { type Fen, yuan } from '../plain/fen.ts';

export const published = {
  academicFee: { daysBefore: 60, daysAfter: 120, least: yuan(1000) },
  fanOut: { days: 7, payees: 10, spread: 0.5 },
  manyPayers: { groups: 3, days: 365, least: yuan(20_000) },
  structuring: { limits: [yuan(50_000), yuan(20_000)] as readonly Fen[], band: 0.8, days: 7, times: 3 },
  twoCities: { kilometres: 300 },
  kickback: { months: 6 },
  periodic: { times: 5, from: 25, to: 35, spread: 0.2 },
  thirdParty: { least: yuan(5000) },
  sponsorship: { payees: 3, share: 0.3 },
  roundTrip: { days: 30 },
  passThrough: { dwell: 3 },
  visitCost: { growth: 0.1, spreads: 3 },
  newSupplier: { least: yuan(500_000) },
  benford: { deviation: 0.0022, noise: 0.0012 },
  serial: { run: 4 },
  rotation: { lots: 6 },
  bidPattern: { tolerance: 0.01 },
  list: { tolerance: 0.005 },
  repClaims: { least: yuan(5000) },
  scatter: { hands: 3, least: yuan(50_000) },
} as const;
