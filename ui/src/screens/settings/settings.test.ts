import { cleanup, fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import { goTo, nothingToMend, openWindow, toastSays } from "../record/testing/window";
import { letterheadForm, profileFrom } from "./letterhead";

afterEach(cleanup);

test("the letterhead comes out of its form as it went in", async () => {
  const profile = {
    ...(await memoryApi().profile()),
    name: "Ines Marlow",
    trade_name: "Ines Marlow Consulting",
    address: ["12 Quay Street", "Bristol BS1 4DJ"],
    postal_margin_working_days: 4,
  };
  const worded = {
    ...profile,
    logo_sha256: "1".repeat(64),
    footer: [["Tax no. 12/345"], ["Bank", "DE00 1234"]],
    accent: "#1f5f5b",
    layout: "din_5008_a" as const,
    per_language: [
      {
        language: "de-DE" as const,
        trade_name: "Marlow Beratung",
        role: "",
        place: "",
        website: "",
        footer: [["USt-IdNr."]],
      },
    ],
  };
  for (const each of [profile, worded]) expect(profileFrom(letterheadForm(each), each)).toEqual(each);
  const form = letterheadForm(profile);
  expect(profileFrom({ ...form, margin: "a few" }, profile), "no number of days").toEqual({ unclear: "margin" });
  expect(profileFrom({ ...form, cooling: "721" }, profile), "more than a month").toEqual({ unclear: "cooling" });
});

test("the letterhead is saved, and refusals stand beside the form", async () => {
  const api = await openWindow();
  await goTo("settings");
  const name = (await screen.findByTestId("settings-name")) as HTMLInputElement;
  expect((screen.getByTestId("settings-save") as HTMLButtonElement).disabled, "nothing to save yet").toBe(true);
  await fireEvent.input(name, { target: { value: "Ines M. Marlow" } });
  vi.spyOn(api, "profileSave").mockRejectedValueOnce({
    code: "invalid",
    message: "“G” is not a country code",
    hint: "",
  });
  await fireEvent.submit(screen.getByTestId("settings-form"));
  expect((await screen.findByTestId("error-note")).textContent).toContain("“G” is not a country code");
  expect(name.value, "what was typed stays").toBe("Ines M. Marlow");
  await fireEvent.submit(screen.getByTestId("settings-form"));
  await toastSays("letterhead");
  expect((await api.profile()).name).toBe("Ines M. Marlow");
  await nothingToMend();
});

test("it says what is protected, and the sample goes and comes in one step", async () => {
  const api = await openWindow();
  await goTo("settings");
  expect((await screen.findByTestId("protection")).textContent).toContain("not protected by a passphrase yet");
  // A client of one's own, so that the window does not go back to the welcome.
  const { clients } = await api.choices();
  const { client } = await api.client(clients[0]?.id ?? "");
  await api.recordAdd({ kind: "client", ...client, name: "My own", sample: false });
  await fireEvent.click(screen.getByTestId("settings-sample-remove"));
  await screen.findByTestId("settings-sample-load");
  expect(
    (await api.choices()).clients.map(({ name }) => name),
    "one's own stay",
  ).toEqual(["My own"]);
  await fireEvent.click(screen.getByTestId("settings-sample-load"));
  await waitFor(() => {
    expect(screen.getByTestId("settings-sample-remove")).toBeTruthy();
  });
});

test("colleagues to refer to are listed, and their names open their forms", async () => {
  const api = await openWindow();
  await api.recordAdd({
    kind: "referral_contact",
    name: "Nadia Ferrant",
    field: "annual reports",
    business: "Ferrant Text",
    email: "nadia@example.org",
    phone: "",
    website: "",
    notes: "",
  });
  await goTo("settings");
  const name = await screen.findByRole("button", { name: "Nadia Ferrant" });
  expect(name.closest("li")?.textContent, "what they do").toContain("annual reports, Ferrant Text, nadia@example.org");
  await fireEvent.click(name);
  expect(((await screen.findByDisplayValue("Ferrant Text")) as HTMLInputElement).value, "the form").toBe(
    "Ferrant Text",
  );
});
