import type { Bilingual } from '../protocol/parts.ts';

/**
 * 类别: families of party kinds. A family has one colour, a kind adds shape and glyph, so that colour is never the only carrier.
 * The seven fills were measured: smallest colour difference ΔE76 30.6 on white (33.1 on the dark canvas) under normal vision
 * and under protan, deutan and tritan simulation; each at least 3:1 against its canvas and its glyph.
 */
export const families = {
  person: { words: { zh: '人员', en: 'People' }, light: '#3594E8', dark: '#CEE5F2', glyphOnDark: '#1E2430' },
  org: { words: { zh: '企业', en: 'Companies' }, light: '#E57434', dark: '#D73C04', glyphOnDark: '#FFFFFF' },
  hospital: { words: { zh: '医疗机构', en: 'Hospitals' }, light: '#103328', dark: '#1AE494', glyphOnDark: '#1E2430' },
  account: { words: { zh: '账户', en: 'Accounts' }, light: '#480DEC', dark: '#B60AFD', glyphOnDark: '#FFFFFF' },
  product: { words: { zh: '产品', en: 'Products' }, light: '#513F02', dark: '#F1D94C', glyphOnDark: '#1E2430' },
  event: { words: { zh: '事件', en: 'Events' }, light: '#9B1F85', dark: '#F73ED7', glyphOnDark: '#FFFFFF' },
} as const satisfies Record<string, { words: Bilingual; light: string; dark: string; glyphOnDark: string }>;

export type Family = keyof typeof families;
