/** 基金会 and 基金委 are organisations, 基金 a product. */
const products = /理财|申购|赎回|信托|证券|期货|基金(?!会|委)/;

/** 理财、基金等产品: whether a name is that of a product in which people keep money of their own. What comes back from it was theirs: it pays nobody. */
export const isWealthProduct = (name: string): boolean => products.test(name);
