import type { BatchOrigin } from '../../shared/protocol/import.requests.ts';
import { useWords } from '../app/words.ts';

/** 来源 of a batch as lines of a list of facts: what was said, and nothing for what was not. */
export function OriginLines({ obtained }: { obtained: BatchOrigin }) {
  const { t } = useWords();
  const { kind, unit, how, on, document } = obtained;
  const lines = [
    [t('wizard.origin.kind'), kind],
    [t('wizard.origin.unit'), unit],
    [t('wizard.origin.how'), how === '' ? '' : t(`wizard.origin.hows.${how}`)],
    [t('wizard.origin.on'), on ?? ''],
    [t('wizard.origin.document'), document],
  ].filter(([, value]) => value !== '');
  return lines.map(([label, value]) => (
    <div key={label} style={{ display: 'contents' }}>
      <dt>{label}</dt>
      <dd title={value}>{value}</dd>
    </div>
  ));
}
