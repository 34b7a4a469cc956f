import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { read, root, treeFiles } from './tree.ts';

const code = treeFiles().filter((path) => /^(shared|electron|renderer|build|test)\//.test(path));

/** What a suffix says about a file, and the only places where files of this sort live. */
const suffixes: Readonly<Record<string, RegExp>> = {
  '.kind.ts': /^shared\/ontology\//,
  '.requests.ts': /^shared\/protocol\//,
  '.request.ts': /^electron\/core\/[a-z-]+\//,
  '.job.ts': /^electron\/core\/[a-z-]+\//,
  '.model.ts': /^electron\/core\/models\//,
  '.sheet.ts': /^electron\/core\/sheets\//,
  '.worker.ts': /^(electron\/core|renderer\/[\w/-]+)\/[\w-]+\.worker\.ts$/,
  '.attack.test.ts': /^test\/attack\//,
  '.spec.ts': /^test\/screen\//,
  '.bench.ts': /^test\/speed\//,
  '.test.ts': /^test\/(unit|contract|journey|attack|architecture|electron)\//,
};

function wrongNames(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const name = posix.basename(path);
    const suffix = Object.keys(suffixes).find((each) => name.endsWith(each));
    if (suffix !== undefined && !suffixes[suffix]?.test(path)) return [`${path}: a ${suffix} does not live here`];
    if (/^(utils?|helpers?|misc|manager|stuff)\b/.test(name)) return [`${path}: say what it does`];
    if (name === 'README.md' || /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(name)) return [];
    return path.startsWith('shared/text/') && /^zh-CN\b/.test(name) ? [] : [`${path}: small letters and hyphens`];
  });
}

test('every file is named by its one verb, and a suffix stands where it belongs', () => {
  expect(wrongNames(code)).toEqual([]);
});

test.each([
  'electron/core/import/sheetUtils.ts',
  'electron/core/import/utils.ts',
  'renderer/app/price-spread.model.ts',
  'electron/core/core.request.ts',
  'electron/core/import/import.test.ts',
  'test/unit/shared/x.spec.ts',
])('planted: %s is no good name', (path) => {
  expect(wrongNames([path])).not.toEqual([]);
});

test('each folder of the core and of shared says in three to eight lines what it is', () => {
  const folders = new Set(
    code
      .flatMap((path) => /^(electron\/core|shared)\/[^/]+(?=\/)/.exec(path)?.[0] ?? [])
      .filter((folder) => folder !== 'shared/plain'),
  );
  const wrong = [...folders].filter((folder) => {
    if (!existsSync(join(root, folder, 'README.md'))) return true;
    const lines = read(`${folder}/README.md`)
      .text.split('\n')
      .filter((line) => line.trim() !== '').length;
    return lines < 3 || lines > 8;
  });
  expect(wrong).toEqual([]);
});

test('a unit test stands where its source stands', () => {
  const homeless = code.flatMap((path) => {
    const folder = /^test\/unit\/(.+)\/[^/]+\.test\.ts$/.exec(path)?.[1];
    return folder !== undefined && !existsSync(join(root, folder)) ? [path] : [];
  });
  expect(homeless).toEqual([]);
});
