/** What a title says about the person under it: 科主任 is a post, 主任医师 a title, 医药代表 neither. undefined: nothing. */
export function roleOfTitle(title: string): 'keypost' | 'doctor' | 'rep' | undefined {
  const plain = title.replace(/\s+/g, '');
  if (repTitle.test(plain)) return 'rep';
  if (keyPost.test(plain)) return 'keypost';
  return medicalTitle.test(plain) ? 'doctor' : undefined;
}

/** 关键岗位: posts that decide about people, purchases or money. A medical title (主任医师) is none. */
const keyPost = /院长|书记|(科|部|处|室|中心)(副?主任|副?科长|副?处长|长)$|处长|科长|局长|厅长|采购|招标|设备科|药事/;

/** Medical titles. */
const medicalTitle = /医师|医士|医生|药师|技师|护师|护士|主任|教授|检验师|麻醉|主治|规培/;

/** Posts of those who act for companies towards hospitals. */
const repTitle = /医药代表|学术代表|药代|推广专员|学术专员|产品专员|地区经理|大区经理|产品经理/;
