// Reserved: a reserved word of Oracle that stands bare where a name must stand. The grammar takes many of them for names; the server says
// ORA-00904 or ORA-01747 (https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Oracle-SQL-Reserved-Words.html).
'use strict';
const { tokensOf, placeOf } = require('./text');

const kReserved = new Set(`ACCESS ADD ALL ALTER AND ANY AS ASC AUDIT BETWEEN BY CHAR CHECK CLUSTER COLUMN COMMENT COMPRESS CONNECT CREATE
  CURRENT DATE DECIMAL DELETE DESC DISTINCT DROP ELSE EXCLUSIVE EXISTS FILE FLOAT FOR FROM GRANT GROUP HAVING IDENTIFIED IMMEDIATE IN
  INCREMENT INDEX INITIAL INSERT INTEGER INTERSECT INTO IS LEVEL LIKE LOCK LONG MAXEXTENTS MINUS MLSLABEL MODE MODIFY NOAUDIT NOCOMPRESS NOT
  NOWAIT NUMBER OF OFFLINE ON ONLINE OPTION OR ORDER PCTFREE PRIOR PUBLIC RAW RENAME RESOURCE REVOKE ROW ROWS SELECT SESSION SET SHARE SIZE
  SMALLINT START SUCCESSFUL SYNONYM TABLE THEN TO TRIGGER UNION UNIQUE UPDATE VALIDATE VALUES VARCHAR VARCHAR2 VIEW WHENEVER WHERE WITH`
  .split(/\s+/u));
// Those that stand for a value are not here: NULL, DEFAULT, SYSDATE, USER, UID, ROWNUM, ROWID; and LEVEL in a hierarchical query.
const kBefore = new Set(['(', ',', '=', '<', '>', '+', '-', '*', '/', '|', 'SELECT', 'DISTINCT', 'WHERE', 'AND', 'OR', 'NOT', 'BY', 'SET', 'CASE', 'WHEN',
  'THEN', 'ELSE', 'BETWEEN', 'COLUMN', 'FROM', 'JOIN', 'INTO', 'UPDATE', 'TABLE', 'VIEW']);
const kBehind = new Set(['', '.', ',', ')', '=', '<', '>', '!', '+', '-', '*', '|', ';', 'IS', 'IN', 'NOT', 'BETWEEN', 'LIKE', 'FROM', 'WHERE', 'ASC', 'DESC', 'AND', 'OR',
  'THEN', 'ELSE', 'END', 'AS', 'DATE', 'NUMBER', 'VARCHAR2', 'CHAR', 'CLOB', 'BLOB', 'RAW', 'INTEGER', 'SMALLINT', 'TIMESTAMP']);

function reservedFaults(text, dialect) {
  if (dialect !== 'oracle') return [];
  const tokens = tokensOf(text, dialect);
  const upper = tokens.map((token) => (token.kind === 'code' ? token.text.toUpperCase() : `[${token.kind}]`));
  // These list words that are no names.
  if (['GRANT', 'REVOKE', 'AUDIT', 'NOAUDIT'].includes(upper[0])) return [];
  const hierarchical = upper.some((word, i) => word === 'CONNECT' && upper[i + 1] === 'BY');
  const faults = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const word = upper[i];
    if (!kReserved.has(word) || (word === 'LEVEL' && hierarchical)) continue;
    const before = i === 0 ? '' : upper[i - 1];
    const behind = i + 1 < upper.length ? upper[i + 1] : '';
    // `*` alone is a list of columns, and `(+)` a join.
    // A method of a PL/SQL collection (PL/SQL Language Reference, "Collection Methods").
    if (before === '.' && behind === '(' && (word === 'EXISTS' || word === 'DELETE')) continue;
    const name = before === '.' || behind === '.' || (kBefore.has(before) && kBehind.has(behind) && !isSyntax(upper, i));
    if (name) faults.push({ ...placeOf(text, tokens[i].begin), message: `${tokens[i].text} is reserved in Oracle: as a name it stands in quotation marks` });
  }
  return faults;
}

// Two words of syntax that stand as a name and its neighbours would.
function isSyntax(upper, i) {
  const pair = `${upper[i - 1]} ${upper[i]}`;
  const next = `${upper[i]} ${upper[i + 1] || ''}`;
  return ['THEN NOT', 'AND NOT', 'OR NOT', 'WHERE NOT', 'WHEN NOT', '( NOT', 'ELSE NOT', 'CASE NOT', '( ALL', 'SELECT ALL', 'NOT IN', 'NOT LIKE', 'NOT BETWEEN', '( DATE', 'TABLE OF'].includes(pair) ||
    ['NOT IN', 'NOT EXISTS', 'AND NOT', 'OR NOT', 'THEN NOT', 'ELSE NOT', 'WHERE NOT', 'SET -', 'SELECT -', 'SELECT +', 'SELECT *', 'DELETE FROM', 'IN -', 'BETWEEN -', 'BETWEEN +'].includes(next);
}

module.exports = { reservedFaults };
