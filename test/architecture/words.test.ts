import { expect, test } from 'vitest';
import { type SourceFile, sources } from './tree.ts';

const everything = sources(
  /^(?!package-lock\.json$).*\.(ts|tsx|mjs|js|json|md|css|html|sql|yml|sh)$|^\.(npmrc|ci\/run|gitignore)$/,
);
const code = everything.filter(({ path }) => /^(shared|electron|renderer|build|test)\/.*\.(ts|tsx|mjs)$/.test(path));

/** The sentences are cut in two so that this file does not find itself. */
const never: readonly { readonly what: RegExp; readonly why: string; readonly where: readonly SourceFile[] }[] = [
  { what: new RegExp('(^|[\\s\'"`(=:])/(' + 'work|root|home)/'), why: 'a path of one machine', where: everything },
  {
    what: new RegExp('registry\\.' + 'npmjs|npm' + 'mirror|yarn' + 'pkg\\.com'),
    why: 'a registry host',
    where: everything,
  },
  {
    what: new RegExp('biome' + '-ignore|@ts' + '-ignore|@ts' + '-expect-error|@ts' + '-nocheck'),
    why: 'a check switched off',
    where: code,
  },
  { what: new RegExp('\\bas ' + 'any\\b|<' + 'any>'), why: 'a type given up', where: code },
  { what: new RegExp('catch\\s*(\\([^)]*\\))?\\s*\\{' + '\\s*\\}'), why: 'an error swallowed', where: code },
  { what: new RegExp('\\b(TO' + 'DO|FIX' + 'ME|XX' + 'X|HA' + 'CK)\\b'), why: 'work left over', where: code },
];

const found = (files: readonly SourceFile[], what: RegExp): string[] =>
  files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, n) => (what.test(line) ? [`${path}:${n + 1} ${line.trim()}`] : [])),
  );

test.each(never.map((each) => [each.why, each] as const))('nowhere in the tree: %s', (_why, { what, where }) => {
  expect(found(where, what)).toEqual([]);
});

test.each([
  ['a path of one machine', `const a = '/${'work'}/main';`],
  ['a registry host', `https://registry.${'npmjs'}.org/x`],
  ['a check switched off', `// @ts-${'ignore'}`],
  ['a type given up', `const a = b as ${'any'};`],
  ['an error swallowed', `try { f(); } catch ${'{'} }`],
  ['work left over', `// ${'TO'}DO later`],
])('planted: %s is found', (why, line) => {
  const rule = never.find((each) => each.why === why);
  expect(rule && found([{ path: 'x.ts', text: line }], rule.what)).toHaveLength(1);
});

const tests = code.filter(({ path }) => /\.(test|spec)\.ts$/.test(path));

/** A test may be skipped only for a reason that is said aloud: `skipped: no Electron binary`. */
function silentSkips(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const focused = found([{ path, text }], /\b(test|it|describe)(\.\w+)*\.(only|todo)\b/);
    const skips = found([{ path, text }], /\b(test|it|describe)(\.\w+)*\.(skip|skipIf|runIf|fixme)\b/);
    return [...focused, ...(/\bskipped\b/.test(text) ? [] : skips)];
  });
}

test('no test is focused, and none is skipped without saying why', () => {
  expect(tests.length).toBeGreaterThan(5);
  expect(silentSkips(tests)).toEqual([]);
});

test.each([
  `test.${'only'}('x', f);`,
  `describe.${'skip'}('x', f);`,
  `test.${'skipIf'}(a)('x', f);`,
  `test.${'todo'}('x');`,
])('planted: %s', (text) => {
  expect(silentSkips([{ path: 'test/unit/x.test.ts', text }])).toHaveLength(1);
});

test('a skip that says why is let through', () => {
  const text = `test.${'skipIf'}(absent)('skipped: the foreign workbooks are not here', f);`;
  expect(silentSkips([{ path: 'test/unit/x.test.ts', text }])).toEqual([]);
});
