// Copies what pages load from npm's packages into wwwroot/lib, and nothing else.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(fileURLToPath(import.meta.url));
const lib = join(web, "..", "src", "Hearth", "wwwroot", "lib");
const files = {
  "pico.min.css": "@picocss/pico/css/pico.min.css",
  "d3.min.js": "d3/dist/d3.min.js",
  "plot.umd.min.js": "@observablehq/plot/dist/plot.umd.min.js",
};

mkdirSync(lib, { recursive: true });
for (const name of readdirSync(lib)) if (!(name in files)) rmSync(join(lib, name), { recursive: true });
for (const [name, source] of Object.entries(files)) copyFileSync(join(web, "node_modules", source), join(lib, name));

// Pico draws a link as a button where it says that it is one. Ours say that they are links, which is what they do, and have
// a class for their looks.
const pico = join(lib, "pico.min.css");
writeFileSync(pico, readFileSync(pico, "utf8").replaceAll("[role=button]", ".button"));
