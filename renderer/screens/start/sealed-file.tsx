import { IconCheck, IconFileSpreadsheet } from '@tabler/icons-react';
import { Button, Form, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { showCase } from '../../app/events.ts';
import { useSettings } from '../../app/settings.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import type { ChosenFile } from '../../client/parts.ts';
import { problemOf } from '../../client/queries.ts';
import { isUsable, noPassphrase } from '../../parts/new-passphrase.ts';
import { PassphraseFields } from '../../parts/passphrase.tsx';
import { ProgressBar } from '../../parts/progress.tsx';
import { bytesText } from '../../parts/show.ts';
import { ProblemNote } from '../../parts/states.tsx';
import { SealFactsList } from '../report/seal-facts.tsx';

/** A received sealed file: verify first, see what it says of itself, then (on the start screen) make a new case of it. */
export function SealedFile({ close, mayOpen = false }: { close: () => void; mayOpen?: boolean }) {
  const { t } = useWords();
  const actor = useSettings((store) => store.settings.actor);
  const [file, setFile] = useState<ChosenFile>();
  const [kind, setKind] = useState<'passphrase' | 'identity'>('passphrase');
  const [secret, setSecret] = useState('');
  const [facts, setFacts] = useState<Answer<'seal.verify'>>();
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [folder, setFolder] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const key = kind === 'passphrase' ? { passphrase: secret } : { identity: secret };

  const attempt = async (deed: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await deed();
    } catch (error) {
      const found = problemOf(error);
      if (!found) throw error;
      setProblem(found);
    } finally {
      setBusy(false);
    }
  };
  const choose = () =>
    attempt(async () => {
      const [chosen] = await client.chooseFiles('sealed');
      if (!chosen) return;
      setFile(chosen);
      setFacts(undefined);
    });
  const verify = () =>
    attempt(async () => {
      setFacts(undefined);
      if (file) setFacts(await client.request('seal.verify', { ticket: file.ticket, key }));
    });
  const open = () =>
    attempt(async () => {
      if (!file) return;
      const named = folder.trim() === '' ? {} : { folder: folder.trim() };
      const made = await client.request('seal.open', {
        ticket: file.ticket,
        key,
        ...named,
        passphrase: passphrase.text,
        actor,
      });
      showCase(await client.request('case.open', { folder: made.folder, passphrase: passphrase.text, actor }));
    });

  return (
    <Modal open centered width={640} title={t('start.sealed.title')} onCancel={close} footer={null}>
      <Form layout="vertical">
        <div className="row" style={{ marginBottom: 12 }}>
          <Button icon={<IconFileSpreadsheet size={16} stroke={1.5} />} onClick={() => void choose()}>
            {t('start.sealed.choose')}
          </Button>
          {file && <span className="ell b">{file.name}</span>}
          {file && <span className="t3 s12 nw">{bytesText(file.bytes)}</span>}
        </div>
        <div className="row g12 top">
          <Form.Item label={t('start.sealed.keyKind')}>
            <Segmented
              value={kind}
              onChange={(next) => {
                setKind(next);
                setSecret('');
              }}
              options={[
                { value: 'passphrase' as const, label: t('start.sealed.byPassphrase') },
                { value: 'identity' as const, label: t('start.sealed.byIdentity') },
              ]}
            />
          </Form.Item>
          <Form.Item label={t(`start.sealed.${kind}`)} style={{ flex: 1 }}>
            <Input.Password
              aria-label={t(`start.sealed.${kind}`)}
              autoComplete="off"
              {...(kind === 'identity' ? { placeholder: t('start.sealed.identityHint') } : {})}
              value={secret}
              onChange={(event) => setSecret(event.target.value)}
              onPressEnter={() => void verify()}
            />
          </Form.Item>
          <Form.Item label=" ">
            <Button
              type={facts ? 'default' : 'primary'}
              loading={busy && !facts}
              disabled={!file || secret === ''}
              onClick={() => void verify()}
            >
              {t('start.sealed.verify')}
            </Button>
          </Form.Item>
        </div>
      </Form>
      {busy && <ProgressBar wide />}
      {problem && <ProblemNote problem={problem} />}
      {facts && (
        <div className="col g12">
          <span className="chip ok" style={{ width: 'fit-content' }}>
            <IconCheck size={14} stroke={2.2} aria-hidden />
            {t('start.sealed.unchanged')}
          </span>
          <SealFactsList facts={facts} />
        </div>
      )}
      {facts && mayOpen && (
        <div style={{ borderTop: '1px solid var(--line)', marginTop: 12, paddingTop: 12 }}>
          <p className="t2" style={{ marginBottom: 8 }}>
            {t('start.sealed.newCase')}
          </p>
          <Form layout="vertical">
            <Form.Item label={`${t('start.create.folder')}　${t('start.create.folderNote')}`}>
              <Input
                aria-label={t('start.create.folder')}
                placeholder={t('start.create.folderHint')}
                value={folder}
                onChange={(event) => setFolder(event.target.value)}
              />
            </Form.Item>
            <PassphraseFields label={t('start.sealed.newPassphrase')} value={passphrase} onChange={setPassphrase} />
            <div className="row end">
              <Button type="primary" loading={busy} disabled={!isUsable(passphrase)} onClick={() => void open()}>
                {t('start.sealed.make')}
              </Button>
            </div>
          </Form>
        </div>
      )}
    </Modal>
  );
}
