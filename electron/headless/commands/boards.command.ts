import { exactPrice } from '../../../shared/evidence/price.ts';
import type { BoardCell } from '../../../shared/protocol/boards.requests.ts';
import { type Command, must } from '../command.ts';
import { readAll } from '../read-all.ts';

export default {
  name: 'boards',
  async run(args, cli) {
    const [casePath, board] = args.positional;
    const { core } = await cli.openCase(args, casePath);
    const { boards } = must(await core.ask('boards.list', {}));
    if (board === undefined) {
      cli.answer({ boards }, () => boards.map(({ id, title }) => `${id}  ${cli.lang === 'en' ? title.en : title.zh}`));
      return;
    }
    const { lacks, all } = must(await core.ask('boards.read', { board, limit: 1 }));
    const rows = await readAll((offset, limit) => core.ask('boards.read', { board, offset, limit }));
    cli.answer({ board, lacks, all, rows }, () => [
      ...lacks.map((words) => (cli.lang === 'en' ? words.en : words.zh)),
      ...rows.map(({ cells }) => cells.map((cell) => wordOf(cell, cli.lang)).join('  ')),
    ]);
  },
} satisfies Command;

function wordOf(cell: BoardCell, lang: 'zh-CN' | 'en'): string {
  switch (cell.type) {
    case 'text':
      return cell.text;
    case 'words':
      return lang === 'en' ? cell.words.en : cell.words.zh;
    case 'party':
      return cell.name;
    case 'fen':
      return cell.fen === null ? '—' : `${cell.fen}`;
    case 'price':
      return exactPrice(cell.micro);
    case 'answer':
      return cell.answer;
    default:
      return cell.value === null ? '—' : String(cell.value);
  }
}
