import { Input } from 'antd';
import { useState } from 'react';
import { isComposing } from '../../app/keyboard.ts';
import { useWords } from '../../app/words.ts';

/** The name is saved when the field is left or with Enter, not at every letter. */
export function ActorField({ value, save }: { value: string; save: (actor: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value);
  const finish = () => typed.trim() !== value && save(typed.trim());
  return (
    <Input
      style={{ width: 200 }}
      maxLength={100}
      aria-label={t('settings.actor')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => !isComposing(event.nativeEvent) && event.key === 'Enter' && finish()}
    />
  );
}
