/** What outputs name as their maker. The version is that of package.json (checked by a test). */
export const VERSION = '0.1.0';
export const TOOL = `qingyuan ${VERSION}`;
