import { IconDownload } from '@tabler/icons-react';
import { inLang, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Head } from '../../parts/pane.tsx';

/** Empty workbooks for those who hand over data: those that the source documents name first, then ours. */
export function EmptySheets() {
  const { t, lang } = useWords();
  const { attempt, say } = useAsk();
  const fields = useAnswer('import.fields', {});
  const categories = fields.data?.categories ?? [];
  const write = (category: string, title: string) =>
    attempt(async () => {
      const target = await client.chooseTarget('empty-sheet', `${title.replaceAll('/', '、')}.xlsx`);
      if (!target) return;
      const { name } = await client.request('import.write-template', { category, target: target.ticket, lang });
      client.collect(target.ticket, name);
      say(t('wizard.empty.written', { name }));
    });
  return (
    <>
      <Head title={t('wizard.empty.title')} sub={t('wizard.empty.sub')} />
      <div className="grow scroll">
        {(['document', 'ours'] as const).map((basis) => {
          const those = categories.filter((category) => category.basis === basis);
          if (those.length === 0) return null;
          return (
            <div key={basis} className="sec">
              <div className="h3">{t(basis === 'document' ? 'wizard.empty.named' : 'wizard.empty.ours')}</div>
              <div className="row wrap g6" style={{ marginTop: 6 }}>
                {those.map(({ id, title }) => {
                  const name = inLang(title, lang);
                  return (
                    <button
                      key={id}
                      type="button"
                      className="link s12 row g4"
                      aria-label={t('wizard.empty.write', { category: name })}
                      onClick={() => void write(id, title.zh)}
                    >
                      <IconDownload size={14} stroke={1.5} aria-hidden />
                      {name}
                    </button>
                  );
                })}
              </div>
            </div>
          );
        })}
      </div>
    </>
  );
}
