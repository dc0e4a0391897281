// The file of evidence, as its user sees it.
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import { evidenceWords } from "../../lib/words/evidence";
import { openFromTable } from "../client/testing/open";
import { chooseOption, goTo, nothingToMend, openWindow, press, toastSays } from "../record/testing/window";

afterEach(cleanup);

async function open() {
  const api = memoryApi();
  await openWindow(api);
  await goTo("clients");
  await openFromTable("Halden & Co");
  await fireEvent.click(await screen.findByTestId("evidence-button"));
  await screen.findByTestId("evidence-save");
  return api;
}

test("it is saved by its button and by its key, in the language that was chosen", async () => {
  const api = await open();
  const save = vi.spyOn(api, "evidenceSave");
  await fireEvent.click(screen.getByTestId("evidence-save"));
  await toastSays("record of our work.pdf");
  expect(save, "the client's own language").toHaveBeenLastCalledWith("halden", null, false);
  await chooseOption(screen.getByTestId("evidence-language"), "de-DE");
  await press("s", { ctrlKey: true });
  await waitFor(() => {
    expect(save).toHaveBeenLastCalledWith("halden", "de-DE", false);
  });
  const print = screen.getByTestId<HTMLButtonElement>("evidence-print");
  await waitFor(() => {
    expect(print.disabled, "one at a time").toBe(false);
  });
  await fireEvent.click(print);
  await waitFor(() => {
    expect(save, "opened to print").toHaveBeenLastCalledWith("halden", "de-DE", true);
  });
  await nothingToMend();
});

test("it says that the client may ask to read it, and never calls them never happy", async () => {
  await open();
  expect(screen.getByTestId("evidence-lawful").textContent).toContain("lawfully");
  const words = JSON.stringify(evidenceWords);
  expect(words, "outside the window it has another name").toContain("unhappy despite delivery");
  expect(words.toLowerCase()).not.toContain("never happy");
});

test("what fails is said, and nothing is noted as saved", async () => {
  const api = await open();
  vi.spyOn(api, "evidenceSave").mockRejectedValue({
    code: "invalid",
    message: "There is no room on the disk",
    hint: "",
  });
  await fireEvent.click(screen.getByTestId("evidence-save"));
  expect(await screen.findByText(/There is no room on the disk/)).toBeTruthy();
});
