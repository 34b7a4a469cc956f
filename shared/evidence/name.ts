import { tidy } from './text.ts';

/** Everything about names in one door: 姓名, 单位名称, 户名. */
export { type Branch, branchOf, looksLikeOrg, type OrgFamily, orgFamily, orgKey } from './org-name.ts';
export { isMaskedName, looksLikePerson, maskName, personKey } from './person-name.ts';
export { behindInstitution, isPlaceholderName, type Placeholder } from './placeholder.ts';
export { toSimplified } from './traditional.ts';

const opening = '([{（【〔《「';
const closing = ')]}）】〕》」';
const separators = new Set('、,，;；/／\n|');

/**
 * The names of a list cell, split at 、,;/ and line breaks: 甲药业、乙医院(东院、西院);丙 → three names. Separators inside
 * brackets belong to the name, unless a bracket is left open.
 */
export function splitNameList(raw: string): string[] {
  return (
    splitOutsideBrackets(raw) ??
    raw
      .split(/[、,，;；/／\n|]/)
      .map(tidy)
      .filter(isFilled)
  );
}

const isFilled = (part: string): boolean => part !== '';

function splitOutsideBrackets(raw: string): string[] | undefined {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= raw.length; i++) {
    const c = raw.charAt(i);
    if (c !== '' && opening.includes(c)) depth++;
    else if (c !== '' && closing.includes(c)) depth = Math.max(0, depth - 1);
    else if (i === raw.length || (depth === 0 && separators.has(c))) {
      const part = tidy(raw.slice(from, i));
      if (part !== '') parts.push(part);
      from = i + 1;
    }
  }
  return depth === 0 ? parts : undefined;
}
