import { existsSync, readFileSync } from 'node:fs';
import { sentence } from '../../../shared/evidence/sentence.ts';
import { ownDefinition } from '../../../shared/protocol/own-models.requests.ts';
import type { Asked } from '../../../shared/protocol/requests.ts';
import { type Cli, type Command, must, Usage } from '../command.ts';

const states = { on: 'on', off: 'off', delete: 'deleted' } as const;

/** 自建模型: lists them, tries or saves a definition from a JSON file, switches one on or off, deletes one, and prints its versions. */
export default {
  name: 'own-models',
  options: { reason: 'value', model: 'value' },
  async run(args, cli) {
    const [casePath, deed, what] = args.positional;
    const needs = (name: string): never => {
      throw new Usage(cli.say('missing', { what: name }));
    };
    if (deed !== undefined && what === undefined)
      needs('try FILE | save FILE | on ID | off ID | delete ID | history ID');
    const definition = deed === 'try' || deed === 'save' ? readDefinition(what!, cli) : undefined;
    const { core } = await cli.openCase(args, casePath);
    if (deed === undefined) {
      const { models } = must(await core.ask('own.list', {}));
      cli.answer({ models }, () => models.map((each) => lineOf(each, each.model, cli)));
      return;
    }
    if (deed === 'history') {
      const { versions } = must(await core.ask('own.history', { model: what! }));
      cli.answer({ versions }, () =>
        versions.map((each) => lineOf(each, `${each.at.slice(0, 10)} ${each.actor}`, cli)),
      );
      return;
    }
    if (deed === 'try') {
      const tried = must(await core.ask('own.try', { definition: definition! }));
      cli.answer(tried, () => [
        cli.say('ownTried', { status: tried.run.status, findings: tried.run.findings, examined: tried.run.examined }),
        ...tried.run.missingWords.map((words) => (cli.lang === 'en' ? words.en : words.zh)),
        ...tried.hits.map(({ params }) => sentence(tried.summary, params, cli.lang)),
      ]);
      return;
    }
    const reason = args.one('reason') ?? needs('--reason R');
    const model = args.one('model');
    const saved =
      deed === 'save'
        ? must(
            await core.ask('own.save', { definition: definition!, reason, ...(model === undefined ? {} : { model }) }),
          )
        : deed in states
          ? must(
              await core.ask('own.change-state', { model: what!, state: states[deed as keyof typeof states], reason }),
            )
          : needs('try | save | on | off | delete | history');
    cli.answer(saved, () => [`${saved.model} ${saved.version}`]);
  },
} satisfies Command;

type Version = {
  state: string;
  version: number;
  definition: { name: string };
  words: { zh: string; en: string };
  reason: string;
};

const lineOf = ({ state, version, definition, words, reason }: Version, head: string, cli: Cli): string =>
  `${head}  ${state}  ${version}  ${definition.name}  ${cli.lang === 'en' ? words.en : words.zh}  ${reason}`;

function readDefinition(path: string, cli: Cli): Asked<'own.save'>['definition'] {
  if (!existsSync(path)) throw new Usage(cli.say('ownUnreadable', { path, at: '—' }));
  try {
    const read = ownDefinition.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (read.success) return read.data;
    throw new Usage(cli.say('ownUnreadable', { path, at: read.error.issues[0]?.path.join('.') ?? '' }));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Usage(cli.say('ownUnreadable', { path, at: 'JSON' }), { cause: error });
  }
}
