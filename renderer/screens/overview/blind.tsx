import { IconAlertTriangle } from '@tabler/icons-react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { go } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Head } from '../../parts/pane.tsx';
import { Answered } from '../../parts/states.tsx';
import type { OverviewData } from './data.ts';

type Models = Answer<'detect.models'>;
const listed = 6;

/** Models that could not judge, and what they lack: no data is not the same as nothing found. */
export function Blind({ data }: { data: OverviewData }) {
  const { t } = useWords();
  const models = useAnswer('detect.models', {}, { enabled: data.lastRun !== null });
  return (
    <>
      <Head title={t('overview.blind.title')} sub={t('overview.blind.sub')} />
      <div className="sec" style={{ padding: '2px 12px' }}>
        {data.lastRun === null ? (
          <p className="t3" style={{ padding: '6px 0' }}>
            {t('overview.blind.notRun')}
          </p>
        ) : (
          <Answered query={models}>{(answer) => <BlindList models={answer} />}</Answered>
        )}
      </div>
    </>
  );
}

function BlindList({ models }: { models: Models }) {
  const { t, lang } = useWords();
  const blind = models.lastRun?.models.filter(({ status }) => status !== 'ran') ?? [];
  const titles = new Map(models.models.map(({ id, title }) => [id, inLang(title, lang)]));
  if (blind.length === 0)
    return (
      <p className="t3" style={{ padding: '6px 0' }}>
        {t('overview.blind.none')}
      </p>
    );
  return (
    <>
      {blind.slice(0, listed).map(({ model, status, missingWords }) => {
        const lack = missingWords.map((words) => inLang(words, lang)).join(t('common.listSeparator'));
        return (
          <div key={model} className="row" style={{ minHeight: 28 }}>
            <IconAlertTriangle size={14} stroke={1.5} color="var(--mid)" className="none" aria-hidden />
            <span className="ell" style={{ flex: '1 1 40%' }} title={titles.get(model)}>
              {titles.get(model) ?? model}
            </span>
            <span className="s12 t3 ell" style={{ flex: '1 1 60%', textAlign: 'right' }} title={lack}>
              {status === 'failed' ? t('overview.blind.failed') : t('overview.blind.missing', { what: lack })}
            </span>
          </div>
        );
      })}
      {blind.length > listed && (
        <button type="button" className="link s12" style={{ margin: '4px 0' }} onClick={() => go('findings', {})}>
          {t('overview.blind.more', { count: blind.length - listed })}
        </button>
      )}
    </>
  );
}
