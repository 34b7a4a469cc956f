const files = import.meta.glob<string>('./*.sql', { eager: true, query: '?raw', import: 'default' });

/** All migrations in order; the position in this list is the schema version it leads to. Released files are never edited. */
export const migrations = Object.keys(files)
  .sort()
  .map((path) => ({ name: path.replace(/^\.\/|\.sql$/g, ''), sql: files[path] as string }));
