import type { WordsLike } from '../words.ts';
import type { guide as zh } from '../zh-CN/guide.ts';

export const guide: WordsLike<typeof zh> = {
  title: 'Guided task',
  of: 'Step {{n}} of {{total}}',
  go: 'Go there',
  next: 'Next',
  previous: 'Previous',
  hide: 'Fold the guided task',
  show: 'Guided task',
  steps: {
    import: {
      title: 'See the import',
      task: 'The sample files have been imported. Open a batch: imported, rejected, duplicate and skipped rows must add up to the rows of the file.',
    },
    parties: {
      title: 'Know who is who',
      task: 'Open the first party: each of its names comes from a cell, and each join has its reason.',
    },
    overview: {
      title: 'Overview',
      task: 'The money in findings counts each evidence row once. Compare it with the sum of all payments.',
    },
    money: {
      title: 'Follow the money',
      task: 'In the chart, expand downwards from the manufacturer: whom do promotion fees pass through, and whose accounts do they reach?',
    },
    findings: {
      title: 'Check findings',
      task: 'Open a high-risk finding: measure against threshold, evidence rows; record counter-evidence, then decide.',
    },
    meeting: {
      title: 'Check conferences',
      task: 'Open a conference judged genuine: a proper conference must not become a finding. Then one whose elements do not hold.',
    },
    seal: {
      title: 'Seal',
      task: 'Write the report, seal the case, note the fingerprint. Then verify the file just written.',
    },
  },
};
