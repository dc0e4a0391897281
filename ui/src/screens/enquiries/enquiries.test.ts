import { cleanup, fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, expect, test } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import { goTo, nothingToMend, openWindow, toastSays } from "../record/testing/window";

afterEach(cleanup);

test("those who wait come first, the longest wait on top; the answered below", async () => {
  const api = memoryApi();
  const [one] = await api.enquiries();
  if (one === undefined) throw new Error("the sample has an enquiry");
  api.enquiries = () =>
    Promise.resolve([
      { ...one, id: "a", client_name: "Answered", answered_on: "2026-11-20" },
      { ...one, id: "b", client_name: "New", days: 0 },
      { ...one, id: "c", client_name: "Long", days: 9 },
    ]);
  await openWindow(api);
  await goTo("enquiries");
  await screen.findByText("Two enquiries wait for your answer");
  const names = [...document.querySelectorAll("[data-testid^='enquiry-'][data-name]")].map((row) =>
    row.getAttribute("data-name"),
  );
  expect(names).toEqual(["Long", "New", "Answered"]);
  await nothingToMend();
});

test("an enquiry that was answered otherwise is marked so", async () => {
  const api = await openWindow();
  await goTo("enquiries");
  await fireEvent.click(await screen.findByTestId("enquiry-answered"));
  await toastSays("enquiry");
  await waitFor(async () => {
    expect((await api.enquiries()).map(({ answered_on }) => answered_on)).toEqual(["2026-11-22"]);
  });
  await screen.findByText("No enquiry waits for an answer");
});
