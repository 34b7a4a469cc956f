/** biome.json, written from the rules in `rules.ts`: in an override a later list replaces an earlier one, so each place gets its whole list. */
import { type Door, doors, globalDoors, isInside, type Layer, layers } from './rules.ts';

interface RestrictedImports {
  paths: Record<string, string | { importNames: string[]; message: string }>;
  patterns: { group: string[]; message: string }[];
}

/** The text of biome.json, unformatted (biome formats it itself when it is written). */
export function biomeConfig(): string {
  return `${JSON.stringify(config(), null, 2)}\n`;
}

function config(): unknown {
  return {
    $schema: './node_modules/@biomejs/biome/configuration_schema.json',
    vcs: { enabled: true, clientKind: 'git', useIgnoreFile: true },
    files: { includes: ['**', '!package-lock.json'] },
    formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 120 },
    javascript: { formatter: { quoteStyle: 'single' } },
    linter: {
      rules: {
        preset: 'recommended',
        correctness: { noUnusedImports: 'error', noUnusedVariables: 'error', noEmptyPattern: 'off' },
        security: { noDangerouslySetInnerHtml: 'error', noGlobalEval: 'error' },
        suspicious: {
          noExplicitAny: 'error',
          noFocusedTests: 'error',
          noTsIgnore: 'error',
          noImportCycles: 'error',
          // off: interfaces that other files fill in, lists whose items are their position, and cleaning of control characters
          noEmptyInterface: 'off',
          noArrayIndexKey: 'off',
          noControlCharactersInRegex: 'off',
        },
        style: { noNonNullAssertion: 'off', useErrorCause: 'error', useThrowOnlyError: 'error' },
        // the grid and the chart carry their own roles and keys
        a11y: {
          noNoninteractiveTabindex: 'off',
          useSemanticElements: 'off',
          useFocusableInteractive: 'off',
          useKeyWithClickEvents: 'off',
          noNoninteractiveElementToInteractiveRole: 'off',
        },
        nursery: { noFloatingPromises: 'error' },
      },
    },
    overrides: [
      ...layers.map((layer) => override([`${layer.folder}/**`], layer, layer.folder)),
      ...openPlaces().map(({ place, layer }) =>
        override([place.endsWith('.ts') ? place : `${place}/**`], layer, place),
      ),
      {
        includes: ['shared/**', 'renderer/**', 'electron/core/**'],
        linter: { rules: { suspicious: { noConsole: 'error' } } },
      },
    ],
  };
}

/** Places inside a layer where some door is open, outer before inner: the last matching override holds. */
function openPlaces(): { place: string; layer: Layer }[] {
  const places = new Set([...doors, ...globalDoors].flatMap((door) => door.open));
  return [...places]
    .filter((place) => !layers.some((layer) => layer.folder === place))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((place) => ({ place, layer: layers.find((layer) => isInside(place, layer.folder))! }));
}

function override(includes: string[], layer: Layer, place: string): unknown {
  return {
    includes,
    linter: {
      rules: {
        ...(layer.nodeModules ? {} : { correctness: { noNodejsModules: 'error' } }),
        style: {
          noRestrictedImports: { level: 'error', options: restrictedImports(layer, place) },
          noRestrictedGlobals: { level: 'error', options: { deniedGlobals: deniedGlobals(place) } },
        },
      },
    },
  };
}

function restrictedImports(layer: Layer, place: string): RestrictedImports {
  const paths: RestrictedImports['paths'] = {};
  for (const door of closedDoors(place)) {
    for (const module of door.modules) paths[module] ??= closed(module, place);
  }
  return { paths, patterns: [{ group: forbiddenFolders(layer), message: layer.message }] };
}

const closedDoors = (place: string): Door[] => doors.filter((door) => !door.open.some((open) => isInside(place, open)));

/** A module may stand behind several doors: one of them closed for the whole module closes it, else their names add up. */
function closed(module: string, place: string): string | { importNames: string[]; message: string } {
  const mine = closedDoors(place).filter((door) => door.modules.includes(module));
  const whole = mine.find((door) => door.names === undefined);
  if (whole) return whole.message;
  return {
    importNames: mine.flatMap((door) => door.names ?? []),
    message: mine.map((door) => `${door.names?.join(', ')}: ${door.message}`).join('; '),
  };
}

function deniedGlobals(place: string): Record<string, string> {
  const shut = globalDoors.filter((door) => !door.open.some((open) => isInside(place, open)));
  return Object.fromEntries(shut.flatMap((door) => door.names.map((name) => [name, door.message])));
}

function forbiddenFolders(layer: Layer): string[] {
  const others = layers.filter((other) => other !== layer && !layer.mayImport.includes(other.folder));
  const inElectron = layer.folder.startsWith('electron/');
  const groups = others.map(({ folder }) => {
    if (!folder.startsWith('electron/')) return `**/${folder}/**`;
    return inElectron ? `../**/${folder.slice('electron/'.length)}/**` : '**/electron/**';
  });
  return [...new Set([...groups, '**/test/**'])];
}
