import type { Board } from './board.ts';

const files = import.meta.glob<Board>('./*.board.ts', { eager: true, import: 'default' });

/** Every board, in the order of its file name: dropping a file into this folder is all it takes. */
export const boards: readonly Board[] = Object.keys(files)
  .sort()
  .map((path) => files[path] as Board);
