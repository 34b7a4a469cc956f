import { Button, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { changeSettings, useSettings } from '../../app/settings.ts';
import { Status } from '../../app/status.tsx';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Head } from '../../parts/pane.tsx';
import { Answered } from '../../parts/states.tsx';
import { ActorField } from './actor-field.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { Doctor } from './doctor.tsx';
import { writeRecoverySheet } from './recovery-sheet.ts';

/** 设置: the window, the person, this case, the program. Changes hold at once. */
export function SettingsScreen() {
  const { t } = useWords();
  const { attempt, say } = useAsk();
  const settings = useSettings((store) => store.settings);
  const [changing, setChanging] = useState(false);
  const change = (next: Parameters<typeof changeSettings>[0]) => void attempt(() => changeSettings(next));
  const writeSheet = () =>
    attempt(async () => {
      const name = await writeRecoverySheet();
      if (name !== null) say(t('start.recoverySheet.written', { name }));
    });

  return (
    <div className="row g0 stretch full">
      <section className="pane col scroll grow">
        <Head tall title={t('settings.window')} />
        <Line label={t('settings.lang')}>
          <Select
            style={{ width: 200 }}
            aria-label={t('settings.lang')}
            value={settings.lang}
            onChange={(lang) => change({ lang })}
            options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`settings.langs.${value}`) }))}
          />
        </Line>
        <Line label={t('settings.theme')}>
          <Select
            style={{ width: 200 }}
            aria-label={t('settings.theme')}
            value={settings.theme}
            onChange={(theme) => change({ theme })}
            options={(['system', 'light', 'dark'] as const).map((value) => ({
              value,
              label: t(`settings.themes.${value}`),
            }))}
          />
        </Line>
        <Line label={t('settings.money')} note={t('settings.moneyNote')}>
          <Select
            style={{ width: 200 }}
            aria-label={t('settings.money')}
            value={settings.money}
            onChange={(money) => change({ money })}
            options={(['auto', 'yuan', 'wan'] as const).map((value) => ({
              value,
              label: t(`settings.moneys.${value}`),
            }))}
          />
        </Line>
        <Head tall title={t('settings.person')} />
        <Line label={t('settings.actor')} note={t('settings.actorNote')}>
          <ActorField value={settings.actor} save={(actor) => change({ actor })} />
        </Line>
        <Line label={t('settings.idle')} note={t('settings.idleNote')}>
          <span className="row">
            <InputNumber
              min={1}
              max={60}
              precision={0}
              style={{ width: 80 }}
              aria-label={t('settings.idle')}
              value={settings.idleMinutes}
              onChange={(minutes) => minutes !== null && change({ idleMinutes: minutes })}
            />
            {t('settings.idleUnit')}
          </span>
        </Line>
        <Head tall title={t('settings.thisCase')} />
        <Line label={t('settings.passphrase')} note={t('settings.passphraseNote')}>
          <Button onClick={() => setChanging(true)}>{t('settings.change')}</Button>
        </Line>
        <Line label={t('settings.recovery')} note={t('settings.recoveryNote')}>
          <Button onClick={() => void writeSheet()}>{t('settings.writeRecovery')}</Button>
        </Line>
      </section>
      <section className="pane col scroll" style={{ width: '44%' }}>
        <Doctor />
        <Program />
      </section>
      <Status>
        <span>{t('settings.atOnce')}</span>
      </Status>
      {changing && <ChangePassphrase close={() => setChanging(false)} />}
    </div>
  );
}

function Line({ label, note, children }: { label: ReactNode; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="setting">
      <span>{label}</span>
      <div className="col g4">
        <div>{children}</div>
        {note && <span className="s12 t3">{note}</span>}
      </div>
    </div>
  );
}

function Program() {
  const { t } = useWords();
  const info = useAnswer('app.info', {});
  return (
    <>
      <Head tall title={t('settings.program')} />
      <div className="sec">
        <Answered query={info}>
          {({ version, shell, sqlite, cipher, platform, node }) => (
            <dl className="kv">
              <dt>{t('settings.version')}</dt>
              <dd>{version}</dd>
              <dt>{t('settings.shell')}</dt>
              <dd>{t(`settings.shells.${shell}`)}</dd>
              <dt>{t('settings.engine')}</dt>
              <dd>SQLite {sqlite}</dd>
              <dt>{t('settings.cipher')}</dt>
              <dd>{cipher}</dd>
              <dt>{t('settings.platform')}</dt>
              <dd>
                {platform} · Node {node}
              </dd>
            </dl>
          )}
        </Answered>
      </div>
    </>
  );
}
