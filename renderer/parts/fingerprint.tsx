import { useWords } from '../app/words.ts';
import { phoneGroups } from './phone-groups.ts';

/** The groups for reading aloud; the full fingerprint on hover. */
export function Fingerprint({ text, large = false }: { text: string; large?: boolean }) {
  const { t } = useWords();
  return (
    <span className={large ? 'fingerprint large' : 'fingerprint'} title={`${t('report.seal.fullFingerprint')} ${text}`}>
      {phoneGroups(text).map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}
