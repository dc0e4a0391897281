import { cleanup, fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import type { EnquiryRow } from "../../lib/api/types";
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

/** The sample's enquiry, read as `change` says. */
async function openWith(change: (row: EnquiryRow) => EnquiryRow) {
  const api = memoryApi();
  const enquiries = api.enquiries.bind(api);
  vi.spyOn(api, "enquiries").mockImplementation(async () => (await enquiries()).map(change));
  await openWindow(api);
  await goTo("enquiries");
  await screen.findByTestId("enquiry-decline");
  return api;
}

test("declining begins the letter about that very enquiry", async () => {
  const api = await openWith((row) => row);
  const [row] = await api.enquiries();
  const begun = vi.spyOn(api, "letterStart");
  await fireEvent.click(screen.getByTestId("enquiry-decline"));
  await waitFor(() => {
    expect(begun).toHaveBeenCalledWith(row?.client, "prospect_decline", { kind: "enquiry", id: row?.id });
  });
});

test("taking somebody on makes a client of them, and asks for the agreement", async () => {
  const api = await openWith((row) => row);
  const [row] = await api.enquiries();
  const name = row?.client_name ?? "";
  await fireEvent.click(screen.getByRole("button", { name: `Take on as a client…: ${name}` }));
  await screen.findByRole("dialog", { name: /agreement|engagement/i });
  expect((await api.client(row?.client ?? "")).client.status, "no prospect any more").toBe("active");
  expect((await api.enquiries())[0]?.answered_on, "it waits no longer").not.toBeNull();
  expect(screen.getByTestId("headline").textContent, "their page").toBe(name);
});

test("what the criteria speak for is offered first", async () => {
  const bands = [
    ["good", "enquiry-take-on"],
    ["possible", "enquiry-take-on"],
    ["ask_first", null],
    ["poor", "enquiry-decline"],
    ["no_criteria", "enquiry-decline"],
  ] as const;
  for (const [band, first] of bands) {
    await openWith((row) => ({ ...row, fit: { ...row.fit, band } }));
    const primary = ["enquiry-take-on", "enquiry-decline"].filter((id) =>
      screen.getByTestId(id).classList.contains("primary"),
    );
    expect(primary, band).toEqual(first === null ? [] : [first]);
    cleanup();
  }
});

test("somebody who was here before is recognised: how it ended, how they stood, and their record", async () => {
  await openWith((row) => ({
    ...row,
    former: [
      {
        client: "halden",
        name: "Halden & Co",
        by: "domain",
        status: "ended",
        ended: { on: "2025-03-03", by: "us", reason: "price" },
        verdict: "never_happy",
        sentence: null,
      },
    ],
  }));
  const former = screen.getByRole("group", { name: "You may know them" });
  expect(former.textContent).toMatch(
    /may be Halden & Co, recognised by the domain of their address: a client until 3 Mar 2025 \(you ended it, price\)/,
  );
  expect(former.textContent, "as a word").toContain("Never happy");
  await nothingToMend();
  await fireEvent.click(screen.getByRole("button", { name: "Open Halden & Co" }));
  await waitFor(() => {
    expect(screen.getByTestId("headline").textContent, "their record").toBe("Halden & Co");
  });
});
