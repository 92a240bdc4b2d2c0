"use strict";
// The media of a claim, as geo/strikes/media.py lists them: addresses, archived copies, hashes and kinds in one order.

const BETWEEN = /\s*[;|,]?\s+(?=\S)|;(?=[a-z]+:\/\/)|;(?=;)|;$/i; // an address may hold a ";" of its own

const splitAddresses = (cell) => (cell ?? "").split(BETWEEN).filter(Boolean);
const splitWords = (cell) => (cell ?? "").split(/[;,]/).map((part) => part.trim()).filter(Boolean);

/**
 * [{ address, archive, sha256, kind }], null what is not told. `claim(name)` is the text of a column. Where the numbers
 * differ nothing says what belongs to what: each stands by itself.
 */
function listMedia(claim) {
  const [addresses, archives] = ["media_url", "media_archive_url"].map((name) => splitAddresses(claim(name)));
  const [hashes, given] = ["media_sha256", "media_kind"].map((name) => splitWords(claim(name)));
  const count = Math.max(addresses.length, archives.length, hashes.length);
  const kinds = given.length === 1 ? Array(count).fill(given[0]) : given;
  const fits = [addresses, archives, hashes, kinds].every(({ length }) => !length || length === count);
  const medium = (address, archive, sha256, kind) => ({ address: address ?? null, archive: archive ?? null, sha256: sha256 ?? null, kind: kind ?? null });
  if (fits) return Array.from({ length: count }, (_, i) => medium(addresses[i], archives[i], hashes[i], kinds[i]));
  return [
    ...addresses.map((one) => medium(one)), ...archives.map((one) => medium(null, one)), ...hashes.map((one) => medium(null, null, one)),
  ];
}

module.exports = { listMedia, splitAddresses };
