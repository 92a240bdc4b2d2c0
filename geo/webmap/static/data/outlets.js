"use strict";
// Who published a claim: as named, else the site that its address names.

const BY_ADDRESS = " (by its address)";
const ARCHIVED = /^.+?(?=https?:\/)/i; // before the address of a page within an archive's

/** The site of a web address, of an archived page that of the page: "example.org"; null for none. */
function siteOf(address) {
  try {
    const { hostname, protocol } = new URL(address.trim().replace(ARCHIVED, ""));
    return /^https?:$/.test(protocol) ? hostname.replace(/^www\./, "") || null : null;
  } catch {
    return null;
  }
}

/** "example.org (by its address)", null where there is no web address. */
function nameByAddress(address) {
  const site = address ? siteOf(address) : null;
  return site && `${site}${BY_ADDRESS}`;
}

module.exports = { BY_ADDRESS, nameByAddress, siteOf };
