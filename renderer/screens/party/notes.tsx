import { IconMessage2 } from '@tabler/icons-react';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { PartyNote } from '../../../shared/protocol/notes.requests.ts';
import { actorText, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Head } from '../../parts/pane.tsx';
import { instantText } from '../../parts/show.ts';

/** 备注: what persons noted, the latest first; one that was taken away can be brought back. */
export function Notes({ party }: { party: number }) {
  const { t } = useWords();
  const { attempt } = useAsk();
  const { data } = useAnswer('party.notes', { id: party }, { keep: true });
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const send = (work: () => Promise<unknown>) =>
    void attempt(async () => {
      await work();
      setEditing(null);
    });
  return (
    <>
      <Head
        title={t('notes.title')}
        sub={data !== undefined && data.standing > 0 && t('common.items', { count: data.standing })}
        extra={
          <button type="button" className="link s12" onClick={() => setEditing('new')}>
            {t('notes.add')}
          </button>
        }
      />
      <div className="sec">
        {data?.notes.length === 0 && editing === null && <p className="t3 s12">{t('notes.none')}</p>}
        {editing === 'new' && (
          <NoteForm
            text=""
            save={(text) => send(() => client.request('party.note-write', { party, text }))}
            close={() => setEditing(null)}
          />
        )}
        {data?.notes.map((note) =>
          editing === note.note ? (
            <NoteForm
              key={note.note}
              text={note.text}
              save={(text) => send(() => client.request('party.note-change', { note: note.note, text }))}
              close={() => setEditing(null)}
            />
          ) : (
            <NoteLine
              key={note.note}
              note={note}
              change={() => setEditing(note.note)}
              remove={() => send(() => client.request('party.note-remove', { note: note.note }))}
              restore={() => send(() => client.request('party.note-restore', { note: note.note }))}
            />
          ),
        )}
      </div>
    </>
  );
}

function NoteLine({
  note: { text, at, actor, earlier },
  change,
  remove,
  restore,
}: {
  note: PartyNote;
  change: () => void;
  remove: () => void;
  restore: () => void;
}) {
  const { t } = useWords();
  const isRemoved = text === '';
  const before = earlier.find((version) => version.text !== '')?.text ?? '';
  return (
    <div className="col" style={{ padding: '4px 0' }}>
      <span className={isRemoved ? 't3 values-text' : 'values-text'} style={{ whiteSpace: 'pre-wrap' }}>
        {isRemoved ? <s>{before}</s> : text}
      </span>
      <span className="row g6 s12 t3">
        <IconMessage2 size={13} stroke={1.5} aria-hidden className="none" />
        <span className="ell grow" title={earlier.map((version) => version.text).join('\n')}>
          {instantText(at).slice(0, 16)} {actorText(actor)}
          {isRemoved && ` · ${t('notes.removed')}`}
          {!isRemoved && earlier.length > 0 && ` · ${t('notes.earlier', { count: earlier.length })}`}
        </span>
        {isRemoved ? (
          <button type="button" className="link" onClick={restore}>
            {t('notes.restore')}
          </button>
        ) : (
          <>
            <button type="button" className="link" onClick={change}>
              {t('notes.change')}
            </button>
            <button type="button" className="link" onClick={remove}>
              {t('notes.remove')}
            </button>
          </>
        )}
      </span>
    </div>
  );
}

function NoteForm({ text, save, close }: { text: string; save: (text: string) => void; close: () => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(text);
  return (
    <div className="col g4" style={{ padding: '4px 0' }}>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={2000}
        aria-label={t('notes.text')}
        placeholder={t('notes.text')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <span className="row g6 end">
        <Button size="small" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button
          size="small"
          type="primary"
          disabled={typed.trim() === '' || typed.trim() === text}
          onClick={() => save(typed)}
        >
          {t('notes.save')}
        </Button>
      </span>
    </div>
  );
}
