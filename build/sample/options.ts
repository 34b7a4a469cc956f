/** What may be asked of the generator, and how large each size is. */

/** The schemes of the guided case: S01, S03, S05, S07 of the catalogue and S19, fan-out alone. */
export const coreSchemes = ['S01', 'S03', 'S05', 'S07', 'S19'] as const;
/** The other schemes of the catalogue, and S20 to S25 for the models that none of them meets: planted where the whole of it is asked for, a few of them in the guided case. */
export const furtherSchemes = [
  'S02',
  'S04',
  'S06',
  'S08',
  'S09',
  'S10',
  'S11',
  'S12',
  'S13',
  'S14',
  'S15',
  'S16',
  'S17',
  'S18',
  'S20',
  'S21',
  'S22',
  'S23',
  'S24',
  'S25',
] as const;
export type FurtherSchemeId = (typeof furtherSchemes)[number];
/** What the guided case tells beside its own schemes, each once: a sponsorship divided inside a society, money that comes back to where it left. */
export const guidedFurther: Readonly<Partial<Record<FurtherSchemeId, number>>> = { S04: 1, S06: 1 };
export type SchemeId = (typeof coreSchemes)[number] | FurtherSchemeId;

export type SampleSize = 'S' | 'M' | 'L';

export interface SampleOptions {
  readonly seed: number;
  readonly size: SampleSize;
  /** Amounts that are others than those of the size. */
  readonly plan?: Partial<SizePlan>;
  /** 0 clean … 1 twice the usual damage. */
  readonly noise: number;
  /** core: the guided case. all: also the further schemes with their look-alikes, boundary rows and files 701 … Core unless said otherwise. */
  readonly scope?: 'core' | 'all';
  /** How many instances of each scheme; what is not named is planted as often as scope and size say. */
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
  /** wards whose everyday prescribing, buying, stays and operations stand beside the further schemes */
  readonly clinics: number;
  /** lines a doctor of middling zeal writes in a month in each of them */
  readonly lines: number;
  /** patients each of them admits in a month */
  readonly stays: number;
  /** what is charged for a stay beside bed, care, blood count and scan, on average */
  readonly services: number;
  /** how many times a month a dealer bills a hospital for what the clinics were sent */
  readonly bills: number;
  readonly schemes: Readonly<Record<SchemeId, number>>;
}

/** One instance of each manner of each further scheme, `times` over. */
function further(times: number): Record<FurtherSchemeId, number> {
  const manners: Record<FurtherSchemeId, number> = {
    S02: 5,
    S04: 1,
    S06: 2,
    S08: 3,
    S09: 2,
    S10: 2,
    S11: 6,
    S12: 5,
    S13: 1,
    S14: 1,
    S15: 2,
    S16: 6,
    S17: 1,
    S18: 2,
    S20: 1,
    S21: 6,
    S22: 5,
    S23: 6,
    S24: 2,
    S25: 6,
  };
  return Object.fromEntries(furtherSchemes.map((id) => [id, manners[id] * times])) as Record<FurtherSchemeId, number>;
}

/** Nothing planted at all. */
export const noSchemes: Readonly<Record<SchemeId, number>> = Object.fromEntries(
  [...coreSchemes, ...furtherSchemes].map((id) => [id, 0]),
) as Record<SchemeId, number>;

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
    clinics: 1,
    lines: 17,
    stays: 60,
    services: 0,
    bills: 1,
    schemes: { S01: 2, S03: 3, S05: 3, S07: 4, S19: 2, ...further(1) },
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
    clinics: 52,
    lines: 24,
    stays: 62,
    services: 3.3,
    bills: 2,
    schemes: { S01: 10, S03: 14, S05: 16, S07: 20, S19: 8, ...further(3) },
  },
  L: {
    hospitals: 120,
    departments: 12,
    staff: 20_000,
    mah: 300,
    distributors: 200,
    csos: 200,
    pcos: 60,
    societies: 12,
    hotels: 120,
    guests: 12_000,
    bankRows: 1_500_000,
    statements: 3_600,
    expenseRows: 400_000,
    ledgers: 160,
    conferences: 8_000,
    rosterRows: 500_000,
    goods: 160,
    clinics: 160,
    // busier wards would not be written in the memory of a usual machine
    lines: 17,
    stays: 60,
    services: 0.5,
    bills: 1,
    schemes: { S01: 40, S03: 60, S05: 60, S07: 80, S19: 30, ...further(10) },
  },
};

/** What a case is made of. */
export const planOf = ({ size, plan }: SampleOptions): SizePlan => ({ ...sizes[size], ...plan });
