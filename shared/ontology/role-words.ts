import { conferenceRoles } from '../evidence/choices.ts';
import type { Bilingual } from '../protocol/parts.ts';
import { linkKind } from './index.ts';
import type { LinkKind } from './kind.ts';

/** 角色: what a party is to a conference, purchase, tender, product or contract, by the code that records keep. */
const roles: Readonly<Record<string, Bilingual>> = {
  ...Object.fromEntries(conferenceRoles.map(({ id, zh, en }) => [id, { zh, en }])),
  organizer: { zh: '主办', en: 'Organiser' },
  co_organizer: { zh: '承办', en: 'Co-organiser' },
  sponsor: { zh: '赞助', en: 'Sponsor' },
  buyer: { zh: '采购', en: 'Buyer' },
  approver: { zh: '审批', en: 'Approver' },
  agency: { zh: '代理', en: 'Agency' },
  evaluator: { zh: '评审', en: 'Evaluator' },
  manufacturer: { zh: '生产', en: 'Manufacturer' },
  mah: { zh: '持有人', en: 'Authorisation holder' },
  甲方: { zh: '甲方', en: 'Party A' },
  乙方: { zh: '乙方', en: 'Party B' },
};

/** The text of a row of a link as a person reads it: where the kind begins its texts with a role, the code of the role in words. */
export function rowText(kind: string, text: string, lang: 'zh-CN' | 'en'): string {
  const known: LinkKind | undefined = linkKind(kind);
  if (known?.edge.text[0] !== 'role') return text;
  const gap = text.indexOf(' ');
  const code = gap === -1 ? text : text.slice(0, gap);
  const words = roles[code];
  return words ? `${lang === 'en' ? words.en : words.zh}${text.slice(code.length)}` : text;
}
