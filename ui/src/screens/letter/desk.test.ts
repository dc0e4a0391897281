import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import type { Letter, LetterView } from "../../lib/api/types";
import { LetterDesk } from "./desk.svelte";

let api: Api;
let desk: LetterDesk;
const onkept = vi.fn();

beforeEach(async () => {
  vi.useFakeTimers();
  onkept.mockReset();
  api = memoryApi();
  await api.profileSave({ ...(await api.profile()), name: "Ines Marlow" });
  desk = new LetterDesk(api, onkept);
});

afterEach(() => {
  vi.useRealTimers();
});

async function start(): Promise<void> {
  const { clients } = await api.choices();
  const prospect = clients.find(({ status }) => status === "prospect");
  expect(prospect, "the sample has a prospect").toBeDefined();
  await desk.open({ client: prospect?.id ?? "", kind: "prospect_decline" });
}

const texts = (): string[] => desk.paragraphs.map(({ text }) => text);

test("a new letter has words, and nothing is kept before something is changed", async () => {
  await start();
  desk.setWidth(300);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(texts().length, "words").toBeGreaterThan(1);
  expect(desk.pages, "the page is drawn once its width is known").toHaveLength(1);
  expect(desk.ready).toBe(true);
  expect(await api.letters(), "looking at a letter keeps nothing").toEqual([]);
});

test("what is written stays, is shown at once, and is kept after a pause", async () => {
  await start();
  const view = vi.spyOn(api, "letterView");
  desk.setText(0, "Thank you.");
  expect(texts()[0], "no waiting for an answer").toBe("Thank you.");
  expect(desk.standing).toBe("writing");
  await vi.advanceTimersByTimeAsync(80);
  expect(view, "the page is asked for once it is quiet").toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(desk.standing).toBe("kept");
  expect(onkept).toHaveBeenCalledTimes(1);
  const [kept] = await api.letters();
  const again = new LetterDesk(api, onkept);
  await again.open({ id: kept?.id ?? "" });
  expect(again.paragraphs[0]?.text, "found again as it was written").toBe("Thank you.");
});

test("words typed while an answer is on its way are not overwritten by it", async () => {
  await start();
  const real = api.letterView.bind(api);
  const answers: (() => void)[] = [];
  vi.spyOn(api, "letterView").mockImplementation(async (id, letter: Letter): Promise<LetterView> => {
    await new Promise<void>((resolve) => answers.push(resolve));
    return real(id, letter);
  });
  desk.choose({ nothing_owed: true });
  await vi.advanceTimersByTimeAsync(80);
  desk.setText(1, "typed meanwhile");
  answers.forEach((answer) => {
    answer();
  });
  await vi.advanceTimersByTimeAsync(80);
  answers.forEach((answer) => {
    answer();
  });
  await vi.advanceTimersByTimeAsync(10);
  answers.forEach((answer) => {
    answer();
  });
  await vi.advanceTimersByTimeAsync(10);
  expect(texts()[1]).toBe("typed meanwhile");
});

test("a choice brings its words in beside one's own; going back gives the suggestion", async () => {
  await start();
  desk.setText(0, "Thank you.");
  await vi.advanceTimersByTimeAsync(80);
  desk.choose({ referral: [{ name: "Aiko Tanaka", field: "" }] });
  await vi.advanceTimersByTimeAsync(80);
  expect(texts()[0], "the user's own words stay").toBe("Thank you.");
  expect(texts().join(" "), "the new suggestion is there").toContain("Aiko Tanaka");
  expect(desk.paragraphs.map((each) => desk.isOwn(each)).filter(Boolean), "one is marked as own").toHaveLength(1);
  desk.suggestAgain();
  await vi.advanceTimersByTimeAsync(80);
  expect(texts()[0]).not.toBe("Thank you.");
  expect(desk.own).toBe(false);
});

test("writing the suggested words again makes them follow the facts again", async () => {
  await start();
  const [first = ""] = texts();
  desk.setText(0, "other");
  expect(desk.own).toBe(true);
  desk.setText(0, first);
  expect(desk.own).toBe(false);
});

test("a letter taken back by undo stays on the desk as a new one", async () => {
  await start();
  desk.setText(0, "Thank you.");
  await vi.advanceTimersByTimeAsync(1_100);
  expect(desk.id).not.toBeNull();
  await api.undo();
  await desk.refresh();
  expect(desk.id, "it is no longer kept").toBeNull();
  expect(texts()[0], "the words are still there").toBe("Thank you.");
});

test("leaving keeps what was not kept yet", async () => {
  await start();
  desk.setText(0, "Thank you.");
  await desk.close();
  expect(await api.letters()).toHaveLength(1);
});

test("saving keeps the letter with its PDF; a cancelled dialog changes nothing but keeps the draft", async () => {
  await start();
  vi.spyOn(api, "letterSave").mockResolvedValueOnce(null);
  desk.setText(0, "Thank you.");
  expect(await desk.save(), "cancelled").toBeNull();
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await api.letters()).map(({ saved }) => saved)).toEqual([false]);
  const saved = await desk.save();
  expect(saved?.id).toBe(desk.id);
  expect((await api.letters()).map((row) => row.saved)).toEqual([true]);
  expect(desk.letter?.pdf_sha256).not.toBeNull();
});

test("what fails is said, and the words stay", async () => {
  await start();
  vi.spyOn(api, "letterKeep").mockRejectedValueOnce({ code: "ledger", message: "the disk is full", hint: "" });
  desk.setText(0, "Thank you.");
  await vi.advanceTimersByTimeAsync(1_100);
  expect(desk.error?.message).toBe("the disk is full");
  expect(desk.standing, "it does not say that the draft was saved").toBe("writing");
  expect(texts()[0]).toBe("Thank you.");
});

test("a fault while reading again is no reason to think the letter gone", async () => {
  await start();
  desk.setText(0, "Thank you.");
  await vi.advanceTimersByTimeAsync(1_100);
  const { id } = desk;
  vi.spyOn(api, "letterOpen").mockRejectedValueOnce({ code: "ledger", message: "the file cannot be read", hint: "" });
  await desk.refresh();
  expect(desk.id, "it is still the letter that is kept").toBe(id);
  expect(desk.error?.message).toBe("the file cannot be read");
});

test("a letter that is finished is sent and answered, keeps its words, and gets one in its place", async () => {
  const api = memoryApi();
  const desk = new LetterDesk(api, () => undefined);
  await desk.open({ client: "halden", kind: "renewal_refusal" });
  const words = desk.paragraphs.map(({ text }) => text);
  expect(await desk.finish(), "nothing is missing").toBe(true);
  expect(desk.finished, "it never changes any more").toBe(true);
  const id = desk.id ?? "";
  const sent = { on: "2026-11-22", how: "registered", to: "Halden & Co", proof: "RR 1", proof_document: null } as const;
  expect(await desk.sent(sent)).toBe(true);
  expect(await desk.reply({ on: "2026-11-23", words: "We have it." })).toBe(true);
  const row = (await api.letters()).find((each) => each.id === id);
  expect(row, "the list knows its course").toMatchObject({ standing: "answered", sent_on: "2026-11-22" });
  expect(
    (await api.letterOpen(id)).paragraphs.map(({ text }) => text),
    "the same words",
  ).toEqual(words);

  const next = new LetterDesk(api, () => undefined);
  await next.open({ supersedes: id });
  expect(next.letter, "a draft that names it").toMatchObject({ supersedes: id, finished: null, sent: null });
});
