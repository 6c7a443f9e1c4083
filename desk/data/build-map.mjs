// Writes countries.tsv, the shapes of the desk's map, from Natural Earth (public domain), as packed by npm:
//   npm install --prefix DIR world-atlas@2.0.2 topojson-client@3.1.0 topojson-simplify@3.0.3 d3-geo@3.1.2 i18n-iso-countries@7.14.0
//   node build-map.mjs DIR ../src/main/resources/io/keeling/desk/map
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [source, target] = process.argv.slice(2);
const require = createRequire(`${source}/`);
const { feature } = require("topojson-client");
const { presimplify, simplify } = require("topojson-simplify");
const { geoEqualEarth, geoPath } = await import(`${source}/node_modules/d3-geo/dist/d3-geo.mjs`);
const iso = require("i18n-iso-countries");

const WIDTH = 800; // units of the drawing, each a point of a wide screen
const LEAST = 9; // a shape of less square units is a dot
const FINE = 0.08; // square degrees that a corner must be worth

const read = (file) => JSON.parse(readFileSync(`${source}/node_modules/world-atlas/${file}`, "utf8"));
const code = (f) => (f.properties.name === "Kosovo" ? "XK" : f.id ? iso.numericToAlpha2(f.id) : undefined);
const coarse = feature(simplify(presimplify(read("countries-110m.json")), FINE), "countries").features;
const fine = feature(read("countries-10m.json"), "countries").features; // has the smallest, too
const drawn = coarse.filter((f) => f.properties.name !== "Antarctica" && f.geometry);
const projection = geoEqualEarth().fitWidth(WIDTH, { type: "FeatureCollection", features: drawn });
const path = geoPath(projection);

const height = Math.round(path.bounds({ type: "FeatureCollection", features: drawn })[1][1]);

/** A point of the drawing, with room for a number in a ring. */
const within = ([x, y]) => [Math.min(Math.max(Math.round(x), 9), WIDTH - 9), Math.min(Math.max(Math.round(y), 9), height - 9)];

/** The same outline in steps of whole units. */
function relative(outline) {
  let [x, y] = [0, 0];
  let written = "";
  for (const ring of outline.split("Z").filter(Boolean)) {
    const points = ring.slice(1).split("L").map((p) => p.split(",").map(Math.round));
    const steps = [];
    let [px, py] = points[0];
    for (const [nx, ny] of points.slice(1)) {
      if (nx !== px || ny !== py) steps.push([nx - px, ny - py]);
      [px, py] = [nx, ny];
    }
    if (steps.length < 3) continue; // an island of no size
    written += `${written ? "m" : "M"}${points[0][0] - x} ${points[0][1] - y}l${steps.map(([a, b]) => `${a} ${b}`).join(" ")}z`;
    [x, y] = points[0];
  }
  return written.replaceAll(" -", "-");
}

const rows = new Map();
for (const f of fine) {
  const [x, y] = within(path.centroid(f));
  if (code(f) && code(f) !== "AQ") rows.set(code(f), [x, y, ""]);
}
let others = "";
for (const f of drawn) {
  const shape = f.geometry.type === "MultiPolygon" // the name stands on the largest part
    ? f.geometry.coordinates.map((c) => ({ type: "Polygon", coordinates: c })).sort((a, b) => path.area(b) - path.area(a))[0]
    : f.geometry;
  const [x, y] = within(path.centroid(shape));
  const outline = path.area(f) < LEAST ? "" : relative(path(f));
  if (code(f)) rows.set(code(f), [x, y, outline]);
  else others += outline; // shapes that no code is agreed for
}
rows.set("--", [0, 0, others]);
const lines = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([c, r]) => [c, ...r].join("\t"));
writeFileSync(`${target}/countries.tsv`, `# Natural Earth (public domain), Equal Earth, ${WIDTH} by ${height}: code, point, outline; none of a country too small to draw\n${lines.join("\n")}\n`);
console.log(lines.length, height);
