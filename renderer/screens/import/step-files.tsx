import { Button, Input } from 'antd';
import { useWords } from '../../app/words.ts';
import { Head } from '../../parts/pane.tsx';
import { bytesText } from '../../parts/show.ts';
import { DropZone } from './drop-zone.tsx';
import { Foot } from './foot.tsx';
import type { ImportState } from './import-state.ts';
import { goTo, removeFile, useQueue } from './queue.ts';

/** The files of this import, and how they were obtained. */
export function StepFiles({ state }: { state: ImportState }) {
  const { t } = useWords();
  const obtained = useQueue((queue) => queue.obtained);
  return (
    <>
      <div className="grow scroll">
        <div style={{ padding: '12px 16px' }}>
          <DropZone />
        </div>
        <Head title={t('import.steps.files')} sub={t('common.files', { count: state.files.length })} />
        <table className="g loose">
          <tbody>
            {state.files.map(({ file }) => (
              <tr key={file.ticket}>
                <td className="b">{file.name}</td>
                <td className="num t2" style={{ width: 120 }}>
                  {bytesText(file.bytes)}
                </td>
                <td style={{ width: 96 }}>
                  <Button size="small" type="text" onClick={() => removeFile(file.ticket)}>
                    {t('import.sheet.remove')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="setting">
          <span>{t('import.read.obtained')}</span>
          <Input
            style={{ maxWidth: 420 }}
            maxLength={200}
            aria-label={t('import.read.obtained')}
            placeholder={t('import.read.obtainedHint')}
            value={obtained}
            onChange={(event) => useQueue.setState({ obtained: event.target.value })}
          />
        </div>
      </div>
      <Foot
        step="files"
        blocked={state.files.length === 0}
        next={{ label: `${t('common.next')}${t('common.colon')}${t('import.steps.read')}`, run: () => goTo('read') }}
      />
    </>
  );
}
