"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { gzipSync } = require("node:zlib");
const { openPayload, splitSections, textOf } = require("../../geo/static/payload.js");

function encode(sections) {
  const members = Object.entries(sections).map(([name, value]) => [
    name, gzipSync(Buffer.isBuffer(value) ? value : JSON.stringify(value)),
  ]);
  const header = Buffer.from(JSON.stringify({
    token: "t1", sections: members.map(([name, member]) => [name, member.length]),
  }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return Buffer.concat([Buffer.from("SMP1"), length, header, ...members.map(([, member]) => member)]).toString("base64");
}

const HEAD = {
  rows: 2, groups: { one_day: 2, spans: 0, undated: 0 }, world_bits: 26, statuses: ["located"],
  dictionaries: { kind: ["airstrike"] },
  columns: [["day_start", "i4", 0], ["kind", "u1", 8]],
};

test("columns, texts and options come out as they went in", async () => {
  const columns = Buffer.alloc(16);
  columns.writeInt32LE(-5, 0);
  columns.writeInt32LE(18561, 4);
  columns[9] = 1;
  const texts = { ids: ["a", "\ud800</script>"] };
  const opened = await openPayload(encode({ head: HEAD, columns, texts, options: { title: "{{7*7}}" } }));
  assert.deepEqual([...opened.columns.day_start], [-5, 18561]);
  assert.deepEqual([...opened.columns.kind], [0, 1]);
  assert.deepEqual(opened.options, { title: "{{7*7}}" });
  assert.equal(opened.baseMap, null);
  assert.deepEqual(await opened.texts(), texts);
  assert.equal(await opened.texts(), await opened.texts());
});

test("a base map alone is a payload too", async () => {
  const opened = await openPayload(encode({ base_map: { features: [] } }));
  assert.deepEqual(opened.baseMap, { features: [] });
  assert.equal(opened.rows, undefined);
});

test("what is no payload is refused in words", () => {
  assert.throws(() => splitSections(btoa("nothing like it")), /payload begins with/);
});

test("code 0 is null", () => {
  assert.deepEqual([0, 1, 2].map((row) => textOf([[0, 2, 1], ["a", "b"]], row)), [null, "b", "a"]);
  assert.equal(textOf(undefined, 0), null);
});
