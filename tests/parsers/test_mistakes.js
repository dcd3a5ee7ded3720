// test_mistakes.js PROJECT: the test of the checks: every mistake is caught, what is right is let pass, and every exception is needed
// and enough.
'use strict';
const fs = require('fs');
const path = require('path');
const { check, faultsOf } = require('./check');
const { exceptions } = require('./exceptions');
const { split } = require('./split');
const { aborts, mistakes, valid } = require('./mistakes');

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
// A whole script takes a second or more: only the statement is parsed again that has the mistake.
for (const [dialect, list] of Object.entries(aborts)) {
  const file = path.join(process.argv[2], 'tests/bundle/expected', dialect, 'steps.abort.sql');
  const statements = split(fs.readFileSync(file, 'utf8'), dialect, []);
  for (const [what, right, wrong] of list) {
    count += 1;
    const statement = statements.find(({ text }) => text.includes(right));
    expect(statement !== undefined, `${dialect}: ${file} has no ${right}`);
    if (statement) expect(faultsOf(statement.text.replace(right, () => wrong), dialect).length > 0, `${dialect}: abort.sql: not caught: ${what}`);
  }
}
process.stdout.write(`${count} mistakes, ${failures} failures\n`);
process.exitCode = failures === 0 ? 0 : 1;
