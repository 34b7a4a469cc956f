import { IconLock } from '@tabler/icons-react';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Problem } from '../../shared/protocol/problem.ts';
import { client } from '../client/client.ts';
import { problemOf } from '../client/queries.ts';
import { ProblemNote } from '../parts/states.tsx';
import { leaveCase, showCase } from './events.ts';
import type { CaseInfo } from './store.ts';
import { Classification } from './top-bar.tsx';
import { useWords } from './words.ts';

/** Locked: nothing of the case is on the screen but its name. The passphrase leads back to the same view. */
export function LockScreen({ info }: { info: CaseInfo }) {
  const { t } = useWords();
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      showCase(await client.request('case.open', { folder: info.folder, passphrase, actor: info.actor }));
    } catch (error) {
      const found = problemOf(error);
      if (!found) throw error;
      setProblem(found);
      setPassphrase('');
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
        <div className="row wrap">
          <span className="b">{info.title}</span>
          {info.number && <span className="mono t3 s12">{info.number}</span>}
          <Classification value={info.classification} />
        </div>
        <p className="t2">{t('frame.locked.note')}</p>
        <Input.Password
          autoFocus
          aria-label={t('frame.locked.passphrase')}
          placeholder={t('frame.locked.passphrase')}
          autoComplete="off"
          value={passphrase}
          disabled={busy}
          onChange={(event) => setPassphrase(event.target.value)}
        />
        {problem && <ProblemNote problem={problem} />}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={busy} disabled={passphrase === ''}>
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
