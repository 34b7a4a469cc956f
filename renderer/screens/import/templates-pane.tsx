import { Button } from 'antd';
import { useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { useFieldNames } from '../../parts/field-names.ts';
import { Head } from '../../parts/pane.tsx';

/** 导入模板 of the case: in from a file, out to one, and away. */
export function TemplatesPane() {
  const { t } = useWords();
  const { attempt, say, confirm } = useAsk();
  const nameOf = useFieldNames();
  const templates = useAnswer('import.templates', {}).data?.templates ?? [];
  const take = () =>
    attempt(async () => {
      const [file] = await client.chooseFiles('template');
      if (!file) return;
      const { added, known } = await client.request('import.templates-read', { ticket: file.ticket });
      say(t('wizard.templates.imported', { added: added.length, known: known.length }));
    });
  const write = () =>
    attempt(async () => {
      const target = await client.chooseTarget('template', t('wizard.templates.fileName'));
      if (!target) return;
      const written = await client.request('import.templates-write', { target: target.ticket });
      client.collect(target.ticket, written.name);
      say(t('wizard.templates.exported', { name: written.name, count: written.templates }));
    });
  const remove = async (id: number, name: string) => {
    const sure = await confirm({
      title: t('wizard.templates.removeTitle', { name }),
      note: t('wizard.templates.removeNote'),
      yes: t('wizard.templates.remove'),
    });
    if (sure) await attempt(() => client.request('import.template-remove', { id }));
  };
  return (
    <>
      <Head title={t('wizard.templates.title')} sub={t('wizard.templates.sub', { count: templates.length })} />
      <div className="sec col g6">
        {templates.length === 0 && <span className="s12 t3">{t('wizard.templates.empty')}</span>}
        {templates.map(({ id, name, category, mapped, headers }) => (
          <span key={id} className="row g8">
            <span className="ell b" title={name}>
              {name}
            </span>
            <span className="s12 t3 ell">
              {nameOf(category)} {t('wizard.templates.mapped', { mapped, headers })}
            </span>
            <span className="grow" />
            <button
              type="button"
              className="link s12"
              aria-label={`${t('wizard.templates.remove')} ${name}`}
              onClick={() => void remove(id, name)}
            >
              {t('wizard.templates.remove')}
            </button>
          </span>
        ))}
        <span className="row g6">
          <Button size="small" onClick={() => void take()}>
            {t('wizard.templates.import')}
          </Button>
          {templates.length > 0 && (
            <Button size="small" onClick={() => void write()}>
              {t('wizard.templates.exportAll')}
            </Button>
          )}
        </span>
      </div>
    </>
  );
}
