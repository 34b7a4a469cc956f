import { IconArchive, IconKey, IconLock } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Problem } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { showCase } from '../../app/events.ts';
import { useSettings } from '../../app/settings.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/queries.ts';
import { Instant } from '../../parts/instant.tsx';
import { Answered, Empty, ProblemNote } from '../../parts/states.tsx';
import { RecoverCase } from './recover-case.tsx';
import { SealedFile } from './sealed-file.tsx';

type CaseRow = Answer<'case.list'>['cases'][number];

/** The cases of this machine, the last opened first, and the passphrase of the chosen one beside them. */
export function OpenCase({ cases }: { cases: UseQueryResult<Answer<'case.list'>, Error> }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<string>();
  const [dialog, setDialog] = useState<'recovery' | 'sealed'>();
  const all = cases.data?.cases.filter(({ sample }) => !sample) ?? [];
  const current = all.find(({ folder }) => folder === chosen) ?? all[0];
  return (
    <section>
      <div className="row" style={{ marginBottom: 8 }}>
        <h2 className="s14 b">{t('start.open.title')}</h2>
        <span className="s12 t3 ell grow">{t('start.open.note')}</span>
        <Button icon={<IconKey size={16} stroke={1.5} />} disabled={!current} onClick={() => setDialog('recovery')}>
          {t('start.open.recovery')}
        </Button>
        <Button icon={<IconArchive size={16} stroke={1.5} />} onClick={() => setDialog('sealed')}>
          {t('start.open.sealed')}
        </Button>
      </div>
      <div className="boxed">
        <Answered query={cases}>
          {() =>
            current ? (
              <>
                <CaseTable cases={all} current={current} choose={setChosen} />
                <Unlock key={current.folder} chosen={current} />
              </>
            ) : (
              <Empty title={t('start.open.none')} note={t('start.open.noneNote')} />
            )
          }
        </Answered>
      </div>
      {dialog === 'recovery' && current && <RecoverCase folder={current.folder} close={() => setDialog(undefined)} />}
      {dialog === 'sealed' && <SealedFile close={() => setDialog(undefined)} mayOpen />}
    </section>
  );
}

function CaseTable({
  cases,
  current,
  choose,
}: {
  cases: readonly CaseRow[];
  current: CaseRow;
  choose: (folder: string) => void;
}) {
  const { t } = useWords();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = step === 0 ? undefined : cases[cases.indexOf(current) + step];
    if (!next) return;
    event.preventDefault();
    choose(next.folder);
  };
  return (
    <div style={{ maxHeight: 252, overflow: 'auto' }}>
      <table className="g mapping" role="grid" tabIndex={0} aria-label={t('start.open.title')} onKeyDown={onKeyDown}>
        <colgroup>
          <col />
          <col style={{ width: 140 }} />
          <col style={{ width: 44 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('start.open.folder')}</th>
            <th>{t('start.open.lastOpened')}</th>
            <th>
              <span className="unseen">{t('frame.lock')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {cases.map((each) => (
            <tr
              key={each.folder}
              className="pick"
              aria-selected={each.folder === current.folder}
              onClick={() => choose(each.folder)}
            >
              <td className="b">{each.title}</td>
              <td className="t2">{each.lastOpened ? <Instant at={each.lastOpened} /> : t('start.open.never')}</td>
              <td>
                <IconLock size={16} stroke={1.5} color="var(--text3)" aria-hidden />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Unlock({ chosen }: { chosen: CaseRow }) {
  const { t } = useWords();
  const { actor, idleMinutes } = useSettings((store) => store.settings);
  const field = useRef<HTMLDivElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const open = async (acceptOlder: boolean) => {
    setBusy(true);
    setProblem(undefined);
    try {
      showCase(await client.request('case.open', { folder: chosen.folder, passphrase, actor, acceptOlder }));
    } catch (error) {
      const found = problemOf(error);
      if (!found) throw error;
      setProblem(found);
      field.current?.querySelector('input')?.select();
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void open(false);
  };

  return (
    <form onSubmit={submit} style={{ borderTop: '1px solid var(--line)', background: 'var(--sunken)' }}>
      <div className="row" style={{ padding: '10px 12px' }} ref={field}>
        <span className="t2 ell" style={{ maxWidth: 240 }}>
          {t('start.open.which', { name: chosen.title })}
        </span>
        <Input.Password
          autoFocus
          style={{ width: 240 }}
          placeholder={t('start.open.passphrase')}
          aria-label={t('start.open.passphrase')}
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={busy} disabled={passphrase === ''}>
          {t('start.open.unlock')}
        </Button>
        <span className="grow" />
        <span className="t3 s12 nw">{t('start.open.idle', { minutes: idleMinutes })}</span>
      </div>
      {problem && (
        <div style={{ padding: '0 12px 10px' }}>
          <ProblemNote
            problem={problem}
            action={
              problem.code === 'case.rolled-back' && (
                <Button size="small" onClick={() => void open(true)}>
                  {t('start.open.acceptOlder')}
                </Button>
              )
            }
          />
        </div>
      )}
    </form>
  );
}
