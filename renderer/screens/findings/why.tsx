import { useState } from 'react';
import { showValue } from '../../../shared/evidence/sentence.ts';
import type { ModelWords } from '../../../shared/protocol/findings.requests.ts';
import type { Measure } from '../../../shared/protocol/parts.ts';
import { actorText, inLang, useWords } from '../../app/words.ts';
import { instantText, percentText } from '../../parts/show.ts';
import { AmountStrip } from './amount-strip.tsx';
import { Basis } from './basis.tsx';
import type { Finding } from './finding.ts';
import { shownOf } from './measure-words.ts';

type Setting = ModelWords['settings'][number];

const signs: Readonly<Record<Measure['relation'], string>> = {
  '>': '＞',
  '>=': '≥',
  '<': '＜',
  '<=': '≤',
  '=': '＝',
  none: '',
};

/** Why the model found it: what was measured against which threshold, whose threshold that is, and what the rule rests on. */
export function Why({ finding }: { finding: Finding }) {
  const { t, lang } = useWords();
  const { words, measures, byHand } = finding;
  if (byHand) return <RaisedByHand finding={finding} />;
  // models put their main measure first
  const hero = measures.find((measure) => measure.threshold !== null) ?? measures[0];
  const others = measures.filter((measure) => measure !== hero);
  return (
    <section className="sec" style={{ padding: '8px 16px 10px' }}>
      <div className="row between" style={{ marginBottom: 4 }}>
        <h2 className="h3 none">{t('findings.why.title')}</h2>
        <span className="s12 t3 ell" title={words.id}>
          {t('findings.why.model', { title: inLang(words.title, lang), version: words.version })}
        </span>
      </div>
      {hero && <Hero measure={hero} finding={finding} />}
      {others.length > 0 && (
        <dl className="measures s12">
          {others.map((measure) => (
            <MeasureLine key={measure.name.zh} measure={measure} setting={settingOf(words, measure)} />
          ))}
        </dl>
      )}
      <AmountStrip finding={finding} />
      <Rule words={words} />
    </section>
  );
}

/** 人工疑点: who raised it and why; there is no threshold to show. */
function RaisedByHand({ finding }: { finding: Finding }) {
  const { t } = useWords();
  const { byHand, params } = finding;
  if (!byHand) return null;
  return (
    <section className="sec" style={{ padding: '8px 16px 10px' }}>
      <div className="row between" style={{ marginBottom: 4 }}>
        <h2 className="h3 none">{t('findings.hand.title')}</h2>
        <span className="s12 t3">
          {t('findings.hand.made', { actor: actorText(byHand.actor), at: instantText(byHand.at).slice(0, 16) })}
        </span>
      </div>
      <div className="well pre" style={{ padding: '8px 12px' }}>
        <span className="s12 t3">{t('findings.hand.reason')}</span> {params.reason && showValue(params.reason, 'zh-CN')}
      </div>
      <AmountStrip finding={finding} />
      <p className="s12 t3" style={{ marginTop: 6 }}>
        {t('findings.hand.note')}
      </p>
    </section>
  );
}

function Hero({ measure, finding }: { measure: Measure; finding: Finding }) {
  const { t, lang } = useWords();
  const { words, run } = finding;
  const setting = settingOf(words, measure);
  const shown = shownOf(measure, setting, lang);
  return (
    <div className="well hero">
      <div className="col" style={{ justifyContent: 'center' }}>
        <span className="s12 t3 ell" title={inLang(measure.name, lang)}>
          {inLang(measure.name, lang)}
        </span>
        <span className={measure.threshold === null ? 's20 b nw' : 's20 b nw tone-high'}>{shown.value}</span>
      </div>
      {measure.threshold !== null && (
        <>
          <span className="s20 t3 middle" aria-hidden="true">
            {signs[measure.relation]}
          </span>
          <div className="col none" style={{ justifyContent: 'center' }}>
            <span className="s12 t3">{t('findings.why.threshold')}</span>
            <span className="s20 b nw">{shown.threshold}</span>
          </div>
        </>
      )}
      <div className="hero-notes s12 t2">
        <span>
          {t('findings.why.examined', { count: run.examined })}
          {t('common.comma')}
          {t('findings.why.confidence', { value: percentText(finding.confidence) })}
        </span>
        {setting && (
          <span>
            {t('findings.why.setting', { label: inLang(setting.label, lang) })}
            {t('common.colon')}
            <span className="t3">{inLang(setting.basis, lang)}</span>
          </span>
        )}
        <Changed settings={words.settings} run={run} />
      </div>
    </div>
  );
}

/** Thresholds that were set for this case differ from what the model came with: said beside the figure they decide, with who set them. */
function Changed({ settings, run }: { settings: readonly Setting[]; run: Finding['run'] }) {
  const { t, lang } = useWords();
  const { settings: used, setters } = run;
  return settings
    .filter(({ name, default: standard }) => used[name] !== undefined && used[name] !== standard)
    .map((setting) => ({ setting, setter: setters[setting.name] }))
    .map(({ setting, setter }) => (
      <span key={setting.name} className="tone-mid">
        {t('findings.why.setting', { label: inLang(setting.label, lang) })}{' '}
        {t('findings.why.changed', {
          value: `${used[setting.name]} ${inLang(setting.unit, lang)}`,
          standard: `${setting.default} ${inLang(setting.unit, lang)}`,
        })}
        {setter && (
          <span className="t2" title={setter.reason}>
            {t('common.comma')}
            {t('findings.why.setBy', { actor: actorText(setter.actor), at: instantText(setter.at).slice(0, 16) })}
            {setter.reason !== '' && t('common.colon') + setter.reason}
          </span>
        )}
      </span>
    ));
}

function MeasureLine({ measure, setting }: { measure: Measure; setting: Setting | undefined }) {
  const { t, lang } = useWords();
  const shown = shownOf(measure, setting, lang);
  return (
    <div title={setting && inLang(setting.basis, lang)}>
      <dt className="t3">{inLang(measure.name, lang)}</dt>
      <dd className="nw">
        <b>{shown.value}</b>
        {measure.threshold !== null && (
          <span className="t3">
            {' '}
            {signs[measure.relation]} {t('findings.why.threshold')} {shown.threshold}
          </span>
        )}
      </dd>
    </div>
  );
}

/** Who published the rule, on one line; the quoted sentences and the model's question one click below. */
function Rule({ words }: { words: ModelWords }) {
  const { t, lang } = useWords();
  const [open, setOpen] = useState(false);
  const sources = words.basis.map((line) =>
    // whoever made a model of this case is named, never this tool
    line.own && !words.own ? t('findings.why.own') : inLang(line.source, lang),
  );
  return (
    <div style={{ marginTop: 6 }}>
      <div className="row s12">
        <span className="t3 none">{t('findings.why.basis')}</span>
        <span className="t2 ell grow" title={sources.join('\n')}>
          {sources.join(' · ')}
        </span>
        <button type="button" className="link none" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'findings.why.fold' : 'findings.why.quote')}
        </button>
      </div>
      {open && (
        <div style={{ marginTop: 6 }}>
          <p className="t2" style={{ marginBottom: 6 }}>
            {inLang(words.question, lang)}
          </p>
          <Basis basis={words.basis} />
        </div>
      )}
    </div>
  );
}

const settingOf = (words: ModelWords, { setting }: Measure): Setting | undefined =>
  words.settings.find(({ name }) => name === setting);
