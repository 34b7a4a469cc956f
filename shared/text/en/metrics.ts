import type { WordsLike } from '../words.ts';
import type { metrics as zh } from '../zh-CN/metrics.ts';

export const metrics: WordsLike<typeof zh> = {
  title: 'Network measures',
  over: { money: 'Money', all: 'All links' },
  scope: { case: 'Case', chart: 'Chart' },
  overTip: {
    money: 'Who paid whom, weighted by the sum',
    all: 'Links of any kind; a pair of parties counts once, all alike',
  },
  overLabel: 'Which links',
  scopeLabel: 'Scope',
  before: 'Lists who has most of each measure, and adds the measures as columns to the table, where they sort it.',
  net: { most: 'Inflow', least: 'Outflow' },
  measure: 'Measure',
  again: 'Again',
  stop: 'Cancel',
  chosen: 'Measure to list',
  empty: 'There is no link that could be measured.',
  emptyMoney: 'No link carries money; all links can be measured instead.',
  parties:
    '$t(common.n.parties, {"count": {{parties}} }), $t(common.n.pairs, {"count": {{pairs}} }) that deal with each other',
  aside:
    '{{count, number}} of cash and payment institutions are left out of the network (their money stands in the sums)',
  exact: 'Betweenness and closeness are exact',
  sampled:
    'Betweenness and closeness are estimates from {{sources, number}} of {{parties, number}} starts, evenly drawn',
  unsettled: 'The eigenvector did not settle and is not listed',
  groups:
    '{{components, number}} components, the largest of $t(common.n.parties, {"count": {{largest}} }); {{communities, number}} communities, modularity {{modularity}}; {{strong, number}} strong components',
  listed: 'First {{shown, number}} of {{total, number}}',
  rows: 'Rows',
  openRows: 'Dossier and rows of {{name}}',
  onChart: 'Put {{name}} on the chart and select it',
  none: 'not measured',
  group: 'group {{n, number}}',
  name: {
    netFen: 'Net inflow',
    inFen: 'In',
    outFen: 'Out',
    degree: 'Degree',
    betweenness: 'Betweenness',
    closeness: 'Closeness',
    eigenvector: 'Eigenvector',
    pageRank: 'PageRank',
    core: 'k-core',
    community: 'Community',
    component: 'Component',
    strong: 'Strong component',
  },
  says: {
    netFen:
      'Inflow less outflow: much means that money came to rest there, negative that more was given than received.',
    inFen: 'Sum received, cash and payment institutions included.',
    outFen: 'Sum given, cash and payment institutions included.',
    degree: 'With how many different parties it deals.',
    betweenness:
      'What part of the shortest paths between all others runs through it (along the money when money is measured); much looks like an intermediary.',
    closeness:
      'One divided by the mean number of steps to everybody in reach, times the part of all in reach; much is near to everybody.',
    eigenvector:
      'Whoever deals with the important is important; amounts do not count, or the one largest pair would have it all.',
    pageRank:
      'Where one who follows the money step by step is found most often; weighted by the sum when money is measured.',
    core: 'The largest k at which it is left when all with fewer than k partners are taken away, again and again; much is the core of a close group.',
    community:
      'A group that deals far more within than outside (Louvain), numbered by size; weighted by the sum when money is measured.',
    component: 'What hangs together whatever the direction, numbered by size.',
    strong:
      'What reaches each other along the direction, numbered by size: money can come back within it; blank is in no round trip.',
  },
};
