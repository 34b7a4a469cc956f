import { Checkbox, Input, Radio } from 'antd';
import { useWords } from '../../app/words.ts';
import type { SealWish, WishProps } from './seal-wish.ts';

/** How much of the case goes along, with or without the report, and for what. */
export function SealContent({ wish, change }: WishProps) {
  const { t } = useWords();
  return (
    <div className="form-grid" style={{ maxWidth: 640 }}>
      <span>{t('report.seal.profile')}</span>
      <Radio.Group
        aria-label={t('report.seal.profile')}
        className="col"
        style={{ gap: 8 }}
        value={wish.profile}
        onChange={(event) => change({ profile: event.target.value as SealWish['profile'], confirmed: false })}
      >
        {(['full', 'shared'] as const).map((profile) => (
          <Radio key={profile} value={profile}>
            <span className="b">{t(`report.seal.profiles.${profile}`)}</span>
            <br />
            <span className="s12 t2">{t(`report.seal.profileNotes.${profile}`)}</span>
          </Radio>
        ))}
      </Radio.Group>
      <label htmlFor="seal-purpose">{t('report.seal.purpose')}</label>
      <Input
        id="seal-purpose"
        maxLength={200}
        placeholder={t('report.seal.purposeHint')}
        value={wish.purpose}
        onChange={(event) => change({ purpose: event.target.value })}
      />
      <span />
      <Checkbox checked={wish.withReport} onChange={(event) => change({ withReport: event.target.checked })}>
        {t('report.seal.withReport')}
      </Checkbox>
    </div>
  );
}
