import type { ProblemCode } from '../zh-CN/problems.ts';

/** English of `zh-CN/problems.ts`: the same codes, the same parameters. */
export const problems: Readonly<Record<ProblemCode, string>> = {
  'value.missing': 'A required value is empty. Complete it in the sheet and import again, or map another column.',
  'amount.unreadable': 'Read “{{seen}}”, which is not an amount. Correct it by the original, or leave the row out.',
  'amount.too-large': 'Read “{{seen}}”, above 10^12 CNY: the unit is probably wrong. Check the unit in the header.',
  'amount.both-sides': 'Both an amount in and an amount out: {{seen}}. Check whether these are two bookings.',
  'amount.foreign-currency':
    'Read “{{seen}}”, which is not in renminbi; it is not counted. Check the currency in the sheet.',
  'number.unreadable': 'Read “{{seen}}”, which is not a number. Correct it, or leave the row out.',
  'date.unreadable': 'Read “{{seen}}”, which is not a date. Correct it by the original, or leave the row out.',
  'date.ambiguous': 'Read “{{seen}}”: day and month cannot be told apart. State the order in the value rules.',
  'date.out-of-range':
    'Read “{{seen}}”, which is not between 1990 and today. Correct it by the original, or leave the row out.',
  'time.unreadable': 'Read “{{seen}}”, which is not a time. Correct it by the original; the text is kept.',
  'direction.unreadable': 'Read “{{seen}}”: neither in nor out. State its meaning in the value rules.',
  'direction.contradiction': 'The direction “{{seen}}” contradicts the sign of the amount. Check the sheet.',
  'choice.unreadable': 'Read “{{seen}}”, which is not one of the known choices. The text was kept.',
  'identifier.precision-lost':
    'Read “{{seen}}”: a long number was stored as a number and its last digits are lost. Not used as identity.',
  'identifier.bad-checksum':
    'Read “{{seen}}”: the check digit does not match. Not used as identity. Check the original.',
  'identifier.bad-format': 'Read “{{seen}}”: wrong length or characters. Not used as identity.',
  'amount.not-price-times-quantity':
    'Read amount “{{seen}}”, more than 1% away from price × quantity. Check the unit of the price and the quantity.',
  'amount.not-net-plus-tax': 'Read total “{{seen}}”, which is not net plus tax (within 0.02 yuan). Check the original.',
  'amount.above-total': 'Read “{{seen}}”, more than the total of the same row. Check the original sheet.',
  'amount.not-positive':
    'Read “{{seen}}” where a positive figure is expected. Check whether it is a return, a reversal or a gift.',
  'quantity.zero': 'The quantity is 0; kept as it stands. Check the original sheet.',
  'dates.reversed':
    'Read “{{seen}}”, earlier than a date of the same row that should come before it. Check the original sheet.',
  'number.out-of-range': 'Read “{{seen}}”, outside what is plausible; kept as it stands. Check the original sheet.',
  'product.code-form':
    'Read code “{{seen}}”, not of the length or beginning of an insurance code; kept as it stands. Check whether it is the code of the hospital itself.',
  'identifier.contradicted':
    'Read “{{seen}}”, which contradicts the sex or birthday in the valid identity number of the same row; both are kept. Check the original.',
  'number.of-two':
    'Read number “{{seen}}”, which an earlier row of this sheet gives to another; kept as it stands. Check the original sheet.',
  'shares.above-whole':
    'Read “{{seen}}”: with it the shares of this company in this sheet come to more than 100.5%; kept as it stands. Check for repeated or former shareholders.',
  'kin.same-person':
    'Read “{{seen}}”, the same person as the one whose relatives are listed; kept, and no relation is drawn. Check the original sheet.',
  'files.too-many': '{{count}} files were chosen; one import takes {{limit}} at most. Import folder by folder.',
  'file.unreadable': 'Cannot open “{{file}}”: {{why}}. Make sure it exists and is not held by another program.',
  'file.empty':
    'No cell of “{{file}}” holds anything: it is empty, or holds formats, pictures or charts only. Make sure the delivery is complete.',
  'file.unknown-format': 'The content of “{{file}}” is no known spreadsheet. Save it as .xlsx or .csv and import that.',
  'file.damaged':
    'The file “{{file}}” is damaged or incomplete; no row was read. Ask for it again, or open it and save it as .xlsx.',
  'file.password-protected':
    'The file “{{file}}” is password-protected. Enter its password, or remove it in a spreadsheet program and import again.',
  'file.wrong-password':
    'The password for “{{file}}” is not right. Check capitals and full-width letters and enter it again.',
  'file.changed':
    '“{{file}}” was changed after it was looked at, or while it was read; no row was taken. Close the program that writes to it, check it again, then import.',
  'archive.locked':
    '“{{file}}” in the archive “{{archive}}” is locked in a way this program does not know and was not read. Unpack it with an archive program and import that.',
  'archive.no-spreadsheet': '“{{file}}” in the archive “{{archive}}” is no spreadsheet and was not read.',
  'archive.too-deep':
    '“{{file}}” is an archive too deep inside “{{archive}}” and was not opened. Unpack it and import that.',
  'file.too-large': 'The file “{{file}}” exceeds the limit ({{limit}}). Split it.',
  'file.too-slow': 'Reading “{{file}}” took more than {{seconds}} s and was stopped; nothing was written. Split it.',
  'file.bomb': 'Unpacked, “{{file}}” is {{ratio}} times its size: possibly hostile, so it was refused.',
  'file.already-imported': 'The file “{{file}}” was imported on {{at}} (batch {{batch}}). Undo that batch first.',
  'sheet.unrecognised':
    'The sheet “{{sheet}}” was not recognised. Choose its category and header row. It may be: {{candidatesEn}}.',
  'sheet.no-header': 'No header in the first 40 rows of the sheet “{{sheet}}”. Say which row holds it.',
  'sheet.missing-columns':
    'The sheet “{{sheet}}” lacks required columns: {{columnsEn}}. Map them, or leave the sheet out.',
  'mapping.unknown-field': 'The field “{{field}}” does not belong to “{{category}}”.',
  'mapping.field-twice': 'The field “{{field}}” is mapped to two columns. Keep one.',
  'template.not-found': 'There is no import template “{{name}}” that fits this sheet. Check the name and the header.',
  'template.unreadable': '“{{file}}” is no import template file, or breaks its rules: {{why}}. No template was taken.',
  'template.too-large': '“{{file}}” exceeds the limit for template files ({{limit}}). No template was taken.',
  'template.newer': '“{{file}}” was written by a newer version ({{version}}). Upgrade the program first.',
  'template.unknown-field':
    'This program has no category or field “{{field}}” of template “{{name}}”. No template was taken.',
  'template.none': 'This case has no import templates yet.',
  'batch.not-found': 'There is no import batch {{batch}}.',
  'batch.already-undone': 'Batch {{batch}} has been undone already.',
  'batch.needed':
    'Rows of batch {{others}} were left out as duplicates of batch {{batch}}. Undo batch {{others}} first, then this one, then import it again.',
  'party.two-numbers':
    '“{{a}}” ({{numberA}}) and “{{b}}” ({{numberB}}) each have a valid number of their own and cannot be merged. If one number is wrong, correct the source record first.',
  'party.with-itself': 'Choose two different parties.',
  'parties.no-pairs': 'No open pair fits these conditions.',
  'parties.count-changed':
    'The open pairs changed from {{expected}} to {{now}}; nothing was decided. Check and try again.',
  'decision.not-found': 'There is no decision {{decision}}, or it was taken back.',
  'relation.not-found': 'These two parties share nothing of the kind. Refresh and try again.',
  'note.not-found': 'There is no note {{note}}, or it says that already.',
  'split.nothing-left': 'Not every mention of “{{name}}” can be taken out. Leave at least one.',
  'tags.days': 'The last day {{to}} is before the first day {{from}}. Correct one of them.',
  'tags.given': '{{name}} already has this tag. Give a first day if it is another term.',
  'tags.not-found': 'There is no tag no. {{entry}}. Refresh and choose again.',
  'tags.as-before': 'Tag no. {{entry}} is already so; nothing was changed. Refresh.',
  'split.not-of-party': 'Not all chosen mentions belong to “{{name}}”. Refresh and choose again.',
  'manual.unknown-kind': 'There is no kind called “{{category}}” to enter.',
  'manual.not-found': 'There is no entry {{entry}} of this kind.',
  'manual.duplicate':
    'This is the same booking as row {{row}} of “{{file}}”, so it was not entered. If it is another one, give the serial number or time that tells them apart.',
  'manual.needed': '{{links}} links entered by hand point to this party. Take those links back first.',
  'manual.ends-needed': 'Choose the two parties of the link; they cannot be the same.',
  'check.gone': 'The result of this check is gone. Check again.',
  'row.other-state': 'This row cannot be treated so; it may have been dealt with already. Look at the list again.',
  'row.needed':
    'Row {{row}} cannot be taken out: row {{other}} of "{{file}}" repeats it and was left out. Import that row first.',
  'correction.unreadable':
    'After the correction {{cell}} reads "{{seen}}", which still cannot be read. Nothing was changed; write it in another way.',
  'correction.not-found': 'There is no correction {{id}}, or it was taken back.',
  'chart.full':
    'A chart holds {{most, number}} parties at most; this would make {{count, number}}. Take some off first.',
  'case.not-open': 'No case is open, or it is locked. Open it with its passphrase.',
  'case.not-found': '“{{name}}” is no case folder, or it holds no case store.',
  'case.exists': '“{{name}}” exists already. Choose another name.',
  'case.wrong-passphrase': 'Wrong passphrase. Check capitals and full-width characters.',
  'case.damaged': 'The case store is damaged: {{why}}. Do not write to it; restore a backup or a sealed file.',
  'case.key-mismatch': 'The key file belongs to another case. Make sure the case folder is complete and unmixed.',
  'case.in-use': 'The case is open in another program. Close it there first.',
  'case.newer': 'The case was made by a newer version ({{version}}). Upgrade to open it.',
  'case.rolled-back':
    'The case store is older than at its last close (entry {{expected}} expected, {{found}} found): possibly an old copy.',
  'case.no-slot': 'The case folder holds no usable key file. Open it with the recovery sheet.',
  'case.bad-name':
    '“{{name}}” cannot be the name of a folder. Leave out / \\ : * ? " < > | and keep it within 80 characters.',
  'case.weak-passphrase': 'The passphrase is too short: at least 14 characters, or six generated words.',
  'case.bad-recovery-sheet': 'The recovery code is wrong near group {{group}}. Compare it letter by letter.',
  'party.not-found': 'There is no party {{id}}.',
  'trace.no-payments':
    'The case has no counted payment of a bank statement: money cannot be traced. Import statements first.',
  'trace.no-seed':
    'No payment starts the trace. Widen the days, turn the direction, or check the parties and accounts it starts from.',
  'finding.not-found': 'There is no finding {{id}}.',
  'finding.reason-needed': 'Give a reason before changing the status.',
  'finding.row-gone': 'The chosen row {{row}} is no record of the case any more. Choose the rows again.',
  'finding.rows-known': '{{number}} cites all chosen rows already: there is nothing to add.',
  'finding.rows-not-added': 'The chosen rows were not added to {{number}} by a person and cannot be taken away.',
  'finding.no-rows-left': '{{number}} needs at least one row of evidence.',
  'finding.not-by-hand': '{{number}} was found by a model and cannot be taken back. Rule it out instead.',
  'finding.decided': '{{number}} has been decided on. Undo the decision first, then take the finding back.',
  'finding.is-gone': '{{number}} was taken back or is no longer found: no evidence can be added.',
  'trace.not-found': 'There is no saved trace {{trace}}.',
  'finding.due-past': 'The day {{due}} is past. Choose today or a later day.',
  'finding.nothing-to-undo':
    'What was last written about {{number}} is no decision of yours, or has been reviewed, and cannot be undone. Decide anew.',
  'suppression.by-hand': 'A finding by hand is not prompted by any model: “do not prompt again” does not apply.',
  'suppression.not-excluded': '“Do not prompt again” goes with “Excluded” only.',
  'suppression.day-past': '“Do not prompt again” needs a day after today.',
  'suppression.not-found': 'There is no suppression number {{id}}.',
  'suppression.over': 'Suppression number {{id}} has ended already.',
  'review.not-needed':
    'No decision about this finding waits for a review: only “Confirmed” and “Excluded” are reviewed.',
  'review.done': 'This decision has been reviewed. After another decision it can be reviewed again.',
  'review.same-person':
    'Somebody else has to review: {{actor}} had a part in this decision. Let another person open the case under their own name.',
  'view.not-found': 'There is no view no. {{view}}.',
  'filter.not-found': 'This saved filter no longer exists.',
  'settings-file.none':
    'No threshold was changed in this case and it has no models of its own, so there is nothing to write.',
  'settings-file.unreadable':
    '“{{file}}” is no file of settings, or a part of it is missing. Choose one that “Write settings” made.',
  'settings-file.newer': '“{{file}}” was written by a newer version (format {{version}}). Update this program first.',
  'settings-file.altered':
    'The signature of “{{file}}” does not fit what it says: it was altered after it was signed, or names a key that did not sign it. Nothing of it was used. Ask for it again.',
  'board.not-found': 'There is no board “{{board}}”, or its lines have changed. Open it again.',
  'finding.counter-needed': 'Before confirming, record what speaks against it; write “none found” if there is nothing.',
  'model.not-found': 'There is no model “{{id}}”.',
  'setting.unknown': 'The model “{{model}}” has no setting “{{name}}”.',
  'setting.out-of-range': '“{{name}}” = {{value}} is not between {{min}} and {{max}}.',
  // a rule of one's own
  'own-model.not-found': 'This case has no model of its own “{{id}}”, or it was deleted.',
  'own-model.name-taken':
    'There is a model called “{{name}}”. Choose another name, so that findings can be told apart.',
  'own-model.view': 'There is no table “{{whatEn}}”. Choose one of the list.',
  'own-model.column': 'The table has no column “{{whatEn}}”. Choose another.',
  'own-model.op': '“{{whatEn}}” cannot be compared like this. Choose another comparison.',
  'own-model.value-missing': 'The condition “{{whatEn}}” has no value yet. Fill it in, or remove the condition.',
  'own-model.value-number': '“{{value}}” is no figure that can be used. Write digits only, like 20000 or 0.5.',
  'own-model.value-fen':
    'The amount “{{value}}” has more than two decimals. Amounts are exact to the fen: write it to the fen, like 1234.56.',
  'own-model.value-day': '“{{value}}” is no date. Write it like 2024-03-31.',
  'own-model.value-choice': '“{{value}}” is none of the values there are. Choose again.',
  'own-model.too-many': 'Too many: {{whatEn}} at most.',
  'own-model.no-group': 'Nothing is grouped yet. Findings come from groups: choose at least one, like the payee.',
  'own-model.group-column':
    'Rows cannot be grouped by “{{whatEn}}”. A date needs day, month, quarter or year; amounts and quantities group nothing.',
  'own-model.group-twice': 'The same grouping was chosen twice. Remove one.',
  'own-model.no-measure': 'There is no figure yet. Add at least one with its threshold, like rows ≥ 3.',
  'own-model.measure-column':
    'The column “{{whatEn}}” does not fit the figure. Sums and shares are of amounts or quantities.',
  'own-model.measure-within': 'A share of the whole needs two groupings or more, and of which of them it is the whole.',
  'own-model.threshold-fen':
    'The threshold {{what}} has more than two decimals. Amounts are exact to the fen: write it to the fen, like 1234.56.',
  'own-model.threshold':
    'The threshold {{whatEn}} cannot be used. Shares are from 0 to 1 (0 to 100 % on screen), others are figures.',
  'own-model.name': 'Give it a name.',
  'own-model.explanation': 'Say what the rule is to find.',
  'own-model.innocent': 'Write at least one lawful explanation: when a hit would be in order.',
  'source.not-found': 'The cited cell cannot be found. Its batch may have been undone.',
  'seal.not-a-sealed-file': '“{{name}}” is not a sealed case file.',
  'seal.wrong-key': 'Wrong passphrase or key: the sealed file cannot be opened.',
  'seal.damaged': 'The sealed file was changed or is incomplete, so it was refused: {{why}}. Ask the sender again.',
  'seal.bad-signature': 'The signature of the sealed file does not match, so it was refused: {{why}}.',
  'seal.newer': 'The sealed file was made by a newer version ({{tool}}). Upgrade to open it.',
  'seal.mixed-recipients': 'Post-quantum and classic recipients cannot be mixed. Seal twice.',
  'seal.bad-recipient': 'The recipient key “{{seen}}” is malformed; it should start with age1.',
  'request.unknown': 'There is no request “{{name}}”.',
  'request.malformed': 'The request “{{name}}” is malformed: {{why}}',
  'start.refused-switches':
    'Started with arguments that are not allowed: {{switches}}. To protect cases the program has ended; open it without them.',
  'start.native-changed':
    'The database component is not the one this program was built with. To protect cases the program has ended; install it again.',
  'request.refused': 'The request did not come from a window of this program, so it was refused.',
  'core.gone':
    'The process that handles data has stopped; the case is locked and unfinished work was not written. Open the case again.',
  'core.not-started':
    'The process that handles data did not start; no case was read or written. Close this program and open it again; if it happens again, check whether security software blocks it, or install it again.',
  'ticket.unknown': 'The chosen file is no longer valid. Choose it again.',
  'target.not-writable': 'Cannot write “{{file}}”: {{why}}. Choose another place.',
  'target.exists': '“{{file}}” exists already. Choose another name.',
  'import.stopped': 'Cancelled: {{done}} of {{total}} files are imported; nothing of the others is kept.',
  'import.not-reached': 'Not imported: the import stopped at or before this file.',
  'disk.full': 'The disk is full or a quota is reached. Nothing was changed. Free some space and try again.',
  'job.cancelled': 'Cancelled; nothing was changed.',
  'job.running': 'Another job is running. Wait for it, or cancel it.',
  fault: 'An unexpected error (no. {{ref}}): nothing was changed. Try again; note the number if it returns.',
};
