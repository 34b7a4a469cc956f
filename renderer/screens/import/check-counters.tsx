import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useWords } from '../../app/words.ts';
import { countText, percentText } from '../../parts/show.ts';
import { sheetsOf, totalRepaired, totalRows, unaccounted } from './counts.ts';
import type { ImportReport } from './queue.ts';

const names = ['imported', 'rejected', 'duplicate', 'skipped'] as const;
const tones: Readonly<Record<(typeof names)[number], string>> = {
  imported: '',
  rejected: 'tone-high',
  duplicate: 't2',
  skipped: 't2',
};

/** 可导入 + 不导入 + 重复 + 略过 = 文件共: the sum is done here, and said when it does not come out. */
export function CheckCounters({ report }: { report: ImportReport }) {
  const { t } = useWords();
  const rows = totalRows(report);
  const repaired = totalRepaired(report);
  const lost = unaccounted(rows);
  const warned = sheetsOf(report).reduce((sum, sheet) => sum + sheet.warned, 0);
  const inCase = sheetsOf(report).reduce((sum, { duplicates }) => sum + duplicates.inCase, 0);
  const notes = {
    imported:
      warned > 0
        ? t('checking.warnedNote', { count: warned })
        : rows.read === 0
          ? ''
          : percentText(rows.imported / rows.read),
    rejected: t('import.check.counters.rejectedNote'),
    duplicate:
      rows.duplicate === 0
        ? t('import.check.counters.duplicateNote')
        : [
            t('checking.duplicateHere', { count: rows.duplicate - inCase }),
            t('checking.duplicateInCase', { count: inCase }),
          ].join(' · '),
    skipped: t('import.check.counters.skippedNote'),
  };
  return (
    <div className="col g4">
      <div className="row g0 stretch">
        {names.map((name, index) => (
          <Fragment key={name}>
            <div className="col" style={{ paddingRight: 18 }}>
              <span className="s12 t3 nw">{t(`import.check.counters.${name}`)}</span>
              <span className={`b s20 ${rows[name] > 0 ? tones[name] : ''}`}>{countText(rows[name])}</span>
              <span className={`s12 nw ${name === 'imported' && warned > 0 ? 'tone-mid' : 't3'}`}>{notes[name]}</span>
            </div>
            <span className="s16 t3" style={{ paddingRight: 18, alignSelf: 'center' }}>
              {index < names.length - 1 ? '+' : '='}
            </span>
          </Fragment>
        ))}
        <div className="col">
          <span className="s12 t3 nw">{t('import.check.counters.read')}</span>
          <span className="b s20">{countText(rows.read)}</span>
          <span className={`s12 nw row g4 ${lost === 0 ? 'tone-ok' : 'tone-high'}`}>
            {lost === 0 ? (
              <IconCheck size={14} stroke={2} aria-hidden />
            ) : (
              <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
            )}
            {lost === 0 ? t('import.check.counters.adds') : t('import.check.counters.addsNot', { count: lost })}
          </span>
        </div>
      </div>
      {repaired && <span className="s12 t2">{t('checking.repaired', repaired)}</span>}
      {rows.mirrored > 0 && (
        <span className="s12 t2">{t('import.check.counters.mirrored', { count: rows.mirrored })}</span>
      )}
    </div>
  );
}
