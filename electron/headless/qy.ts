import { installOfflineGuard } from '../core/offline-guard.ts';
import { readArgs } from './args.ts';
import { Cli, errorCode, type Lang } from './cli.ts';
import { type Command, ProblemExit, Usage } from './command.ts';

/** Entry of the command line. Exit 0 done · 2 usage · 3 a Problem · 4 a Fault. */
const files = import.meta.glob<Command>('./commands/*.command.ts', { eager: true, import: 'default' });
const commands = new Map(Object.values(files).map((command) => [command.name, command]));

installOfflineGuard();
// whoever reads our answer may stop early (qy … | head); that is no Fault
process.stdout.on('error', (error) => {
  if (errorCode(error) === 'EPIPE') process.exit(0);
  throw error;
});
const argv = process.argv.slice(2);
const json = argv.includes('--json');
const langAt = argv.indexOf('--lang');
const lang: Lang = (langAt >= 0 ? argv[langAt + 1] : undefined) === 'en' || argv.includes('--lang=en') ? 'en' : 'zh-CN';
const cli = new Cli({ json, lang });

async function main(): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name.startsWith('--')) {
    process.stdout.write(`${cli.say('intro')} ${[...commands.keys()].sort().join(' ')}\n${cli.say('help')}\n`);
    return name === '--help' || name === undefined ? 0 : 2;
  }
  const command = commands.get(name);
  if (!command) {
    cli.note(cli.say('unknownCommand', { name }));
    return 2;
  }
  const help = cli.say(name as Parameters<Cli['say']>[0]);
  try {
    const args = readArgs(rest, command.options ?? {}, (what) => cli.say('unknownOption', { what }));
    if (args.flag('help')) {
      process.stdout.write(`${help}\n`);
      return 0;
    }
    await command.run(args, cli);
    return cli.exitCode;
  } catch (thrown) {
    if (thrown instanceof Usage) {
      cli.note(`${thrown.message}\n${help}`);
      return 2;
    }
    if (thrown instanceof ProblemExit) {
      const { problem } = thrown;
      const message = cli.problemText(problem);
      if (json) process.stdout.write(`${JSON.stringify({ problem: { ...problem, message } })}\n`);
      else cli.note(message);
      return problem.code === 'fault' ? 4 : 3;
    }
    cli.note(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
    return 4;
  } finally {
    await cli.close();
  }
}

process.exitCode = await main();
