import { Form, Input, Segmented } from 'antd';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { PassphraseFields } from '../../parts/passphrase.tsx';
import type { WishProps } from './seal-wish.ts';

/** Who can open it: whoever knows a passphrase, or the holders of certain keys. */
export function SealReceiver({ wish, change }: WishProps) {
  const { t } = useWords();
  const { copy } = useAsk();
  const identity = useAnswer('seal.identity', {});
  return (
    <Form layout="vertical" style={{ maxWidth: 640 }}>
      <Form.Item label={t('report.seal.way')}>
        <Segmented
          value={wish.way}
          onChange={(way) => change({ way, confirmed: false })}
          options={(['passphrase', 'recipients'] as const).map((value) => ({
            value,
            label: t(`report.seal.ways.${value}`),
          }))}
        />
      </Form.Item>
      {wish.way === 'passphrase' ? (
        <>
          <PassphraseFields
            label={t('report.seal.passphrase')}
            value={wish.passphrase}
            onChange={(passphrase) => change({ passphrase, confirmed: false })}
          />
          <p className="note mid">{t('report.seal.passphraseNote')}</p>
        </>
      ) : (
        <>
          <Form.Item label={t('report.seal.recipients')} help={t('report.seal.recipientsNote')}>
            <Input.TextArea
              className="mono"
              rows={4}
              spellCheck={false}
              aria-label={t('report.seal.recipients')}
              placeholder={t('report.seal.recipientsHint')}
              value={wish.recipients}
              onChange={(event) => change({ recipients: event.target.value, confirmed: false })}
            />
          </Form.Item>
          {identity.data && (
            <div className="well" style={{ marginTop: 16 }}>
              <div className="row between">
                <span className="h3">{t('report.seal.own')}</span>
                <button type="button" className="link s12" onClick={() => void copy('text', identity.data.recipient)}>
                  {t('common.copy')}
                </button>
              </div>
              <div className="mono s12" style={{ overflowWrap: 'anywhere' }}>
                {identity.data.recipient}
              </div>
              <div className="s12 t3">{t('report.seal.ownNote')}</div>
            </div>
          )}
        </>
      )}
    </Form>
  );
}
