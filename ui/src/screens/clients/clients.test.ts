// The table of all clients: filters, choosing, and two thousand of them.
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, expect, test } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import type { ClientRow } from "../../lib/api/types";
import { nothingToMend, openWindow } from "../record/testing/window";
import { folded, matching, searched, statusesOf, tagsOf, type Wanted } from "./filter";

afterEach(cleanup);

const shown = (): (string | null)[] =>
  [...document.querySelectorAll("tr[data-name]")].map((row) => row.getAttribute("data-name"));

async function rowsLike(names: readonly (readonly [string, Partial<ClientRow>])[]): Promise<ClientRow[]> {
  const [first] = (await memoryApi().clients()).rows;
  if (first === undefined) throw new Error("the sample has clients");
  return names.map(([name, more]) => ({ ...first, id: name, name, tags: [], ...more }));
}

test("the filter takes names without accents, groups, and statuses together", async () => {
  const rows = await rowsLike([
    ["Ørsted Größe", { tags: ["energy", "retainer"] }],
    ["Quay", { tags: ["retainer"], status: "ended" }],
    ["Energy House", { status: "prospect" }],
  ]);
  const cases: [Partial<Wanted>, string[]][] = [
    [{}, ["Ørsted Größe", "Quay", "Energy House"]],
    [{ text: " orsted GROSSE " }, ["Ørsted Größe"]],
    [{ text: "energy" }, ["Ørsted Größe", "Energy House"]],
    [{ tags: ["retainer"] }, ["Ørsted Größe", "Quay"]],
    [{ tags: ["retainer", "energy"] }, ["Ørsted Größe"]],
    [{ tags: ["retainer"], status: "ended" }, ["Quay"]],
    [{ text: "x" }, []],
  ];
  for (const [wanted, expected] of cases) {
    const found = matching(rows, searched(rows), { text: "", status: "any", tags: [], ...wanted });
    expect(
      found.map((row) => row.name),
      JSON.stringify(wanted),
    ).toEqual(expected);
  }
  expect(tagsOf(rows), "the commonest first").toEqual(["retainer", "energy"]);
  expect(statusesOf(rows), "as a relationship goes").toEqual(["prospect", "active", "ended"]);
  expect(folded("Łódź"), "without accents").toBe("lodz");
});

test("groups narrow the table, and what is chosen is changed together", async () => {
  await openWindow();
  await fireEvent.click(screen.getByRole("button", { name: "retainer" }));
  expect(shown(), "those of the group").toEqual(["Halden & Co"]);
  expect(screen.getByText("1 of 9 shown"), "how many").toBeTruthy();
  await fireEvent.click(screen.getByRole("checkbox", { name: "Choose all that are shown" }));
  await fireEvent.click(screen.getByRole("button", { name: "retainer" }));
  screen.getByRole("link", { name: "Quay Partners" }).focus();
  await fireEvent.keyDown(document.activeElement as Element, { key: "x" });
  expect(screen.getByTestId("bulk-bar").textContent, "both are chosen").toContain("2 chosen");
  await fireEvent.click(screen.getByTestId("bulk-client"));
  expect((await screen.findByRole("dialog")).textContent, "for both").toContain("2 clients");
});

test("of two thousand, few are made, and each is found", async () => {
  const api = memoryApi();
  const view = await api.clients();
  const [first] = view.rows;
  if (first === undefined) throw new Error("the sample has clients");
  const rows = Array.from({ length: 2000 }, (_, place) => ({
    ...first,
    id: `many-${String(place)}`,
    name: `Client ${String(place)}`,
    tags: place % 100 === 0 ? ["hundred"] : [],
  }));
  await openWindow({ ...api, clients: () => Promise.resolve({ ...view, rows }) });
  expect(shown().length, "only those near the screen").toBeLessThanOrEqual(80);
  expect(
    screen.getByRole("table", { name: "Clients and their verdicts" }).getAttribute("aria-rowcount"),
    "with the head",
  ).toBe("2001");
  screen.getByRole("link", { name: "Client 0" }).focus();
  await fireEvent.keyDown(document.activeElement as Element, { key: "End" });
  await waitFor(() => {
    expect(document.activeElement?.textContent, "the last one, by one key").toBe("Client 1999");
  });
  expect(document.activeElement?.closest("tr")?.getAttribute("aria-rowindex"), "and which one it is").toBe("2001");
  await nothingToMend();
  await fireEvent.input(screen.getByLabelText("Filter by name"), { target: { value: "Client 1987" } });
  await waitFor(() => {
    expect(shown(), "one of the last").toEqual(["Client 1987"]);
  });
  await fireEvent.input(screen.getByLabelText("Filter by name"), { target: { value: "" } });
  await fireEvent.click(screen.getByRole("button", { name: "hundred" }));
  expect(shown(), "a group of twenty").toHaveLength(20);
  await fireEvent.click(screen.getByRole("checkbox", { name: "Choose all that are shown" }));
  expect(screen.getByTestId("bulk-bar").textContent).toContain("20 chosen");
});
