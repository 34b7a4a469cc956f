/** Why two parties may be one. The words are `joins.alike` in shared/text. Apart from the shapes, because the page must not load zod. */
export const alikeReasons = [
  'account',
  'phone',
  'address',
  'same-name',
  'traditional',
  'shape',
  'pinyin',
  'spelling',
  'short-name',
  'employer',
  'city',
] as const;
