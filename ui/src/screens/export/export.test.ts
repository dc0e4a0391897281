// Records taken out, and erased for good.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import { openFromTable } from "../client/testing/open";
import { goTo, nothingToMend, openWindow, toastSays } from "../record/testing/window";

afterEach(cleanup);

async function openHalden(api: Api): Promise<void> {
  await openWindow(api);
  await openFromTable("Halden & Co");
}

async function choose(name: string): Promise<void> {
  await fireEvent.click(screen.getByTestId("client-menu"));
  await fireEvent.click(await screen.findByRole("menuitem", { name }));
}

const names = async (api: Api): Promise<string[]> => (await api.choices()).clients.map(({ name }) => name);

describe("taking out", () => {
  test.each([
    ["csv", "client.csv (9 records)"],
    ["json", /kindly .*\.json \(\d+ records\)/],
    ["contacts", "contacts.vcf (9 records)"],
    ["calendar", /dates\.ics/],
  ] as const)("%s says what was written and where", async (what, file) => {
    const api = await openWindow();
    const asked = vi.spyOn(api, "exportTo");
    await goTo("settings");
    await fireEvent.click(await screen.findByTestId(`export-${what}`));
    const told = screen.getByTestId("exported");
    expect(await within(told).findByText(file), "the file").toBeTruthy();
    expect(told.textContent, "the folder").toContain("/home/ines/Documents/Kindly");
    expect(asked).toHaveBeenCalledExactlyOnceWith({ what });
    await nothingToMend();
  });

  test("an archive only goes into an empty ledger, and that is said", async () => {
    await openWindow();
    await goTo("settings");
    const button = (await screen.findByTestId("archive-import")) as HTMLButtonElement;
    expect(button.disabled, "there are clients").toBe(true);
    expect(button.closest("li")?.textContent).toContain("There are clients in this ledger");
  });

  test("everything about one client", async () => {
    const api = memoryApi();
    await openHalden(api);
    const asked = vi.spyOn(api, "exportTo");
    await choose("Export everything about them…");
    await toastSays("Written: 1 file into /home/ines/Documents/Kindly");
    expect(asked).toHaveBeenCalledExactlyOnceWith({ what: "client", client: "halden" });
  });
});

describe("erasing for good", () => {
  test("tells what goes, takes no wrong name, and ends with a receipt", async () => {
    const api = memoryApi({ copies: ["/home/ines/Kindly/ledger.layout-1"] });
    await openHalden(api);
    const erase = vi.spyOn(api, "erase");
    await choose("Erase for good…");
    const dialog = await screen.findByRole("dialog", { name: "Erase Halden & Co for good?" });
    expect(dialog.textContent, "record by record").toMatch(/1 client, 5 deliverables, .*1 file kept inside/);
    expect(dialog.textContent, "the copy").toContain("/home/ines/Kindly/ledger.layout-1");
    await nothingToMend();
    const name = within(dialog).getByTestId("erase-name");
    await fireEvent.input(name, { target: { value: "Halden" } });
    expect(dialog.textContent, "no word while it is typed").not.toContain("This is not the name yet");
    await fireEvent.submit(name.closest("form") as HTMLFormElement);
    expect(within(dialog).getByText(/This is not the name yet/), "told").toBeTruthy();
    expect(erase, "nothing was asked").not.toHaveBeenCalled();
    expect(await names(api), "still there").toContain("Halden & Co");

    await fireEvent.input(name, { target: { value: " Halden & Co " } });
    await fireEvent.submit(name.closest("form") as HTMLFormElement);
    const receipt = await screen.findByTestId("erase-receipt");
    expect(receipt.textContent, "what went").toMatch(/\d+ records were erased for good/);
    expect(await names(api), "gone").not.toContain("Halden & Co");
    expect(erase, "with the copies").toHaveBeenCalledExactlyOnceWith(
      { whom: "client", client: "halden" },
      " Halden & Co ",
      true,
    );
    await fireEvent.click(within(receipt).getByTestId("receipt-save"));
    await toastSays("The receipt was saved");
    await fireEvent.click(within(receipt).getByTestId("receipt-done"));
    await waitFor(() => {
      expect(screen.getByTestId("headline").textContent, "back at all clients").toMatch(/^Seven clients/);
    });
  });

  test("leaves the copies where one says so, and a refusal stands in the dialog", async () => {
    const api = memoryApi({ copies: ["/copies/ledger.layout-1"] });
    await openHalden(api);
    const refuse = vi
      .spyOn(api, "erase")
      .mockRejectedValueOnce({ code: "ledger", message: "the disk is full", hint: "" });
    await choose("Erase for good…");
    const name = await screen.findByTestId("erase-name");
    await fireEvent.click(screen.getByRole("checkbox", { name: "Delete this copy too" }));
    await fireEvent.input(name, { target: { value: "Halden & Co" } });
    await fireEvent.submit(name.closest("form") as HTMLFormElement);
    const dialog = screen.getByTestId("erase-dialog");
    expect((await within(dialog).findByRole("alert")).textContent).toContain("The disk is full.");
    await fireEvent.submit(name.closest("form") as HTMLFormElement);
    const receipt = await screen.findByTestId("erase-receipt");
    expect(receipt.textContent, "said to the end").toContain("/copies/ledger.layout-1");
    expect(refuse).toHaveBeenLastCalledWith({ whom: "client", client: "halden" }, "Halden & Co", false);
  });

  test("takes one person only", async () => {
    const api = memoryApi();
    await openHalden(api);
    await choose("Erase Jonas Brandt for good…");
    const name = await screen.findByTestId("erase-name");
    await fireEvent.input(name, { target: { value: "Jonas Brandt" } });
    await fireEvent.submit(name.closest("form") as HTMLFormElement);
    await fireEvent.click(await screen.findByTestId("receipt-done"));
    await waitFor(() => {
      expect(screen.getByRole("main").textContent, "no longer named").not.toContain("Jonas Brandt");
    });
    expect(screen.getByTestId("headline").textContent, "the client stays").toBe("Halden & Co");
    const praise = (await api.client("halden")).they_said.find(({ record }) => record.kind === "praise");
    expect(praise?.title, "what they said stays").toContain("spring series");
  });
});
