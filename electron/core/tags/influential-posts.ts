import { roleOfTitle } from '../../../shared/evidence/titles.ts';

/** What a record says of somebody's post; null where it says nothing. */
export interface PostWords {
  readonly org: string | null;
  readonly dept: string | null;
  readonly position: string | null;
}

/** 领导班子: those who lead a hospital, an authority or a society. */
const leads = /(?<!分|支)院长|(?<!支部)书记|局长|厅长|(?:学会|协会|医学会)(?:副?会长|副?理事长|秘书长)/;

/** Departments whose posts decide about purchases, prescriptions, data or money: MODELS.md §2, Influence. */
const decidingDept = /药剂|药学部|药事|设备|器械|采购|招标|招采|信息|统方|财务|医保/;

/** Authorities whose posts decide about medicines, devices, funds and tenders. */
const decidingBody = /药监|药品监督|医保局|医疗保障|卫健|卫生健康委|招采|集中采购|公共资源交易/;

/** A title of a craft is no post, whatever department it is in. */
const isCraft = /[医药技护]师$|医士$|护士$|教授$|检验师$/;

/**
 * 关键少数, 关键岗位 by the dictionary of positions (院长、副院长、书记、药剂科、设备科、采购、招标、信息科、财务、科主任、医保办；药监、医保、卫健、招采中心);
 * undefined: neither. A professional title (主任医师, 主管药师) is no post.
 */
export function influenceOf({ org, dept, position }: PostWords): 'post.key_few' | 'post.key_post' | undefined {
  const post = (position ?? '').replace(/\s+/g, '');
  if (post === '' || isCraft.test(post)) return undefined;
  if (leads.test(post)) return 'post.key_few';
  if (roleOfTitle(post) === 'rep') return undefined;
  const place = (dept ?? '').replace(/\s+/g, '');
  if (roleOfTitle(post) === 'keypost' || roleOfTitle(`${place}${post}`) === 'keypost') return 'post.key_post';
  return decidingDept.test(place) || decidingDept.test(post) || decidingBody.test(org ?? '')
    ? 'post.key_post'
    : undefined;
}
