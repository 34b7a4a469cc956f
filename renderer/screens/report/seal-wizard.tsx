import { IconShieldLock } from '@tabler/icons-react';
import { Button, Steps } from 'antd';
import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { isUsable, noPassphrase } from '../../parts/new-passphrase.ts';
import { Head } from '../../parts/pane.tsx';
import { ProgressBar } from '../../parts/progress.tsx';
import { SealedFile } from '../start/sealed-file.tsx';
import { useCaseInfo } from './case-info.ts';
import { fileStem } from './file-name.ts';
import { SealCheck } from './seal-check.tsx';
import { SealContent } from './seal-content.tsx';
import { SealDone } from './seal-done.tsx';
import { SealReceiver } from './seal-receiver.tsx';
import { noWish, recipientsOf, type Sealed, type SealWish } from './seal-wish.ts';

const steps = ['content', 'receiver', 'check', 'done'] as const;

/** 封存移送: content, receiver and key, the check list, and what the sealed file says of itself. */
export function SealWizard() {
  const { t } = useWords();
  const { attempt } = useAsk();
  const info = useCaseInfo();
  const [wish, setWish] = useState(noWish);
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [sealed, setSealed] = useState<Sealed>();
  const [verifying, setVerifying] = useState(false);
  const preview = useAnswer('seal.preview', { profile: wish.profile });
  const step = steps[at] ?? 'content';
  const hasKey = wish.way === 'passphrase' ? isUsable(wish.passphrase) : recipientsOf(wish).length > 0;
  const ready = { content: preview.data !== undefined, receiver: hasKey, check: wish.confirmed, done: true }[step];
  const change = (part: Partial<SealWish>) => setWish({ ...wish, ...part });

  const seal = async () => {
    await attempt(async () => {
      const target = await client.chooseTarget('seal', `${fileStem(info)}.qyseal`);
      if (!target) return;
      setBusy(true);
      const { profile, purpose, withReport } = wish;
      const to = wish.way === 'passphrase' ? { passphrase: wish.passphrase.text } : { recipients: recipientsOf(wish) };
      const answer = await client.request('seal.write', { target: target.ticket, to, profile, purpose, withReport });
      client.collect(target.ticket, answer.name);
      client.collect(target.ticket, answer.signatureName);
      setSealed(answer);
      setWish({ ...wish, passphrase: noPassphrase });
      setAt(steps.indexOf('done'));
    });
    setBusy(false);
  };
  const again = () => {
    setWish(noWish);
    setSealed(undefined);
    setAt(0);
  };

  return (
    <>
      <Head
        tall
        icon={<IconShieldLock size={18} stroke={1.5} color="var(--accent)" className="none" aria-hidden />}
        title={t('report.seal.title')}
        sub={t('report.seal.sub')}
        extra={<Button onClick={() => setVerifying(true)}>{t('report.seal.verify')}</Button>}
      />
      <div className="wizard-steps">
        <Steps size="small" current={at} items={steps.map((name) => ({ title: t(`report.seal.steps.${name}`) }))} />
      </div>
      <div className="grow scroll" style={{ padding: '16px 24px' }}>
        {step === 'content' && <SealContent wish={wish} change={change} />}
        {step === 'receiver' && <SealReceiver wish={wish} change={change} />}
        {step === 'check' && <SealCheck wish={wish} change={change} />}
        {step === 'done' && sealed && <SealDone sealed={sealed} wish={wish} />}
        {busy && <ProgressBar wide />}
      </div>
      <div className="foot" style={{ padding: '0 24px' }}>
        {step !== 'done' && at > 0 && <Button onClick={() => setAt(at - 1)}>{t('common.back')}</Button>}
        <span className="grow" />
        {step === 'check' && <span className="s12 t3 mono">{fileStem(info)}.qyseal</span>}
        {step === 'check' && (
          <Button
            type="primary"
            icon={<IconShieldLock size={16} stroke={1.5} />}
            loading={busy}
            disabled={!ready}
            onClick={() => void seal()}
          >
            {t('report.seal.seal')}
          </Button>
        )}
        {(step === 'content' || step === 'receiver') && (
          <Button type="primary" disabled={!ready} onClick={() => setAt(at + 1)}>
            {t('common.next')}
            {t('common.colon')}
            {t(`report.seal.steps.${steps[at + 1] ?? 'done'}`)}
          </Button>
        )}
        {step === 'done' && <Button onClick={again}>{t('report.seal.another')}</Button>}
      </div>
      {verifying && <SealedFile close={() => setVerifying(false)} />}
    </>
  );
}
