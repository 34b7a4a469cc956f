/**
 * Who may import whom, and through which single door each dangerous thing is reached. One table, enforced twice:
 * `biome.json` is written from it (`node build/lint/write-biome-config.ts`), and test/architecture reads the imports.
 */

export interface Layer {
  readonly folder: string;
  /** Other layers it may import. Its own folder always. */
  readonly mayImport: readonly string[];
  /** Packages it may import; undefined = any that no door forbids. */
  readonly packages?: readonly string[];
  readonly nodeModules: boolean;
  readonly message: string;
}

export const layers: readonly Layer[] = [
  {
    folder: 'shared',
    mayImport: [],
    packages: ['zod'],
    nodeModules: false,
    message: 'shared runs anywhere: it imports zod and nothing else',
  },
  {
    folder: 'electron/core',
    mayImport: ['shared'],
    nodeModules: true,
    message: 'the core has no window: it imports shared and its own folders',
  },
  {
    folder: 'electron/preload',
    mayImport: ['shared'],
    packages: ['electron'],
    nodeModules: false,
    message: 'the preload is a letterbox: it imports electron and types of shared',
  },
  {
    folder: 'electron/main',
    mayImport: ['shared'],
    packages: ['electron'],
    nodeModules: true,
    message: 'main starts the core by path, in a process of its own, and never loads it',
  },
  {
    folder: 'electron/headless',
    mayImport: ['electron/core', 'shared'],
    nodeModules: true,
    message: 'the command line speaks to the core and knows no window',
  },
  {
    folder: 'renderer',
    mayImport: ['shared'],
    nodeModules: false,
    message: 'renderer knows shared and nothing else: it asks the core through renderer/client',
  },
  {
    folder: 'build',
    mayImport: ['shared', 'electron/core', 'electron/main', 'electron/preload', 'electron/headless', 'renderer'],
    nodeModules: true,
    message: 'build imports anything but tests',
  },
];

export interface Door {
  readonly modules: readonly string[];
  /** Only these exports are behind the door; undefined = the whole module. */
  readonly names?: readonly string[];
  /** Folders or files where the door is open. test/ is never held to doors. */
  readonly open: readonly string[];
  readonly message: string;
}

export const doors: readonly Door[] = [
  {
    modules: ['electron'],
    open: ['electron/main', 'electron/preload'],
    message: 'only electron/main and electron/preload know Electron',
  },
  {
    modules: ['electron'],
    names: ['ipcMain'],
    open: ['electron/main/ipc.ts', 'electron/preload'],
    message: 'the one IPC channel is in electron/main/ipc.ts, where every sender is checked',
  },
  {
    modules: ['electron'],
    names: ['dialog', 'clipboard'],
    open: ['electron/main/shell.ts', 'electron/preload'],
    message: 'dialogs and the clipboard go through electron/main/shell.ts, so that paths become tickets',
  },
  {
    modules: ['electron'],
    names: ['shell'],
    open: ['electron/main/shell.ts'],
    message: 'only electron/main/shell.ts shows a file just written in its folder; nothing else is ever opened outside',
  },
  {
    modules: ['electron'],
    names: ['net', 'autoUpdater', 'crashReporter'],
    open: [],
    message: 'nothing leaves this machine: no net, no updater, no crash upload',
  },
  {
    modules: ['electron'],
    names: ['ipcRenderer', 'contextBridge'],
    open: ['electron/preload'],
    message: 'the page is reached through the preload only',
  },
  {
    modules: [
      'node:net',
      'node:http',
      'node:https',
      'node:http2',
      'node:dns',
      'node:dns/promises',
      'node:dgram',
      'node:tls',
    ],
    open: ['build/devhost', 'electron/core/offline-guard.ts'],
    message: 'the product is offline; only the loopback host in build/devhost listens',
  },
  {
    modules: ['node:child_process', 'node:cluster', 'node:inspector'],
    open: ['build'],
    message: 'the product starts no programs; electron/main starts the core with utilityProcess',
  },
  {
    modules: ['better-sqlite3'],
    open: ['electron/core/store'],
    message: 'SQLite is opened in electron/core/store, the only folder that knows the tables',
  },
  {
    modules: ['xlsx', '@e965/xlsx'],
    open: ['electron/core/import/read', 'build/sample'],
    message: 'foreign workbooks are read in electron/core/import/read, behind its limits',
  },
  {
    modules: ['exceljs'],
    open: ['electron/core/export'],
    message: 'workbooks are written in electron/core/export, where text stays text',
  },
  {
    modules: ['cytoscape', 'cytoscape-fcose'],
    open: ['renderer/graph'],
    message: 'the chart is drawn in renderer/graph, the only folder that knows cytoscape',
  },
];

export interface GlobalDoor {
  readonly names: readonly string[];
  readonly open: readonly string[];
  readonly message: string;
}

export const globalDoors: readonly GlobalDoor[] = [
  {
    names: ['fetch', 'EventSource'],
    open: ['renderer/client', 'build/devhost'],
    message: 'the page speaks to the core through renderer/client only',
  },
  {
    names: ['WebSocket', 'XMLHttpRequest', 'RTCPeerConnection', 'WebTransport'],
    open: [],
    message: 'the product is offline',
  },
  {
    names: ['localStorage', 'sessionStorage', 'indexedDB', 'caches'],
    open: [],
    message: 'nothing is kept outside the encrypted case',
  },
];

/** Inside the core every feature folder may import these folders. */
export const coreCommons: readonly string[] = ['store', 'journal', 'tags', 'sign'];

/** What a feature folder may import besides: the list of data it works through. Features do not know each other. */
export const coreMayImport: Readonly<Record<string, readonly string[]>> = {
  import: ['sheets'],
  detect: ['models', 'sheets'],
  // the measures of networks in graph/metrics
  models: ['graph'],
  // the links of a saved view
  export: ['models', 'graph'],
  tags: ['models'],
  seal: ['case'],
};

/** Files directly in electron/core that see every folder. The others there (request.ts, job.ts, shell.ts, …) are for every folder to import. */
export const coreSeesAll = (file: string): boolean =>
  /^electron\/core\/(core|run-job|carry-out|core-process|[\w-]+\.worker)\.ts$/.test(file);

export const isInside = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);
