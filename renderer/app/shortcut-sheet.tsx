import { Modal } from 'antd';
import { printKeys, type Shortcut, shortcutsNow } from './keyboard.ts';
import { useWords } from './words.ts';

/** More shortcuts than this stand in two columns. */
const MANY = 20;

/** The keys that work right now, read from what listens. */
export function ShortcutSheet({ close }: { close: () => void }) {
  const { t } = useWords();
  const here = shortcutsNow('here');
  return (
    <Modal
      open
      title={t('frame.keys.title')}
      onCancel={close}
      footer={null}
      width={here.length > MANY ? 960 : 640}
      centered
    >
      <div className={here.length > MANY ? 'key-sheet wide' : 'key-sheet'} tabIndex={0}>
        <Keys title={t('frame.keys.everywhere')} shortcuts={shortcutsNow('everywhere')} />
        <Keys title={t('frame.keys.here')} shortcuts={here} />
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
      <h2 className="h3" style={{ marginBottom: 6 }}>
        {title}
      </h2>
      <dl className="keys">
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
