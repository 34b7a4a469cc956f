import { Button, Input, InputNumber, Slider } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ModelWords } from '../../../shared/protocol/findings.requests.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { useApp } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useFieldNames } from '../../parts/field-names.ts';
import { countText } from '../../parts/show.ts';
import { Basis } from './basis.tsx';
import { type ModelLine, OutcomeMark, useLacks } from './outcome.tsx';
import { OwnPart } from './own/own-part.tsx';
import { useRunModels } from './run-models.tsx';
import { useTrial } from './trial.ts';
import { TrialView } from './trial-view.tsx';

/** One model as an analyst reads it: its question, what it rests on, its thresholds, what explains a hit, and what it cannot see. */
export function ModelDetail({
  line: { model, run, outcome },
  dispositions,
  showFindings,
}: {
  line: ModelLine;
  dispositions: Dispositions | undefined;
  showFindings: (model: string) => void;
}) {
  const { t, lang } = useWords();
  const nameOf = useFieldNames();
  const lacks = useLacks()(run);
  return (
    <>
      <div className="sec none" style={{ padding: '10px 16px' }}>
        <div className="row">
          <OutcomeMark outcome={outcome} />
          <span className="mono t3 s12 ell">{model.id}</span>
          <span className="grow" />
          {run && run.findings > 0 && (
            <Button size="small" onClick={() => showFindings(model.id)}>
              {t('findings.models.findings', { count: run.findings })}
            </Button>
          )}
        </div>
        <h1 className="s16 b" style={{ marginTop: 6 }}>
          {inLang(model.title, lang)}
        </h1>
        <div className="t2">{inLang(model.question, lang)}</div>
      </div>
      <div className="grow scroll">
        {outcome === 'cannot-judge' && (
          <div className="sec" style={{ padding: '8px 16px 10px' }}>
            <div className="warning col g4">
              <span className="b">{lacks.join(t('common.listSeparator'))}</span>
              <span className="s12 t2">{t('findings.models.missingNote')}</span>
            </div>
          </div>
        )}
        {outcome === 'ran' && lacks.length > 0 && (
          <Part title={t('findings.models.unjudged', { count: lacks.length })} note={t('findings.models.unjudgedNote')}>
            <ul className="lines s12">
              {lacks.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </Part>
        )}
        {outcome === 'failed' && (run?.note || lacks.length > 0) && (
          <div className="sec" style={{ padding: '8px 16px 10px' }}>
            <div className="problem">{lacks.join(t('common.listSeparator')) || run?.note}</div>
          </div>
        )}
        {model.own && <OwnPart model={model} />}
        {dispositions && <Substantiated dispositions={dispositions} />}
        <Part title={t('findings.why.basis')}>
          <Basis basis={model.basis} />
        </Part>
        {model.settings.length > 0 && <Settings model={model} />}
        <Part title={t('findings.models.needs')}>
          <ul className="lines s12">
            {model.needs.map(({ category, fields }) => (
              <li key={category}>
                <span>
                  {nameOf(category)}
                  {fields.length > 0 && (
                    <span className="t3">
                      {t('common.colon')}
                      {fields
                        .map((field) => nameOf(`${category}.${field}`).split('·').at(-1))
                        .join(t('common.listSeparator'))}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t('findings.models.innocent')}>
          <ul className="lines s12">
            {model.innocent.map((text) => (
              <li key={text.zh}>{inLang(text, lang)}</li>
            ))}
          </ul>
        </Part>
        <Part title={t('findings.models.blind')}>
          <ul className="lines s12">
            {model.blindSpots.map((text) => (
              <li key={text.zh}>{inLang(text, lang)}</li>
            ))}
          </ul>
        </Part>
      </div>
    </>
  );
}

const Part = ({ title, note, children }: { title: string; note?: string; children: ReactNode }) => (
  <section className="sec" style={{ padding: '8px 16px 10px' }}>
    <div className="row" style={{ marginBottom: 4 }}>
      <h2 className="h3">{title}</h2>
      {note && <span className="s12 t3 ell">{note}</span>}
    </div>
    {children}
  </section>
);

type Dispositions = Answer<'detect.models'>['dispositions'][string];

/** 查实率 of this model in this case, beside the one published figure there is. */
function Substantiated({ dispositions }: { dispositions: Dispositions }) {
  const { t } = useWords();
  const { found, confirmed, reviewed, excluded, doubtful, undecided } = dispositions;
  const decided = confirmed + excluded;
  const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)} %`;
  return (
    <Part title={t('findings.rate.title')}>
      <div className="row wrap" style={{ gap: '4px 16px' }}>
        <span>
          {t('findings.rate.found')} <b>{countText(found)}</b>
        </span>
        <span>
          {t('common.status.confirmed')} <b>{countText(confirmed)}</b>{' '}
          {confirmed > 0 && <span className="t3 s12">{t('findings.rate.reviewed', { count: reviewed })}</span>}
        </span>
        <span>
          {t('common.status.excluded')} <b>{countText(excluded)}</b>
        </span>
        <span>
          {t('common.status.doubtful')} <b>{countText(doubtful)}</b>
        </span>
        <span>
          {t('findings.rate.undecided')} <b>{countText(undecided)}</b>
        </span>
      </div>
      <div className="t2" style={{ marginTop: 4 }}>
        {found > 0 && decided > 0
          ? t('findings.rate.rates', { ofFound: percent(confirmed, found), ofDecided: percent(confirmed, decided) })
          : t('findings.rate.none')}
      </div>
      <div className="s12 t3">{t('findings.rate.published')}</div>
    </Part>
  );
}

/** The thresholds of this case, each with its default, its unit and who published it. A change is run with its reason. */
function Settings({ model }: { model: ModelWords }) {
  const { t, lang } = useWords();
  const run = useRunModels();
  const isBusy = useApp((app) => app.job !== null);
  const [values, setValues] = useState<Readonly<Record<string, number>>>({});
  const [reason, setReason] = useState('');
  const changed = model.settings.filter(({ name, value }) => values[name] !== undefined && values[name] !== value);
  const trying =
    changed.length === 0 ? null : Object.fromEntries(changed.map(({ name, value }) => [name, values[name] ?? value]));
  const { trial, isTrying } = useTrial(model.id, trying);
  const rerun = async () => {
    const settings = Object.fromEntries(changed.map(({ name, value }) => [name, values[name] ?? value]));
    const done = await run({
      models: [model.id],
      ...(changed.length > 0 ? { settings: { [model.id]: settings }, reason: reason.trim() } : {}),
    });
    if (!done) return;
    setValues({});
    setReason('');
  };
  return (
    <Part title={t('findings.models.settings')} note={t('findings.models.settingsNote')}>
      <div className="col" style={{ gap: 8 }}>
        {model.settings.map((setting) => {
          const value = values[setting.name] ?? setting.value;
          const set = (next: number) => setValues({ ...values, [setting.name]: next });
          return (
            <div key={setting.name} className="threshold">
              <span className="col">
                <span>{inLang(setting.label, lang)}</span>
                <span className="s12 t3">{inLang(setting.basis, lang)}</span>
                <Slider
                  ariaLabelForHandle={inLang(setting.label, lang)}
                  style={{ margin: '4px 12px 2px 6px' }}
                  min={setting.min}
                  max={setting.max}
                  step={setting.step}
                  value={value}
                  onChange={set}
                  tooltip={{ open: false }}
                />
              </span>
              <span className="col end">
                <InputNumber
                  size="small"
                  style={{ width: 132 }}
                  aria-label={inLang(setting.label, lang)}
                  suffix={<span className="s12 t3">{inLang(setting.unit, lang)}</span>}
                  min={setting.min}
                  max={setting.max}
                  step={setting.step}
                  value={value}
                  onChange={(next) => next !== null && set(next)}
                />
                <span className="s12 t3 num">
                  {value === setting.default ? (
                    t('findings.models.standard', { value: setting.default })
                  ) : (
                    <button type="button" className="link s12" onClick={() => set(setting.default)}>
                      {t('findings.models.reset')} {setting.default}
                    </button>
                  )}
                </span>
              </span>
            </div>
          );
        })}
        <div className={changed.length > 0 ? 'trial col g4' : 'col'}>
          {changed.length > 0 && <TrialView model={model} trial={trial} isTrying={isTrying} />}
          <div className="row">
            {changed.length > 0 ? (
              <Input
                size="small"
                aria-label={t('findings.models.reason')}
                placeholder={t('findings.models.reasonNeeded')}
                maxLength={200}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            ) : (
              <span className="grow" />
            )}
            <Button
              size="small"
              disabled={isBusy || (changed.length > 0 && reason.trim() === '')}
              title={changed.length > 0 && reason.trim() === '' ? t('findings.models.reasonNeeded') : ''}
              onClick={() => void rerun()}
            >
              {t(changed.length > 0 ? 'findings.models.rerun' : 'findings.models.one')}
            </Button>
          </div>
        </div>
      </div>
    </Part>
  );
}
