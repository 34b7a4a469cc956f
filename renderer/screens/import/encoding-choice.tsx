import { Button, Modal } from 'antd';
import type { TextEncoding } from '../../../shared/protocol/import.requests.ts';
import { useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Answered } from '../../parts/states.tsx';

const offered: readonly TextEncoding[] = ['utf-8', 'gb18030', 'utf-16le', 'big5'];

/** The first twenty rows in each encoding, side by side: which of them is Chinese, a person sees at once. */
export function EncodingChoice({
  ticket,
  current,
  choose,
  close,
}: {
  ticket: string;
  current: TextEncoding | undefined;
  choose: (encoding: TextEncoding) => void;
  close: () => void;
}) {
  const { t } = useWords();
  const heads = useAnswer('import.encodings', { ticket });
  return (
    <Modal
      open
      centered
      width="min(1240px, 94vw)"
      title={t('wizard.read.compareTitle')}
      footer={<span className="s12 t2">{t('wizard.read.compareNote')}</span>}
      onCancel={close}
    >
      <Answered query={heads}>
        {(answer) => (
          <div className="encodings">
            {offered.flatMap((encoding) => {
              const head = answer.heads.find((each) => each.encoding === encoding);
              return head ? (
                <section key={encoding} className="col" aria-label={t(`wizard.read.encodings.${encoding}`)}>
                  <div className="row between g6">
                    <b>{t(`wizard.read.encodings.${encoding}`)}</b>
                    <Button
                      size="small"
                      type={encoding === current ? 'primary' : 'default'}
                      onClick={() => choose(encoding)}
                    >
                      {t(encoding === current ? 'wizard.read.used' : 'wizard.read.use')}
                    </Button>
                  </div>
                  <span className={head.damaged > 0 ? 's12 tone-mid' : 's12 t3'}>
                    {head.damaged > 0 ? t('wizard.read.damaged', { count: head.damaged }) : t('wizard.read.intact')}
                  </span>
                  <pre tabIndex={0}>{head.rows.map((row) => row.join('  ')).join('\n')}</pre>
                </section>
              ) : (
                []
              );
            })}
          </div>
        )}
      </Answered>
    </Modal>
  );
}
