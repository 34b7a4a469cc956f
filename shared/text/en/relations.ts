import type { WordsLike } from '../words.ts';
import type { relations as zh, notes as zhNotes } from '../zh-CN/relations.ts';

export const relations: WordsLike<typeof zh> = {
  state: { open: 'Inferred', confirmed: 'Confirmed', rejected: 'Rejected' },
  title: {
    open: 'Inferred from what both share; not confirmed',
    confirmed: 'A person confirmed it',
    rejected: 'A person rejected it; it is not drawn',
  },
  hint: 'Inferred from what both share: please verify',
  said: '{{actor}}: {{reason}}',
  confirm: 'Confirm',
  reject: 'Reject',
  undo: 'Take back',
  reason: 'Ground',
  ask: {
    confirmed: 'Confirm the relation of “{{a}}” and “{{b}}”',
    rejected: 'Reject the relation of “{{a}}” and “{{b}}”',
  },
};

export const notes: WordsLike<typeof zhNotes> = {
  title: 'Notes',
  add: 'Add a note',
  none: 'No notes',
  save: 'Save',
  change: 'Change',
  remove: 'Remove',
  restore: 'Restore',
  text: 'Text of the note',
  removed: 'Removed',
  earlier: 'Changed {{count, number}} times',
};
