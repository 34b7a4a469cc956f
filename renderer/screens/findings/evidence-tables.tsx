import { useState } from 'react';
import { fen as asFen, exactYuan } from '../../../shared/evidence/money.ts';
import { useWords } from '../../app/words.ts';
import { ByHand } from '../../parts/by-hand.tsx';
import { Day } from '../../parts/money.tsx';
import { useRoom } from '../../parts/room.ts';
import { SourceLink } from '../../parts/source-link.tsx';
import { TooMany } from '../../parts/states.tsx';
import { type EvidenceRow, type Finding, sidesText, textOf } from './finding.ts';

/** The rows: those it rests on, those with an explanation, and those shown for comparison; each leads to its cell. */
export function EvidenceTables({ finding }: { finding: Finding }) {
  const { t } = useWords();
  const room = useRoom();
  const of = (...roles: EvidenceRow['role'][]) => finding.evidence.filter(({ role }) => roles.includes(role));
  const explained = of('explained');
  const context = of('context');
  const first = room === 'wide' ? 9 : 5;
  return (
    <>
      <Rows
        title={t('findings.evidence.title', { count: finding.rows })}
        rows={of('evidence')}
        first={first}
        finding={finding.id}
        isSum={finding.fen !== null}
      />
      {finding.manualRows !== undefined && (
        <div className="row g4 s12 t2" style={{ padding: '4px 16px 0' }}>
          <ByHand bare />
          {t('manual.findings', { count: finding.manualRows })}
        </div>
      )}
      {finding.evidence.length < finding.evidenceTotal && (
        <TooMany shown={finding.evidence.length} total={finding.evidenceTotal} />
      )}
      {explained.length > 0 && (
        <Rows
          title={t('findings.evidence.explained', { count: finding.explainedRows })}
          note={t('findings.evidence.explainedNote')}
          rows={explained}
          first={3}
          finding={finding.id}
          quiet
        />
      )}
      {context.length > 0 && (
        <Rows
          title={t('findings.evidence.context', { count: context.length })}
          note={t('findings.evidence.contextNote')}
          rows={context}
          first={2}
          finding={finding.id}
          quiet
        />
      )}
    </>
  );
}

/** A table of rows, the first few until all are asked for; the sides are shown when they differ, notes under their row. */
function Rows({
  title,
  note,
  rows,
  first,
  finding,
  quiet = false,
  isSum = false,
}: {
  title: string;
  note?: string;
  rows: readonly EvidenceRow[];
  first: number;
  finding: number;
  quiet?: boolean;
  /** the amounts of these rows make the sum in the head: those that do not are said to be none of it */
  isSum?: boolean;
}) {
  const { t, lang } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, first);
  const files = new Set(rows.map(({ source }) => source.evidence));
  // one file for all rows is named once, so that each row has room for its words
  const file = files.size === 1 ? rows[0]?.source.file : undefined;
  const sides = varyingSides(rows);
  return (
    <section className="sec" style={{ padding: '8px 0 0' }}>
      <div className="row" style={{ padding: '0 16px', marginBottom: 4 }}>
        <h2 className="h3 none">{title}</h2>
        <span className="s12 t3 ell" title={file}>
          {[
            note,
            isSum && rows.some((row) => !row.counted && row.fen !== null) && t('findings.evidence.someNotCounted'),
            file,
          ]
            .filter(Boolean)
            .join(t('common.listSeparator'))}
        </span>
        <span className="grow" />
        {rows.length > first && (
          <button type="button" className="link s12 none" onClick={() => setAll(!all)}>
            {all ? t('findings.evidence.fewer') : t('findings.evidence.all', { count: rows.length })}
          </button>
        )}
      </div>
      <table className={sides.length > 0 ? 'g evidence two-lines' : 'g evidence'}>
        <colgroup>
          <col style={{ width: 112 }} />
          <col style={{ width: 112 }} />
          <col />
          <col style={{ width: file !== undefined ? 104 : sides.length > 0 ? 140 : 178 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('findings.evidence.day')}</th>
            <th className="num">{t('findings.evidence.fen')}</th>
            <th>{t(sides.length > 0 ? 'findings.evidence.sidesAndText' : 'findings.evidence.text')}</th>
            <th>{t('findings.evidence.source')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={`${row.rowId} ${row.field}`} className={quiet ? 't2' : undefined}>
              <td className="mono">
                <Day day={row.day} />
              </td>
              {row.counted || quiet || !isSum ? (
                <td className={quiet ? 'num' : 'num b'}>{row.fen === null ? '—' : exactYuan(asFen(row.fen))}</td>
              ) : (
                <td className="num t3" title={row.fen === null ? '' : t('findings.evidence.notCounted')}>
                  {row.fen === null ? '—' : exactYuan(asFen(row.fen))}
                </td>
              )}
              {sides.length > 0 ? (
                <td title={`${sidesText(row)}\n${textOf(row, lang)}`}>
                  <div className="ell">{sidesText(pick(row, sides))}</div>
                  <div className="ell s12 t3">{textOf(row, lang)}</div>
                </td>
              ) : (
                <td title={textOf(row, lang)}>{textOf(row, lang)}</td>
              )}
              <td>
                <span className="row wrap" style={{ gap: '0 6px' }}>
                  <SourceLink source={row.source} finding={finding} short={file !== undefined || sides.length > 0} />
                  {row.also.map(({ source }) => (
                    <SourceLink key={source.field} source={source} finding={finding} cell />
                  ))}
                </span>
                {file === undefined && sides.length > 0 && <div className="ell s12 t3">{row.source.file}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The sides that differ among the rows: the other one stands in the title of the finding. */
function varyingSides(rows: readonly EvidenceRow[]): ('from' | 'to')[] {
  return (['from', 'to'] as const).filter((side) => new Set(rows.map((row) => row[side])).size > 1);
}

const pick = (row: EvidenceRow, sides: readonly ('from' | 'to')[]): Pick<EvidenceRow, 'from' | 'to'> => ({
  from: sides.includes('from') ? row.from : null,
  to: sides.includes('to') ? row.to : null,
});
