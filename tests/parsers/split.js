// Split: a script cut into what its native tool sends to the server, each with the offset it stands at. Nothing here asks what a
// statement means.
'use strict';
const { piecesOf, masked, tokensOf } = require('./text');

// What begins and ends with `;` or a blank is cut off, with its offset.
function trimmed(text, offset) {
  const lead = /^[\s;]*/u.exec(text)[0].length;
  return { offset: offset + lead, text: text.slice(lead).replace(/\s+$/u, '') };
}

// sqlcmd: batches between GO lines; lines of `:command` are its own. GO counts even inside strings and comments here: what stands
// like that in a script depends on the version of the tool, so it is a fault that the parser then reports.
function splitMssql(text, faults) {
  const batches = [];
  let begin = 0;
  let at = 0;
  const finish = (end) => {
    const part = trimmed(text.slice(begin, end), begin);
    if (tokensOf(part.text, 'mssql').length > 0) batches.push(part);
  };
  for (const line of text.split(/(?<=\n)/u)) {
    const word = line.trim();
    if (/^GO(\s+\d+)?$/iu.test(word)) {
      finish(at);
      begin = at + line.length;
    } else if (/^:(on error exit|setvar\s+\w+\s+"[^"]*")$/u.test(word)) {
      if (tokensOf(text.slice(begin, at), 'mssql').length > 0) faults.push({ offset: at, message: 'a command of sqlcmd inside a batch' });
      begin = at + line.length;
    } else if (/^(:|!!|(exit|quit|reset|ed)\b(?!\s*=))/iu.test(word)) {
      faults.push({ offset: at, message: 'sqlcmd takes this line for a command of its own' });
    }
    at += line.length;
  }
  finish(text.length);
  return batches;
}

const kSqlplus = /^(WHENEVER|VARIABLE|PRINT|SET|PROMPT|EXIT|QUIT|SPOOL|DEFINE|UNDEFINE|COLUMN|REM|REMARK|CLEAR|TTITLE|BTITLE|ALTER\s+SESSION\s*$)\b/iu;
const kPlsql = /^(DECLARE|BEGIN|CREATE(\s+OR\s+REPLACE)?(\s+(NON)?EDITIONABLE)?\s+(FUNCTION|PROCEDURE|PACKAGE|TRIGGER|TYPE))\b/iu;

// SQL*Plus: a line `/` ends PL/SQL, `;` at the end of a line ends SQL; commands of its own are one line each where a statement begins.
function splitOracle(text) {
  const statements = [];
  let begin = -1;
  let at = 0;
  let plsql = false;
  // What PROMPT prints is no SQL: an apostrophe in it begins no string.
  const code = masked(text.replace(/^PROMPT[^\n]*/gmu, (line) => 'PROMPT'.padEnd(line.length)), 'oracle');
  const finish = (end) => {
    if (begin >= 0) {
      const part = trimmed(text.slice(begin, end), begin);
      if (tokensOf(part.text, 'oracle').length > 0) statements.push({ ...part, plsql });
    }
    begin = -1;
  };
  for (const line of code.split(/(?<=\n)/u)) {
    const word = line.trim();
    if (begin < 0 && word !== '' && word !== '/') {
      const set = /^SET\s+(ROLE|TRANSACTION|CONSTRAINTS?)\b/iu.test(word);
      if (!kSqlplus.test(word) || set) {
        begin = at;
        plsql = kPlsql.test(code.slice(at).trimStart());
      }
    }
    if (begin >= 0) {
      if (word === '/') finish(at);
      else if (!plsql && word.endsWith(';')) finish(at + line.trimEnd().length - 1);
    }
    at += line.length;
  }
  finish(text.length);
  return statements;
}

// mysql: `;`, or what DELIMITER says, outside strings and comments.
function splitMysql(text) {
  const statements = [];
  let delimiter = ';';
  let begin = 0;
  const pieces = piecesOf(text, 'mysql');
  const finish = (end, next) => {
    const part = trimmed(text.slice(begin, end), begin);
    if (tokensOf(part.text, 'mysql').length > 0) statements.push(part);
    begin = next;
  };
  let skip = 0;
  for (const { kind, begin: at } of pieces) {
    if (at < skip || kind !== 'code') continue;
    const lineStart = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
    const command = lineStart && /^delimiter[ \t]+(\S+)[^\n]*/iu.exec(text.slice(at, at + 40));
    if (command && tokensOf(text.slice(begin, at), 'mysql').length === 0) {
      [, delimiter] = command;
      skip = at + command[0].length;
      begin = skip;
    } else if (text.startsWith(delimiter, at)) {
      skip = at + delimiter.length;
      finish(at, skip);
    }
  }
  finish(text.length, text.length);
  return statements;
}

// What `migc compile --dump emit` prints: statements are indented by four, what stands above them by two.
function splitDump(text) {
  const statements = [];
  let block = null;
  let at = 0;
  const finish = () => {
    if (block) {
      let body = block.lines.map((line) => line.slice(4)).join('').replace(/\s+$/u, '');
      const requires = body.startsWith('require ');
      if (requires) body = ' '.repeat(8) + body.slice(8, body.lastIndexOf('\nelse '));
      else body = body.replace(/;$/u, '');
      statements.push({ offset: block.offset, text: body, indent: 4, query: requires });
    }
    block = null;
  };
  for (const line of text.split(/(?<=\n)/u)) {
    if (line.startsWith('    ')) {
      block = block || { offset: at, lines: [] };
      block.lines.push(line);
    } else if (line.trim() === '' && block) {
      block.lines.push('    ' + line);
    } else {
      finish();
    }
    at += line.length;
  }
  finish();
  return statements;
}

const isDump = (text) => /^# (upgrade|downgrade) /u.test(text);
const splitters = { mssql: splitMssql, oracle: splitOracle, mysql: splitMysql };

function split(text, dialect, faults) {
  return isDump(text) ? splitDump(text) : splitters[dialect](text, faults);
}

module.exports = { split, isDump };
