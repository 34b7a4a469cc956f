import { IconFileSpreadsheet, IconTopologyStar3 } from '@tabler/icons-react';
import { Button, Popover } from 'antd';
import { conferenceTypes } from '../../../shared/evidence/choices.ts';
import type { Source } from '../../../shared/protocol/parts.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { Mark } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { useRoom } from '../../parts/room.ts';
import { SourceLink } from '../../parts/source-link.tsx';
import { ConferenceSide } from './conference-side.tsx';
import { Contradictions } from './contradictions.tsx';
import { AnswerMark, ResultPanel } from './result.tsx';

export type Check = Answer<'conference.read'>;
type Element = Check['elements'][number];

/** One conference: its result first, the ten elements as positive statements, what contradicts them, and the money around it. */
export function ConferenceDetail({ check }: { check: Check }) {
  return (
    <>
      <section className="pane col grow">
        <Head check={check} />
        <div className="grow scroll">
          <Contradictions check={check} />
          <Elements check={check} />
        </div>
      </section>
      <ConferenceSide key={check.rowId} check={check} />
    </>
  );
}

function Head({ check }: { check: Check }) {
  const { t, lang } = useWords();
  const type = conferenceTypes.find(({ id }) => id === check.type);
  const facts = [
    check.endDay !== null && check.endDay !== check.day ? `${check.day} ~ ${check.endDay}` : check.day,
    type && inLang(type, lang),
    check.city,
  ].filter(Boolean);
  return (
    <div className="sec none row g12 top" style={{ padding: '12px 20px' }}>
      <div className="grow">
        <div className="row top">
          <Mark drawnAs="meeting" size={22} />
          <h1 className="s20 b" style={{ userSelect: 'text' }}>
            {check.name}
          </h1>
        </div>
        <div className="t2" style={{ marginTop: 2 }}>
          {facts.join(' · ')}
          {check.sponsorFen !== null && (
            <>
              {' · '}
              {t('conference.sponsor')} <Money fen={check.sponsorFen} />
            </>
          )}
        </div>
        <div className="row g6" style={{ marginTop: 6 }}>
          <Button
            size="small"
            icon={<IconFileSpreadsheet size={15} stroke={1.5} />}
            onClick={() => go('source', { rowId: check.source.rowId, field: check.source.field })}
          >
            {t('conference.openRow')}
          </Button>
          <Button
            size="small"
            icon={<IconTopologyStar3 size={15} stroke={1.5} />}
            onClick={() => go('graph', { party: check.conference.id })}
          >
            {t('conference.graph')}
          </Button>
          <Button size="small" onClick={() => go('party', { id: check.conference.id })}>
            {t('conference.dossier')}
          </Button>
        </div>
      </div>
      <ResultPanel check={check} />
    </div>
  );
}

const known = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10'] as const;

/** Each element is a statement that holds of a proper conference. 不明 says why and does not count. */
function Elements({ check }: { check: Check }) {
  const { t, lang } = useWords();
  const room = useRoom();
  return (
    <table className="g two-lines elements">
      <colgroup>
        <col style={{ width: lang === 'en' ? 148 : 132 }} />
        <col style={{ width: lang === 'en' ? 116 : 92 }} />
        <col />
        <col style={{ width: room === 'narrow' ? 116 : 150 }} />
      </colgroup>
      <thead>
        <tr>
          <th>{t('conference.cols.element')}</th>
          <th>{t('conference.cols.answer')}</th>
          <th>{t('conference.cols.seen')}</th>
          <th>{t('conference.cols.source')}</th>
        </tr>
      </thead>
      <tbody>
        {check.elements.map((element, index) => {
          const id = known.find((each) => each === element.id);
          const note = element.note ? inLang(element.note, lang) : '';
          const wanted = id ? t('conference.wanted', { what: t(`conference.elements.${id}.says`) }) : '';
          // what was read and what follows from it; where nothing was read, why not and what is wanted
          const [first, second] = element.seen === null ? [note, wanted] : [element.seen, note];
          return (
            <tr key={element.id}>
              <td>
                <span className="t3">{index + 1}</span>
                <span className="b" style={{ marginLeft: 8 }} title={id && t(`conference.elements.${id}.says`)}>
                  {id ? t(`conference.elements.${id}.name`) : element.id}
                </span>
              </td>
              <td>
                <AnswerMark answer={element.answer} />
              </td>
              <td title={`${first}\n${second}`}>
                <div className="ell">{first}</div>
                <div className="ell s12 t3">{second}</div>
              </td>
              <td>
                <Cells element={element} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The first cell an answer rests on; the others one click away. */
function Cells({ element }: { element: Pick<Element, 'sources'> }) {
  const { t } = useWords();
  const [first, ...others] = element.sources;
  if (!first) return null;
  return (
    <span className="row g6">
      <CellLink source={first} />
      {others.length > 0 && (
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <div className="col g6" style={{ alignItems: 'flex-start', maxHeight: 280, overflow: 'auto' }}>
              {element.sources.map((source) => (
                <SourceLink key={`${source.rowId} ${source.field}`} source={source} />
              ))}
            </div>
          }
        >
          <button type="button" className="link s12">
            {t('conference.more', { count: others.length })}
          </button>
        </Popover>
      )}
    </span>
  );
}

const CellLink = ({ source }: { source: Source }) => <SourceLink source={source} short />;
