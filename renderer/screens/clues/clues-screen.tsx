import { IconFlagOff } from '@tabler/icons-react';
import { Button } from 'antd';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Head } from '../../parts/pane.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { LeadList } from './lead-list.tsx';

/** 线索台账, as category of sheets. */
const category = 'clue';

/** 线索: the imported clue sheets, or what their absence stops. */
export function CluesScreen() {
  const { t } = useWords();
  const batches = useAnswer('import.batches', {});
  return (
    <Answered query={batches}>
      {(answer) => {
        const sheets = answer.batches
          .filter(({ state }) => state === 'written')
          .flatMap((batch) =>
            batch.sheets.filter((sheet) => sheet.category === category).map((sheet) => ({ batch, sheet })),
          );
        if (sheets.length === 0) return <NoClues />;
        return (
          <div className="col full">
            <Head tall title={t('clues.batches')} sub={t('common.items', { count: sheets.length })} />
            <table className="g loose">
              <tbody>
                {sheets.map(({ batch, sheet }) => (
                  <tr key={sheet.id} className="pick" onClick={() => go('import', { batch: batch.id })}>
                    <td className="b">{batch.file}</td>
                    <td>{sheet.name}</td>
                    <td className="num">{t('clues.rows', { count: sheet.rows.imported })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <LeadList />
          </div>
        );
      }}
    </Answered>
  );
}

function NoClues() {
  const { t, lang } = useWords();
  const fields = useAnswer('import.fields', {});
  const models = useAnswer('detect.models', {});
  const readable = fields.data?.categories.some(({ id }) => id === category) ?? false;
  const stopped = models.data?.models.filter(({ needs }) => needs.some((need) => need.category === category)) ?? [];
  return (
    <Empty
      centre
      icon={<IconFlagOff size={20} stroke={1.5} color="var(--text3)" aria-hidden />}
      title={t('clues.none')}
      note={
        <>
          {t(stopped.length > 0 ? 'clues.stops' : 'clues.stopsNone')}
          {stopped.length > 0 && (
            <ul style={{ paddingLeft: 18, margin: '4px 0' }}>
              {stopped.map(({ id, title }) => (
                <li key={id}>{inLang(title, lang)}</li>
              ))}
            </ul>
          )}
          {fields.data && !readable && <p style={{ marginTop: 4 }}>{t('clues.unread')}</p>}
        </>
      }
      action={
        fields.data &&
        (readable ? (
          <Button onClick={() => go('import', {})}>{t('clues.import')}</Button>
        ) : (
          <Button onClick={() => go('findings', {})}>{t('clues.toFindings')}</Button>
        ))
      }
    />
  );
}
