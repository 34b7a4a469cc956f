import type { EvidenceReader } from '../model.ts';

/** Where some sheet places a person in a hospital. */
export interface Placement {
  readonly person: number;
  /** the hospital or department */
  readonly org: number;
  readonly dept: string | null;
  readonly title: string | null;
  readonly row: number;
  /** the field whose cell names the hospital */
  readonly field: string;
  readonly keyPost: boolean;
}

/** 关键岗位: departments that decide about purchases, prescriptions, data or money. */
const keyDept = /药剂|药学|药事|设备|器械|采购|招标|信息|统计|财务|医保|院办|党办/;
const headOf = /主任|科长|处长|部长|负责人|组长/;
const keyTitle = /院长|书记|采购|招标/;

/**
 * 医务人员: everybody whom a list of staff or any other sheet places in a hospital, with the first row that does. Who is in none
 * of these sheets is not known to be staff. A title alone (主任医师) without a hospital beside it places nobody.
 */
export const readMedicalStaff = (evidence: EvidenceReader): ReadonlyMap<number, Placement> =>
  evidence.once('medical staff', () => gatherStaff(evidence));

function gatherStaff(evidence: EvidenceReader): Map<number, Placement> {
  const placements = new Map<number, Placement>();
  // of many rows that say the same of a person the first: sheets of treatment name their doctors a hundred thousand times
  const rows = evidence.all<Omit<Placement, 'keyPost'> & { role: string | null }>(
    `select e.person, e.org, e.dept, e.title, e.row, e.field, p.role
     from (select person, org, dept, title, min(row) as row, field from employment group by person, org, dept, title) e
     cross join who o on o.party = e.org cross join who p on p.party = e.person
     where o.kind in ('hospital', 'department') and p.kind = 'person' order by e.row, e.field`,
  );
  for (const { role, ...placed } of rows) {
    const keyPost = role === 'keypost' || isKeyPost(placed.dept, placed.title);
    const known = placements.get(placed.person);
    if (!known || (keyPost && !known.keyPost)) placements.set(placed.person, { ...placed, keyPost });
  }
  return placements;
}

/** Person → every hospital that any sheet places him in: people move, and some work in two. */
export const readHospitals = (evidence: EvidenceReader): ReadonlyMap<number, ReadonlySet<number>> =>
  evidence.once('hospitals of staff', () => {
    const hospitals = new Map<number, Set<number>>();
    for (const { person, org } of evidence.all<{ person: number; org: number }>(
      `select distinct e.person, e.org from employment e join who o on o.party = e.org where o.kind in ('hospital', 'department')`,
    )) {
      const known = hospitals.get(person);
      if (known) known.add(org);
      else hospitals.set(person, new Set([org]));
    }
    return hospitals;
  });

const isKeyPost = (dept: string | null, title: string | null): boolean =>
  title !== null &&
  (keyTitle.test(title) || (dept !== null && keyDept.test(dept) && headOf.test(title) && !/医师/.test(title)));

/** People whom some sheet places in an organisation that is no hospital, and nowhere in a hospital: employees of companies and societies. */
export function readOtherEmployees(
  evidence: EvidenceReader,
  staff: ReadonlyMap<number, Placement>,
): Map<number, Set<number>> {
  const employers = new Map<number, Set<number>>();
  for (const { person, org } of evidence.all<{ person: number; org: number }>(
    `select distinct e.person, e.org from employment e join who o on o.party = e.org
     where o.kind not in ('hospital', 'department') order by e.person, e.org`,
  )) {
    if (staff.has(person)) continue;
    const known = employers.get(person);
    if (known) known.add(org);
    else employers.set(person, new Set([org]));
  }
  return employers;
}
