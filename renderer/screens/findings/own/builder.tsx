import { Input, Modal, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { faultParams, ownFaults } from '../../../../shared/ontology/own-model.ts';
import { ownViewById, ownViews } from '../../../../shared/ontology/own-views.ts';
import { definitionWords } from '../../../../shared/ontology/own-words.ts';
import { inLang, problemWords, useWords } from '../../../app/words.ts';
import { client } from '../../../client/client.ts';
import { useAsk } from '../../../parts/ask.ts';
import { Required } from '../../../parts/form.tsx';
import { bandOf } from '../../../parts/risk.tsx';
import { Conditions } from './conditions.tsx';
import { blankFor, type Draft, viewOf } from './draft.ts';
import { DraftTrial } from './draft-trial.tsx';
import { Groupings } from './groupings.tsx';
import { Measures } from './measures.tsx';

/** 自建模型的表单: table, conditions, groups, thresholds and words on the left; what it would find and what is still missing on the right. */
export function Builder({
  model,
  from,
  saved: tell,
  close,
}: {
  model?: string;
  from: Draft;
  saved?: (model: string) => void;
  close: () => void;
}) {
  const { t, lang } = useWords();
  const { attempt, say } = useAsk();
  const [draft, setDraft] = useState(from);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const view = viewOf(draft);
  const faults = ownFaults(draft);
  const isReady = faults.length === 0 && reason.trim() !== '' && !busy;
  const set = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  const save = async () => {
    if (!isReady) return;
    setBusy(true);
    const definition = {
      ...draft,
      name: draft.name.trim(),
      innocent: draft.innocent.filter((each) => each.trim() !== ''),
    };
    const saved = await attempt(() =>
      client.request('own.save', { definition, reason: reason.trim(), ...(model === undefined ? {} : { model }) }),
    );
    setBusy(false);
    if (!saved) return;
    say(t('own.done', { version: saved.version }));
    tell?.(saved.model);
    close();
  };
  return (
    <Modal
      open
      centered
      width="min(1200px, calc(100vw - 48px))"
      title={model === undefined ? t('own.new') : t('own.editTitle', { name: from.name })}
      okText={
        <>
          {t('own.save')} <span className="s12">{t('own.saveKeys')}</span>
        </>
      }
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !isReady, loading: busy }}
      mask={{ closable: false }}
      onOk={() => void save()}
      onCancel={close}
    >
      <div
        className="own-builder"
        role="group"
        aria-label={t('own.button')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void save();
        }}
      >
        <div className="col own-form">
          <Part title={t('own.name')} required>
            <Input
              autoFocus
              size="small"
              aria-label={t('own.name')}
              placeholder={t('own.namePlaceholder')}
              maxLength={60}
              value={draft.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          </Part>
          <Part title={t('own.explanation')} required>
            <Input
              size="small"
              aria-label={t('own.explanation')}
              placeholder={t('own.explanationPlaceholder')}
              maxLength={1000}
              value={draft.explanation}
              onChange={(event) => set({ explanation: event.target.value })}
            />
          </Part>
          <Part title={t('own.view')} note={inLang(view.note, lang)}>
            <Select
              size="small"
              aria-label={t('own.view')}
              style={{ width: 280 }}
              value={view.id}
              onChange={(id: string) => set(blankFor(ownViewById.get(id)!))}
              options={ownViews.map(({ id, words }) => ({ value: id, label: inLang(words, lang) }))}
            />
          </Part>
          <Part title={t('own.conditions')}>
            <Conditions view={view} where={draft.where} change={(where) => set({ where })} />
          </Part>
          <Part title={t('own.groups')} note={t('own.groupsNote')}>
            <Groupings view={view} groups={draft.groups} change={(groups) => set({ groups })} />
          </Part>
          <Part title={t('own.measures')} note={t('own.measuresNote')}>
            <Measures
              view={view}
              groups={draft.groups}
              measures={draft.measures}
              change={(measures) => set({ measures })}
            />
          </Part>
          <Part title={t('own.severity')}>
            <Segmented
              size="small"
              style={{ alignSelf: 'start' }}
              aria-label={t('own.severity')}
              value={draft.severity}
              onChange={(severity) => set({ severity })}
              options={([1, 2, 3, 4] as const).map((value) => ({
                value,
                label: `${value} ${t(`common.risk.${bandOf(value)}`)}`,
              }))}
            />
          </Part>
          <Part title={t('own.innocent')} required>
            <Input.TextArea
              rows={2}
              aria-label={t('own.innocent')}
              placeholder={t('own.innocentPlaceholder')}
              maxLength={2000}
              value={draft.innocent.join('\n')}
              onChange={(event) =>
                set({ innocent: event.target.value === '' ? [] : event.target.value.split('\n').slice(0, 10) })
              }
            />
          </Part>
          <Part title={t('own.reason')} required>
            <Input
              size="small"
              aria-label={t('own.reason')}
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Part>
        </div>
        <aside className="col own-aside" aria-label={t('own.trial')} tabIndex={0}>
          <Part title={t('own.definition')}>
            <span className="s12 t2">{inLang(definitionWords(draft), lang)}</span>
          </Part>
          <Part title={t('own.trial')}>
            <DraftTrial draft={draft} />
          </Part>
          {faults.length > 0 && (
            <Part title={t('own.toMend')}>
              <ul className="lines s12" aria-live="polite">
                {[
                  ...new Set(
                    faults.map((fault) =>
                      problemWords({ code: `own-model.${fault.code}`, params: faultParams(fault) }, lang),
                    ),
                  ),
                ].map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </Part>
          )}
        </aside>
      </div>
    </Modal>
  );
}

const Part = ({
  title,
  note,
  required = false,
  children,
}: {
  title: string;
  note?: string;
  required?: boolean;
  children: ReactNode;
}) => (
  <section className="col g4">
    <div className="row g6">
      <h3 className="h3 none">{title}</h3>
      {required && <Required />}
      {note && <span className="s12 t3 ell">{note}</span>}
    </div>
    {children}
  </section>
);
