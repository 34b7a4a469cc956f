import { Checkbox } from 'antd';
import { linkKind } from '../../../../shared/ontology/index.ts';
import type { Answer } from '../../../../shared/protocol/requests.ts';
import { inLang, useWords } from '../../../app/words.ts';
import { Money } from '../../../parts/money.tsx';
import { moneyText } from '../../../parts/show.ts';
import { SourceLink } from '../../../parts/source-link.tsx';
import { Empty } from '../../../parts/states.tsx';

type Rows = Answer<'graph.evidence'>['rows'];

/** The rows to choose from, each with its cell. */
export function EvidenceChoice({
  rows,
  total,
  aside,
  chosen,
  choose,
}: {
  readonly rows: Rows;
  readonly total: number;
  readonly aside: number;
  readonly chosen: ReadonlySet<number>;
  choose(rows: ReadonlySet<number>): void;
}) {
  const { t, lang } = useWords();
  if (rows.length === 0) return <Empty title={t('deeds.finding.noRows')} />;
  const wordsOf = (kind: string) => inLang(linkKind(kind)?.words ?? { zh: kind, en: kind }, lang);
  const picked = rows.filter(({ rowId }) => chosen.has(rowId)).length;
  const toggle = (row: number) => {
    const next = new Set(chosen);
    if (!next.delete(row)) next.add(row);
    choose(next);
  };
  return (
    <>
      <div className="row between s12">
        <Checkbox
          checked={picked === rows.length}
          indeterminate={picked > 0 && picked < rows.length}
          onChange={() => choose(new Set(picked === rows.length ? [] : rows.map(({ rowId }) => rowId)))}
        >
          {t('deeds.finding.all')}
        </Checkbox>
        <span className="t2" role="status">
          {t('deeds.finding.chosen', { chosen: picked, total: rows.length })}
          {rows.length < total && ` · ${t('common.nOf', { shown: rows.length, total })}`}
        </span>
      </div>
      <div className="evidence-choice scroll">
        <table className="g small">
          <thead>
            <tr>
              <th style={{ width: 40 }}>
                <span className="unseen">{t('deeds.finding.rows')}</span>
              </th>
              <th style={{ width: 108 }}>{t('deeds.finding.cols.day')}</th>
              <th style={{ width: 84 }}>{t('deeds.finding.cols.kind')}</th>
              <th style={{ width: '32%' }}>{t('deeds.finding.cols.sides')}</th>
              <th className="num" style={{ width: 112 }}>
                {t('deeds.finding.cols.amount')}
              </th>
              <th>{t('deeds.finding.cols.text')}</th>
              <th style={{ width: 44 }} className="num" title={t('deeds.finding.cols.findings')}>
                {t('deeds.finding.cols.findings')}
              </th>
              <th style={{ width: 78 }}>{t('deeds.finding.cols.source')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ rowId, kind, day, from, to, fen, text, findings, source }) => (
              <tr key={rowId}>
                <td style={{ textOverflow: 'clip' }}>
                  <Checkbox
                    checked={chosen.has(rowId)}
                    aria-label={t('deeds.finding.pick', {
                      day: day ?? '—',
                      from: from.name,
                      to: to.name,
                      amount: fen === null ? '' : moneyText(fen, lang),
                    })}
                    onChange={() => toggle(rowId)}
                  />
                </td>
                <td className="mono nw">{day ?? '—'}</td>
                <td className="t2 ell" title={wordsOf(kind)}>
                  {wordsOf(kind)}
                </td>
                <td className="ell" title={`${from.name} → ${to.name}`}>
                  {from.name} → {to.name}
                </td>
                <td className="num">
                  <Money fen={fen} />
                </td>
                <td className="t2 ell" title={text}>
                  {text}
                </td>
                <td className="num t3">{findings > 0 ? findings : ''}</td>
                <td>
                  <SourceLink source={source} short />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {aside > 0 && <span className="s12 t3">{t('deeds.finding.aside', { count: aside })}</span>}
    </>
  );
}
