// Recording in one line, and finding, from the same palette.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import type { Understood } from "../../lib/api/types";
import { nothingToMend, openWindow, press, toastSays } from "../../screens/record/testing/window";

afterEach(cleanup);

const line = (): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>("combobox", { name: "Find, or record in one line" });
const palette = (): HTMLDialogElement => screen.getByTestId<HTMLDialogElement>("find-dialog");
const options = (): string[] =>
  within(palette())
    .queryAllByRole("option")
    .map((option) => (option.textContent ?? "").replaceAll(/\s+/g, " ").trim());

/** Opens the palette for recording. */
async function begin(api: Api = memoryApi()): Promise<Api> {
  await openWindow(api);
  await press("n");
  await waitFor(() => {
    expect(palette().open, "the palette is open").toBe(true);
  });
  line().focus();
  return api;
}

async function write(text: string): Promise<void> {
  await fireEvent.input(line(), { target: { value: text, selectionStart: text.length } });
}

async function tokens(): Promise<string[]> {
  const list = await screen.findByTestId("line-tokens");
  return within(list)
    .getAllByRole("listitem")
    .map((item) => (item.textContent ?? "").replaceAll(/\s+/g, " ").trim());
}

const spoken = (): string => screen.getByTestId("line-spoken").textContent ?? "";

test("what was understood is shown and said while one types, and Enter records it", async () => {
  const api = await begin();
  await write('halden csat 2 "not what we had in mind"');
  expect(await tokens()).toEqual([
    "Client Halden & Co",
    "Record Check-in",
    "Rating 2",
    "Their words “not what we had in mind”",
    "When today, assumed",
  ]);
  expect(spoken(), "for who listens").toBe(
    "Client Halden & Co; Record Check-in; Rating 2; Their words “not what we had in mind”; When today, assumed. Enter records it.",
  );
  await nothingToMend();
  await press("Enter");
  await toastSays("check-in CSAT 2 for Halden & Co");
  expect(palette().open, "the palette is closed").toBe(false);
  const kept = (await api.client("halden")).they_said.find(({ id }) => id.startsWith("new-"));
  expect(kept?.record).toMatchObject({
    kind: "check_in",
    value: 2,
    words: "not what we had in mind",
    on: "2026-11-22",
  });
  // A dialog of the platform gives the focus back; this page has none to do so.
  (document.activeElement as HTMLElement).blur();
  await press("z", { ctrlKey: true });
  await toastSays("Taken back");
});

test("who types faster than the answers come is answered about the whole line", async () => {
  const api = await begin();
  const record = vi.spyOn(api, "lineRecord");
  await write("halden csat");
  await write("halden csat 4 yesterday");
  await press("Enter");
  await toastSays("CSAT 4");
  expect(record).toHaveBeenCalledWith("halden csat 4 yesterday");
});

test("an answer that was overtaken by a later letter is dropped", async () => {
  const api = memoryApi();
  const understand = api.lineUnderstand.bind(api);
  let release: (answer: Understood) => void = () => undefined;
  vi.spyOn(api, "lineUnderstand").mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        release = resolve;
      }),
  );
  await begin(api);
  await write("halden csat 1");
  await waitFor(() => {
    expect(api.lineUnderstand).toHaveBeenCalledTimes(1);
  });
  await write("halden csat 5");
  await waitFor(async () => {
    expect(await tokens()).toContain("Rating 5");
  });
  release(await understand("halden csat 1", 13));
  await Promise.resolve();
  expect(await tokens(), "the later one stands").toContain("Rating 5");
});

test("only what is open is asked, with choices by number, arrows and Enter", async () => {
  await begin();
  await write("halden paid ");
  expect((await screen.findByTestId("line-ask")).textContent).toContain("Which invoice?");
  expect(options()[0]).toBe("Alt 1 2026-034");
  await nothingToMend();
  await press("2", { altKey: true, code: "Digit2" });
  expect(line().value, "the choice is put in").toBe("halden paid 2026-031 ");
  await waitFor(() => {
    expect(screen.getByTestId("line-ask").textContent, "and read").toContain(
      "That is recorded already: invoice 2026-031.",
    );
  });
  await write("halden paid ");
  await waitFor(() => {
    expect(options()[0]).toBe("Alt 1 2026-034");
  });
  await press("Enter");
  await waitFor(() => {
    expect(options()[0], "a change is called one").toBe("Enter Change this");
  });
  await press("Enter");
  await toastSays("invoice 2026-034");
});

test("Tab finishes the name that is being typed; where several fit, it is asked which", async () => {
  await begin();
  await write("hal");
  await waitFor(() => {
    expect(options()[0]).toBe("Halden & Co");
  });
  await press("Tab");
  expect(line().value).toBe("Halden & Co ");
  await write("b");
  await waitFor(() => {
    expect(screen.getByTestId("line-ask").textContent).toContain("Which “b”?");
  });
  expect(options().slice(0, 2)).toEqual(["Alt 1 Borealis Labs", "Alt 2 Brightwater Events"]);
  await press("ArrowDown");
  expect(document.getElementById(line().getAttribute("aria-activedescendant") ?? "")?.textContent).toContain(
    "Brightwater Events",
  );
  await press("Tab");
  expect(line().value, "the one that was chosen").toBe("Brightwater Events ");
});

test("Ctrl Enter opens the form with what the line has said; leaving it is asked for", async () => {
  await begin();
  await write("borealis owes brief");
  await screen.findByTestId("line-ask");
  expect(screen.getByTestId("line-ask").textContent).toContain("Still to say: due.");
  await press("Enter", { ctrlKey: true });
  await screen.findByRole("heading", { name: "Record something they owe" });
  expect(screen.getByTestId<HTMLInputElement>("record-client").value).toBe("Borealis Labs");
  expect(screen.getByTestId<HTMLInputElement>("what-brief").checked, "what the line said").toBe(true);
  await fireEvent(screen.getByTestId("record-dialog"), new Event("cancel", { cancelable: true }));
  expect(await screen.findByRole("alertdialog"), "it is not lost without a question").toBeTruthy();
});

test("words that fit nowhere are named, and Enter leads nowhere by surprise", async () => {
  const api = await begin();
  const record = vi.spyOn(api, "lineRecord");
  await write("halden csat 2 bananas");
  expect((await screen.findByTestId("line-ask")).textContent).toContain("“bananas” was not understood.");
  expect(await tokens()).toContain("Not understood “bananas”");
  await press("Enter");
  expect(record, "nothing is recorded").not.toHaveBeenCalled();
  expect(line().value, "nothing is lost").toBe("halden csat 2 bananas");
  expect(palette().open).toBe(true);
});

test("a refusal of the practice is shown, and the line stays", async () => {
  const api = await begin();
  vi.spyOn(api, "lineRecord").mockRejectedValueOnce({ code: "invalid", message: "the day is ahead", hint: "" });
  await write("halden csat 2");
  await waitFor(() => {
    expect(options()[0]).toBe("Enter Record this");
  });
  await press("Enter");
  expect((await within(palette()).findByRole("alert")).textContent).toContain("The day is ahead.");
  expect(line().value).toBe("halden csat 2");
});

test("an empty line shows three examples of clients that are there, each one can be tried", async () => {
  await begin();
  const examples = screen.getAllByTestId("line-example");
  expect(examples).toHaveLength(3);
  for (const example of examples) {
    await write("");
    await fireEvent.click((await screen.findAllByText(example.textContent ?? ""))[0] as HTMLElement);
    expect(line().value).toBe(example.textContent);
    await waitFor(() => {
      expect(options()[0], example.textContent ?? "").toBe("Enter Record this");
    });
  }
});

test("Ctrl K finds first, and records as well", async () => {
  await openWindow();
  await press("k", { ctrlKey: true });
  line().focus();
  await write("hal");
  await waitFor(() => {
    expect(options()[0], "the client before anything else").toBe("Client Halden & Co");
  });
  expect(screen.queryByTestId("line-tokens"), "no talk of recording yet").toBeNull();
  await write("halden csat 3");
  await waitFor(() => {
    expect(options()[0]).toBe("Enter Record this");
  });
  await press("Enter");
  await toastSays("CSAT 3");
});

test("a record of no client opens as a form", async () => {
  const api = memoryApi();
  const contact = { name: "Ada Quill", field: "pricing", business: "", email: "", phone: "", website: "", notes: "" };
  await api.recordAdd({ kind: "referral_contact", ...contact });
  await openWindow(api);
  await press("k", { ctrlKey: true });
  line().focus();
  await write("Ada");
  await waitFor(() => {
    expect(options()[0]).toContain("Referral contact Ada Quill");
  });
  await press("Enter");
  await screen.findByRole("heading", { name: "Edit the referral contact" });
});
