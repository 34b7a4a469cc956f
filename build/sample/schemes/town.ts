/** What the further schemes share: wards and people nobody else has, products, payments, and orders written into the book. */
import { type Day, dayOf, stampOf } from '../plain/civil.ts';
import type { Fen } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Book, Values } from '../story/book.ts';
import { officeHours } from '../story/meetings.ts';
import type { LookAlike, Plant, Story } from '../truth/plants.ts';
import type { Hospital, Population } from '../world/population.ts';
import type { Account, Org, Person, Transfer } from '../world/types.ts';
import { CASE_FROM, CASE_TO, type OrgWish, type PersonWish, type World } from '../world/world.ts';

/** A department of a hospital that the guided case knows nothing of. */
export interface Ward {
  readonly hospital: Hospital;
  readonly org: Org;
  readonly dept: string;
}

export interface Item {
  readonly code: string;
  readonly name: string;
  readonly spec: string;
  readonly category: '药品' | '高值耗材' | '低值耗材' | '试剂' | '器械设备';
  readonly maker: Org;
  /** ten-thousandths of a yuan */
  readonly price: number;
  readonly group: string;
}

type More<C extends 'staff' | 'purchase' | 'prescription'> = Values<C>;

export interface Town {
  readonly world: World;
  readonly population: Population;
  readonly story: Story;
  readonly book: Book;
  /** A ward nobody has been given yet. */
  readonly ward: () => Ward;
  /** Somebody of that ward, in the roster with identity number and salary card. */
  readonly hire: (random: Random, ward: Ward, title: string, more?: More<'staff'> & { wish?: PersonWish }) => Person;
  readonly firm: (random: Random, wish: OrgWish) => Org;
  readonly item: (
    random: Random,
    maker: Org,
    wish: Partial<Pick<Item, 'name' | 'category' | 'price' | 'group' | 'spec'>> & { vbp?: boolean },
  ) => Item;
  /** The statement of this party's account is at hand, with everyday money in it. */
  readonly obtain: (party: Person | Org) => void;
  /** The statement of those days is at hand, and nothing but what is planted stands in it. */
  readonly obtainBare: (party: Person | Org, from: Day, to: Day) => void;
  readonly pay: (
    id: string,
    random: Random,
    from: Account,
    to: Account,
    fen: Fen,
    day: Day,
    words: { readonly summary: string; readonly remark?: string; readonly cash?: boolean },
  ) => Transfer;
  readonly order: (
    ward: Pick<Ward, 'org'>,
    supplier: Org,
    item: Item,
    day: Day,
    quantity: number,
    more?: More<'purchase'>,
  ) => string;
  readonly prescribe: (
    ward: Ward,
    doctor: Person,
    item: Item,
    day: Day,
    quantity: number,
    more?: More<'prescription'>,
  ) => string;
  readonly kin: (person: Person, relative: Person, relation: string, more?: Values<'kinship'>) => string;
  readonly plant: (plant: Omit<Plant, 'fen'> & { readonly fen?: Fen }) => void;
  readonly honest: (lookalike: LookAlike) => void;
}

const departments = [
  '血液内科',
  '风湿免疫科',
  '肾内科',
  '泌尿外科',
  '感染性疾病科',
  '眼科',
  '耳鼻咽喉科',
  '口腔科',
  '康复医学科',
  '疼痛科',
  '整形外科',
  '胸外科',
  '血管外科',
  '皮肤科',
  '老年医学科',
  '重症医学科',
];
const drugs = ['甲磺酸卡索胶囊', '注射用培欣', '利宁片', '盐酸舒可注射液', '复方安衡片', '依泽单抗注射液'];
const consumables = ['血管支架', '人工晶体', '一次性吻合器', '补片', '封堵器', '止血材料'];

export function townOf(world: World, population: Population, story: Story): Town {
  const { book } = story;
  let wards = 0;
  let items = 0;
  let patients = 0;
  const amountOf = (price: number, quantity: number): Fen => Math.round((price * quantity) / 100);
  const sumOf = (rows: readonly string[]): Fen => {
    const wanted = new Set(rows);
    return world.transfers.reduce((sum, { id, fen }) => sum + (wanted.has(id) ? fen : 0), 0);
  };
  return {
    world,
    population,
    story,
    book,
    ward: () => {
      const { hospitals } = population;
      const at = wards++;
      const round = Math.floor(at / hospitals.length);
      const hospital = hospitals[at % hospitals.length]!;
      const floor = Math.floor(round / departments.length);
      const dept = `${departments[round % departments.length]!}${floor === 0 ? '' : `${floor + 1}病区`}`;
      return { hospital, org: hospital.org, dept };
    },
    hire: (random, { org, dept }, title, { wish, ...more } = {}) => {
      const person = world.addPerson(random, {
        birthYear: random.int(1964, 1990),
        ...wish,
        employer: org,
        dept,
        title,
      });
      world.claim(person, `staff/${person.id}`);
      book.add('staff', {
        name: person,
        id_no: person.idNo,
        ...(person.phone ? { phone: person.phone } : {}),
        employer: org,
        employer_kind: '医疗机构',
        dept,
        title,
        hire_date: dayOf(2016, 1, 4) + random.int(0, 1400),
        bank_card: world.accountOf(person).number,
        ...more,
      });
      return person;
    },
    firm: (random, wish) => {
      const org = world.addOrg(random, wish);
      world.claim(org, `firm/${org.id}`);
      return org;
    },
    item: (random, maker, wish) => {
      const category = wish.category ?? '药品';
      const drug = category === '药品';
      const at = items++;
      const item: Item = {
        code: `${drug ? 'X' : 'C'}${String(99 * 10 ** 10 + 500_000 + at).padStart(drug ? 22 : 19, '0')}`,
        name: wish.name ?? random.pick(drug ? drugs : consumables),
        spec:
          wish.spec ??
          (drug ? `${random.pick([5, 10, 20, 50])}mg*${random.pick([7, 14, 28])}` : random.pick(['S', 'M', 'L', 'XL'])),
        category,
        maker,
        price: wish.price ?? random.int(30, 900) * 10_000,
        group: wish.group ?? `ZZ99X${String(at).padStart(4, '0')}`,
      };
      book.add('product', {
        product_code: item.code,
        generic_name: item.name,
        class_code: item.group,
        spec: item.spec,
        manufacturer: maker,
        category,
        list_price: Math.round(item.price * 1.1),
        vbp: wish.vbp ? '是' : '否',
      });
      return item;
    },
    obtain: (party) => {
      world.obtain(world.accountOf(party), { told: true });
    },
    obtainBare: (party, from, to) => {
      const account = world.accountOf(party);
      world.obtain(account, { from: Math.max(CASE_FROM, from - 20), to: Math.min(CASE_TO, to + 20), told: true });
      world.keepQuiet(account, CASE_FROM, CASE_TO);
    },
    pay: (id, random, from, to, fen, day, words) =>
      world.pay(id, { from, to, fen, at: officeHours(random, day), told: true, ...words }),
    order: ({ org }, supplier, item, day, quantity, more = {}) => {
      const price = more.unit_price ?? item.price;
      return book.add('purchase', {
        order_date: day,
        hospital: org,
        product_code: item.code,
        generic_name: item.name,
        spec: item.spec,
        category: item.category,
        manufacturer: item.maker,
        supplier,
        unit_price: price,
        quantity,
        amount: amountOf(price, quantity),
        procurement_type: '挂网采购',
        status: '已收货',
        ...more,
      });
    },
    prescribe: ({ org, dept }, doctor, item, day, quantity, more = {}) =>
      book.add('prescription', {
        rx_date: day,
        hospital: org,
        dept,
        doctor,
        patient_no: String(99_500_000 + patients++),
        product_code: item.code,
        generic_name: item.name,
        spec: item.spec,
        manufacturer: item.maker,
        item_kind: '西药',
        quantity,
        unit: '盒',
        unit_price: item.price,
        amount: amountOf(item.price, quantity),
        ...more,
      }),
    kin: (person, relative, relation, more = {}) =>
      book.add('kinship', {
        person_name: person,
        person_id: person.idNo,
        relative_name: relative,
        relative_id: relative.idNo,
        relation,
        ...more,
      }),
    plant: (plant) => {
      story.plants.push({ ...plant, fen: plant.fen ?? sumOf(plant.rows) });
    },
    honest: (lookalike) => {
      story.lookalikes.push(lookalike);
    },
  };
}

/** The first day of the n-th month of the case, counted from 0. */
export const monthStart = (n: number): Day => dayOf(2022 + Math.floor(n / 12), (n % 12) + 1, 1);

/** Nine in the morning. */
export const morning = (day: Day): number => stampOf(day, 9, 0, 0);

/** Mean gap between days and its spread divided by the mean. */
export function rhythmOf(days: readonly Day[]): { mean: number; spread: number } {
  const gaps = days.slice(1).map((day, i) => day - days[i]!);
  const mean = gaps.reduce((a, b) => a + b, 0) / Math.max(1, gaps.length);
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / Math.max(1, gaps.length);
  return { mean, spread: Math.sqrt(variance) / mean };
}

/** The filing of a representative by a company for some days. */
export const fileRep = (town: Town, rep: Person, company: Org, from: Day, to: Day, insured = '是') =>
  town.book.add('rep', {
    name: rep,
    id_no: rep.idNo,
    ...(rep.phone ? { phone: rep.phone } : {}),
    company,
    products: '注射用培欣',
    valid_from: from,
    valid_to: to,
    status: to < dayOf(2024, 12, 31) ? '已过期' : '有效',
    insured,
  });
