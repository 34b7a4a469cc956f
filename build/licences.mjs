// What of other people is inside the product: name, version, digest of the lock file and licence of every bundled package.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.mjs';

/** @typedef {{ name: string, version: string, license?: string | { type?: string } }} Manifest */

/** Loaded as it is, not bundled. */
const notBundled = ['node_modules/better-sqlite3'];

/**
 * A plugin that notes which packages went into a build.
 * @param {string} file where to: a JSON list of folders below the project's root
 * @returns {import('vite').Plugin}
 */
export function notePackages(file) {
  return {
    name: 'note-packages',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
      const folders = modules.flatMap(
        (id) =>
          /(?<=^|\/)node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(
            id.replaceAll('\\', '/'),
          )?.[0] ?? [],
      );
      writeFileSync(file, JSON.stringify([...new Set(folders)].sort()));
    },
  };
}

/**
 * Writes the list for people. Every package must say under which licence it may be passed on.
 * @param {string[]} notes files written by notePackages
 * @param {string} file
 */
export function writeLicences(notes, file) {
  /** @type {{ packages: Record<string, { integrity?: string }> }} */
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const noted = notes
    .filter((note) => existsSync(note))
    .flatMap((note) => /** @type {string[]} */ (JSON.parse(readFileSync(note, 'utf8'))));
  const folders = [...new Set([...noted, ...notBundled])].sort();
  const texts = folders.map((folder) => {
    /** @type {Manifest} */
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const licence = typeof license === 'string' ? license : license?.type;
    if (!licence) throw new Error(`${folder} is bundled and states no licence`);
    const [licenceFile] = globSync('{LICENSE,LICENCE,license,licence,COPYING}*', { cwd: join(root, folder) }).sort();
    const text = licenceFile
      ? readFileSync(join(root, folder, licenceFile), 'utf8').trim()
      : '(no text is delivered with it)';
    return `${name} ${version} · ${licence} · ${lock.packages[folder]?.integrity ?? 'not in the lock file'}\n\n${text}\n`;
  });
  writeFileSync(file, texts.join(`\n${'—'.repeat(40)}\n\n`));
}
