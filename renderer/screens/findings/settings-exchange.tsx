import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { inLang, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';

type Offer = Answer<'detect.settings-read'> & { readonly ticket: string };

/** 阈值设置 to and from other cases, in a file signed with the key of this profile. What a file would change is seen before it does. */
export function SettingsExchange() {
  const { t } = useWords();
  const { attempt, say } = useAsk();
  const [offer, setOffer] = useState<Offer | null>(null);
  const write = () =>
    attempt(async () => {
      const target = await client.chooseTarget('settings', t('findings.workshop.fileName'));
      if (!target) return;
      const written = await client.request('detect.settings-write', { target: target.ticket });
      client.collect(target.ticket, written.name);
      say(t('findings.workshop.written', { count: written.settings + written.own, name: written.name }));
    });
  const read = () =>
    attempt(async () => {
      const [file] = await client.chooseFiles('settings');
      if (!file) return;
      setOffer({ ...(await client.request('detect.settings-read', { ticket: file.ticket })), ticket: file.ticket });
    });
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'read', label: t('findings.workshop.read') },
            { key: 'write', label: t('findings.workshop.write') },
          ],
          onClick: ({ key }) => void (key === 'read' ? read() : write()),
        }}
      >
        <Button>{t('findings.workshop.exchange')}</Button>
      </Dropdown>
      {offer && <OfferDialog offer={offer} close={() => setOffer(null)} />}
    </>
  );
}

function OfferDialog({ offer, close }: { offer: Offer; close: () => void }) {
  const { t, lang } = useWords();
  const { say } = useAsk();
  const { ticket, file, signer, unknown, offered, own } = offer;
  return (
    <ReasonDialog
      width={680}
      title={t('findings.workshop.offer', { file })}
      okText={t('findings.workshop.apply', { count: offered.length + own.length })}
      reasonLabel={t('findings.workshop.why')}
      blocked={offered.length + own.length === 0}
      send={(reason) => client.request('detect.settings-read', { ticket, reason })}
      done={({ applied }) => {
        say(t('findings.workshop.applied', { count: applied }));
        close();
      }}
      close={close}
    >
      <div className="col g6" style={{ marginBottom: 8 }}>
        <span className="s12 t2">
          {t(signer.own ? 'findings.workshop.ownSigner' : 'findings.workshop.signer', { name: signer.name })}{' '}
          <span className="mono t3">{signer.fingerprint}</span>
        </span>
        {unknown.length > 0 && (
          <span className="s12 tone-mid">
            {t('findings.workshop.unknown', { models: unknown.join(t('common.listSeparator')) })}
          </span>
        )}
        {own.length > 0 && (
          <div className="col g4">
            <span className="b">{t('findings.workshop.own', { count: own.length })}</span>
            <ul className="lines s12">
              {own.map((each) => (
                <li key={each.model}>
                  <span className="col">
                    <span>
                      <b>{each.name}</b> {each.known && <span className="t3">{t('findings.workshop.ownKnown')}</span>}
                    </span>
                    <span className="t2">{inLang(each.words, lang)}</span>
                    <span className="t3">{each.reason}</span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {offered.length === 0 ? (
          own.length === 0 && <span>{t('findings.workshop.nothing')}</span>
        ) : (
          <div style={{ maxHeight: '40vh', overflow: 'auto' }}>
            <table className="g small free">
              <thead>
                <tr>
                  <th scope="col">{t('findings.cols.model')}</th>
                  <th scope="col">{t('findings.why.threshold')}</th>
                  <th scope="col" className="num">
                    {t('findings.workshop.here')}
                  </th>
                  <th scope="col" className="num">
                    {t('findings.workshop.there')}
                  </th>
                  <th scope="col">{t('findings.dispose.reason')}</th>
                </tr>
              </thead>
              <tbody>
                {offered.map((each) => (
                  <tr key={`${each.model} ${each.name}`}>
                    <td>{inLang(each.title, lang)}</td>
                    <td>{inLang(each.label, lang)}</td>
                    <td className="num">{figure(each.before)}</td>
                    <td className="num">
                      <b>{figure(each.after)}</b> <span className="t3">{inLang(each.unit, lang)}</span>
                    </td>
                    <td className="t2">{each.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </ReasonDialog>
  );
}

const figure = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 });
