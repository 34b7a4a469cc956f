import { inLang, useWords } from '../app/words.ts';
import { useAnswer } from '../client/queries.ts';

/** Names of categories and their fields: 'bank_flow' → 银行流水, 'bank_flow.amount' → 银行流水·交易金额. Unknown ids stay as they are. */
export function useFieldNames(): (id: string) => string {
  const { lang } = useWords();
  const fields = useAnswer('import.fields', {});
  const categories = new Map(fields.data?.categories.map((category) => [category.id, category]));
  return (id) => {
    const [categoryId = id, fieldId] = id.split('.');
    const category = categories.get(categoryId);
    if (!category) return id;
    const field = category.fields.find((each) => each.id === fieldId);
    return field ? `${inLang(category.title, lang)}·${inLang(field.label, lang)}` : inLang(category.title, lang);
  };
}
