import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { inLang, useWords } from '../../app/words.ts';
import { SourceLink } from '../../parts/source-link.tsx';
import type { Check } from './conference-detail.tsx';

const known = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const;

/** 硬矛盾: facts that cannot all be true, each with its cells. Where none is found, that is said with the same care. */
export function Contradictions({ check }: { check: Check }) {
  const { t, lang } = useWords();
  const found = check.contradictions.filter(({ answer }) => answer === 'yes');
  const unknown = check.contradictions.filter(({ answer }) => answer === 'unknown').length;
  if (found.length === 0) {
    return (
      <div className="sec row g6 s12 t2" style={{ padding: '6px 20px' }}>
        <IconCheck size={15} stroke={2} color="var(--ok)" aria-hidden />
        {t('conference.contradictions.title')}
        {t('common.colon')}
        {unknown === 0
          ? t('conference.contradictions.none')
          : t('conference.contradictions.noneKnown', { known: check.contradictions.length - unknown, unknown })}
      </div>
    );
  }
  return (
    <div className="sec col g6" style={{ padding: '8px 20px 10px' }}>
      <h2 className="h3">
        {t('conference.contradictions.title')} {t('conference.contradictions.found', { count: found.length })}
      </h2>
      {found.map((element) => {
        const id = known.find((each) => each === element.id);
        return (
          <div key={element.id} className="note high">
            <span className="row g6 wrap">
              <IconAlertTriangle size={15} stroke={1.5} color="var(--high)" aria-hidden />
              <span className="b">{id ? t(`conference.contradictions.${id}`) : element.id}</span>
              <span>{element.note && inLang(element.note, lang)}</span>
              {element.sources.slice(0, 6).map((source) => (
                <SourceLink key={`${source.rowId} ${source.field}`} source={source} short />
              ))}
            </span>
          </div>
        );
      })}
    </div>
  );
}
