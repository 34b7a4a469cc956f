import { useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { go } from '../../app/store.ts';
import { useWords, wordTable } from '../../app/words.ts';
import { useFieldNames } from '../../parts/field-names.ts';
import { Head, Meter } from '../../parts/pane.tsx';
import { countText, percentText } from '../../parts/show.ts';

type Sheet = Answer<'quality.read'>['sheets'][number];
type Part = Sheet['parts'][number];

/** A sheet whose breaks or gaps are looked at: they are those of its accounts, over all their files. */
export interface LookedAt {
  readonly sheetId: number;
  readonly file: string;
  readonly sheet: string;
  readonly part: Part['id'];
}

const step = 40;

/** 质量分, the worst sheets first: each score with the parts it is made of, and each part a way to its rows. */
export function QualitySheets({ sheets, lookAt }: { sheets: readonly Sheet[]; lookAt: (looked: LookedAt) => void }) {
  const { t } = useWords();
  const nameOf = useFieldNames();
  const [shown, setShown] = useState(step);
  return (
    <>
      <Head title={t('quality.sheets')} sub={t('quality.sheetsSub')} />
      <div style={{ padding: '4px 12px 12px' }}>
        {sheets.slice(0, shown).map((sheet) => (
          <div key={sheet.sheetId} className="quality-sheet">
            <span className="col g4">
              <span className={`b s16 num ${sheet.score < 60 ? 'tone-high' : sheet.score < 85 ? 'tone-mid' : ''}`}>
                {sheet.score}
              </span>
              <Meter share={sheet.score / 100} tone="var(--lowFill)" />
            </span>
            <span className="col" style={{ minWidth: 0 }}>
              <button
                type="button"
                className="link left ell"
                style={{ maxWidth: '100%' }}
                title={`${sheet.file} › ${sheet.sheet}`}
                onClick={() => go('import', { batch: sheet.batch })}
              >
                {sheet.file} {!sheet.file.startsWith(sheet.sheet) && <span className="t3">{sheet.sheet}</span>}
              </button>
              <span className="s12 t3">
                {nameOf(sheet.category)} · {t('common.rows', { count: sheet.rows.read })} ={' '}
                {countText(sheet.rows.imported)} + {countText(sheet.rows.rejected)} + {countText(sheet.rows.duplicate)}{' '}
                + {countText(sheet.rows.skipped)}
              </span>
            </span>
            <span className="row wrap g4">
              {sheet.parts.length === 0 && <span className="s12 t3">{t('quality.flawless')}</span>}
              {sheet.parts.map((part) => (
                <PartChip
                  key={`${part.id} ${part.field} ${part.filter?.code}`}
                  part={part}
                  sheet={sheet}
                  lookAt={lookAt}
                />
              ))}
            </span>
          </div>
        ))}
        {sheets.length > shown && (
          <button type="button" className="link s12" onClick={() => setShown(shown + step)}>
            {t('quality.moreSheets', { shown: countText(shown), total: countText(sheets.length) })}
          </button>
        )}
      </div>
    </>
  );
}

function PartChip({ part, sheet, lookAt }: { part: Part; sheet: Sheet; lookAt: (looked: LookedAt) => void }) {
  const { t, lang } = useWords();
  const nameOf = useFieldNames();
  const short: Readonly<Record<string, string>> = wordTable(lang).checking.short;
  const field = part.field ? `${nameOf(`${sheet.category}.${part.field}`).split('·').at(-1)} ` : '';
  const code = part.filter?.code;
  const words = `${field}${code ? (short[code] ?? code) : t(`quality.parts.${part.id}`)} ${countText(part.count)}`;
  const note = t('quality.partNote', { share: percentText(part.of === 0 ? 0 : part.count / part.of), lost: part.lost });
  const tone = part.id === 'rejected' ? 'chip high' : 'chip mid';
  const { sheetId, file, batch } = sheet;
  return (
    <button
      type="button"
      className={tone}
      title={note}
      onClick={() =>
        part.filter
          ? go('import', { batch, rows: part.filter })
          : lookAt({ sheetId, file, sheet: sheet.sheet, part: part.id })
      }
    >
      {words}
    </button>
  );
}
