import { maskIdentifier } from '../../../shared/evidence/mask-identifier.ts';
import { maskKnown } from '../../../shared/evidence/mask-known.ts';
import { isOfThing, maskStored } from '../../../shared/evidence/mask-stored.ts';

export type MaskLevel = 'internal' | 'partner' | 'public';

/**
 * 脱敏. internal: everything. partner: identity numbers, cards, accounts and phones masked wherever they stand. public: names of
 * natural persons as 张某1, free text and file names withheld. The same person keeps the same alias inside one report.
 */
export interface Masker {
  readonly level: MaskLevel;
  name(party: number | null, kind: string | null, name: string): string;
  identifier(type: string, value: string): string;
  /** text from the evidence: memos, reasons, cells */
  free(text: string): string;
  file(evidence: number, name: string): string;
}

const COMPOUND =
  /^(欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|百里|呼延|东郭|南门|羊舌|微生|公户|公玉|梁丘|左丘|东门|西门)/;

/** `known`: the personal numbers of the case, which are found in texts whatever their length. */
export function masker(level: MaskLevel, withheld: string, known: ReadonlySet<string> = new Set()): Masker {
  const maskText = maskKnown(known);
  const aliases = new Map<number, string>();
  const perSurname = new Map<string, number>();
  const surnameOf = (name: string) => COMPOUND.exec(name)?.[1] ?? [...name][0] ?? '';
  return {
    level,
    name(party, kind, name) {
      if (level === 'internal') return name;
      if (level === 'partner') return kind === 'account' ? maskIdentifier('account_no', name) : maskText(name);
      // who is no party may be anybody
      if (kind === 'account' || kind === null || (kind === 'person' && party === null))
        return name === '' ? '' : withheld;
      if (kind !== 'person') return maskText(name);
      if (party === null) return withheld;
      const known = aliases.get(party);
      if (known) return known;
      const surname = surnameOf(name);
      const nth = (perSurname.get(surname) ?? 0) + 1;
      perSurname.set(surname, nth);
      const alias = `${surname}某${nth}`;
      aliases.set(party, alias);
      return alias;
    },
    identifier(type, value) {
      if (level === 'internal' || type === 'uscc' || type === 'conference_no') return value;
      return level === 'public' && !isOfThing(type) ? withheld : maskStored(type, value);
    },
    free: (text) => (level === 'internal' ? text : level === 'partner' ? maskText(text) : text === '' ? '' : withheld),
    file: (evidence, name) => (level === 'public' ? `#${evidence}` : level === 'partner' ? maskText(name) : name),
  };
}
