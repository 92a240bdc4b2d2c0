"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { gzipSync } = require("node:zlib");
const { Words, readCodes, readNumbers, readRuns } = require("../../../../../geo/webmap/static/data/blocks.js");
const { openPayload, splitSections, textOf } = require("../../../../../geo/webmap/static/data/payload.js");

const filled = (bytes) => Buffer.concat([bytes, Buffer.alloc((3 - (bytes.length % 3)) % 3)]);

function encode(sections) {
  const members = Object.entries(sections).map(([name, value]) => [
    name, gzipSync(Buffer.isBuffer(value) ? value : JSON.stringify(value)),
  ]);
  const header = Buffer.from(JSON.stringify({
    token: "t1", sections: members.map(([name, member]) => [name, member.length]),
  }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const begin = filled(Buffer.concat([Buffer.from("SMP2"), length, header]));
  return Buffer.concat([begin, ...members.map(([, member]) => filled(member))]).toString("base64");
}

const numbers = (bytes, layout, Type, count) => [...readNumbers(Uint8Array.from(bytes), layout, new Type(count))];

test("numbers stand as planes above the lowest", () => {
  assert.deepEqual(numbers([], [0, 0, -1, 0], Int32Array, 3), [-1, -1, -1]);
  assert.deepEqual(numbers([9, 0, 2], [1, 1, -1, 0], Int32Array, 2), [-1, 1]);
  assert.deepEqual(numbers([1, 255, 0, 255], [0, 2, 0, 0], Uint32Array, 2), [1, 65535]);
  assert.deepEqual(numbers([1, 2, 3], [0, 3, 10, 0], Uint32Array, 1), [10 + 1 + 2 * 256 + 3 * 65536]);
  assert.deepEqual(numbers([255, 255, 255, 255], [0, 4, 0, 0], Uint32Array, 1), [2 ** 32 - 1]);
});

test("steps turn at the end of their range", () => {
  assert.deepEqual(numbers([3, 4, 2, 1], [0, 1, -5, 8], Int32Array, 4), [-2, 2, -4, -3]);
});

test("runs of equal days are as long as they are said to be", () => {
  const layout = { runs: 2, values: [0, 1, -5, 0], lengths: [2, 1, 0, 0] };
  assert.deepEqual([...readRuns(Uint8Array.of(0, 7, 1, 2), layout, new Int32Array(3))], [-5, 2, 2]);
});

test("joined codes come apart, and texts row by row are counted", () => {
  const bytes = Uint8Array.of(1, 0, 1, 0, 2, 1, 0, 0, 1, 1);
  const joined = { names: ["kind", "actor"], types: ["u1", "u2"], numbers: [0, 1, 0, 0], table: 2, tables: [[3, 1, 0, 0], [5, 1, 0, 0]] };
  const each = { names: ["target"], types: ["u1"], numbers: [7, 1, 0, 0], each: true };
  const { kind, actor, target } = readCodes(bytes, [joined, each], 3);
  assert.deepEqual([[...kind], [...actor], [...target]], [[2, 0, 2], [0, 1, 0], [0, 1, 2]]);
  assert.ok(actor instanceof Uint16Array);
});

test("words are found one by one and all at once, whatever their letters", () => {
  for (const words of [["ab", "", "c"], ["كفر", "😀é", "\ufeffz"]]) {
    const parts = words.map((word) => Buffer.from(word));
    const block = Buffer.concat([Buffer.from(parts.map(({ length }) => length)), ...parts]);
    const layout = { count: 3, prefix: "id:", lengths: [0, 1, 0, 0], bytes: [3, block.length - 3] };
    const read = new Words(new Uint8Array(block), layout);
    const wanted = words.map((word) => `id:${word}`);
    assert.deepEqual([0, 1, 2].map((i) => read.at(i)), wanted);
    assert.deepEqual(read.toArray(), wanted);
    assert.equal(read.at(3), undefined);
  }
});

test("options come out as they went in", async () => {
  const opened = await openPayload(encode({ options: { title: "{{7*7}}\ud800" } }));
  assert.deepEqual(opened.options, { title: "{{7*7}}\ud800" });
  assert.equal(opened.baseMap, null);
});

test("a base map alone is a payload too", async () => {
  const opened = await openPayload(encode({ base_map: { features: [] } }));
  assert.deepEqual(opened.baseMap, { features: [] });
  assert.equal(opened.rows, undefined);
});

test("what is no payload is refused in words", () => {
  for (const text of [btoa("nothing like it"), "", "AAAA"]) {
    assert.throws(() => splitSections(text), /payload begins with/);
  }
});

test("code 0 is null", () => {
  assert.deepEqual([0, 1, 2].map((row) => textOf([[0, 2, 1], ["a", "b"]], row)), [null, "b", "a"]);
  assert.equal(textOf(undefined, 0), null);
});
