import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nativeHashes } from '../../electron/main/native.ts';
import type { PageFile } from '../../electron/main/page.ts';
import { type AsarFile, readAsar } from './read-asar.ts';

/** What must never be in the product, and why. */
const never: readonly { readonly what: RegExp; readonly why: string }[] = [
  { what: /devhost/, why: 'the loopback host is for development' },
  { what: /(^|\/)qy\.js$/, why: 'the command line needs a Node that the product does not have' },
  { what: /^dist\/sample\/.*\.js$/, why: 'the generator belongs to the making of the product' },
  { what: /\.map$/, why: 'a map shows the sources' },
  { what: /\.(ts|tsx|mts|cts)$/, why: 'a source' },
  { what: /(^|\/)(test|tests|__tests__|\.cache|\.git|coverage)\//, why: 'a test or a cache' },
  {
    what: /(^|\/)(\.env|\.npmrc|package-lock\.json|tsconfig[^/]*\.json|biome\.json)$/,
    why: 'a setting of the workshop',
  },
  {
    what: /^node_modules\/(?!better-sqlite3\/(package\.json|LICENSE|lib\/|prebuilds\/))/,
    why: 'everything else is bundled',
  },
];

const required = [
  'package.json',
  'dist/electron/main.js',
  'dist/electron/preload.cjs',
  'dist/electron/core-process.js',
  'dist/electron/jobs.worker.js',
  'dist/electron/parse.worker.js',
  'dist/renderer/index.html',
  'dist/renderer-files.json',
  'dist/LICENCES.txt',
];

/**
 * What is wrong with a package. `resources` is the folder that holds app.asar; `platform` is e.g. linux-x64.
 */
export function checkPackage(resources: string, platform: string): string[] {
  const files = readAsar(join(resources, 'app.asar'));
  return [...checkFiles(files), ...checkPage(files), ...checkNative(files, resources, platform)];
}

export function checkFiles(files: readonly Pick<AsarFile, 'path'>[]): string[] {
  const paths = files.map(({ path }) => path);
  return [
    ...paths.flatMap((path) => never.filter(({ what }) => what.test(path)).map(({ why }) => `${path}: ${why}`)),
    ...required.filter((path) => !paths.includes(path)).map((path) => `${path} is missing`),
  ];
}

/** The page in the package is the page the build recorded, file by file. */
function checkPage(files: readonly AsarFile[]): string[] {
  const bytesOf = (path: string): Uint8Array | undefined => files.find((file) => file.path === path)?.bytes;
  const list = bytesOf('dist/renderer-files.json');
  if (!list) return [];
  const recorded = JSON.parse(Buffer.from(list).toString('utf8')) as Record<string, PageFile>;
  const packed = files
    .filter(({ path }) => path.startsWith('dist/renderer/'))
    .map(({ path }) => path.slice('dist/renderer'.length));
  return [
    ...packed.filter((path) => !(path in recorded)).map((path) => `${path} is not in the map of the page`),
    ...Object.entries(recorded).flatMap(([path, { sha256: wanted }]) => {
      const bytes = bytesOf(`dist/renderer${path}`);
      return bytes && sha256(bytes) === wanted ? [] : [`${path} of the page is missing or not the one that was built`];
    }),
  ];
}

/** One native file, for this platform, outside of the archive, and the one whose digest main knows. */
function checkNative(files: readonly AsarFile[], resources: string, platform: string): string[] {
  const outside = files.filter(({ path, unpacked }) => unpacked || path.endsWith('.node'));
  const wanted = `node_modules/better-sqlite3/prebuilds/${platform}.node`;
  if (outside.length !== 1 || outside[0]?.path !== wanted || !outside[0].unpacked) {
    const found = outside.map(({ path }) => path).join(', ');
    return [`outside of the archive there should be only ${wanted}, found: ${found}`];
  }
  const file = join(resources, 'app.asar.unpacked', wanted);
  if (!existsSync(file)) return [`${wanted} is missing beside the archive`];
  return sha256(readFileSync(file)) === nativeHashes[platform] ? [] : [`${wanted} is not the one main will accept`];
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
