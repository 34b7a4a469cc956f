import { Button, Form, Input } from 'antd';
import { useWords } from '../app/words.ts';
import { client } from '../client/client.ts';
import { useAsk } from './ask.ts';
import { type NewPassphrase, strengthBars, strengthOf } from './new-passphrase.ts';

/** Two fields, a strength, and a button that suggests six words. Password fields keep input methods out. */
export function PassphraseFields({
  label,
  value,
  onChange,
}: {
  label: string;
  value: NewPassphrase;
  onChange: (value: NewPassphrase) => void;
}) {
  const { t } = useWords();
  const { attempt } = useAsk();
  const suggest = async () => {
    const answer = await attempt(() => client.request('case.suggest-passphrase', {}));
    if (answer) onChange({ text: answer.passphrase, again: answer.passphrase, suggested: answer.passphrase });
  };
  const differ = value.again !== '' && value.text !== value.again;
  return (
    <>
      <div className="row g12 top">
        <Form.Item label={label} required style={{ flex: 1 }}>
          <Input.Password
            aria-label={label}
            autoComplete="new-password"
            value={value.text}
            onChange={(event) => onChange({ ...value, text: event.target.value, suggested: null })}
          />
        </Form.Item>
        <Form.Item
          label={t('start.create.again')}
          required
          style={{ flex: 1 }}
          {...(differ ? { validateStatus: 'error' as const, help: t('start.create.differ') } : {})}
        >
          <Input.Password
            aria-label={`${label} ${t('start.create.again')}`}
            autoComplete="new-password"
            value={value.again}
            onChange={(event) => onChange({ ...value, again: event.target.value })}
          />
        </Form.Item>
      </div>
      <StrengthLine text={value.text} suggest={() => void suggest()} />
      {value.suggested && (
        <div className="well" style={{ marginBottom: 12 }}>
          <span className="s12 t2">{t('start.create.suggested')}</span>
          <div className="mono b s14" style={{ userSelect: 'text', overflowWrap: 'anywhere' }}>
            {value.suggested}
          </div>
        </div>
      )}
    </>
  );
}

function StrengthLine({ text, suggest }: { text: string; suggest: () => void }) {
  const { t } = useWords();
  const strength = strengthOf(text);
  const letters = [...text.normalize('NFKC').trim()].length;
  return (
    <div className="row" style={{ margin: '-4px 0 12px' }}>
      <span className="row g4 none" style={{ width: 120 }} aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <i
            key={bar}
            style={{ height: 4, flex: 1, background: bar <= strengthBars[strength] ? 'var(--accent)' : 'var(--line)' }}
          />
        ))}
      </span>
      <span className="s12 t2 grow" role="status">
        {t('start.create.strength')} {t(`start.create.strengths.${strength}`)}
        {letters > 0 && `${t('common.comma')}${t('start.create.letters', { count: letters })}`}
      </span>
      <Button size="small" onClick={suggest}>
        {t('start.create.suggest')}
      </Button>
    </div>
  );
}
