/** Invented organisations. Their names begin with an invented city or province, so that no real firm can bear them. */
import type { Random } from '../plain/random.ts';

export const HOME_CITY = '澄溪市';
export const PROVINCE = '云澜省';
/** Invented cities of the invented province: the background happens here. */
export const inventedCities = ['澄溪市', '望川市', '临陂市', '云麓市', '青屿市', '汀兰市', '沐棠市', '北棠市'];

/** Real cities that lie far from each other (more than 700 km): only venues of large congresses are placed in them. */
export const farPairs: ReadonlyArray<readonly [string, string]> = [
  ['北京市', '广州市'],
  ['上海市', '成都市'],
  ['哈尔滨市', '武汉市'],
  ['西安市', '深圳市'],
  ['沈阳市', '昆明市'],
  ['天津市', '福州市'],
  ['重庆市', '青岛市'],
  ['长春市', '长沙市'],
];
/** Real neighbours (less than 200 km): half a day in each is possible. */
export const nearPairs: ReadonlyArray<readonly [string, string]> = [
  ['上海市', '杭州市'],
  ['广州市', '深圳市'],
  ['成都市', '绵阳市'],
];

const provinceOfCity: Readonly<Record<string, string>> = {
  北京市: '北京市',
  上海市: '上海市',
  天津市: '天津市',
  重庆市: '重庆市',
  广州市: '广东省',
  深圳市: '广东省',
  成都市: '四川省',
  绵阳市: '四川省',
  哈尔滨市: '黑龙江省',
  武汉市: '湖北省',
  西安市: '陕西省',
  沈阳市: '辽宁省',
  昆明市: '云南省',
  福州市: '福建省',
  青岛市: '山东省',
  长春市: '吉林省',
  长沙市: '湖南省',
  杭州市: '浙江省',
};

export const provinceOf = (city: string): string => provinceOfCity[city] ?? PROVINCE;

export const bare = (city: string): string => city.replace(/市$/, '');

const brandFirst = [...'瑞恒康泰德盛华信安宁博远嘉禾广济仁和同润佳美天衡启元鼎诚凯旋百川中正海纳明德普惠立方永新'];
const brandSecond = [...'衡泽源林达峰辰禾川朗宸汇锦澄嘉创维格森睿昇骏茂钧璟赫驰乾坤'];

/** Two characters that no other organisation of this case bears. */
export function brandName(random: Random, taken: Set<string>): string {
  for (let attempt = 0; attempt < 500; attempt++) {
    const brand = random.pick(brandFirst) + random.pick(brandSecond) + (attempt > 60 ? random.pick(brandSecond) : '');
    if (taken.has(brand)) continue;
    taken.add(brand);
    return brand;
  }
  throw new Error('the sample has more organisations than brand names');
}

export const industries = {
  mah: ['骨科器械', '医疗器械', '生物材料', '骨科植入物', '医疗科技', '药业'],
  distributor: ['医疗器械销售', '医药', '医疗用品', '器械商贸', '医药配送'],
  cso: ['医药信息咨询', '企业管理咨询', '市场营销策划', '医药科技服务', '健康管理咨询', '商务服务'],
  pco: ['会议会展服务', '会展策划'],
  hotel: ['国际酒店', '会议中心', '大酒店', '宾馆'],
  restaurant: ['餐饮管理', '膳食服务'],
  other: ['企业服务', '物业管理', '后勤服务', '印务', '广告传媒', '建筑装饰'],
} as const;
