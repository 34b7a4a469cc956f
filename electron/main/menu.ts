import type { MenuItemConstructorOptions } from 'electron';

/**
 * No menu on Windows and Linux: everything is in the window. macOS takes copy and paste from a menu, so it gets these and no more:
 * nothing that reloads, opens developer tools, zooms by the back door or leads out of the program.
 */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null;
  return [
    {
      label: '清源',
      submenu: [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, { type: 'separator' }, { role: 'quit' }],
    },
    {
      label: '编辑',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
  ];
}
