import { ok } from '../../../shared/protocol/problem.ts';
import type { Asked } from '../../../shared/protocol/requests.ts';
import type { ComparedLink } from '../../../shared/protocol/views.requests.ts';
import { answerInCase, Stop } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { foundAgain, readView, type ViewLink, viewHead } from '../store/graph-views.ts';
import { partyCard } from '../store/party-cards.ts';
import { moneyKinds } from '../store/party-figures.ts';
import { linksInSight, moneyOf } from './links-in-sight.ts';
import { idOf } from './party-links.ts';

/** Lines of a list; counts are of all. */
const MOST = 500;

/** One of two pictures: parties by what tells them apart, links by what tells those apart. */
interface Side {
  readonly parties: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, ViewLink & { readonly from: string; readonly to: string }>;
}

/** 差异: what one picture has that the other has not, and the links whose rows or sum are others. A view has the figures of when it was saved. */
export default answerInCase('graph.views-compare', ({ before, after }, { openCase: { store } }) => {
  const [one, other] = [saved(store, before), typeof after === 'number' ? saved(store, after) : now(store, after)];
  const money = new Set(moneyKinds(store));
  const added = [...other.parties].filter(([key]) => !one.parties.has(key)).map(([, name]) => name);
  const removed = [...one.parties].filter(([key]) => !other.parties.has(key)).map(([, name]) => name);
  const links = [...new Set([...one.links.keys(), ...other.links.keys()])].flatMap((key): ComparedLink[] => {
    const [was, is] = [one.links.get(key), other.links.get(key)];
    if (was && is && was.rows === is.rows && was.fen === is.fen) return [];
    const { kind, from, to } = (was ?? is)!;
    return [{ kind, source: from, target: to, before: figures(was), after: figures(is) }];
  });
  links.sort((a, b) => Math.abs(turned(b)) - Math.abs(turned(a)));
  return ok({
    before: { parties: one.parties.size, links: one.links.size, ...moneyOf(money, [...one.links.values()]) },
    after: { parties: other.parties.size, links: other.links.size, ...moneyOf(money, [...other.links.values()]) },
    addedParties: added.slice(0, MOST),
    removedParties: removed.slice(0, MOST),
    links: links.slice(0, MOST),
    counts: {
      addedParties: added.length,
      removedParties: removed.length,
      addedLinks: links.filter((link) => link.before === null).length,
      removedLinks: links.filter((link) => link.after === null).length,
      changedLinks: links.filter((link) => link.before !== null && link.after !== null).length,
    },
  });
});

const figures = (link: ViewLink | undefined) => (link ? { rows: link.rows, fen: link.fen } : null);
const turned = ({ before, after }: ComparedLink): number => (after?.fen ?? 0) - (before?.fen ?? 0);

/** A party that is still there is told by the id it has now, so that a merged one is one; who is not by the id of then. */
function saved(store: Store, view: number): Side {
  if (!viewHead(store, view)) throw new Stop({ code: 'view.not-found', params: { view } });
  const { parties, links } = readView(store, view);
  const again = foundAgain(store, view);
  const key = (id: number) => (again.has(id) ? String(again.get(id)) : `then ${id}`);
  const names = new Map(parties.map(({ saved: id, name }) => [key(id), name]));
  return {
    parties: names,
    links: new Map(
      links.map((link) => {
        const [from, to] = [key(link.source), key(link.target)];
        return [`${link.kind} ${from} ${to}`, { ...link, from: names.get(from) ?? '', to: names.get(to) ?? '' }];
      }),
    ),
  };
}

function now(store: Store, { parties, state }: Exclude<Asked<'graph.views-compare'>['after'], number>): Side {
  const names = new Map(parties.map(({ id }) => [String(id), partyCard(store, id).name]));
  return {
    parties: names,
    links: new Map(
      linksInSight(store, parties, state).map((link) => [
        idOf(link).replaceAll(':', ' '),
        { ...link, from: names.get(String(link.source)) ?? '', to: names.get(String(link.target)) ?? '' },
      ]),
    ),
  };
}
