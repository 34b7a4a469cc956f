import { Checkbox, Input, Modal, Radio, Select } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { addDays } from '../../../shared/evidence/day.ts';
import { handModel } from '../../../shared/ontology/hand-finding.ts';
import type { FindingStatus } from '../../../shared/protocol/parts.ts';
import { isComposing } from '../../app/keyboard.ts';
import { useWords } from '../../app/words.ts';
import { type ReasonCode, reasonCodes } from './dispositions.ts';
import { today } from './late.ts';

/** 不再提示 for so many days. */
const spans = [30, 90, 180, 365] as const;

/** A finding that is to be decided on; `counter` is what is known against it. */
export interface Target {
  readonly id: number;
  readonly number: string;
  readonly counter: string;
  /** what made it */
  readonly model: string;
}

export interface Decision {
  readonly status: FindingStatus;
  readonly reasonCode?: ReasonCode;
  readonly reason: string;
  readonly counter?: string;
  /** 不再提示 until this day */
  readonly suppressUntil?: string;
}

/** Asks for what a decision rests on: a reason code to exclude, counter-evidence to confirm, words in any case. Digits choose the code. */
export function DisposeDialog({
  status,
  noting,
  targets,
  decide,
  close,
}: {
  status: FindingStatus;
  /** the status stays, only words are added */
  noting: boolean;
  targets: readonly Target[];
  decide: (decision: Decision) => Promise<boolean>;
  close: () => void;
}) {
  const { t } = useWords();
  const [code, setCode] = useState<ReasonCode>('normal-business');
  const [reason, setReason] = useState('');
  const [counter, setCounter] = useState(targets[0]?.counter ?? '');
  const [silent, setSilent] = useState(false);
  const [span, setSpan] = useState<number>(180);
  const [busy, setBusy] = useState(false);
  const until = addDays(today(), span);
  const excludes = status === 'excluded';
  // nobody prompts what people find by hand
  const maySilence = excludes && targets.every(({ model }) => model !== handModel);
  const confirms = status === 'confirmed';
  const lacking =
    ((noting || confirms || status === 'doubtful') && reason.trim() === '' && t('findings.dispose.notEmpty')) ||
    (excludes && code === 'other' && reason.trim() === '' && t('findings.dispose.reasonNeeded')) ||
    (confirms && counter.trim() === '' && t('findings.dispose.needCounter')) ||
    '';

  const ok = async () => {
    if (lacking || busy) return;
    setBusy(true);
    const done = await decide({
      status,
      reason: reason.trim(),
      ...(excludes ? { reasonCode: code } : {}),
      ...(maySilence && silent ? { suppressUntil: until } : {}),
      ...(confirms ? { counter } : {}),
    });
    setBusy(false);
    if (done) close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const picked = reasonCodes[Number(event.key) - 1];
    if (event.key === 'Enter' && event.ctrlKey) void ok();
    else if (excludes && picked && !(event.target instanceof HTMLTextAreaElement)) setCode(picked);
    else return;
    event.preventDefault();
  };
  const what = noting ? t('findings.keys.reason') : t(`findings.dispose.title.${status}`);
  return (
    <Modal
      open
      centered
      width={520}
      title={
        targets.length === 1
          ? `${what}${t('common.colon')}${targets[0]?.number}`
          : t('findings.dispose.bulkTitle', { what, count: targets.length })
      }
      okText={what}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: lacking !== '', loading: busy, title: lacking }}
      onOk={() => void ok()}
      onCancel={close}
    >
      <div role="group" aria-label={what} className="col" style={{ gap: 10 }} onKeyDown={onKeyDown}>
        {excludes && (
          <>
            <p className="note s12">{t('findings.dispose.excludedNote')}</p>
            <Radio.Group
              aria-label={t('findings.dispose.code')}
              value={code}
              onChange={(event) => setCode(event.target.value as ReasonCode)}
              className="reason-codes"
            >
              {reasonCodes.map((each, index) => (
                <Radio key={each} value={each} autoFocus={index === 0}>
                  {t(`findings.dispose.codes.${each}`)} <span className="t3">{index + 1}</span>
                </Radio>
              ))}
            </Radio.Group>
          </>
        )}
        {confirms && (
          <>
            <p className="note s12">{t('findings.dispose.confirmedNote')}</p>
            <div className="col g4">
              <span className="t2">{t('findings.dispose.counter')}</span>
              <Input.TextArea
                autoFocus
                aria-label={t('findings.dispose.counter')}
                rows={2}
                className="growing"
                placeholder={t('findings.counter.placeholder')}
                value={counter}
                onChange={(event) => setCounter(event.target.value)}
              />
            </div>
          </>
        )}
        <div className="col g4">
          <span className="t2">{t('findings.dispose.reason')}</span>
          <Input.TextArea
            autoFocus={!excludes && !confirms}
            aria-label={t('findings.dispose.reason')}
            rows={2}
            className="growing"
            placeholder={t('findings.dispose.reasonPlaceholder')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        {maySilence && (
          <div className="row g8 wrap">
            <Checkbox checked={silent} onChange={(event) => setSilent(event.target.checked)}>
              {t('findings.suppress.label')}
            </Checkbox>
            {silent && (
              <Select
                size="small"
                aria-label={t('findings.suppress.for')}
                value={span}
                onChange={setSpan}
                options={spans.map((days) => ({
                  value: days,
                  label: t('findings.suppress.span', { count: days, day: addDays(today(), days) }),
                }))}
              />
            )}
            {silent && <span className="s12 t3">{t('findings.suppress.note')}</span>}
          </div>
        )}
        <span className="s12 t3" role="status">
          {lacking || t('findings.dispose.keys')}
        </span>
      </div>
    </Modal>
  );
}
