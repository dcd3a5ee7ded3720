// check.js DIALECT FILE…: every statement of goldens and scripts, as the dialect's tool would cut them, through a parser; also those
// inside of strings that are executed. Prints `path:line:column: what is wrong` and ends with 1 when anything is.
'use strict';
const fs = require('fs');
const { split, isDump } = require('./split');
const { masked, piecesOf, placeOf } = require('./text');
const { dynamicSql } = require('./dynamic');
const { exceptions } = require('./exceptions');
const { batchFaults } = require('./batch');
const { reservedFaults } = require('./reserved');
const { parse } = require('./parser');

// What the parser is given in the place of the text: every line where it was.
function withExceptions(text, dialect) {
  let result = text;
  for (const { pattern, instead } of exceptions[dialect]) {
    const code = masked(result, dialect);
    let at = 0;
    let next = '';
    for (const match of code.matchAll(pattern)) {
      const original = result.slice(match.index, match.index + match[0].length);
      const lines = original.split('\n').length - 1;
      // The kept words come out of the original, for what is blanked may be among them.
      let words = instead(...match);
      if (words && match[1] && words.startsWith(match[1])) words = result.slice(match.index, match.index + match[1].length) + words.slice(match[1].length);
      const missing = lines - (words.split('\n').length - 1);
      const room = missing > 0 ? '\n'.repeat(missing) : ' '.repeat(Math.max(0, original.length - words.length));
      next += result.slice(at, match.index) + words + room;
      at = match.index + match[0].length;
    }
    result = next + result.slice(at);
  }
  return result;
}

// The grammar of PL/SQL wants the `;` that SQL*Plus takes off; a dump has taken it off a block too.
const terminated = (text) => (/;\s*$/u.test(text) ? text : text + '\n;');

// A lexer may read a string without its end as something else.
function unfinished(text, dialect) {
  const last = piecesOf(text, dialect).pop();
  if (!last || (last.kind !== 'string' && last.kind !== 'name')) return [];
  const piece = text.slice(last.begin, last.end);
  const close = { '[': ']', '`': '`', '"': '"' }[piece[0]] || '\'';
  const body = piece.slice(piece.indexOf(piece[0] === '[' ? '[' : close) + 1);
  const bare = dialect === 'mysql' ? body.replace(/\\[\s\S]/gu, '') : body;
  if (/^[nN]?[qQ]'/u.test(piece) ? piece.endsWith('\'') : bare.split(close).length % 2 === 0) return [];
  return [{ ...placeOf(text, last.begin), message: 'a string or name that is not closed' }];
}

// The faults of one statement, with the faults of what it executes, at the line and column of the text that it came from.
function faultsOf(text, dialect, useExceptions = true) {
  const given = dialect === 'oracle' ? terminated(text) : text;
  const faults = parse(useExceptions ? withExceptions(given, dialect) : given, dialect);
  faults.push(...unfinished(text, dialect), ...batchFaults(text, dialect), ...reservedFaults(text, dialect));
  for (const inner of dynamicSql(text, dialect)) {
    const place = placeOf(text, inner.offset);
    for (const fault of faultsOf(inner.text, dialect, useExceptions)) {
      faults.push({ ...place, message: `in the string: ${fault.message}` });
    }
  }
  return faults;
}

// [{line, column, message}] of a whole file.
function check(text, dialect) {
  const found = [];
  const scriptFaults = [];
  const statements = split(text, dialect, scriptFaults);
  for (const { offset, message } of scriptFaults) found.push({ ...placeOf(text, offset), message });
  for (const statement of statements) {
    const start = placeOf(text, statement.offset);
    for (const fault of faultsOf(statement.text, dialect)) {
      const column = fault.line === 1 ? start.column + fault.column - 1 : fault.column;
      found.push({ line: start.line + fault.line - 1, column: column + (statement.indent || 0), message: fault.message });
    }
  }
  return { found, count: statements.length };
}

function main([dialect, ...files]) {
  if (!exceptions[dialect] || files.length === 0) {
    process.stderr.write('usage: check.js mssql|oracle|mysql FILE…\n');
    return 2;
  }
  let faults = 0;
  let statements = 0;
  for (const file of files) {
    const { found, count } = check(fs.readFileSync(file, 'utf8'), dialect);
    statements += count;
    for (const { line, column, message } of found) process.stdout.write(`${file}:${line}:${column}: ${message}\n`);
    faults += found.length;
    if (count === 0 && !isDump(fs.readFileSync(file, 'utf8'))) {
      process.stdout.write(`${file}:1:1: no statement in it\n`);
      faults += 1;
    }
  }
  process.stdout.write(`${dialect}: ${statements} statements in ${files.length} files, ${faults} faults\n`);
  return faults === 0 && statements > 0 ? 0 : 1;
}

module.exports = { check, faultsOf };
if (require.main === module) process.exitCode = main(process.argv.slice(2));
