/** localStorage that may be full, forbidden or broken: reading gives the fallback, writing may do nothing. */

export function read(key, fallback) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? fallback;
  } catch {
    return fallback;
  }
}

export function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // The page works without.
  }
}

/** A page has the same address in every language but for its first part: what is kept is kept for all of them. */
export function pageKey(address) {
  return new URL(address, location.href).pathname.replace(/^\/(zh-hans|en)(?=\/)/, "");
}
