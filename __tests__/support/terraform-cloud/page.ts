/** A page of at most what was asked for, and at most 20. */
export function page(url: URL, all: readonly unknown[]): unknown {
  const size = Math.min(Number(url.searchParams.get("page[size]") ?? 20), 20);
  const number = Number(url.searchParams.get("page[number]") ?? 1);
  const next = number * size < all.length ? number + 1 : null;
  return { data: all.slice((number - 1) * size, number * size), meta: { pagination: { "next-page": next } } };
}
