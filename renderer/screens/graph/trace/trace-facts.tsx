import { partyKind } from '../../../../shared/ontology/index.ts';
import type { Answer } from '../../../../shared/protocol/requests.ts';
import type { TraceSide as Side } from '../../../../shared/protocol/trace.requests.ts';
import { inLang, useWords } from '../../../app/words.ts';
import { useAnswer } from '../../../client/queries.ts';
import { Entity } from '../../../parts/mark.tsx';
import { Money } from '../../../parts/money.tsx';
import { countText, moneyText } from '../../../parts/show.ts';
import { isGap } from './trace-places.ts';
import type { TraceAsk } from './trace-state.ts';

/** How it was traced, what adds up to what, and what was not traced in each layer and why. */
export function TraceFacts({ ask, data }: { readonly ask: TraceAsk; readonly data: Answer<'trace.run'> }) {
  const { t, lang } = useWords();
  const methods = useAnswer('trace.methods', {});
  const method = methods.data?.methods.find(({ id }) => id === (ask.method ?? 'fifo'));
  const asideRows = data.aside.reduce((sum, { rows }) => sum + rows, 0);
  const why = (code: string) => {
    const known = (['mirrored', 'failed', 'reversed', 'neutral', 'foreign-currency', 'own-account'] as const).find(
      (each) => each === code,
    );
    return known ? t(`trace.why.${known}`) : code;
  };
  return (
    <>
      <div className="sec col g6">
        <span className="h3">{t('trace.method')}</span>
        {method && (
          <span>
            <b>{inLang(method.words, lang)}</b>
            <span className="t2 s12 trace-explained">{inLang(method.explained, lang)}</span>
          </span>
        )}
        <span className="s12 tone-mid">{t('trace.differs')}</span>
        <span className="s12 t2">
          {t('trace.counted', { payments: data.payments })}
          {asideRows > 0
            ? t('trace.aside', {
                rows: asideRows,
                list: data.aside
                  .map(({ why: code, rows }) => t('trace.asideItem', { why: why(code), rows }))
                  .join(t('common.comma')),
              })
            : t('trace.asideNone')}
        </span>
      </div>
      <div className="grow scroll" role="group" aria-label={t('trace.restTitle')} tabIndex={0}>
        {data.sides
          .filter(({ seedRows }) => seedRows > 0)
          .map((side) => (
            <SideRests key={side.direction} side={side} />
          ))}
      </div>
    </>
  );
}

function SideRests({ side }: { readonly side: Side }) {
  const { t, lang } = useWords();
  const last = side.layers.findLast(({ fen }) => fen > 0)!;
  const lines = side.layers.flatMap(({ layer, rests }) => rests.filter(isGap).map((rest) => ({ layer, ...rest })));
  const before = side.seedFen - last.fen;
  return (
    <>
      <div className="sec col g6">
        <span className="h3">
          {side.direction === 'down' ? '↓ ' : '↑ '}
          {t(`trace.directions.${side.direction}`)}
        </span>
        <span className="s12 t2">
          {t('trace.conserved', {
            seed: moneyText(side.seedFen, lang, 'exact'),
            layer: last.layer,
            reached: moneyText(last.fen, lang, 'exact'),
            rest: moneyText(before, lang, 'exact'),
          })}
        </span>
      </div>
      {lines.length > 0 && (
        <table className="g small" aria-label={t('trace.restTitle')}>
          <thead>
            <tr>
              <th style={{ width: 52 }}>{t('trace.cols.layer')}</th>
              <th>{t('trace.rested')}</th>
              <th className="num" style={{ width: 118 }}>
                {t('graph.cols.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ layer, end, fen, parties }) => (
              <tr key={`${layer} ${end}`}>
                <td>{layer}</td>
                <td title={t('trace.restParties', { count: parties })}>
                  {t(`trace.end.${end}`)} <span className="t3">{countText(parties)}</span>
                </td>
                <td className="num">
                  <Money fen={fen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <WhoIsThere side={side} />
    </>
  );
}

/** Kinds of parties by layer: how many doctors the money reached, and with how much. */
function WhoIsThere({ side }: { readonly side: Side }) {
  const { t, lang } = useWords();
  return (
    <table className="g small" aria-label={t('trace.who')}>
      <thead>
        <tr>
          <th style={{ width: 52 }}>{t('trace.cols.layer')}</th>
          <th>{t('trace.who')}</th>
          <th className="num" style={{ width: 52 }}>
            {t('graph.cols.party')}
          </th>
          <th className="num" style={{ width: 118 }}>
            {t('graph.cols.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {side.layers.slice(1).flatMap(({ layer, kinds }) =>
          kinds.map(({ drawnAs, parties, fen }) => (
            <tr key={`${layer} ${drawnAs}`}>
              <td>{layer}</td>
              <td>
                <Entity drawnAs={drawnAs} size={16}>
                  {inLang(partyKind(drawnAs)?.words ?? { zh: drawnAs, en: drawnAs }, lang)}
                </Entity>
              </td>
              <td className="num">{countText(parties)}</td>
              <td className="num">
                <Money fen={fen} />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
