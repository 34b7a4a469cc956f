import type { Answer } from '../../../shared/protocol/requests.ts';
import { useWords } from '../../app/words.ts';
import { bytesText, countText, groupsOfFour, instantText } from '../../parts/show.ts';

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

/** A fingerprint in groups of four, for reading aloud over the telephone. */
export function Fingerprint({ text, large = false }: { text: string; large?: boolean }) {
  const groups = groupsOfFour(text);
  return (
    <span className={large ? 'fingerprint large' : 'fingerprint'}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its position
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}
