// Parser: the faults that the grammars of antlr4ts-sql, and checks of our own over their trees, find in one batch or statement.
'use strict';
const path = require('path');
const modules = process.env.MIGC_PARSERS_DIR || __dirname;
const antlr = require(require.resolve('antlr4ts-sql', { paths: [path.resolve(modules)] }));

const { antlr4tsSQL, SQLDialect } = antlr;
const kDialects = { mssql: SQLDialect.TSQL, oracle: SQLDialect.PLSQL, mysql: SQLDialect.MYSQL };
// The grammar's own numbering: 8.0.21, the newest that it knows.
const kMysqlVersion = 80021;
const kEnd = -1;

// Offsets count code units, as everything here does; the grammar counts lines from 1 and columns from 0.
function parse(text, dialect) {
  const faults = [];
  // The tokens themselves have no text: the stream that changes the case does not keep it.
  const textOf = (token) => (token.stopIndex < token.startIndex ? '' : text.slice(token.startIndex, token.stopIndex + 1));
  const listener = {
    syntaxError(recognizer, symbol, line, column, message) {
      const got = symbol && textOf(symbol) ? ` near "${textOf(symbol)}"` : ' at its end';
      faults.push({ line, column: column + 1, message: symbol ? `does not parse${got}` : `does not parse: ${message.replace(/\s+/gu, ' ')}` });
    },
  };
  const parser = new antlr4tsSQL(kDialects[dialect]);
  const tokens = parser.getTokens(text, [listener]);
  if (dialect === 'mysql') tokens.tokenSource.serverVersion = kMysqlVersion;
  const reader = parser.getParser(tokens, [listener]);
  if (dialect === 'mysql') reader.serverVersion = kMysqlVersion;
  const tree = parser.getParseTree(reader);
  if (faults.length === 0 && tokens.LA(1) !== kEnd) {
    const next = tokens.LT(1);
    faults.push({ line: next.line, column: next.charPositionInLine + 1, message: `does not end before "${textOf(next)}"` });
  }
  if (faults.length === 0 && dialect === 'mssql') checkTree(tree, tokens, textOf, faults);
  return faults;
}

// ---- what the T-SQL grammar lets pass ----

const kTypes = new Set(('BIGINT BINARY BIT CHAR CURSOR DATE DATETIME DATETIME2 DATETIMEOFFSET DECIMAL FLOAT GEOGRAPHY GEOMETRY HIERARCHYID '
  + 'IMAGE INT INTEGER MONEY NCHAR NTEXT NUMERIC NVARCHAR REAL ROWVERSION SMALLDATETIME SMALLINT SMALLMONEY SQL_VARIANT SYSNAME TABLE TEXT '
  + 'TIME TIMESTAMP TINYINT UNIQUEIDENTIFIER VARBINARY VARCHAR XML').split(' '));

const nameOf = (node) => node.constructor.name.replace(/Context$/u, '');

function checkTree(tree, tokens, textOf, faults) {
  const add = (token, message) => faults.push({ line: token.line, column: token.charPositionInLine + 1, message });
  const visit = (node) => {
    if (!node.start) return;
    switch (nameOf(node)) {
      case 'Column_def_table_constraints': {
        // The grammar has the comma between two of them as an option.
        const items = (node.children || []).filter((child) => child.start);
        for (let i = 1; i < items.length; i += 1) {
          let comma = false;
          for (let at = items[i - 1].stop.tokenIndex + 1; at < items[i].start.tokenIndex; at += 1) comma = comma || textOf(tokens.get(at)) === ',';
          if (!comma) add(items[i].start, `no comma before "${textOf(items[i].start)}"`);
        }
        break;
      }
      case 'Data_type': {
        const word = textOf(node.start).replace(/^[["]|[\]"]$/gu, '').toUpperCase();
        if (!kTypes.has(word) && !/^(dbo|sys)$/iu.test(word)) add(node.start, `"${textOf(node.start)}" is not a type`);
        break;
      }
      case 'Execute_body_batch':
        add(node.start, `"${textOf(node.start)}" would be called as a procedure without EXEC`);
        break;
      default:
    }
    for (const child of node.children || []) visit(child);
  };
  visit(tree);
}

module.exports = { parse };
