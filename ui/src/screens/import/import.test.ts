import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import type { Api, TellProgress } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import { exampleImport } from "../../lib/api/memory/import";
import type { ImportView } from "../../lib/api/types";
import { chooseOption, goTo, nothingToMend, openWindow, toastSays } from "../record/testing/window";

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

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

const confirmButton = (): HTMLButtonElement => screen.getByTestId<HTMLButtonElement>("import-confirm");
const counts = (): string => (screen.getByTestId("import-counts").textContent ?? "").replaceAll(/\s+/g, " ");

/** A file that a tool wrote: nothing is open about it. */
const file: ImportView = {
  ...exampleImport,
  file: "work.csv",
  tool: "Toggl",
  what: "time_entries",
  kinds: [],
  headers: ["Client", "Start date", "Duration", "User"],
  first_rows: [["Halden & Co", "2026-11-12", "01:30:00", "Ines"]],
  choices: { kind: null, columns: {}, fixed: {}, without_refused: false, dates: null, clients: {} },
  columns: [
    { header: "Client", field: "Client" },
    { header: "Start date", field: "Date" },
    { header: "Duration", field: "Hours" },
    { header: "User", field: null },
  ],
  unknown_clients: [],
  new: 1204,
  updated: 1,
  unchanged: 0,
  left_out: 2,
  remarks: ["two sums were left out"],
  preview: [["Halden & Co", "2026-11-12", "1 h 30 min"]],
};

test("a tool is recognised, what was understood is shown before anything is written, and undo takes it back", async () => {
  const api = await openImport(memoryApi({ importFile: file }));
  const confirm = vi.spyOn(api, "importConfirm");
  await nothingToMend();
  await choose();
  expect((await screen.findByTestId("import-found")).textContent?.trim()).toBe("A Toggl export, 1,205 time entries");
  expect(counts()).toContain("1,204 new");
  expect(counts()).toContain("2 left out");
  expect(screen.getByTestId("import-remarks").textContent).toContain("Two sums were left out.");
  expect(screen.getByText("2026-11-12"), "the rows as they stand").toBeTruthy();
  expect(screen.getByText("12 Nov"), "and as they would read").toBeTruthy();
  expect(confirm, "nothing is written yet").not.toHaveBeenCalled();
  await nothingToMend();
  await fireEvent.click(confirmButton());
  await toastSays("work.csv");
  const done = await screen.findByTestId("import-done");
  expect(done.textContent).toContain("work.csv is in the ledger: 1,204 new and 1 updated.");
  await nothingToMend();
  await fireEvent.click(screen.getByTestId("import-undo"));
  await toastSays("Taken back");
  expect((await api.steps()).undo?.key, "the import is no step any more").not.toBe("did_import");
  await waitFor(() => {
    expect(screen.getByTestId("import-note").textContent).toContain("Taken back");
  });
});

test("each column can be taken for something else, there and then", async () => {
  const api = await openImport();
  const change = vi.spyOn(api, "importChange");
  await choose();
  const column = await screen.findByLabelText<HTMLSelectElement>("“Comment” is taken for");
  expect(column.value).toBe("Words");
  await fireEvent.change(column, { target: { value: "" } });
  await waitFor(() => {
    expect(change.mock.calls[0]?.[0].columns).toMatchObject({ Words: "" });
  });
  await waitFor(() => {
    expect(screen.getByLabelText<HTMLSelectElement>("“Comment” is taken for").value).toBe("");
  });
  await fireEvent.change(screen.getByLabelText("“Internal no.” is taken for"), { target: { value: "Words" } });
  await waitFor(() => {
    expect(change.mock.calls[1]?.[0].columns).toMatchObject({ Words: "Internal no." });
  });
});

test("what cannot be read leads to the mapping step: kind, columns, dates, one value for all rows", async () => {
  const unreadable: ImportView = {
    ...exampleImport,
    unknown_clients: [],
    choices: {
      kind: "check-ins",
      columns: { Client: "Client", Date: "Date", Value: "Rating" },
      fixed: {},
      without_refused: false,
      dates: null,
      clients: {},
    },
  };
  const api = await openImport(memoryApi({ importFile: unreadable }));
  const change = vi.spyOn(api, "importChange");
  await choose();
  expect((await screen.findByTestId("import-problem")).textContent).toContain("Scale");
  expect(confirmButton().disabled, "it waits").toBe(true);
  expect(screen.queryByTestId("import-counts"), "nothing is counted that is not read").toBeNull();
  await nothingToMend();
  await chooseOption(screen.getByTestId<HTMLSelectElement>("import-dates"), "day-first");
  await waitFor(() => {
    expect(change.mock.calls[0]?.[0].dates).toBe("day-first");
  });
  await waitFor(() => {
    expect(document.querySelector<HTMLSelectElement>('[data-fixed="Scale"]')?.disabled, "it has answered").toBe(false);
  });
  await chooseOption(document.querySelector('[data-fixed="Scale"]') as HTMLSelectElement, "csat");
  await waitFor(() => {
    expect(confirmButton().disabled, "all is known").toBe(false);
  });
  expect(change.mock.calls[1]?.[0].fixed).toEqual({ Scale: "csat" });
  expect(counts()).toContain("14 new");
});

test("the mapping step opens on request, and another kind is recognised anew", async () => {
  const api = await openImport(memoryApi({ importFile: { ...exampleImport, unknown_clients: [] } }));
  const change = vi.spyOn(api, "importChange");
  await choose();
  await fireEvent.click(await screen.findByTestId("import-map"));
  await chooseOption(screen.getByTestId<HTMLSelectElement>("import-kind"), "deliverables");
  await waitFor(() => {
    expect(change.mock.calls[0]?.[0]).toMatchObject({ kind: "deliverables", columns: {}, fixed: {} });
  });
  expect((await screen.findByTestId("import-problem")).textContent, "what it lacks").toContain("Client");
  await chooseOption(document.querySelector('[data-field="Title"]') as HTMLSelectElement, "Comment");
  await waitFor(() => {
    expect(change.mock.calls[1]?.[0].columns).toEqual({ Title: "Comment" });
  });
});

test("a name that is nearly a client's waits for a word: the client, a new one, or nobody", async () => {
  const api = await openImport();
  const change = vi.spyOn(api, "importChange");
  await choose();
  const pick = await screen.findByLabelText<HTMLSelectElement>("Who “Quay Partner” is");
  expect([...pick.options].map(({ text }) => text)).toEqual([
    "Choose…",
    "Quay Partners",
    "A new client",
    "Nobody: leave the rows out",
  ]);
  expect(confirmButton().disabled, "it is asked first").toBe(true);
  expect(screen.getByText(/1 name is nearly a client’s/)).toBeTruthy();
  await fireEvent.change(pick, { target: { value: "existing quay" } });
  await waitFor(() => {
    expect(change.mock.calls[0]?.[0].clients).toEqual({ "Quay Partner": { is: "existing", id: "quay" } });
  });
  await waitFor(() => {
    expect(confirmButton().disabled).toBe(false);
  });
});

test("while a row is refused nothing can be imported, and each is named with its line and reason", async () => {
  const refused = [{ line: 4, reason: "“31/02/2026” is not a date" }];
  const api = await openImport(memoryApi({ importFile: { ...file, refused } }));
  const drop = vi.spyOn(api, "importDrop");
  await choose();
  const row = await screen.findByTestId("import-refused");
  expect(row.textContent).toContain("4");
  expect(row.textContent).toContain("“31/02/2026” is not a date.");
  expect(confirmButton().disabled).toBe(true);
  const why = document.getElementById(confirmButton().getAttribute("aria-describedby") ?? "");
  expect(why?.textContent, "it says why").toContain("all or nothing");
  await nothingToMend();
  await fireEvent.click(screen.getByTestId("import-cancel"));
  await waitFor(() => {
    expect(drop).toHaveBeenCalledTimes(1);
  });
  expect(await screen.findByText("Files that Kindly knows")).toBeTruthy();
});

test("refused rows can be left out on purpose, and the rest is imported", async () => {
  const refused = [{ line: 4, reason: "“31/02/2026” is not a date" }];
  const api = await openImport(memoryApi({ importFile: { ...file, refused } }));
  const change = vi.spyOn(api, "importChange");
  await choose();
  const without = await screen.findByRole("checkbox", { name: "Leave this row out and import the rest" });
  await fireEvent.click(without);
  await waitFor(() => {
    expect(confirmButton().disabled, "nothing stands in the way any more").toBe(false);
  });
  expect(change.mock.calls[0]?.[0].without_refused, "the choice is told").toBe(true);
  expect(screen.getByTestId("import-refused").textContent, "what stays out is still named").toContain("not a date");
  await nothingToMend();
  await fireEvent.click(screen.getByTestId("import-without"));
  await waitFor(() => {
    expect(confirmButton().disabled, "it waits again").toBe(true);
  });
});

test("what takes longer than a second shows how far it has come, and can be stopped", async () => {
  const api = await openImport(memoryApi({ importFile: file }));
  let told: TellProgress = () => undefined;
  let fail: (thrown: unknown) => void = () => undefined;
  vi.spyOn(api, "importConfirm").mockImplementationOnce(
    (tell) =>
      new Promise((_, reject) => {
        told = tell;
        fail = reject;
      }),
  );
  const cancel = vi.spyOn(api, "importCancel").mockImplementationOnce(() => {
    fail({ code: "cancelled", message: "the import was cancelled", hint: "" });
    return Promise.resolve();
  });
  await choose();
  await screen.findByTestId("import-counts");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await fireEvent.click(confirmButton());
  expect(screen.queryByRole("progressbar"), "not at once").toBeNull();
  vi.advanceTimersByTime(1001);
  vi.useRealTimers();
  told({ step: "writing", done: 40_000, of: 100_000 });
  const bar = await screen.findByRole<HTMLProgressElement>("progressbar");
  await waitFor(() => {
    expect(bar.value).toBeCloseTo(0.4);
  });
  expect(screen.getByText("60,000 rows to go")).toBeTruthy();
  await nothingToMend();
  await fireEvent.click(screen.getByTestId("import-stop"));
  await waitFor(() => {
    expect(screen.getByTestId("import-note").textContent).toBe("Cancelled. Nothing was written.");
  });
  expect(cancel).toHaveBeenCalledTimes(1);
  expect(screen.queryByTestId("error-note"), "a wish is no fault").toBeNull();
  expect(confirmButton().disabled, "the file is still chosen").toBe(false);
});

test("a dialog that is cancelled changes nothing", async () => {
  await openImport(memoryApi({ importFile: null }));
  await choose();
  await waitFor(() => {
    expect(screen.getByTestId("import-button").textContent).toContain("Choose a file");
  });
  expect(screen.queryByTestId("import-confirm")).toBeNull();
});

test("a wrong file is refused in a sentence, and the one before it stays", async () => {
  const api = await openImport(memoryApi({ importFile: file }));
  await choose();
  await screen.findByTestId("import-counts");
  vi.spyOn(api, "importChoose").mockRejectedValueOnce({
    code: "file",
    message: "“holiday.jpg” is a picture: choose a CSV file or a vCard",
    hint: "",
  });
  await fireEvent.click(screen.getByTestId("import-again"));
  expect((await screen.findByTestId("error-note")).textContent).toContain("“holiday.jpg” is a picture");
  expect(counts(), "nothing is lost").toContain("1,204 new");
});

test("a file that is not recognised is refused beside the list of those that are", async () => {
  const api = await openImport();
  vi.spyOn(api, "importChoose").mockRejectedValueOnce({
    code: "file",
    message: "the columns “a, b” are not known",
    hint: "",
  });
  await choose();
  expect((await screen.findByTestId("error-note")).textContent).toContain("columns “a, b” are not known");
  const known = screen.getByRole("region", { name: "Files that Kindly knows" });
  expect(within(known).getByText("Clockify"), "and which they are").toBeTruthy();
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
