/** What may be asked of the generator, and how large each size is. */

/** The schemes that can be planted: S01, S03, S05, S07 of the catalogue and S19, fan-out alone. */
export type SchemeId = 'S01' | 'S03' | 'S05' | 'S07' | 'S19';

export type SampleSize = 'S' | 'M';

export interface SampleOptions {
  readonly seed: number;
  readonly size: SampleSize;
  /** 0 clean … 1 twice the usual damage. */
  readonly noise: number;
  /** How many instances of each scheme; what is not named is planted as often as the size says. */
  readonly schemes?: Partial<Record<SchemeId, number>>;
  /** Honest look-alikes, true unless said otherwise. */
  readonly lookalikes?: boolean;
  /** Also the true tables without noise, as clean/*.csv. */
  readonly clean?: boolean;
}

export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SizePlan {
  readonly hospitals: number;
  readonly departments: number;
  readonly staff: number;
  readonly mah: number;
  readonly distributors: number;
  readonly csos: number;
  readonly pcos: number;
  readonly societies: number;
  readonly hotels: number;
  /** Doctors of other cities who only attend conferences. */
  readonly guests: number;
  readonly bankRows: number;
  readonly statements: number;
  readonly expenseRows: number;
  /** Ledgers of honest makers and dealers among the evidence. */
  readonly ledgers: number;
  readonly conferences: number;
  readonly rosterRows: number;
  /** orders, bids, prescriptions, invoices …: how many times those of the smallest case */
  readonly goods: number;
  readonly schemes: Readonly<Record<SchemeId, number>>;
}

export const sizes: Readonly<Record<SampleSize, SizePlan>> = {
  S: {
    hospitals: 3,
    departments: 6,
    staff: 90,
    mah: 8,
    distributors: 6,
    csos: 2,
    pcos: 2,
    societies: 2,
    hotels: 4,
    guests: 260,
    bankRows: 8_000,
    statements: 34,
    expenseRows: 2_000,
    ledgers: 3,
    conferences: 44,
    rosterRows: 1_500,
    goods: 1,
    schemes: { S01: 2, S03: 3, S05: 3, S07: 4, S19: 2 },
  },
  M: {
    hospitals: 20,
    departments: 12,
    staff: 2_400,
    mah: 60,
    distributors: 40,
    csos: 40,
    pcos: 15,
    societies: 12,
    hotels: 40,
    guests: 4_000,
    bankRows: 200_000,
    statements: 560,
    expenseRows: 40_000,
    ledgers: 34,
    conferences: 900,
    rosterRows: 60_000,
    goods: 20,
    schemes: { S01: 10, S03: 14, S05: 16, S07: 20, S19: 8 },
  },
};
