import { IconHelpCircle } from '@tabler/icons-react';
import { Button, Radio, Select } from 'antd';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import type { SheetState } from './previews.ts';
import { answerAt, say, unsay, useQueue } from './queue.ts';

/** The one question about a sheet that fits several categories, or none: which headers speak for which, and the way to leave it out. */
export function SheetQuestion({ sheet }: { sheet: SheetState }) {
  const { t, lang } = useWords();
  const fields = useAnswer('import.fields', {});
  const categories = fields.data?.categories ?? [];
  const said = useQueue((queue) => answerAt(queue.answers, sheet)?.category);
  const { candidates } = sheet.preview;
  const nameOf = (id: string) => {
    const found = categories.find((category) => category.id === id);
    return found ? inLang(found.title, lang) : id;
  };
  const choose = (category: string) => {
    unsay(sheet, 'columns', 'facts', 'directions');
    say(sheet, { category, skip: false });
  };
  const others = categories.filter(({ id }) => !candidates.some(({ category }) => category === id));
  return (
    <section className="question none" aria-label={t('wizard.question.title')}>
      <div className="row g6">
        <IconHelpCircle size={16} stroke={1.5} color="var(--mid)" className="none" aria-hidden />
        <b>{t('wizard.question.title')}</b>
        <span className="t2 ell">
          {sheet.file} › {sheet.sheet}
        </span>
      </div>
      <p className="s12 t2">{t(candidates.length > 0 ? 'wizard.question.one' : 'wizard.question.none')}</p>
      {candidates.length > 0 && (
        <Radio.Group
          className="col g6"
          value={said ?? null}
          aria-label={t('wizard.question.title')}
          onChange={(event) => choose(String(event.target.value))}
        >
          {candidates.map(({ category, speaks }) => (
            <Radio key={category} value={category}>
              <span className="b">{nameOf(category)}</span>{' '}
              <span className="s12 t3">
                {t('wizard.question.speaks', { headers: speaks.join(t('common.listSeparator')) })}
              </span>
            </Radio>
          ))}
        </Radio.Group>
      )}
      <div className="row g8">
        <Select
          size="small"
          style={{ width: 220 }}
          aria-label={t('wizard.question.other')}
          placeholder={t('wizard.question.other')}
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          options={others.map(({ id, title }) => ({ value: id, label: inLang(title, lang) }))}
          onChange={(category: string) => choose(category)}
        />
        <Button size="small" onClick={() => say(sheet, { skip: true })}>
          {t('wizard.question.skip')}
        </Button>
      </div>
    </section>
  );
}
