import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import type { Problem } from '../../../shared/protocol/problem.ts';
import type { Ask } from '../../../shared/protocol/requests.ts';
import { showCase } from '../../app/events.ts';
import { useShortcuts } from '../../app/keyboard.ts';
import { changeSettings, useSettings } from '../../app/settings.ts';
import { useApp } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { problemOf } from '../../client/queries.ts';
import { isUsable, noPassphrase } from '../../parts/new-passphrase.ts';
import { PassphraseFields } from '../../parts/passphrase.tsx';
import { ProblemNote } from '../../parts/states.tsx';

type Classification = NonNullable<Ask<'case.create'>['classification']>;
const classifications = ['内部', '秘密', '机密', '绝密'] as const;

/** One column from the title to the tick; the warning on lost passphrases is the only coloured block. */
export function CreateCase() {
  const { t } = useWords();
  const form = useRef<HTMLDivElement>(null);
  const actor = useSettings((store) => store.settings.actor);
  const [wish, setWish] = useState({ title: '', number: '', unit: '', folder: '', actor });
  const [classification, setClassification] = useState<Classification>('内部');
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [understood, setUnderstood] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const ready = wish.title.trim() !== '' && isUsable(passphrase) && understood && !busy;

  const create = async () => {
    if (!ready) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const { folder, ...named } = wish;
      const info = await client.request('case.create', {
        ...named,
        ...(folder.trim() === '' ? {} : { folder: folder.trim() }),
        classification,
        passphrase: passphrase.text,
      });
      if (wish.actor !== actor) await changeSettings({ actor: wish.actor });
      showCase(info);
      useApp.getState().keep('recovery-sheet.offer', true);
    } catch (error) {
      const found = problemOf(error);
      if (!found) throw error;
      setProblem(found);
    } finally {
      setBusy(false);
    }
  };
  useShortcuts('everywhere', [{ keys: 'Ctrl+Enter', label: t('start.create.submit'), run: () => void create() }], form);

  const text = (name: keyof typeof wish, className?: string, placeholder?: string) => (
    <Input
      aria-label={t(`start.create.${name === 'title' ? 'name' : name}`)}
      {...(className ? { className } : {})}
      {...(placeholder ? { placeholder } : {})}
      maxLength={200}
      value={wish[name]}
      onChange={(event) => setWish({ ...wish, [name]: event.target.value })}
    />
  );

  return (
    <div ref={form}>
      <h2 className="s20 b">{t('start.create.title')}</h2>
      <p className="t2" style={{ margin: '2px 0 16px' }}>
        {t('start.create.note')}
      </p>
      <Form layout="vertical">
        <Form.Item label={t('start.create.name')} required>
          {text('title')}
        </Form.Item>
        <div className="row g12 top">
          <Form.Item label={t('start.create.number')} style={{ flex: 1 }}>
            {text('number', 'mono')}
          </Form.Item>
          <Form.Item label={t('start.create.classification')} style={{ width: 128 }}>
            <Select
              aria-label={t('start.create.classification')}
              value={classification}
              onChange={setClassification}
              options={classifications.map((value) => ({ value, label: t(`common.classification.${value}`) }))}
            />
          </Form.Item>
        </div>
        <div className="row g12 top">
          <Form.Item label={t('start.create.unit')} style={{ flex: 1 }}>
            {text('unit')}
          </Form.Item>
          <Form.Item label={t('start.create.actor')} style={{ width: 128 }}>
            {text('actor', undefined, t('start.create.actorNote'))}
          </Form.Item>
        </div>
        <Form.Item
          label={
            <span>
              {t('start.create.folder')} <span className="t3 s12">{t('start.create.folderNote')}</span>
            </span>
          }
        >
          {text('folder', undefined, t('start.create.folderHint'))}
        </Form.Item>
        <PassphraseFields label={t('start.create.passphrase')} value={passphrase} onChange={setPassphrase} />
        <div className="warning" style={{ marginBottom: 12 }}>
          <IconAlertTriangle
            size={16}
            stroke={1.5}
            color="var(--mid)"
            className="none"
            style={{ marginTop: 2 }}
            aria-hidden
          />
          <span>{t('start.create.warning')}</span>
        </div>
        <div style={{ marginBottom: 14 }}>
          <Checkbox checked={understood} onChange={(event) => setUnderstood(event.target.checked)}>
            {t('start.create.understood')}
          </Checkbox>
        </div>
        {problem && (
          <div style={{ marginBottom: 12 }}>
            <ProblemNote problem={problem} />
          </div>
        )}
        <div className="row">
          <Button
            type="primary"
            size="large"
            icon={<IconPlus size={16} stroke={1.5} />}
            disabled={!ready}
            loading={busy}
            onClick={() => void create()}
          >
            {t('start.create.submit')}
          </Button>
          <kbd className="kbd">Ctrl Enter</kbd>
        </div>
      </Form>
    </div>
  );
}
