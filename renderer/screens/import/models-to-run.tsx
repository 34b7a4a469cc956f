import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { go, useApp } from '../../app/store.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { Head } from '../../parts/pane.tsx';
import { Answered } from '../../parts/states.tsx';
import { useRunModels } from '../findings/run-models.tsx';
import { discard } from './queue.ts';

/** 要运行的模型: all of them unless unticked, then on to the findings. */
export function ModelsToRun() {
  const { t, lang } = useWords();
  const run = useRunModels();
  const isBusy = useApp((app) => app.job !== null);
  const models = useAnswer('detect.models', {});
  const [left, setLeft] = useState<readonly string[]>([]);
  return (
    <>
      <Head title={t('wizard.done.models')} sub={t('wizard.done.modelsNote')} />
      <div className="grow scroll">
        <Answered query={models}>
          {(answer) => {
            const ids = answer.models.map(({ id }) => id);
            const chosen = ids.filter((id) => !left.includes(id));
            const start = async () => {
              const isAll = chosen.length === ids.length;
              if (!(await run(isAll ? {} : { models: chosen }))) return;
              discard();
              go('findings', {});
            };
            return (
              <div className="sec col g6">
                <Checkbox
                  checked={chosen.length === ids.length}
                  indeterminate={chosen.length > 0 && chosen.length < ids.length}
                  onChange={(event) => setLeft(event.target.checked ? [] : ids)}
                >
                  {t('wizard.done.all')}
                </Checkbox>
                {answer.models.map(({ id, title }) => (
                  <Checkbox
                    key={id}
                    style={{ marginInlineStart: 16 }}
                    checked={chosen.includes(id)}
                    onChange={(event) =>
                      setLeft(event.target.checked ? left.filter((each) => each !== id) : [...left, id])
                    }
                  >
                    {inLang(title, lang)}
                  </Checkbox>
                ))}
                <span style={{ marginTop: 6 }}>
                  <Button type="primary" disabled={isBusy || chosen.length === 0} onClick={() => void start()}>
                    {t('wizard.done.run')}
                  </Button>
                </span>
              </div>
            );
          }}
        </Answered>
      </div>
    </>
  );
}
