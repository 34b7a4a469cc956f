import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { listViews, readView } from '../store/graph-views.ts';
import { moneyKinds } from '../store/party-figures.ts';
import { moneyOf } from './links-in-sight.ts';

/** Dots and lines of a small picture: more of them cannot be told apart. */
const MOST = 150;

/** The views of the case with what their small pictures are drawn from. */
export default answerInCase('graph.views-list', ({ removed }, { openCase: { store } }) => {
  const money = new Set(moneyKinds(store));
  const views = listViews(store, removed).map((head) => {
    const { state, parties, links } = readView(store, head.view);
    const seen = parties.filter(({ hidden }) => !hidden).slice(0, MOST);
    const place = new Map(seen.map(({ saved }, at) => [saved, at]));
    const lines = links.flatMap(({ source, target }): Array<[number, number]> => {
      const [from, to] = [place.get(source), place.get(target)];
      return from === undefined || to === undefined ? [] : [[from, to]];
    });
    return {
      ...head,
      parties: parties.length,
      links: links.length,
      ...moneyOf(money, links),
      period: state.period,
      dots: seen.map(({ drawnAs, x, y }) => ({ drawnAs, x, y })),
      lines: lines.slice(0, MOST),
    };
  });
  return ok({ views });
});
