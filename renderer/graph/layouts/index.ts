import type { Layout, LayoutName } from './layout.ts';

const files = import.meta.glob<Layout>('./*.layout.ts', { eager: true, import: 'default' });

/** All layouts by name. The worker and tests import this; the window does not, it only names them. */
export const layouts = Object.fromEntries(Object.values(files).map((layout) => [layout.name, layout])) as Readonly<
  Record<LayoutName, Layout>
>;
