import { sentence } from '../../../shared/evidence/sentence.ts';
import type { ModelWords } from '../../../shared/protocol/findings.requests.ts';
import { useApp } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { Money } from '../../parts/money.tsx';
import { bandOf, Risk } from '../../parts/risk.tsx';
import { countText } from '../../parts/show.ts';
import { useLacks } from './outcome.tsx';
import type { Trial } from './trial.ts';

/** 试算 in figures, and by name what would come and what would go. */
export function TrialView({ model, trial, isTrying }: { model: ModelWords; trial: Trial | null; isTrying: boolean }) {
  const { t } = useWords();
  const lacks = useLacks();
  if (trial === null)
    return (
      <span className="s12 t3" role="status">
        {isTrying ? t('findings.workshop.trying') : ''}
      </span>
    );
  const { run, before, same, addedTotal, goneTotal, added, gone } = trial;
  if (run.status !== 'ran')
    return (
      <span className="s12 tone-mid" role="status">
        {t('findings.models.state.cannot-judge')}
        {t('common.colon')}
        {lacks(run).join(t('common.listSeparator')) || run.note}
      </span>
    );
  return (
    <div className="note col g4">
      <span role="status">
        {t('findings.workshop.would')} <b>{countText(run.findings)}</b>
        {t('common.comma')}
        <span className="t3">
          {t('findings.workshop.beside', { before, same, added: addedTotal, gone: goneTotal })}
        </span>
      </span>
      <Hits title={t('findings.workshop.added')} total={addedTotal} hits={added} model={model} />
      <Hits title={t('findings.workshop.gone')} total={goneTotal} hits={gone} model={model} />
    </div>
  );
}

function Hits({
  title,
  total,
  hits,
  model,
}: {
  title: string;
  total: number;
  hits: Trial['added'];
  model: ModelWords;
}) {
  const { t, lang } = useWords();
  const select = useApp((app) => app.select);
  if (total === 0) return null;
  return (
    <details className="s12">
      <summary>
        {title} {t('findings.workshop.named', { count: hits.length, total })}
      </summary>
      <ul className="lines">
        {hits.map((hit) => {
          const words = sentence(model.summary, hit.params, lang);
          return (
            <li key={`${hit.finding} ${hit.subject} ${words}`}>
              <span className="row g6 clip">
                <Risk band={bandOf(hit.severity)} bare />
                <span className="ell" title={words}>
                  {hit.finding === null ? (
                    words
                  ) : (
                    <button type="button" className="link" onClick={() => select({ finding: hit.finding })}>
                      {hit.number}
                    </button>
                  )}{' '}
                  {hit.finding !== null && words}
                </span>
                <span className="grow" />
                <Money fen={hit.fen} />
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
