// run.js PROJECT: check.js over every golden and every script of the dialects that have a parser here.
'use strict';
const fs = require('fs');
const path = require('path');
const { check } = require('./check');

function filesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(at) : [at];
  }).sort();
}

const root = process.argv[2];
let faults = 0;
for (const dialect of ['mssql', 'oracle', 'mysql']) {
  const golden = new RegExp(`\\.${dialect}(-[0-9.]+)?\\.(up|down)\\.sql$`, 'u');
  const files = [
    ...filesBelow(path.join(root, 'tests/golden')).filter((file) => golden.test(file)),
    ...filesBelow(path.join(root, 'tests/bundle/expected', dialect)).filter((file) => file.endsWith('.sql')),
    ...filesBelow(path.join(root, 'out', dialect)).filter((file) => file.endsWith('.sql')),
  ];
  let statements = 0;
  for (const file of files) {
    const { found, count } = check(fs.readFileSync(file, 'utf8'), dialect);
    statements += count;
    faults += found.length;
    for (const { line, column, message } of found) process.stdout.write(`${path.relative(root, file)}:${line}:${column}: ${message}\n`);
  }
  process.stdout.write(`${dialect}: ${statements} statements in ${files.length} files\n`);
}
process.exitCode = faults === 0 ? 0 : 1;
