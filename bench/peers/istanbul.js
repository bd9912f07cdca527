'use strict';
// What istanbul-lib-coverage makes of reports together, file by file, then in total; with --total only that.
//   node istanbul.js [--total] REPORTS...
const fs = require('fs');
const { createCoverageMap } = require('istanbul-lib-coverage');

const files = process.argv.slice(2);
const totalOnly = files[0] === '--total' && files.shift();
const map = createCoverageMap({});
for (const file of files) {
  map.merge(JSON.parse(fs.readFileSync(file, 'utf8')));
}
const count = (summary, metric) => `${metric} ${summary[metric].covered}/${summary[metric].total}`;
const line = (name, summary) =>
  [name, ...['lines', 'functions', 'branches', 'statements'].map((metric) => count(summary, metric))].join(' ');
if (!totalOnly) {
  for (const file of map.files().sort()) {
    console.log(line(file, map.fileCoverageFor(file).toSummary()));
  }
}
console.log(line('total', map.getCoverageSummary()));
