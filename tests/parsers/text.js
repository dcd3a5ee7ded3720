// Text: cutting SQL into code, strings, quoted names and comments, with the place of every character kept.
'use strict';

// Each lexis says how a piece begins and what ends it.
const lexes = {
  mssql: {
    string: [['N\'', '\''], ['n\'', '\''], ['\'', '\'']],
    name: [['"', '"'], ['[', ']']],
    line: ['--'],
    nested: true,
  },
  oracle: {
    string: [['N\'', '\''], ['n\'', '\''], ['\'', '\'']],
    name: [['"', '"']],
    line: ['--'],
    quotes: true,
  },
  mysql: {
    string: [['\'', '\''], ['"', '"']],
    name: [['`', '`']],
    line: ['-- ', '--\n', '#'],
    backslash: true,
  },
};

const isWord = (c) => c !== undefined && /[A-Za-z0-9_$#@\u0080-\uffff]/.test(c);

// q'[…]': the offset after it, or -1.
function endOfQQuote(text, at) {
  const open = /^[nN]?[qQ]'(.)/su.exec(text.slice(at, at + 5));
  if (!open) return -1;
  const pairs = { '[': ']', '{': '}', '(': ')', '<': '>' };
  const end = text.indexOf((pairs[open[1]] || open[1]) + '\'', at + open[0].length);
  return end < 0 ? text.length : end + 2;
}

function endOfQuoted(text, from, close, backslash) {
  let at = from;
  while (at < text.length) {
    if (text[at] === '\\' && backslash) {
      at += 2;
    } else if (text[at] === close) {
      if (text[at + 1] !== close) return at + 1;
      at += 2;
    } else {
      at += 1;
    }
  }
  return text.length;
}

function endOfComment(text, from, nested) {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    if (text.startsWith('/*', at) && (depth === 0 || nested)) {
      depth += 1;
      at += 2;
    } else if (text.startsWith('*/', at)) {
      at += 2;
      depth -= 1;
      if (depth === 0) return at;
    } else {
      at += 1;
    }
  }
  return text.length;
}

// The piece that begins at `at`: {kind: 'code' | 'string' | 'name' | 'comment', begin, end}. Code is one character or one word.
function pieceAt(text, at, dialect) {
  const lex = lexes[dialect];
  const rest = text.slice(at, at + 3);
  if (lex.line.some((mark) => text.startsWith(mark, at))) {
    const end = text.indexOf('\n', at);
    return { kind: 'comment', begin: at, end: end < 0 ? text.length : end };
  }
  if (rest.startsWith('/*')) return { kind: 'comment', begin: at, end: endOfComment(text, at, lex.nested) };
  if (lex.quotes) {
    const end = endOfQQuote(text, at);
    if (end > 0) return { kind: 'string', begin: at, end };
  }
  for (const [kind, marks] of [['string', lex.string], ['name', lex.name]]) {
    for (const [open, close] of marks) {
      if (rest.startsWith(open)) return { kind, begin: at, end: endOfQuoted(text, at + open.length, close, kind === 'string' && lex.backslash) };
    }
  }
  let end = at + 1;
  if (isWord(text[at])) while (isWord(text[end])) end += 1;
  return { kind: 'code', begin: at, end };
}

function piecesOf(text, dialect) {
  const pieces = [];
  for (let at = 0; at < text.length;) {
    const piece = pieceAt(text, at, dialect);
    pieces.push(piece);
    at = piece.end;
  }
  return pieces;
}

// The text with strings and comments blanked, of the same length, so that a pattern matches code alone. A string keeps its marks.
function masked(text, dialect) {
  let result = '';
  for (const { kind, begin, end } of piecesOf(text, dialect)) {
    const part = text.slice(begin, end);
    if (kind === 'code' || kind === 'name') result += part;
    else if (kind === 'comment') result += part.replace(/[^\n]/gu, ' ').padEnd(part.length, ' ').slice(0, part.length);
    else result += '\'' + 's'.repeat(Math.max(0, part.length - 2)) + '\'';
  }
  return result;
}

// What a string literal stands for.
function valueOf(literal, dialect) {
  const quoted = /^[nN]?[qQ]'.([\s\S]*).'$/u.exec(literal);
  if (dialect === 'oracle' && quoted) return quoted[1];
  const mark = literal.endsWith('"') ? '"' : '\'';
  const body = literal.slice(literal.indexOf(mark) + 1, -1);
  if (dialect !== 'mysql') return body.split(mark + mark).join(mark);
  const escapes = { n: '\n', t: '\t', r: '\r', 0: '\0', b: '\b', Z: '\x1a' };
  return body.replace(/\\([\s\S])|''|""/gu, (all, c) => (c === undefined ? all[0] : escapes[c] || c));
}

// The significant tokens: no blanks, no comments.
function tokensOf(text, dialect) {
  return piecesOf(text, dialect)
    .filter((piece) => piece.kind !== 'comment' && (piece.kind !== 'code' || /\S/u.test(text[piece.begin])))
    .map((piece) => ({ ...piece, text: text.slice(piece.begin, piece.end) }));
}

// {line, column}, from 1.
function placeOf(text, offset) {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}

module.exports = { piecesOf, masked, valueOf, tokensOf, placeOf };
