import type { Answer } from '../../../shared/protocol/requests.ts';
import { useWords } from '../../app/words.ts';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { bytesText, countText, instantText } from '../../parts/show.ts';

/** What a sealed file says of itself, once its seal has been verified. */
export function SealFactsList({ facts }: { facts: Answer<'seal.verify'> }) {
  const { t } = useWords();
  const profile =
    facts.profile === 'full' || facts.profile === 'shared'
      ? t(`start.sealed.profiles.${facts.profile}`)
      : facts.profile;
  const bytes = facts.members.reduce((sum, member) => sum + member.bytes, 0);
  return (
    <dl className="kv">
      <dt>{t('start.sealed.case')}</dt>
      <dd>
        {facts.case.title} <span className="mono t3">{facts.case.number}</span>
      </dd>
      <dt>{t('start.sealed.signer')}</dt>
      <dd>
        {facts.signer.name}{' '}
        <span className={facts.signer.known ? 'chip ok' : 'chip mid'}>
          {t(facts.signer.known ? 'start.sealed.known' : 'start.sealed.unknownSigner')}
        </span>
      </dd>
      <dt>{t('start.sealed.fingerprint')}</dt>
      <dd>
        <Fingerprint text={facts.signer.fingerprint} />
      </dd>
      <dt>{t('start.sealed.sealedAt')}</dt>
      <dd>{instantText(facts.sealedAt)}</dd>
      {facts.purpose && <dt>{t('start.sealed.purpose')}</dt>}
      {facts.purpose && <dd>{facts.purpose}</dd>}
      <dt>{t('start.sealed.profile')}</dt>
      <dd>{profile}</dd>
      <dt>{t('start.sealed.members')}</dt>
      <dd>
        {countText(facts.members.length)} <span className="t3">{bytesText(bytes)}</span>
      </dd>
    </dl>
  );
}
