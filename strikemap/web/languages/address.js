// Says the language in the page's address, in place of the address that stands there.

export default function sayLanguage({ data }) {
  const address = new URL(location.href);
  if (address.searchParams.get(data.part) === data.code) return;
  address.searchParams.set(data.part, data.code);
  history.replaceState(history.state, "", address);
}
