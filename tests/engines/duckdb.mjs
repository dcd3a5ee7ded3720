// Stands in for the command-line client of DuckDB: npm brings the engine without it. Dot commands are taken where a statement could
// begin, else lines until a `;` completes a statement; rows are printed as `.mode list` and `.headers off` print them; an error ends the
// script, and what was open is rolled back.
//   duckdb.mjs run FILE SCRIPT: the script on the database file; ends with 1 when it failed
//   duckdb.mjs batch FOLDER: the scripts 0.sql, 1.sql, … of the folder, on the databases that its file `jobs` names, one a line. Beside
//   each it leaves .status, .out, .err, and .catalog: what the engine's own catalog then says, rows and values separated by the
//   characters 30 and 31, null as \N.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const folder = path.resolve(process.env.MIGC_ENGINES);
const require = createRequire(path.join(folder, 'package.json'));
const { DuckDBInstance } = await import(pathToFileURL(require.resolve('@duckdb/node-api')));

// True when the text ends after a `;` that stands outside of strings, quoted names and comments.
function isComplete(text) {
  let last = '';
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const skip = (open, close) => {
      const end = text.indexOf(close, at + open.length);
      at = end < 0 ? text.length : end + close.length;
      last = end < 0 ? 'open' : 'word';
    };
    const dollar = /^\$([A-Za-z_][A-Za-z_0-9]*)?\$/.exec(rest);
    if (rest.startsWith('--')) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (rest.startsWith('/*')) {
      let depth = 0;
      do {
        if (text.startsWith('/*', at)) { depth++; at += 2; } else if (text.startsWith('*/', at)) { depth--; at += 2; } else at++;
      } while (depth > 0 && at < text.length);
      if (depth > 0) last = 'open';
    } else if (dollar) {
      skip(dollar[0], dollar[0]);
    } else if (/^[eE]'/.test(rest)) {
      const string = /^[eE]'(?:[^'\\]|\\[\s\S]|'')*'/.exec(rest);
      at = string ? at + string[0].length : text.length;
      last = string ? 'word' : 'open';
    } else if (text[at] === "'" || text[at] === '"') {
      skip(text[at], text[at]);
    } else {
      if (!/\s/.test(text[at])) last = text[at];
      at++;
    }
  }
  return last === ';';
}

const isBlank = (text) => text.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, '').trim() === '';

// The chunks that the client would give to the engine, and its own commands.
function* chunks(script) {
  let open = '';
  for (const line of script.replace(/\r\n/g, '\n').split('\n')) {
    if (open === '' && line.startsWith('.')) {
      yield { command: line };
      continue;
    }
    if (open === '' && line.startsWith('#')) continue;
    open += (open === '' ? '' : '\n') + line;
    if (isBlank(open)) {
      open = '';
    } else if (line.includes(';') && isComplete(open)) {
      yield { sql: open };
      open = '';
    }
  }
  if (!isBlank(open)) yield { sql: open };
}

const shown = (value) => (value === null ? '' : String(value));

async function rowsOf(connection, sql) {
  return (await connection.runAndReadAll(sql)).getRowsJson();
}

async function run(connection, script, print) {
  const known = ['.bail on', '.mode list', '.headers off'];
  for (const chunk of chunks(script)) {
    if (chunk.command !== undefined) {
      if (!known.includes(chunk.command)) throw new Error(`this runner does not know ${chunk.command}`);
      continue;
    }
    const extracted = await connection.extractStatements(chunk.sql);
    for (let i = 0; i < extracted.count; i++) {
      const prepared = await extracted.prepare(i);
      const result = await prepared.runAndReadAll();
      // What changes rows says how many; the client does not, unless `.changes on`.
      if (result.columnNames().length === 1 && result.columnNames()[0] === 'Count') continue;
      for (const row of result.getRowsJson()) print(row.map(shown).join('|'));
    }
  }
}

const ours = "schema_name NOT IN ('information_schema', 'pg_catalog') AND database_name = current_database()";
const queries = {
  table: `SELECT schema_name, table_name, comment FROM duckdb_tables() WHERE NOT internal AND ${ours}`,
  column: `SELECT schema_name, table_name, column_name, data_type, is_nullable, column_default, comment FROM duckdb_columns() WHERE NOT internal AND ${ours} ORDER BY table_oid, column_index`,
  constraint: `SELECT schema_name, table_name, constraint_type, constraint_text, array_to_string(constraint_column_names, ', '), referenced_table, array_to_string(referenced_column_names, ', '), expression FROM duckdb_constraints() WHERE ${ours}`,
  index: `SELECT schema_name, table_name, index_name, is_unique, expressions, sql FROM duckdb_indexes() WHERE ${ours}`,
  view: `SELECT schema_name, view_name, sql FROM duckdb_views() WHERE NOT internal AND ${ours}`,
  sequence: `SELECT schema_name, sequence_name, start_value, increment_by, min_value, max_value, cycle FROM duckdb_sequences() WHERE ${ours}`,
  type: `SELECT schema_name, type_name, array_to_string(list_transform(labels, x -> '''' || replace(x, '''', '''''') || ''''), ', ') FROM duckdb_types() WHERE NOT internal AND logical_type = 'ENUM' AND ${ours}`,
  schema: `SELECT schema_name FROM duckdb_schemas() WHERE NOT internal AND schema_name <> 'main' AND ${ours}`,
  definition: `SELECT schema_name, table_name, sql FROM duckdb_tables() WHERE NOT internal AND ${ours}`,
};

const table = (rows) => rows.map((row) => row.map((value) => (value === null ? '\\N' : String(value))).join('\x1f') + '\x1e').join('');

// Starting the engine takes longer than a script does, so one serves all; each time the file is opened anew.
const engine = await DuckDBInstance.create(':memory:');

async function withDatabase(file, act) {
  const connection = await engine.connect();
  await connection.run(`ATTACH '${file.replaceAll("'", "''")}' AS migrated`);
  await connection.run('USE migrated');
  try {
    return await act(connection);
  } finally {
    connection.closeSync();  // what is open is rolled back
    const other = await engine.connect();
    await other.run('DETACH migrated');
    other.closeSync();
  }
}

async function runScript(file, script) {
  let out = '';
  try {
    await withDatabase(file, (connection) => run(connection, script, (line) => { out += line + '\n'; }));
    return { status: 0, out, err: '' };
  } catch (error) {
    return { status: 1, out, err: error.message + '\n' };
  }
}

// Read from the file, as the next one to open it would.
const catalogOf = (file) => withDatabase(file, async (connection) => {
  let text = '';
  for (const [kind, sql] of Object.entries(queries)) {
    text += table((await rowsOf(connection, sql)).map((row) => [kind, ...row]));
  }
  return text;
});

const [mode, where, script] = process.argv.slice(2);
if (mode === 'run') {
  const said = await runScript(where, fs.readFileSync(script, 'utf8'));
  process.stdout.write(said.out);
  process.stderr.write(said.err);
  process.exitCode = said.status;
} else {
  const databases = fs.readFileSync(path.join(where, 'jobs'), 'utf8').split('\n').filter((name) => name !== '');
  for (const [i, name] of databases.entries()) {
    const stem = path.join(where, String(i));
    const file = path.join(where, `${name}.db`);
    const said = await runScript(file, fs.readFileSync(`${stem}.sql`, 'utf8'));
    fs.writeFileSync(`${stem}.status`, String(said.status));
    fs.writeFileSync(`${stem}.out`, said.out);
    fs.writeFileSync(`${stem}.err`, said.err);
    fs.writeFileSync(`${stem}.catalog`, await catalogOf(file));
  }
}
