import { posix } from 'node:path';
import { parseSync } from 'vite';
import {
  coreCommons,
  coreMayImport,
  coreSeesAll,
  type Door,
  doors,
  isInside,
  type Layer,
  layers,
} from '../../build/lint/rules.ts';
import type { SourceFile } from './tree.ts';

interface Import {
  readonly from: string;
  /** undefined = the whole module (default, namespace, side effect, dynamic import) */
  readonly names: readonly string[] | undefined;
}

/** Every module a file imports, re-exports from, or imports while running. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse`);
  return [
    ...module.staticImports.map((each) => {
      const names = each.entries.map(({ importName }) => importName.name);
      const all = names.length > 0 && names.every((name) => name !== null && name !== undefined);
      return { from: each.moduleRequest.value, names: all ? names : undefined };
    }),
    ...module.staticExports
      .flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []))
      .map((from) => ({ from, names: undefined })),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      from: text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
      names: undefined,
    })),
  ];
}

/** Imports that break a rule of build/lint/rules.ts, each as a sentence. */
export function wrongImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    if (isInside(file.path, 'test')) return [];
    const layer = layers.find(({ folder }) => isInside(file.path, folder));
    if (!layer) return [`${file.path} is in no layer`];
    return importsOf(file).flatMap((each) =>
      wrong(file.path, layer, each).map((why) => `${file.path} imports ${each.from}: ${why}`),
    );
  });
}

function wrong(file: string, layer: Layer, { from, names }: Import): string[] {
  if (from.startsWith('.')) {
    const target = posix.join(posix.dirname(file), from);
    return [...wrongLayer(layer, target), ...wrongFeature(file, target)];
  }
  if (from.startsWith('node:')) return [...(layer.nodeModules ? [] : [layer.message]), ...closed(file, from, names)];
  const known = layer.packages === undefined || layer.packages.includes(packageOf(from));
  return [...(known ? [] : [layer.message]), ...closed(file, from, names)];
}

function wrongLayer(layer: Layer, target: string): string[] {
  if (isInside(target, 'test')) return ['nothing but tests imports tests'];
  const to = layers.find(({ folder }) => isInside(target, folder));
  if (!to) return ['it is in no layer'];
  return to === layer || layer.mayImport.includes(to.folder) ? [] : [layer.message];
}

function wrongFeature(file: string, target: string): string[] {
  if (!isInside(file, 'electron/core') || !isInside(target, 'electron/core') || coreSeesAll(file)) return [];
  if (coreSeesAll(target)) return ['it sees every feature, so no feature may see it'];
  const [from, to] = [featureOf(file), featureOf(target)];
  if (to === undefined || to === from || coreCommons.includes(to)) return [];
  if (from !== undefined && coreMayImport[from]?.includes(to)) return [];
  return ['features of the core do not know each other: read what you need from the store'];
}

/** The folder below electron/core, undefined for files directly in it. */
function featureOf(path: string): string | undefined {
  const steps = path.split('/');
  return steps.length > 3 ? steps[2] : undefined;
}

function closed(file: string, module: string, names: readonly string[] | undefined): string[] {
  const name = packageOf(module);
  return doors
    .filter((door) => (door.modules.includes(module) || door.modules.includes(name)) && passes(door, names))
    .filter((door) => !door.open.some((place) => isInside(file, place)))
    .map((door) => door.message);
}

/** Does this import go through the door? A namespace or default import of the module takes every name along. */
const passes = (door: Door, names: readonly string[] | undefined): boolean =>
  door.names === undefined || names === undefined || names.some((name) => door.names?.includes(name));

const packageOf = (module: string): string =>
  module.startsWith('@')
    ? module.split('/').slice(0, 2).join('/')
    : module.startsWith('node:')
      ? module
      : module.split('/')[0]!;
