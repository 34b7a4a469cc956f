/** Names of organisations that every town has. */
const organisations =
  /^(市|县|区|省)?(第[一二三四五六七八九十]+)?(人民|中心|中医|中西医结合|妇幼|妇幼保健|儿童|肿瘤|口腔|骨科|骨伤|附属)?(医院|卫生院|保健院|门诊部|诊所)$|^(医药|药业|医疗器械|科技|贸易|咨询|医学会|医师协会|学会|协会|药房|药店|超市|酒店|宾馆|集团|公司|分公司)$/;

/** A department names its institution, or it could be anybody's. */
const institution = /医院|卫生院|保健院|中心|大学|学院|公司|学会|协会|诊所/;

/** Whether a key is too common to say which one is meant; then an identifier has to. */
export const isEverywhere = (key: string, sort: 'org' | 'department' = 'org'): boolean =>
  key.length < 3 || organisations.test(key) || (sort === 'department' && !institution.test(key));
