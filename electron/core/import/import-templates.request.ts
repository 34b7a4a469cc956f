import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { describeTemplate, keptTemplates } from '../store/import-templates.ts';

export default answerInCase('import.templates', (_ask, { openCase }) =>
  ok({ templates: keptTemplates(openCase.store).map(describeTemplate) }),
);
