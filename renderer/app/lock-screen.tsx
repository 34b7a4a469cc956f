import { IconLock } from '@tabler/icons-react';
import { Button, Input, type InputRef } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import type { Problem } from '../../shared/protocol/problem.ts';
import { client } from '../client/client.ts';
import { problemOf } from '../client/queries.ts';
import { ProblemNote } from '../parts/states.tsx';
import { leaveCase, showCase } from './events.ts';
import type { CaseInfo } from './store.ts';
import { useWords } from './words.ts';

/** Locked: nothing of the case is on the screen, not even its title; only the name its folder has on disk. */
export function LockScreen({ info }: { info: CaseInfo }) {
  const { t } = useWords();
  const field = useRef<InputRef>(null);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const { folder, actor, sample } = info;
      const request = sample
        ? client.request('case.open-sample', { actor })
        : client.request('case.open', { folder, passphrase, actor });
      showCase(await request);
    } catch (error) {
      const found = problemOf(error);
      if (!found) throw error;
      setProblem(found);
      setPassphrase('');
      field.current?.focus();
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="locked">
      <form onSubmit={(event) => void unlock(event)}>
        <h1 className="row s16 b">
          <IconLock size={20} stroke={1.5} aria-hidden />
          {t('frame.locked.title')}
        </h1>
        <p className="b">{info.folder.replace(/\.qycase$/, '')}</p>
        <p className="t2">{t(info.sample ? 'frame.locked.sample' : 'frame.locked.note')}</p>
        {!info.sample && (
          <Input.Password
            ref={field}
            autoFocus
            aria-label={t('frame.locked.passphrase')}
            placeholder={t('frame.locked.passphrase')}
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        )}
        {problem && <ProblemNote problem={problem} />}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={busy} disabled={passphrase === '' && !info.sample}>
            {t('frame.locked.unlock')}
          </Button>
          <span className="grow" />
          <Button type="text" onClick={leaveCase}>
            {t('frame.locked.other')}
          </Button>
        </div>
      </form>
    </main>
  );
}
