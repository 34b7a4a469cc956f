import { showValue } from '../../../shared/evidence/sentence.ts';
import type { ModelWords } from '../../../shared/protocol/findings.requests.ts';
import type { Measure } from '../../../shared/protocol/parts.ts';
import { inLang, type Lang, useWords } from '../../app/words.ts';
import { percentText } from '../../parts/show.ts';
import { AmountStrip } from './amount-strip.tsx';
import type { Finding } from './finding.ts';

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
  const { words, measures, run } = finding;
  const hero =
    measures.find((measure) => measure.threshold !== null && measure.setting !== null) ??
    measures.find((measure) => measure.threshold !== null) ??
    measures[0];
  const others = measures.filter((measure) => measure !== hero);
  return (
    <section className="sec" style={{ padding: '8px 16px 10px' }}>
      <div className="row between" style={{ marginBottom: 4 }}>
        <h2 className="h3">{t('findings.why.title')}</h2>
        <span className="s12 t3 ell" title={words.id}>
          {t('findings.why.model', { title: inLang(words.title, lang), version: words.version })}
        </span>
      </div>
      {hero && <Hero measure={hero} setting={settingOf(words, hero)} used={run.settings} examined={run.examined} />}
      {others.length > 0 && (
        <dl className="measures s12">
          {others.map((measure) => (
            <MeasureLine key={measure.name.zh} measure={measure} setting={settingOf(words, measure)} />
          ))}
        </dl>
      )}
      <AmountStrip finding={finding} />
      <p className="t2" style={{ marginTop: 6 }}>
        {inLang(words.question, lang)}{' '}
        <span className="s12 t3">{t('findings.why.confidence', { value: percentText(finding.confidence) })}</span>
      </p>
      <Basis basis={words.basis} />
    </section>
  );
}

function Hero({
  measure,
  setting,
  used,
  examined,
}: {
  measure: Measure;
  setting: Setting | undefined;
  used: Readonly<Record<string, number>>;
  examined: number;
}) {
  const { t, lang } = useWords();
  const changed = setting !== undefined && used[setting.name] !== undefined && used[setting.name] !== setting.default;
  return (
    <div className="well row g16 stretch">
      <div className="col none" style={{ justifyContent: 'center' }}>
        <span className="s12 t3">{t('findings.why.hit')}</span>
        <span className={measure.threshold === null ? 's20 b' : 's20 b tone-high'}>
          {valueWords(measure.value, setting, lang)}
        </span>
      </div>
      {measure.threshold !== null && (
        <>
          <span className="s20 t3 middle" aria-hidden="true">
            {signs[measure.relation]}
          </span>
          <div className="col none" style={{ justifyContent: 'center' }}>
            <span className="s12 t3">{t('findings.why.threshold')}</span>
            <span className="s20 b">{valueWords(measure.threshold, setting, lang)}</span>
          </div>
        </>
      )}
      <span className="well-line" />
      <div className="col grow s12 t2" style={{ justifyContent: 'center' }}>
        <span>{inLang(measure.name, lang)}</span>
        <span>{t('findings.why.examined', { count: examined })}</span>
        {setting && (
          <span className="t3" title={inLang(setting.basis, lang)}>
            {t('findings.why.setting', { label: inLang(setting.label, lang) })}
            {t('common.colon')}
            {inLang(setting.basis, lang)}
          </span>
        )}
        {changed && (
          <span className="tone-mid">
            {t('findings.why.changed', {
              value: `${used[setting.name]} ${inLang(setting.unit, lang)}`,
              standard: `${setting.default} ${inLang(setting.unit, lang)}`,
            })}
          </span>
        )}
      </div>
    </div>
  );
}

function MeasureLine({ measure, setting }: { measure: Measure; setting: Setting | undefined }) {
  const { t, lang } = useWords();
  return (
    <div title={setting && inLang(setting.basis, lang)}>
      <dt className="t3">{inLang(measure.name, lang)}</dt>
      <dd>
        <b>{valueWords(measure.value, setting, lang)}</b>
        {measure.threshold !== null && (
          <span className="t3">
            {' '}
            {signs[measure.relation]} {t('findings.why.threshold')} {valueWords(measure.threshold, setting, lang)}
          </span>
        )}
      </dd>
    </div>
  );
}

/** 依据: the published sentence the rule comes from, or that it is a rule of this tool. */
export function Basis({ basis }: { basis: ModelWords['basis'] }) {
  const { t, lang } = useWords();
  return (
    <div className="col g4" style={{ marginTop: 6 }}>
      {basis.map((line) => (
        <div key={line.text.zh} className="note s12">
          {line.own ? (
            <span className="b t2">{t('findings.why.own')}</span>
          ) : (
            <span className="b t2">{inLang(line.source, lang)}</span>
          )}
          {t('common.colon')}
          {inLang(line.text, lang)}
        </div>
      ))}
    </div>
  );
}

const settingOf = (words: ModelWords, { setting }: Measure): Setting | undefined =>
  words.settings.find(({ name }) => name === setting);

/** A count takes the unit of its setting: 9 笔; money, shares and days carry their own. */
function valueWords(value: Measure['value'], setting: Setting | undefined, lang: Lang): string {
  const shown = showValue(value, lang);
  if (value.type !== 'count' && value.type !== 'number') return shown;
  return setting ? `${shown} ${inLang(setting.unit, lang)}` : shown;
}
