// Asking the server. Everything it is asked for is on this machine.

export class Refusal extends Error {}

const GONE = "medlint does not answer. If it was ended, start it again with “medlint serve”; your text is still here.";

async function fetched(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { "X-Medlint": "1", ...options.headers } });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal(GONE);
  }
  if (!response.ok) {
    const told = await response.json().catch(() => ({}));
    throw new Refusal(told.error ?? `medlint answered with status ${response.status}.`);
  }
  return response;
}

// What there is at an address: `about` or `example`.
export async function get(name) {
  return (await fetched(`/api/${name}`, { method: "GET" })).json();
}

// The answer to a question: `check`, `fixes` or `compare`.
export async function ask(name, data, signal) {
  return (await post(name, data, signal)).json();
}

// The report on a text as a file to keep.
export async function report(data) {
  return (await post("report", data)).blob();
}

// The text of a file.
export async function openFile(file) {
  const path = `/api/open?name=${encodeURIComponent(file.name)}`;
  const headers = { "Content-Type": "application/octet-stream" };
  return (await fetched(path, { method: "POST", headers, body: file })).json();
}

function post(name, data, signal) {
  const headers = { "Content-Type": "application/json" };
  return fetched(`/api/${name}`, { method: "POST", headers, body: JSON.stringify(data), signal });
}
