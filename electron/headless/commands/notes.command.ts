import { type Command, must, Usage } from '../command.ts';

/** notes CASE PARTY, or with --write, --change, --remove, --restore. */
export default {
  name: 'notes',
  options: { write: 'value', change: 'value', text: 'value', remove: 'value', restore: 'value' },
  async run(args, cli) {
    const [casePath, party = ''] = args.positional;
    if (!/^\d+$/.test(party)) throw new Usage(cli.say('missing', { what: 'ID' }));
    const { core } = await cli.openCase(args, casePath);
    const [written, changed, removed, restored] = ['write', 'change', 'remove', 'restore'].map((name) =>
      args.one(name),
    );
    if (written) must(await core.ask('party.note-write', { party: Number(party), text: written }));
    if (changed) must(await core.ask('party.note-change', { note: Number(changed), text: args.one('text') ?? '' }));
    if (removed) must(await core.ask('party.note-remove', { note: Number(removed) }));
    if (restored) must(await core.ask('party.note-restore', { note: Number(restored) }));
    const answer = must(await core.ask('party.notes', { id: Number(party) }));
    cli.answer(answer, () =>
      answer.notes.map(({ note, text, at, actor }) => `${note}  ${at.slice(0, 16)} ${actor}  ${text || '—'}`),
    );
  },
} satisfies Command;
