import { maskStored } from '../../../../shared/evidence/mask-stored.ts';
import { client } from '../../../client/client.ts';
import type { ActionContext, ChartAction } from './action.ts';

/** So many parties are copied at once. */
const MOST = 50;

/** 复制: names, or identifiers masked or whole; the journal keeps that, and what kind, never the text. */
export default {
  id: 'copy',
  label: ({ t }) => t('deeds.copy.title'),
  group: 'open',
  order: 6,
  on: ['party'],
  possible: ({ parties }) => parties.length > 0,
  items: (context) => [
    { key: 'name', label: context.t('deeds.copy.name'), run: () => context.copy('name', names(context).join('\n')) },
    { key: 'masked', label: context.t('deeds.copy.masked'), run: () => copyIdentifiers(context, true) },
    { key: 'whole', label: context.t('deeds.copy.whole'), run: () => copyIdentifiers(context, false) },
  ],
} satisfies ChartAction;

const names = ({ graph, parties }: ActionContext): string[] =>
  parties.flatMap((party) => graph.nodes.find(({ id }) => id === party)?.name ?? []);

async function copyIdentifiers({ parties, copy, say, t }: ActionContext, isMasked: boolean): Promise<void> {
  const lines: string[] = [];
  for (const id of parties.slice(0, MOST)) {
    const { name, identifiers } = await client.request('party.read', { id });
    for (const { type, value } of identifiers) lines.push(`${name}\t${isMasked ? maskStored(type, value) : value}`);
  }
  if (lines.length === 0) say(t('deeds.copy.none'));
  else await copy(isMasked ? 'text' : 'identifier', lines.join('\n'));
}
