/** People named as an alternative, a line each: "Aiko Tanaka, pricing in Japan". */
import type { ReferredPerson } from "../../../lib/api/types";

/** The people that a text names: up to the first comma the name, behind it what they work in. */
export function peopleFrom(text: string): ReferredPerson[] {
  return text
    .split("\n")
    .map((line) => {
      const [name = "", ...field] = line.split(",");
      return { name: name.trim(), field: field.join(",").trim() };
    })
    .filter((person) => person.name !== "");
}

/** The people as a text; `peopleFrom` reads it back. */
export function peopleText(people: readonly ReferredPerson[]): string {
  return people.map(({ name, field }) => (field === "" ? name : `${name}, ${field}`)).join("\n");
}

/** Facts that follow each other under the same key, as one. */
export function grouped<Item extends { key: string }>(items: readonly Item[]): { key: string; items: Item[] }[] {
  const groups: { key: string; items: Item[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.key === item.key) last.items.push(item);
    else groups.push({ key: item.key, items: [item] });
  }
  return groups;
}
