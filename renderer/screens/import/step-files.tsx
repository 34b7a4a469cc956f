import { useWords } from '../../app/words.ts';
import { Head } from '../../parts/pane.tsx';
import { bytesText } from '../../parts/show.ts';
import { DropZone } from './drop-zone.tsx';
import { EmptySheets } from './empty-sheets.tsx';
import { FileList } from './file-list.tsx';
import { isLocked } from './file-password.tsx';
import { Foot } from './foot.tsx';
import type { ImportState } from './import-state.ts';
import { OriginFields } from './origin-fields.tsx';
import { goTo } from './queue.ts';
import { TemplatesPane } from './templates-pane.tsx';

/** 选择文件: the files of this import, and where they come from. */
export function StepFiles({ state }: { state: ImportState }) {
  const { t } = useWords();
  const read = state.files.filter(({ preview }) => preview !== undefined).length;
  const bytes = state.files.reduce((sum, { file }) => sum + file.bytes, 0);
  const count = state.files.length;
  const locked = state.files.filter(isLocked).length;
  return (
    <>
      <div className="row g0 stretch grow">
        <section className="pane col grow">
          <div className="none" style={{ padding: '12px 16px' }}>
            <DropZone />
          </div>
          <Head title={t('wizard.files.title')} sub={t('wizard.files.sub', { count, bytes: bytesText(bytes) })} />
          <FileList state={state} />
        </section>
        <aside className="pane col none" style={{ width: 'min(360px, 32%)' }}>
          <OriginFields state={state} />
          <TemplatesPane />
          <EmptySheets />
        </aside>
      </div>
      <Foot
        step="files"
        blocked={count === 0}
        remark={
          read < count
            ? t('import.read.reading', { done: read, total: count })
            : locked > 0 && t('wizard.files.lockedLeft', { count: locked })
        }
        next={{ label: `${t('common.next')}${t('common.colon')}${t('import.steps.read')}`, run: () => goTo('read') }}
      />
    </>
  );
}
