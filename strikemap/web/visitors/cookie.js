// Keeps a word, such as a visitor's token, in this browser until it is closed, for pages of this host
// and port alone. A token is never in an address, which is shared.

export default function keepWord({ data }) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${data.name}_${location.port}=${data.word}; Path=${data.path}; SameSite=Strict${secure}`;
}
