import { Modal } from 'antd';
import { printKeys, type Shortcut, shortcutsNow } from './keyboard.ts';
import { useWords } from './words.ts';

/** The keys that work right now, read from what listens. */
export function ShortcutSheet({ close }: { close: () => void }) {
  const { t } = useWords();
  return (
    <Modal open title={t('frame.keys.title')} onCancel={close} footer={null} width={640} centered>
      <div style={{ display: 'grid', gridAutoFlow: 'column', gridAutoColumns: '1fr', gap: 32 }}>
        <Keys title={t('frame.keys.everywhere')} shortcuts={shortcutsNow('everywhere')} />
        <Keys title={t('frame.keys.here')} shortcuts={shortcutsNow('here')} />
      </div>
      <p className="s12 t3" style={{ marginTop: 12 }}>
        {t('frame.keys.note')}
      </p>
    </Modal>
  );
}

function Keys({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  if (shortcuts.length === 0) return null;
  return (
    <section>
      <h3 className="h3" style={{ marginBottom: 6 }}>
        {title}
      </h3>
      <dl>
        {shortcuts.map((shortcut) => (
          <div key={shortcut.label} className="row between" style={{ minHeight: 28 }}>
            <dt>{shortcut.label}</dt>
            <dd className="row g4 wrap end">
              {range(shortcut.keys).map((keys) => (
                <kbd key={keys} className="kbd">
                  {printKeys(keys)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A long row of keys is shown by its ends: Alt 1 … Alt 6. */
function range(keys: Shortcut['keys']): string[] {
  const all = typeof keys === 'string' ? [keys] : [...keys];
  return all.length > 3 ? [all[0] ?? '', '…', all.at(-1) ?? ''] : all;
}
