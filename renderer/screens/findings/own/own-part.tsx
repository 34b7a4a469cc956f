import { Button } from 'antd';
import { useState } from 'react';
import type { ModelWords } from '../../../../shared/protocol/findings.requests.ts';
import { actorText, inLang, useWords } from '../../../app/words.ts';
import { client } from '../../../client/client.ts';
import { useAnswer } from '../../../client/queries.ts';
import { useAsk } from '../../../parts/ask.ts';
import { ReasonDialog } from '../../../parts/reason-dialog.tsx';
import { instantText } from '../../../parts/show.ts';
import { Builder } from './builder.tsx';
import type { Draft } from './draft.ts';

/** What a model of this case says beyond the others: its definition, who wrote which version and why, and what can be done with it. */
export function OwnPart({ model }: { model: ModelWords }) {
  const { t, lang } = useWords();
  const { say } = useAsk();
  const [dialog, setDialog] = useState<'edit' | 'on' | 'off' | 'deleted' | null>(null);
  const versions = useAnswer('own.history', { model: model.id }).data?.versions ?? [];
  const { own } = model;
  if (!own) return null;
  const name = inLang(model.title, lang);
  const titles = { on: 'own.onTitle', off: 'own.offTitle', deleted: 'own.removeTitle' } as const;
  const close = () => setDialog(null);
  const latest = versions[0];
  return (
    <section className="sec col g6" style={{ padding: '8px 16px 10px' }}>
      <div className="row g6">
        <h2 className="h3 none">{t('own.mark')}</h2>
        <span className="tag s12">{t(`own.state.${own.state}`)}</span>
        <span className="grow" />
        {own.state !== 'deleted' && (
          <>
            <Button size="small" disabled={!latest} onClick={() => setDialog('edit')}>
              {t('own.edit')}
            </Button>
            <Button size="small" onClick={() => setDialog(own.state === 'on' ? 'off' : 'on')}>
              {t(own.state === 'on' ? 'own.off' : 'own.on')}
            </Button>
            <Button size="small" onClick={() => setDialog('deleted')}>
              {t('own.remove')}
            </Button>
          </>
        )}
      </div>
      <div className="note s12">{inLang(own.words, lang)}</div>
      {versions.length > 0 && (
        <details className="s12">
          <summary>
            {t('own.history')} {versions.length}
          </summary>
          <ul className="lines">
            {versions.map((version) => (
              <li key={version.version}>
                <span className="col">
                  <span>
                    {t('own.version', { version: version.version })} · {t(`own.state.${version.state}`)} ·{' '}
                    {actorText(version.actor)} <span className="mono t3">{instantText(version.at).slice(0, 16)}</span>
                  </span>
                  <span className="t2">{version.reason}</span>
                  <span className="t3">{inLang(version.words, lang)}</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {dialog === 'edit' && latest && (
        <Builder model={model.id} from={withThresholds(latest.definition, model)} close={close} />
      )}
      {dialog !== null && dialog !== 'edit' && (
        <ReasonDialog
          title={t(titles[dialog], { name })}
          okText={t(dialog === 'deleted' ? 'own.remove' : `own.${dialog}`)}
          reasonLabel={t('own.why')}
          send={(reason) => client.request('own.change-state', { model: model.id, state: dialog, reason })}
          done={({ version }) => {
            say(t('own.done', { version }));
            close();
          }}
          close={close}
        >
          {dialog !== 'on' && <p className="s12 t2">{t('own.lapse')}</p>}
        </ReasonDialog>
      )}
    </section>
  );
}

/** The definition with the thresholds that are in force now: those that people set since belong to the version before. */
const withThresholds = (definition: Draft, { settings }: ModelWords): Draft => ({
  ...definition,
  measures: definition.measures.map((measure, at) => ({
    ...measure,
    threshold: settings[at]?.value ?? measure.threshold,
  })),
});
