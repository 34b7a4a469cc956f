import { IconInfoCircle } from '@tabler/icons-react';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useWords, wordTable } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Figure } from '../../parts/pane.tsx';
import { ProgressBar } from '../../parts/progress.tsx';
import { countText } from '../../parts/show.ts';
import { Answered } from '../../parts/states.tsx';
import { Foot } from './foot.tsx';
import type { ImportState } from './import-state.ts';
import { ApartGrid, JoinedGrid, NewGrid } from './party-grids.tsx';
import { useWrite } from './use-write.ts';

const views = ['joined', 'new', 'apart'] as const;
type View = (typeof views)[number];

/** 主体匹配: who the names of the files would be, with the ground of each join; tried and taken back. The last button writes. */
export function StepParties({ state }: { state: ImportState }) {
  const { t, lang } = useWords();
  const [chosen, setView] = useState<View>();
  const { writing, write } = useWrite(state);
  const ask = { ...state.ask, view: 'joined', limit: 1 } as const;
  const found = useAnswer('import.parties', ask, { enabled: state.ask.tickets.length > 0, waits: true });
  const reasons: Readonly<Record<string, string>> = wordTable(lang).joins.reason;
  return (
    <>
      {found.isFetching && !found.data ? (
        <div className="grow pad">
          <ProgressBar wide />
        </div>
      ) : (
        <div className="grow col">
          <Answered query={found}>
            {(answer) => {
              // nothing joined is nothing to look at first
              const view = chosen ?? (answer.joinedToKnown + answer.joinedAmongNew === 0 ? 'new' : 'joined');
              return (
                <>
                  <div className="row g0 stretch check-head">
                    <div className="row wrap" style={{ gap: 32 }}>
                      <Figure
                        label={t('wizard.parties.newParties')}
                        value={countText(answer.newParties)}
                        note={t('wizard.parties.newNote')}
                      />
                      <Figure
                        label={t('wizard.parties.joinedToKnown')}
                        value={countText(answer.joinedToKnown)}
                        note={t('wizard.parties.joinedNote')}
                      />
                      <Figure
                        label={t('wizard.parties.joinedAmongNew')}
                        value={countText(answer.joinedAmongNew)}
                        note={t('wizard.parties.amongNote')}
                      />
                      <Figure
                        label={t('wizard.parties.seenAgain')}
                        value={countText(answer.seenAgain)}
                        note={t('wizard.parties.seenNote')}
                      />
                      <Figure
                        label={t('wizard.parties.apart')}
                        value={countText(answer.apart)}
                        note={t('wizard.parties.apartNote')}
                      />
                    </div>
                    <span className="grow" />
                    <div className="well row g12 none" style={{ maxWidth: 380, alignSelf: 'center' }}>
                      <IconInfoCircle size={18} stroke={1.5} color="var(--accent)" className="none" aria-hidden />
                      <span className="s12 t2">{t('wizard.parties.only')}</span>
                    </div>
                  </div>
                  <div className="tool" style={{ gap: 12 }}>
                    <Segmented
                      size="small"
                      aria-label={t('wizard.parties.title')}
                      value={view}
                      onChange={(value) => setView(value as View)}
                      options={[
                        { value: 'joined', label: label('joined', answer.joinedToKnown + answer.joinedAmongNew) },
                        { value: 'new', label: label('new', answer.newParties) },
                        { value: 'apart', label: label('apart', answer.apart) },
                      ]}
                    />
                    <span className="s12 t3 ell">
                      {answer.byReason.length > 0 &&
                        t('wizard.parties.byReason', {
                          list: answer.byReason
                            .map(({ reason, names }) => `${reasons[reason] ?? reason} ${countText(names)}`)
                            .join(t('common.listSeparator')),
                        })}
                    </span>
                  </div>
                  <div className="grow">
                    {view === 'joined' && <JoinedGrid ask={state.ask} />}
                    {view === 'new' && <NewGrid ask={state.ask} />}
                    {view === 'apart' && <ApartGrid ask={state.ask} />}
                  </div>
                </>
              );
            }}
          </Answered>
        </div>
      )}
      <Foot
        step="parties"
        blocked={!found.data || found.isFetching}
        remark={!writing && t('wizard.parties.sub')}
        next={{ label: t('wizard.parties.write'), run: () => void write(), busy: writing }}
      />
    </>
  );

  function label(name: View, count: number): string {
    return `${t(`wizard.parties.views.${name}`)} ${countText(count)}`;
  }
}
