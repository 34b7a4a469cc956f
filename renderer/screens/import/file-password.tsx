import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { isComposing } from '../../app/keyboard.ts';
import { useWords } from '../../app/words.ts';
import type { FileState } from './previews.ts';
import { wish } from './queue.ts';

/** A file that does not open without a password, or not with the one that was given. */
export const isLocked = ({ preview }: FileState): boolean =>
  preview?.problem?.code === 'file.password-protected' || isWrong(preview);

const isWrong = (preview: FileState['preview']): boolean => preview?.problem?.code === 'file.wrong-password';

/** Asked for in the list, used for the reading alone, forgotten with the import. Files of one source often share one: it may be tried on all. */
export function FilePassword({ each, files }: { each: FileState; files: readonly FileState[] }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState(false);
  const { file, query, preview } = each;
  const others = files.filter((other) => isLocked(other) && other !== each);
  const busy = query?.isFetching ?? false;
  const wrong = isWrong(preview) && !busy;
  const open = () => {
    if (typed === '' || busy) return;
    for (const { file: one, preview: of } of all ? [each, ...others] : [each])
      wish({ ...one, sha256: of?.sha256 }, { password: typed });
  };
  return (
    <span className="row wrap g8">
      <Input.Password
        style={{ width: 260 }}
        autoComplete="off"
        status={wrong ? 'error' : ''}
        aria-label={t('wizard.files.password', { file: file.name })}
        placeholder={t('wizard.files.passwordHint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent) || event.key !== 'Enter' || event.ctrlKey) return;
          event.stopPropagation();
          open();
        }}
      />
      <Button onClick={open} disabled={typed === ''} loading={busy}>
        {t('wizard.files.open')}
      </Button>
      {others.length > 0 && (
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
          <span className="s12">{t('wizard.files.passwordAll', { count: others.length })}</span>
        </Checkbox>
      )}
      <span className={wrong ? 's12 tone-high' : 's12 t3'} role={wrong ? 'alert' : undefined}>
        {wrong ? t('wizard.files.wrong') : t('wizard.files.passwordNote')}
      </span>
    </span>
  );
}
