// The letter's screen.
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import type { LetterView } from "../../lib/api/types";
import { goTo, nothingToMend, openWindow, toastSays } from "../record/testing/window";

beforeEach(() => {
  // Without a layout nothing has a width, and no page would be asked for.
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(300);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Opens the decline to the prospect of the sample. */
async function openDecline(api: Api = memoryApi()): Promise<Api> {
  await openWindow(api);
  await goTo("enquiries");
  await fireEvent.click(await screen.findByTestId("enquiry-decline"));
  await screen.findByTestId("letter-paragraph-0");
  return api;
}

/** As the practice judges it: nothing is missing, nothing refused, no must-have gone. */
function finishable(view: LetterView): LetterView {
  const present = view.must_haves.every((must) => must.present);
  return { ...view, can_finish: view.missing.length === 0 && view.refusal === null && present };
}

/** A practice whose letters look as `change` makes them. */
function letters(change: (view: LetterView) => Partial<LetterView>): Api {
  const api = memoryApi();
  const { letterView, letterStart } = api;
  api.letterView = async (id, letter) => {
    const view = await letterView(id, letter);
    return finishable({ ...view, ...change(view) });
  };
  api.letterStart = async (client, kind, about) => {
    const view = await letterStart(client, kind, about);
    return finishable({ ...view, ...change(view) });
  };
  return api;
}

const words = (index: number): HTMLTextAreaElement => screen.getByTestId(`letter-paragraph-${String(index)}`);
const standing = (): string => screen.getByTestId("letter-standing").textContent ?? "";

test("it has words, the very page, and its words for those who cannot see the page", async () => {
  await openDecline();
  expect(await screen.findByTestId("letter-page-0"), "the page").toBeTruthy();
  expect(document.querySelector("figcaption")?.textContent, "its words").toContain(words(0).value);
  await waitFor(() => {
    expect(standing()).toContain("Every must-have of this kind of letter is here");
  });
  await nothingToMend();
});

test("words are edited in place, kept by themselves, and given back", async () => {
  const api = await openDecline();
  const before = words(0).value;
  await fireEvent.input(words(0), { target: { value: "Thank you." } });
  await waitFor(
    () => {
      expect(screen.getByTestId("letter-state").textContent).toBe("Draft saved");
    },
    { timeout: 3_000 },
  );
  expect(await api.letters(), "kept without a click").toHaveLength(1);
  await fireEvent.click(screen.getByTestId("letter-suggested"));
  await waitFor(() => {
    expect(words(0).value).toBe(before);
  });
});

test("paragraphs are added, moved and removed, and the keyboard stays with them", async () => {
  await openDecline();
  const [first, second] = [words(0).value, words(1).value];
  words(0).focus();
  await fireEvent.keyDown(words(0), { key: "ArrowDown", altKey: true });
  await waitFor(() => {
    expect(words(1).value).toBe(first);
    expect(document.activeElement).toBe(words(1));
  });
  expect(words(0).value).toBe(second);
  await fireEvent.keyDown(words(1), { key: "Enter", ctrlKey: true });
  await waitFor(() => {
    expect(document.activeElement).toBe(words(2));
  });
  expect(words(2).value, "a new one below").toBe("");
  await fireEvent.keyDown(words(2), { key: "Backspace" });
  await waitFor(() => {
    expect(document.activeElement).toBe(words(1));
  });
  expect(words(1).value, "an empty one goes by Backspace").toBe(first);
  await fireEvent.input(words(1), { target: { value: "One.\nTwo." } });
  await waitFor(() => {
    expect(document.activeElement, "Enter begins a paragraph").toBe(words(2));
  });
  expect([words(1).value, words(2).value]).toEqual(["One.", "Two."]);
  words(2).setSelectionRange(0, 0);
  await fireEvent.keyDown(words(2), { key: "Backspace" });
  await waitFor(() => {
    expect(words(1).value).toBe("One. Two.");
  });
});

test("Ctrl S saves the PDF and names the file", async () => {
  const api = await openDecline();
  await fireEvent.keyDown(window, { key: "s", ctrlKey: true });
  await toastSays(/Saved as .*\.pdf/);
  expect((await api.letters()).map(({ saved }) => saved)).toEqual([true]);
});

test("a missing fact is named and leads to where it is entered", async () => {
  const api = letters(() => ({
    missing: [
      { key: "enquiry_subject", enter_in: "enquiry", id: null },
      { key: "sender_name", enter_in: "profile", id: null },
    ],
    pages: 0,
    email: null,
  }));
  await openDecline(api);
  expect(standing()).toContain("What the enquiry is about is missing.");
  expect((screen.getByTestId("letter-save-pdf") as HTMLButtonElement).disabled, "no PDF without it").toBe(true);
  await nothingToMend();
  await fireEvent.click(screen.getByTestId("letter-enter-enquiry_subject"));
  expect(await screen.findByText("Record an enquiry"), "the form of that record").toBeTruthy();
  await fireEvent(screen.getByTestId("record-dialog"), new Event("cancel", { cancelable: true }));
  await fireEvent.click(screen.getByTestId("letter-enter-sender_name"));
  expect(await screen.findByTestId("settings-form")).toBeTruthy();
});

test("a day of notice that has passed is explained, and can be confirmed", async () => {
  const api = letters(({ letter }) =>
    letter.choices.notice_override
      ? { findings: [{ code: "notice_late", last_day: "2026-11-01" }] }
      : { refusal: { code: "notice_passed", message: "the last day of notice was 1 November 2026" }, pages: 0 },
  );
  await openDecline(api);
  expect((await screen.findByTestId("letter-refusal")).textContent).toBe("The last day of notice was 1 November 2026.");
  expect((screen.getByTestId("letter-save-pdf") as HTMLButtonElement).disabled).toBe(true);
  await fireEvent.click(screen.getByTestId("letter-notice_override"));
  await waitFor(() => {
    expect(standing()).toContain("the letter goes late, as you chose");
    expect((screen.getByTestId("letter-save-pdf") as HTMLButtonElement).disabled).toBe(false);
  });
});

test("a must-have that the words lost is named, and the PDF waits for it", async () => {
  const api = letters(() => ({
    must_haves: [{ key: "enquiry_date", wording: "16 November 2026", present: false }],
    findings: [{ code: "must_have_gone", fact: "enquiry_date", wording: "16 November 2026" }],
  }));
  await openDecline(api);
  expect(standing()).toContain("Your words no longer say the date of the enquiry (16 November 2026)");
  expect((screen.getByTestId("letter-save-pdf") as HTMLButtonElement).disabled).toBe(true);
  await fireEvent.keyDown(window, { key: "s", ctrlKey: true });
  await toastSays("cannot be saved yet");
});

test("no reason is given by default, and each kind offers its own neutral ones", async () => {
  await openDecline();
  const reason = screen.getByTestId<HTMLSelectElement>("letter-reason");
  expect([...reason.options].map(({ textContent }) => textContent?.trim())).toEqual([
    "None given (advised)",
    "Outside my field",
    "Not the time it needs",
    "It needs a team",
    "Other commitments",
    "In your own words…",
  ]);
  expect(reason.value, "none is chosen").toBe(reason.options[0]?.value);
});

test("the e-mail is shown before it is copied", async () => {
  const api = await openDecline();
  const copy = vi.spyOn(api, "copy");
  await fireEvent.click(screen.getByTestId("copy-email"));
  const body = await screen.findByTestId("email-body");
  expect(body.textContent).toContain(words(0).value);
  await nothingToMend();
  await fireEvent.click(screen.getByTestId("copy-email-text"));
  await toastSays("Copied");
  expect(copy).toHaveBeenCalledWith(body.textContent);
});

test("the question about a talk is asked once", async () => {
  await openDecline();
  await fireEvent.click(screen.getByText("Got it"));
  expect(screen.queryByText(/Have you talked to them/)).toBeNull();
  await goTo("enquiries");
  await fireEvent.click(await screen.findByTestId("enquiry-decline"));
  await screen.findByTestId("letter-paragraph-0");
  expect(screen.queryByText(/Have you talked to them/), "not again").toBeNull();
});

test("a letter that has nothing to rest on says so, and how to go on", async () => {
  const api = memoryApi();
  api.letterStart = () =>
    Promise.reject({ code: "invalid", message: "Brightwater Events has no enquiry to answer", hint: "" });
  await openWindow(api);
  await goTo("enquiries");
  await fireEvent.click(await screen.findByTestId("enquiry-decline"));
  expect((await screen.findByTestId("error-note")).textContent).toContain("has no enquiry to answer");
  await fireEvent.click(screen.getByTestId("letter-record-first"));
  expect(await screen.findByText("Record an enquiry")).toBeTruthy();
});

test("a letter that is kept stands in the list, and opens from there", async () => {
  await openDecline();
  await goTo("letters");
  expect(await screen.findByText(/No letter is kept yet/)).toBeTruthy();
  await goTo("enquiries");
  await fireEvent.click(await screen.findByTestId("enquiry-decline"));
  await screen.findByTestId("letter-paragraph-0");
  await fireEvent.input(words(0), { target: { value: "Thank you." } });
  await goTo("letters");
  await fireEvent.click(await screen.findByText("Brightwater Events"));
  await screen.findByTestId("letter-paragraph-0");
  expect(words(0).value, "leaving the screen kept it").toBe("Thank you.");
  await goTo("letters");
  await screen.findByText("Brightwater Events");
  await nothingToMend();
});
