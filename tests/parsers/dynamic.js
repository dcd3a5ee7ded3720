// Dynamic: the SQL inside the strings that a statement has executed: EXEC (N'…'), sp_executesql, EXECUTE IMMEDIATE, OPEN … FOR,
// PREPARE … FROM.
// What is put together with a variable or a function gets `migc_name` in its place, which reads as a name.
'use strict';
const { tokensOf, valueOf } = require('./text');

const kHole = 'migc_name';
const is = (token, ...words) => token !== undefined && token.kind === 'code' && words.includes(token.text.toUpperCase());

// The expression of strings that begins at token `i`: its value and the index after it. Ends before `;`, `,`, a closing parenthesis, or
// a word where an operator should be.
function concatenation(tokens, i, dialect, variables) {
  const plus = dialect === 'oracle' ? '|' : '+';
  let value = '';
  let literals = 0;
  for (;;) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.kind === 'string') {
      value += valueOf(token.text, dialect);
      literals += 1;
      i += 1;
    } else if (is(token, '(')) {
      const inner = concatenation(tokens, i + 1, dialect, variables);
      value += inner.value;
      literals += inner.literals;
      i = inner.next + 1;
    } else {
      // A variable, or a call with its arguments.
      const known = variables.get(token.text.toUpperCase());
      i += 1;
      while (is(tokens[i], '.') || is(tokens[i - 1], '.')) i += 1;
      if (is(tokens[i], '(')) {
        const open = i;
        for (let depth = 0; i < tokens.length; i += 1) {
          if (is(tokens[i], '(')) depth += 1;
          if (is(tokens[i], ')')) depth -= 1;
          if (depth === 0) break;
        }
        i += 1;
        value += callValue(token, tokens.slice(open + 1, i - 1), dialect, variables);
      } else {
        value += known === undefined ? holeOf(tokens[i - 1]) : known;
        if (known !== undefined) literals += 1;
      }
    }
    if (!is(tokens[i], plus)) break;
    i += dialect === 'oracle' ? 2 : 1;
  }
  return { value, literals, next: i };
}

// A name, but for a column that says what a foreign key does.
const holeOf = (token) => (is(token, 'ON_DELETE', 'ON_UPDATE') ? 'NO ACTION' : kHole);

// CHR(10) and the like are blanks; CAST (N'…' AS …) and REPLACE (N'…', …) are their first string, IIF and CASE a name.
function callValue(name, inner, dialect, variables) {
  if (is(name, 'CHAR', 'NCHAR', 'CHR', 'NCHR', 'UNISTR')) return is(name, 'UNISTR') ? kHole : ' ';
  if (is(name, 'CAST', 'CONVERT', 'TO_CLOB', 'TO_NCLOB', 'ISNULL', 'COALESCE', 'NVL')) return concatenation(inner, 0, dialect, variables).value;
  // One of its two values; both read alike.
  const comma = is(name, 'IIF') ? inner.findIndex((token) => is(token, ',')) : -1;
  return comma < 0 ? kHole : concatenation(inner, comma + 1, dialect, variables).value;
}

// SET @v = …, DECLARE @v … = …, SELECT @v += …, v := …: what a variable holds, when it is made of strings.
function variablesOf(tokens, dialect) {
  const variables = new Map();
  for (let i = 0; i + 2 < tokens.length; i += 1) {
    const token = tokens[i];
    const variable = dialect === 'mssql' ? token.text.startsWith('@') && !token.text.startsWith('@@') : /^[@\w]+$/u.test(token.text);
    if (token.kind !== 'code' || !variable) continue;
    let at = i + 1;
    if (dialect === 'oracle') {
      while (at < i + 6 && !is(tokens[at], ':')) at += 1;
      if (!is(tokens[at], ':') || !is(tokens[at + 1], '=')) continue;
      at += 2;
      if (at > i + 3 && !/^(VARCHAR2|CLOB)$/iu.test(tokens[i + 1].text)) continue;
    } else {
      // DECLARE @v NVARCHAR(MAX) = …
      if (is(tokens[i - 1], 'DECLARE', ',')) while (at < i + 6 && !is(tokens[at], '=', ';', ',')) at += 1;
      const appends = is(tokens[at], '+') && is(tokens[at + 1], '=');
      if (!appends && !is(tokens[at], '=')) continue;
      at += appends ? 2 : 1;
      if (dialect === 'mysql' && is(tokens[at], 'IF')) continue;
    }
    const { value, literals } = concatenation(tokens, at, dialect, variables);
    if (literals === 0) continue;
    const name = token.text.toUpperCase();
    variables.set(name, value.trim() === '' ? variables.get(name) || '' : value);
  }
  return variables;
}

// SET @s = IF(condition, '<ddl>', '<other>'): both are prepared, one of them at a time. Scripts of migc have their statements in
// @migc_sql (or the SHA-256 of one that cannot be prepared, and stands behind it), and sentences for a person in @migc_stop.
function conditionals(tokens) {
  const found = [];
  for (let i = 0; i + 2 < tokens.length; i += 1) {
    if (!tokens[i].text.startsWith('@') || !is(tokens[i + 1], '=', ':') || is(tokens[i], '@migc_stop', '@MIGC_STOP')) continue;
    const start = is(tokens[i + 1], ':') ? i + 3 : i + 2;
    if (is(tokens[i], '@migc_sql', '@MIGC_SQL') && tokens[start] && tokens[start].kind === 'string') {
      const value = valueOf(tokens[start].text, 'mysql');
      if (!/^([0-9a-f]{64})?$/u.test(value)) found.push({ token: tokens[start], value });
    }
    if (!is(tokens[start], 'IF')) continue;
    let depth = 0;
    for (let at = start + 1; at < tokens.length; at += 1) {
      if (is(tokens[at], '(')) depth += 1;
      if (is(tokens[at], ')')) depth -= 1;
      if (depth === 0) break;
      if (depth === 1 && is(tokens[at], ',') && tokens[at + 1].kind === 'string') found.push({ token: tokens[at + 1], value: valueOf(tokens[at + 1].text, 'mysql') });
    }
  }
  return found;
}

// EXECUTE IMMEDIATE :migc_step USING revision, step, sha256, statement, probe: where the last two begin.
function statementsUsed(tokens, i) {
  if (!is(tokens[i], ':') || !is(tokens[i + 2], 'USING')) return [];
  const begins = [i + 3];
  let depth = 0;
  for (let at = i + 3; at < tokens.length && !is(tokens[at], ';'); at += 1) {
    if (is(tokens[at], '(')) depth += 1;
    if (is(tokens[at], ')')) depth -= 1;
    if (depth === 0 && is(tokens[at], ',')) begins.push(at + 1);
  }
  return begins.slice(3);
}

// [{offset, text, exact}]: what the statement has executed, where the string stands.
function dynamicSql(text, dialect) {
  const tokens = tokensOf(text, dialect);
  const variables = variablesOf(tokens, dialect);
  const found = [];
  const add = (i) => {
    const token = tokens[i];
    if (token === undefined) return;
    const { value, literals } = concatenation(tokens, i, dialect, variables);
    if (literals > 0 && value.trim() !== '') found.push({ offset: token.begin, text: value });
  };
  for (let i = 0; i + 1 < tokens.length; i += 1) {
    if (dialect === 'mssql' && is(tokens[i], 'EXEC', 'EXECUTE')) {
      if (is(tokens[i + 1], '(')) add(i + 2);
      if (/sp_executesql$/iu.test(tokens[i + 1].text)) add(i + 2);
      if (is(tokens[i + 1], 'SYS') && /sp_executesql$/iu.test((tokens[i + 3] || {}).text || '')) add(i + 4);
    } else if (dialect === 'oracle' && is(tokens[i], 'IMMEDIATE')) {
      const given = statementsUsed(tokens, i + 1);
      if (given.length > 0) given.forEach(add);
      else add(i + 1);
    } else if (dialect === 'oracle' && is(tokens[i], 'FOR') && (is(tokens[i - 2], 'OPEN') || is(tokens[i - 3], 'OPEN'))) {
      // Else a query that stands there itself.
      if (tokens[i + 1].kind === 'string' || is(tokens[i + 1], 'TO_CLOB')) add(i + 1);
    } else if (dialect === 'mysql' && is(tokens[i], 'FROM') && i >= 2 && is(tokens[i - 2], 'PREPARE') && tokens[i + 1].kind === 'string') {
      add(i + 1);
    }
  }
  if (dialect === 'mysql') for (const { token, value } of conditionals(tokens)) found.push({ offset: token.begin, text: value });
  return found;
}

module.exports = { dynamicSql };
