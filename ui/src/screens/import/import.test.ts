import { cleanup, fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import type { ImportView } from "../../lib/api/types";
import { goTo, nothingToMend, openWindow, toastSays } from "../record/testing/window";

afterEach(cleanup);

async function openImport(api: Api = memoryApi()): Promise<Api> {
  await openWindow(api);
  await goTo("settings");
  await fireEvent.click(await screen.findByTestId("import-button"));
  await screen.findByText("Files that Kindly knows");
  return api;
}

async function choose(): Promise<void> {
  await fireEvent.click(screen.getByTestId("import-button"));
}

const file: ImportView = {
  file: "work.csv",
  what: "deliverables",
  columns: [
    { header: "Client", field: "Client" },
    { header: "Task name", field: "Title" },
    { header: "No.", field: null },
  ],
  new: 2,
  updated: 1,
  unchanged: 0,
  refused: [],
  near: [],
  preview: [["Report", "2026-11-12", "", "pending"]],
  written: false,
};

test("what was understood is shown before anything is written; confirming imports and says so", async () => {
  const api = await openImport(memoryApi({ importFile: file }));
  const confirm = vi.spyOn(api, "importConfirm");
  await nothingToMend();
  await choose();
  expect((await screen.findByTestId("import-counts")).textContent?.replaceAll(/\s+/g, " ")).toContain("2 new");
  expect(screen.getByText("work.csv: 3 deliverables")).toBeTruthy();
  expect(screen.getByText("Report"), "the first rows").toBeTruthy();
  expect(screen.getByText("12 Nov"), "days as elsewhere in the window").toBeTruthy();
  expect(screen.getByRole("columnheader", { name: "Outcome" })).toBeTruthy();
  expect(screen.getByText("→ Title").closest("li")?.textContent, "what a column was taken for").toContain("Task name");
  expect(confirm, "nothing is written yet").not.toHaveBeenCalled();
  await nothingToMend();
  await fireEvent.click(screen.getByTestId("import-confirm"));
  await toastSays("work.csv");
});

test("new clients with nearly the name of another are named, and do not stop the import", async () => {
  const near = [{ line: 3, name: "Halden and Co", existing: "Halden & Co" }];
  await openImport(memoryApi({ importFile: { ...file, what: "clients", near, preview: [] } }));
  await choose();
  expect((await screen.findByTestId("import-near")).textContent).toContain("“Halden and Co” beside “Halden & Co”");
  expect(screen.getByTestId<HTMLButtonElement>("import-confirm").disabled).toBe(false);
});

test("while a row is refused nothing can be imported, and each is named with its line and reason", async () => {
  const refused = [{ line: 4, reason: "“31/02/2026” is not a date" }];
  const api = await openImport(memoryApi({ importFile: { ...file, refused } }));
  const drop = vi.spyOn(api, "importDrop");
  await choose();
  const row = await screen.findByTestId("import-refused");
  expect(row.textContent).toContain("4");
  expect(row.textContent).toContain("“31/02/2026” is not a date.");
  const confirm = screen.getByTestId("import-confirm") as HTMLButtonElement;
  expect(confirm.disabled).toBe(true);
  const why = document.getElementById(confirm.getAttribute("aria-describedby") ?? "");
  expect(why?.textContent, "it says why").toContain("all or nothing");
  await nothingToMend();
  await fireEvent.click(screen.getByTestId("import-cancel"));
  await waitFor(() => {
    expect(drop).toHaveBeenCalledTimes(1);
  });
  expect(await screen.findByText("Files that Kindly knows")).toBeTruthy();
});

test("a dialog that is cancelled changes nothing", async () => {
  await openImport(memoryApi({ importFile: null }));
  await choose();
  await waitFor(() => {
    expect(screen.getByTestId("import-button").textContent).toContain("Choose a CSV file");
  });
  expect(screen.queryByTestId("import-confirm")).toBeNull();
});

test("a file that is not recognised is refused beside the list of those that are", async () => {
  const api = await openImport();
  vi.spyOn(api, "importChoose").mockRejectedValueOnce({
    code: "file",
    message: "the columns “a, b” are not known",
    hint: "",
  });
  await choose();
  expect((await screen.findByTestId("error-note")).textContent).toContain("the columns “a, b” are not known".slice(4));
  expect(screen.getByText("Files that Kindly knows"), "and how they look").toBeTruthy();
});

test("leaving with a file chosen lets it go", async () => {
  const api = await openImport(memoryApi({ importFile: file }));
  const drop = vi.spyOn(api, "importDrop");
  await choose();
  await screen.findByTestId("import-counts");
  await goTo("letters");
  await waitFor(() => {
    expect(drop).toHaveBeenCalledTimes(1);
  });
});
