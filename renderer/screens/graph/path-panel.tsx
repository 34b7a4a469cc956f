import { IconX } from '@tabler/icons-react';
import { Button } from 'antd';
import { useState } from 'react';
import { isGuess } from '../../../shared/ontology/link-guess.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { moneyText } from '../../parts/show.ts';
import { Answered } from '../../parts/states.tsx';
import { draw, useGraph } from './graph-store.ts';

/** 路径: the shortest ways between two parties; choosing one draws what is missing and fades the rest. */
export function PathPanel({ from, to, close }: { from: number; to: number; close(): void }) {
  const { t, lang } = useWords();
  const chart = useGraph((graph) => graph.chart);
  const [hops, setHops] = useState(4);
  const [chosen, setChosen] = useState<number | null>(null);
  const query = useAnswer('graph.path', { from, to, maxHops: hops, limit: 10 });
  const name = (id: number) =>
    query.data?.nodes.find((node) => node.id === id)?.name ?? chart?.node(id)?.name ?? String(id);
  const leave = () => {
    chart?.highlight(null);
    close();
  };
  return (
    <section className="chart-over path-panel" aria-label={t('graph.path')}>
      <div className="row g6">
        <span className="h3 grow ell">
          {t('graph.pathTitle', { from: chart?.node(from)?.name ?? name(from), to: chart?.node(to)?.name ?? name(to) })}
        </span>
        <Button
          type="text"
          size="small"
          aria-label={t('graph.pathClear')}
          icon={<IconX size={15} stroke={1.5} />}
          onClick={leave}
        />
      </div>
      <Answered query={query}>
        {(data) =>
          data.paths.length === 0 ? (
            <div className="col g6">
              <span className="t2 s12">{t('graph.pathNone', { hops })}</span>
              {hops < 8 && (
                <Button size="small" onClick={() => setHops(hops + 1)}>
                  {t('graph.pathMore', { hops: hops + 1 })}
                </Button>
              )}
            </div>
          ) : (
            <div className="col scroll">
              {data.paths.map((path, i) => (
                <button
                  key={path.links.join(' ')}
                  type="button"
                  className="path-line"
                  aria-pressed={chosen === i}
                  onClick={() => {
                    setChosen(i);
                    const links = data.links.filter((link) => path.links.includes(link.id));
                    draw({ nodes: data.nodes.filter((node) => path.parties.includes(node.id)), links }, from);
                    chart?.highlight(path.links);
                  }}
                >
                  <span className="ell">
                    {path.parties.map((id, at) => {
                      const link = data.links.find((each) => each.id === path.links[at - 1]);
                      return `${at === 0 ? '' : link && isGuess(link) ? ' →? ' : ' → '}${name(id)}`;
                    })}
                  </span>
                  <span className="t3 s12">
                    {t('graph.pathHops', {
                      hops: path.links.length,
                      amount: path.minFen === null ? '—' : moneyText(path.minFen, lang),
                    })}
                  </span>
                </button>
              ))}
            </div>
          )
        }
      </Answered>
    </section>
  );
}
