import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Risk } from '../../parts/risk.tsx';
import { percentText } from '../../parts/show.ts';
import { useModels } from '../findings/models.ts';

const SHOWN = 6;

/** 风险分 of the party: the figure, why it is held down, and how much of it each finding makes. Nothing where no standing finding scores. */
export function PartyRisk({ party }: { party: number }) {
  const { t } = useWords();
  const { titleOf } = useModels();
  const [risk] = useAnswer('risk.list', { party, limit: 1 }).data?.parties ?? [];
  if (!risk) return null;
  const parts = risk.parts.toSorted((a, b) => b.share - a.share).slice(0, SHOWN);
  return (
    <section className="sec" aria-label={t('party.risk.title')} style={{ padding: '8px 12px' }}>
      <div className="row g6" title={t('party.risk.how')}>
        <span className="t2">{t('party.risk.title')}</span>
        <span className="b s20">{risk.score.toFixed(1)}</span>
        <span className="s12 t3">{t('party.risk.of')}</span>
        {risk.band !== 'none' && <Risk band={risk.band} />}
      </div>
      {risk.cap && <p className="s12 t2">{t(`party.risk.cap.${risk.cap}`)}</p>}
      <p className="s12 t3">{t('party.risk.parts', { count: parts.length, total: risk.parts.length })}</p>
      {parts.map(({ finding, number, model, share }) => (
        <button
          key={finding}
          type="button"
          className="plain line-button s12"
          title={share === 0 ? `${number} · ${t('party.risk.counted')}` : number}
          onClick={() => go('findings', { finding })}
        >
          <span className="ell grow">{titleOf(model)}</span>
          <span className={share === 0 ? 'num t3' : 'num b'}>{percentText(share)}</span>
        </button>
      ))}
    </section>
  );
}
