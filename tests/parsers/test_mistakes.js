// The test of the checks: every mistake is caught, what is right is let pass, and every exception is needed and enough.
'use strict';
const { check, faultsOf } = require('./check');
const { exceptions } = require('./exceptions');
const { mistakes, valid } = require('./mistakes');

let failures = 0;
function expect(condition, message) {
  if (condition) return;
  failures += 1;
  process.stdout.write(message + '\n');
}

let count = 0;
for (const [dialect, list] of Object.entries(mistakes)) {
  expect(list.length >= 20, `${dialect}: only ${list.length} mistakes`);
  for (const [what, sql] of list) {
    count += 1;
    const { found } = check(sql, dialect);
    expect(found.length > 0, `${dialect}: not caught: ${what}: ${sql}`);
    for (const { line, column } of found) expect(line >= 1 && column >= 1, `${dialect}: no place: ${what}`);
  }
  for (const sql of valid[dialect]) {
    for (const { line, column, message } of check(sql, dialect).found) expect(false, `${dialect}: refused: ${sql}\n  ${line}:${column}: ${message}`);
  }
  for (const { name, page, example } of exceptions[dialect]) {
    expect(page.startsWith('https://'), `${dialect}: ${name}: no page of the vendor`);
    expect(faultsOf(example, dialect, false).length > 0, `${dialect}: exception "${name}" is not needed: ${example}`);
    for (const { message } of faultsOf(example, dialect)) expect(false, `${dialect}: exception "${name}" is not enough: ${example}\n  ${message}`);
  }
}
process.stdout.write(`${count} mistakes, ${failures} failures\n`);
process.exitCode = failures === 0 ? 0 : 1;
