import { Button } from 'antd';
import { Fragment } from 'react';
import { opening } from '../../app/events.ts';
import { useSettings } from '../../app/settings.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { guideSteps } from '../guide/steps.ts';

/** The fictitious case, one click away, with the seven steps that lead through it. */
export function SampleCase({ busy, setBusy }: { busy: boolean; setBusy: (busy: boolean) => void }) {
  const { t } = useWords();
  const { attempt } = useAsk();
  const actor = useSettings((store) => store.settings.actor);
  const open = async () => {
    setBusy(true);
    await attempt(() => opening(() => client.request('case.open-sample', { actor })));
    setBusy(false);
  };
  return (
    <section>
      <h2 className="s14 b" style={{ marginBottom: 8 }}>
        {t('start.sample.title')}
      </h2>
      <div className="boxed row g16" style={{ padding: '12px 16px' }}>
        <div className="grow">
          <div className="row">
            <span className="b">{t('start.sample.name')}</span>
            <span className="chip">{t('start.sample.fictitious')}</span>
          </div>
          <p className="t2" style={{ marginTop: 2 }}>
            {busy ? t('start.sample.making') : t('start.sample.note')}
          </p>
        </div>
        <Button loading={busy} onClick={() => void open()}>
          {t('start.sample.open')}
        </Button>
      </div>
      <ol className="steps-line">
        {guideSteps.map((step, index) => (
          <Fragment key={step}>
            {index > 0 && <li aria-hidden="true" className="steps-gap" />}
            <li className="row g6 none">
              <span className="step-dot" aria-hidden="true">
                {index + 1}
              </span>
              <span className="nw">{t(`guide.steps.${step}`)}</span>
            </li>
          </Fragment>
        ))}
      </ol>
    </section>
  );
}
