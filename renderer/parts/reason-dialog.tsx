import { Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useWords } from '../app/words.ts';
import { useAsk } from './ask.ts';

interface ReasonDialogProps<T> {
  readonly title: string;
  /** words of the button that does it */
  readonly okText: string;
  /** names the field, for eyes and screen readers */
  readonly reasonLabel: string;
  readonly width?: number;
  /** it cannot be done now: no reason is asked for; `children` say why */
  readonly blocked?: boolean;
  /** something else of the dialog is still to be filled in */
  readonly unready?: boolean;
  /** Does it; a Problem is told and leaves the dialog open. */
  readonly send: (reason: string) => Promise<T>;
  readonly done: (answer: T) => void;
  readonly close: () => void;
  readonly children?: ReactNode;
}

/** Asks for the reason before something is done that the journal keeps with its reason. */
export function ReasonDialog<T>(props: ReasonDialogProps<T>) {
  const { title, okText, reasonLabel, width, blocked = false, unready = false, send, done, close, children } = props;
  const { t } = useWords();
  const { attempt } = useAsk();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const answer = await attempt(() => send(reason.trim()));
    setBusy(false);
    if (answer) done(answer);
  };
  return (
    <Modal
      open
      centered
      {...(width === undefined ? {} : { width })}
      title={title}
      okText={okText}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: reason.trim() === '' || blocked || unready, loading: busy }}
      onOk={() => void run()}
      onCancel={close}
    >
      {children}
      {!blocked && (
        <Input.TextArea
          autoFocus
          rows={2}
          maxLength={200}
          aria-label={reasonLabel}
          placeholder={reasonLabel}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </Modal>
  );
}
