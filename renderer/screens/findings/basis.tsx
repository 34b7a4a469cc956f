import type { ModelWords } from '../../../shared/protocol/findings.requests.ts';
import { inLang, useWords } from '../../app/words.ts';

/** 依据: the published sentence the rule comes from, or that it is a rule of this tool. */
export function Basis({ basis }: { basis: ModelWords['basis'] }) {
  const { t, lang } = useWords();
  return (
    <div className="col g4">
      {basis.map((line) => (
        <div key={line.text.zh} className="note s12">
          <span className="b t2">{inLang(line.source, lang)}</span>
          {t('common.colon')}
          {inLang(line.text, lang)}
        </div>
      ))}
    </div>
  );
}
