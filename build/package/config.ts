import type { Configuration } from 'electron-builder';

type Fuses = Required<Omit<NonNullable<Configuration['electronFuses']>, 'resetAdHocDarwinSignature'>>;

/** Every switch that is burnt into the program itself, in the order of the wire. A ninth in a later Electron does not compile here. */
export const fuses: Fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** How the product is packaged. Nothing is published anywhere, nothing is rebuilt: the one native file is a prebuilt one. */
export const packageConfig = {
  appId: 'cn.qingyuan.workbench',
  productName: '清源',
  executableName: 'qingyuan',
  directories: { output: 'release', buildResources: 'build/icons' },
  // not "smart": that would put the scripts around the native file outside of the archive too, where nothing checks them
  asar: { smartUnpack: false },
  // everything is bundled into dist; of node_modules only what loads the native file, and of that file only this platform's
  files: [
    'dist/**',
    '!dist/electron/devhost.js',
    '!dist/electron/qy.js',
    '!dist/sample/*.js',
    '!**/*.map',
    'package.json',
    '!node_modules/**',
    'node_modules/better-sqlite3/{package.json,LICENSE,lib/**}',
    `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
  ],
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/**'],
  electronLanguages: ['zh-CN', 'en-US'],
  npmRebuild: false,
  nodeGypRebuild: false,
  publish: null,
  electronFuses: fuses,
  linux: { target: ['AppImage', 'tar.gz'], category: 'Office' },
  win: { target: 'nsis' },
  mac: { target: 'dmg', category: 'public.app-category.business' },
} satisfies Configuration;
