// Recording, by keyboard alone.
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { KINDS } from "./model/form";
import { nothingToMend, openWindow, press, toastSays, type } from "./testing/window";

afterEach(cleanup);

const focused = (): string =>
  document.activeElement?.getAttribute("data-field") ?? document.activeElement?.getAttribute("data-testid") ?? "";

async function focusIs(field: string): Promise<void> {
  await waitFor(() => {
    expect(focused(), "where the keyboard is").toBe(field);
  });
}

async function dialogIsGone(): Promise<void> {
  await waitFor(() => {
    expect(screen.queryByTestId("record-save"), "the dialog is closed").toBeNull();
  });
}

test("a check-in: R, C, three letters, Enter, 2, Enter", async () => {
  const api = await openWindow();
  await press("r");
  await focusIs("record-kind-check_in");
  await press("c");
  await focusIs("client");
  await type("hal");
  await press("Enter");
  await focusIs("value");
  await press("2");
  await press("Enter");
  await toastSays("check-in");
  await dialogIsGone();
  const { clients } = await api.choices();
  const halden = clients.find(({ name }) => name === "Halden & Co")?.id ?? "";
  const newest = (await api.client(halden)).they_said.find(({ id }) => id.startsWith("new-"));
  expect(newest?.record, "what was recorded").toMatchObject({ kind: "check_in", value: 2, said_by: "them" });
  await press("z", { ctrlKey: true });
  await toastSays("Taken back");
});

test("the arrows and Enter choose a kind as well", async () => {
  await openWindow();
  await press("r");
  await focusIs("record-kind-check_in");
  await press("ArrowDown");
  expect(focused()).toBe("record-kind-complaint");
  await press("ArrowUp");
  await press("ArrowUp");
  expect(focused(), "round at the end").toBe("record-kind-document");
  await press("ArrowUp");
  await press("ArrowUp");
  await fireEvent.click(document.activeElement as HTMLElement);
  await focusIs("name");
  expect(screen.getByRole("heading", { name: "Add a referral contact" })).toBeTruthy();
});

test("what is missing is said beside the form, which stays, and the keyboard is led there", async () => {
  await openWindow();
  await press("r");
  await focusIs("record-kind-check_in");
  await press("i");
  await focusIs("client");
  await type("halden & co");
  await press("Enter");
  await focusIs("number");
  await type("2026-040");
  await press("Enter");
  expect((await screen.findByTestId("error-note")).textContent).toContain("Enter the amount");
  await focusIs("amount");
  await type("lots");
  await press("Enter");
  await waitFor(() => {
    expect(screen.getByTestId("error-note").textContent).toContain("“lots” is not an amount");
  });
  await type("4.800,50");
  expect(screen.getByText("€4,800.50"), "what was understood").toBeTruthy();
  await press("Enter");
  await toastSays("invoice");
});

test("Escape closes at once what is empty, and asks before typed words are lost", async () => {
  await openWindow();
  const escape = (): Promise<boolean> =>
    fireEvent(screen.getByTestId("record-dialog"), new Event("cancel", { cancelable: true }));
  await press("r");
  await focusIs("record-kind-check_in");
  await press("l");
  await focusIs("name");
  await escape();
  await dialogIsGone();
  await press("r");
  await focusIs("record-kind-check_in");
  await press("l");
  await focusIs("name");
  await type("Quay Partners");
  await escape();
  expect(await screen.findByRole("alertdialog"), "a question").toBeTruthy();
  await press("Escape");
  expect(screen.queryByRole("alertdialog"), "a second Escape keeps writing").toBeNull();
  await focusIs("name");
  await press("Escape");
  await fireEvent.click(await screen.findByText("Keep writing"));
  expect((screen.getByLabelText("Name") as HTMLInputElement).value, "nothing is lost").toBe("Quay Partners");
  await escape();
  await fireEvent.click(await screen.findByTestId("record-leave"));
  await dialogIsGone();
});

test("Enter saves from a text, Shift Enter and an address take lines", async () => {
  const api = await openWindow();
  const add = vi.spyOn(api, "recordAdd");
  await press("r");
  await focusIs("record-kind-check_in");
  await press("l");
  await focusIs("name");
  await type("Quay Partners");
  screen.getByLabelText(/Postal address/).focus();
  await press("Enter");
  screen.getByLabelText(/Notes/).focus();
  await press("Enter", { shiftKey: true });
  expect(add, "new lines are no wish to save").not.toHaveBeenCalled();
  await press("Enter");
  await dialogIsGone();
  expect(add).toHaveBeenCalledTimes(1);
});

test("the outcome of a deliverable follows from its days", async () => {
  await openWindow();
  await press("r");
  await focusIs("record-kind-check_in");
  await press("d");
  await focusIs("client");
  const chosen = (): string =>
    document.querySelector<HTMLInputElement>('[data-testid^="outcome-"]:checked')?.value ?? "none";
  expect(chosen()).toBe("pending");
  screen.getByLabelText("Due").focus();
  await type("20 nov 2026");
  expect(screen.getByText("Fri 20 November 2026"), "the day that was understood").toBeTruthy();
  screen.getByLabelText("Delivered").focus();
  await type("20 nov 2026");
  expect(chosen()).toBe("met");
  await type("22 nov 2026");
  expect(chosen()).toBe("late");
  await fireEvent.click(screen.getByTestId("outcome-excused"));
  await type("20 nov 2026");
  expect(chosen(), "what was chosen stays").toBe("excused");
});

test("a record is removed from its form, and undo is named", async () => {
  const api = await openWindow();
  const row = document.querySelector<HTMLElement>('tr[data-name="Halden & Co"] a, tr[data-name="Halden & Co"] button');
  await fireEvent.click(row as HTMLElement);
  const remove = vi.spyOn(api, "recordRemove");
  const { clients } = await api.choices();
  const view = await api.client(clients.find(({ name }) => name === "Halden & Co")?.id ?? "");
  const line = view.they_said[0];
  const button = await screen.findAllByText(new RegExp(line?.title.slice(0, 12) ?? "?"));
  await fireEvent.click(button[0]?.closest("button") ?? (button[0] as HTMLElement));
  await fireEvent.click(await screen.findByTestId("record-remove"));
  expect(remove).toHaveBeenCalledWith(line?.record.kind, line?.id);
  await toastSays(/Removed/i);
});

test.each(KINDS.map(({ kind, key }) => [kind, key] as const))(
  "axe finds nothing in the form of a %s",
  async (kind, key) => {
    await openWindow();
    await press("r");
    await focusIs("record-kind-check_in");
    if (kind === "check_in") await nothingToMend();
    await press(key);
    const first = {
      client: "name",
      referral_contact: "name",
      fit_criterion: "name",
      template: "what",
      improvement: "what",
    } as const;
    await focusIs(kind in first ? first[kind as keyof typeof first] : "client");
    for (const more of document.querySelectorAll("details")) more.open = true;
    await nothingToMend();
  },
);
