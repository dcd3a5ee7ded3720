// Batch: the rules of T-SQL about batches, which no grammar knows.
'use strict';
const { tokensOf } = require('./text');

const kFirst = new Set(['VIEW', 'PROCEDURE', 'PROC', 'FUNCTION', 'TRIGGER', 'SCHEMA', 'DEFAULT', 'RULE']);

function faultAt(text, token, message) {
  const before = text.slice(0, token.begin).split('\n');
  return { line: before.length, column: before[before.length - 1].length + 1, message };
}

// CREATE VIEW and the like are the first statement of their batch
// (https://learn.microsoft.com/en-us/sql/odbc/reference/develop-app/batches-of-sql-statements), and a variable lives in its batch alone.
function batchFaults(text, dialect) {
  if (dialect !== 'mssql') return [];
  const faults = [];
  const tokens = tokensOf(text, dialect);
  const upper = tokens.map((token) => (token.kind === 'code' ? token.text.toUpperCase() : ''));
  const routine = (i) => {
    if (upper[i] !== 'CREATE' && upper[i] !== 'ALTER') return false;
    const at = upper[i + 1] === 'OR' && upper[i + 2] === 'ALTER' ? i + 3 : i + 1;
    return kFirst.has(upper[at]) ? upper[at] : false;
  };
  for (let i = 1; i < tokens.length; i += 1) {
    // ALTER SCHEMA, and CREATE … inside GRANT or DDL triggers, are something else.
    const kind = routine(i);
    if (!kind || (upper[i] === 'ALTER' && kind === 'SCHEMA') || upper[i - 1] === 'OR' || upper[i - 1] === 'GRANT') continue;
    if (routine(0)) continue;
    faults.push(faultAt(text, tokens[i], `${upper[i]} ${kind} must be the first statement of its batch`));
  }
  if (routine(0)) return faults;
  const declared = new Set();
  let call = false;
  for (let i = 0; i < tokens.length; i += 1) {
    if (upper[i] === 'EXEC' || upper[i] === 'EXECUTE') call = true;
    if (upper[i] === ';') call = false;
    if (!/^@[^@]/u.test(upper[i])) continue;
    const named = call && upper[i + 1] === '=' && (upper[i - 1] === ',' || tokens[i - 1].kind === 'name' || /^(SP|XP)_|^\w+$/u.test(upper[i - 1]));
    if (named && upper[i - 1] !== 'EXEC') continue;
    if (isDeclared(upper, i)) declared.add(upper[i]);
    if (!declared.has(upper[i])) faults.push(faultAt(text, tokens[i], `the variable ${tokens[i].text} is not declared in this batch`));
  }
  return faults;
}

// DECLARE @a INT, @b INT = 1
function isDeclared(upper, at) {
  if (upper[at - 1] === 'DECLARE') return true;
  if (upper[at - 1] !== ',') return false;
  let depth = 0;
  for (let i = at - 1; i >= 0; i -= 1) {
    if (upper[i] === ')') depth += 1;
    if (upper[i] === '(') depth -= 1;
    if (depth < 0 || upper[i] === ';' || upper[i] === 'SELECT' || upper[i] === 'SET' || upper[i] === 'EXEC') return false;
    if (upper[i] === 'DECLARE') return true;
  }
  return false;
}

module.exports = { batchFaults };
