import { tidy } from '../../../../shared/evidence/text.ts';
import { toSimplified } from '../../../../shared/evidence/traditional.ts';
import { chinaCities } from './china-cities.ts';

/** Degrees north and east. */
type Point = readonly [latitude: number, longitude: number];

/** Peoples in the names of autonomous prefectures: 恩施土家族苗族自治州 is called 恩施. */
const prefecture =
  /(?:土家族|苗族|藏族|羌族|布依族|侗族|哈尼族|彝族|壮族|傣族|白族|景颇族|傈僳族|回族|蒙古族|朝鲜族|蒙古|柯尔克孜|哈萨克)+自治州$/;
/** Short names that are more often a province or a city district. */
const ambiguous = new Set(['海南', '吉林', '朝阳']);

const points = new Map<string, Point>();
const fullNames = new Map<string, string>();
const provinces = new Map<string, string>();
for (const [province, list] of Object.entries(chinaCities)) {
  for (const entry of list.split(/[|\n]/)) {
    const [name, latitude, longitude] = entry.trim().split(' ');
    if (!name) continue;
    points.set(name, [Number(latitude), Number(longitude)]);
    provinces.set(name, province);
    const short = shortName(name);
    fullNames.set(name, name);
    if (!ambiguous.has(short)) fullNames.set(short, name);
  }
}

function shortName(name: string): string {
  const short = name.replace(prefecture, '').replace(/(?:市|地区|盟|特别行政区)$/, '');
  return short.length >= 2 ? short : name;
}

const plain = (text: string): string => toSimplified(tidy(text)).replace(/\s+/g, '');

/** What follows a city's name where it is only the name of a street: 北京路18号. */
const street = /^(?:东|西|南|北|中)?(?:路|街|道|大道|大街|巷|里|弄)/;

/** The city a text names (a city cell, or an address that holds one) as its full name; undefined where no known city is named. */
export function cityIn(text: string): string | undefined {
  const known = seen.get(text);
  if (known !== undefined) return known === null ? undefined : known;
  if (seen.size > 50_000) seen.clear();
  const city = lookForCity(text);
  seen.set(text, city ?? null);
  return city;
}

/** Cities and venues repeat: each spelling is looked at once. null: no city known. */
const seen = new Map<string, string | null>();

function lookForCity(text: string): string | undefined {
  const written = plain(text);
  const exact = fullNames.get(written) ?? fullNames.get(written.replace(/^中国/, ''));
  if (exact) return exact;
  let found: string | undefined;
  let at = Number.POSITIVE_INFINITY;
  for (const [name, full] of fullNames) {
    const index = written.indexOf(name);
    if (index < 0 || index > at) continue;
    const isFull = name === full;
    // a short name counts only where the address begins (or after its province), never inside a word
    const before = written.slice(0, index);
    if (!isFull && (!/^(?:.{2,3}省|.{2,4}自治区)?$/.test(before) || street.test(written.slice(index + name.length))))
      continue;
    if (index < at || (found !== undefined && full.length > found.length)) [found, at] = [full, index];
  }
  return found;
}

/** Whether two texts name one city, as far as can be told: 上海 and 上海市, 澄溪 and 澄溪市东湖区. */
export function isSameCity(a: string, b: string): boolean {
  const [one, other] = [cityIn(a), cityIn(b)];
  if (one !== undefined && other !== undefined) return one === other;
  const [left, right] = [bare(a), bare(b)];
  return left === right || (left.length >= 2 && right.includes(left)) || (right.length >= 2 && left.includes(right));
}

const bare = (text: string): string => plain(text).replace(/[市县区]$/, '');

/**
 * Great-circle distance between the centres of two cities in whole kilometres (sphere of 6 371 km); undefined where either is not
 * in the table: nothing is guessed. Roads are longer, so that "further than" stays true on the ground.
 */
export function kilometresBetween(a: string, b: string): number | undefined {
  const [one, other] = [points.get(cityIn(a) ?? ''), points.get(cityIn(b) ?? '')];
  if (!one || !other) return undefined;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [phi1, phi2] = [radians(one[0]), radians(other[0])];
  const half = (x: number) => Math.sin(x / 2) ** 2;
  const h = half(phi2 - phi1) + Math.cos(phi1) * Math.cos(phi2) * half(radians(other[1] - one[1]));
  return Math.round(2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h))));
}

/** The province a text names, or that of the city it names: 广东, 内蒙古; an unknown province as it is written. */
export function provinceIn(province: string | null, city: string): string | undefined {
  const known = provinces.get(cityIn(city) ?? '');
  if (known !== undefined) return known;
  const written = province === null ? '' : plain(province).replace(/(?:壮族|回族|维吾尔)?自治区$|省$|市$/, '');
  return written === '' ? undefined : written;
}
