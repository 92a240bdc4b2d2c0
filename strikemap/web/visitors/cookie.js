// Keeps a visitor's token in this browser until it is closed, for pages of this host and port alone.
// It is never in an address, which is shared.

export default function keepToken({ data }) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${data.name}_${location.port}=${data.token}; Path=${data.path}; SameSite=Strict${secure}`;
}
