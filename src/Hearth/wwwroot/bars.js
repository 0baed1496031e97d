// Draws the bars of a report beside the table that holds their numbers. Without it, the table says it all.
import "./lib/d3.min.js";

const { scaleLinear, select, max } = globalThis.d3;
const row = 34;

function read(id) {
  return [...document.querySelectorAll(`#${CSS.escape(id)} tbody tr`)]
    .map((tr) => {
      const cell = tr.querySelector("td");
      const number = cell.dataset.number;
      return { label: tr.querySelector("th").textContent.trim(), words: cell.textContent.trim(), value: number === undefined ? null : Number(number) };
    })
    .filter((d) => d.words !== "not used");
}

function draw(figure) {
  const bars = read(figure.dataset.bars);
  if (bars.length === 0) return;
  const width = Math.max(280, figure.clientWidth);
  const labels = Math.min(190, width * 0.45);
  const x = scaleLinear([0, max(bars, (d) => d.value) || 1], [0, width - labels - 90]);
  const most = max(bars, (d) => d.value);
  const svg = select(figure).html(null).append("svg")
    .attr("role", "img").attr("aria-label", figure.dataset.label)
    .attr("viewBox", `0 0 ${width} ${bars.length * row}`);
  const line = svg.selectAll("g").data(bars).join("g").attr("transform", (_, i) => `translate(0,${i * row})`);
  line.append("text").attr("x", labels - 10).attr("y", row / 2 + 6).attr("text-anchor", "end").text((d) => d.label);
  line.filter((d) => d.value > 0).append("rect")
    .attr("class", (d) => (d.value === most ? "bar now" : "bar"))
    .attr("x", labels).attr("y", 4).attr("height", row - 8).attr("width", (d) => x(d.value));
  line.append("text").attr("x", (d) => labels + (d.value === null ? 0 : x(d.value)) + 8).attr("y", row / 2 + 6)
    .attr("class", (d) => (d.value === null ? "axis" : null)).text((d) => d.words);
  svg.append("line").attr("class", "base").attr("x1", labels).attr("x2", labels).attr("y1", 0).attr("y2", bars.length * row);
}

for (const figure of document.querySelectorAll("[data-bars]")) draw(figure);
