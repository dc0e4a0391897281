import { beforeEach, expect, test, vi } from "vitest";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import type { CheckInForm, InvoiceForm } from "./model/form";
import { RecordDesk, type RecordTask } from "./desk.svelte";

const TODAY = "2026-11-22";
let api: Api;

beforeEach(() => {
  api = memoryApi();
});

async function open(task: RecordTask): Promise<RecordDesk> {
  const desk = new RecordDesk(api, TODAY, task);
  await desk.open();
  return desk;
}

async function idOf(name: string): Promise<string> {
  const { clients } = await api.choices();
  return clients.find((each) => each.name === name)?.id ?? "";
}

test("a kind that is known skips the choice; a letter has no form here", async () => {
  expect((await open({ kind: "invoice" })).form?.kind).toBe("invoice");
  expect((await open({ kind: "letter" })).form).toBeNull();
  expect((await open({})).form).toBeNull();
});

test("choosing a client fills in what is theirs and keeps what was typed", async () => {
  const desk = await open({ kind: "invoice" });
  (desk.form as InvoiceForm).number = "2026-040";
  desk.pick(await idOf("Halden & Co"));
  const { clients } = await api.choices();
  const currency = clients.find((each) => each.name === "Halden & Co")?.currency;
  expect(desk.form).toMatchObject({ number: "2026-040", currency });
  expect(desk.dirty).toBe(true);
});

test("an untouched form is not dirty, also after a client was chosen", async () => {
  const desk = await open({ kind: "check_in" });
  desk.pick(await idOf("Halden & Co"));
  expect(desk.dirty).toBe(false);
  (desk.form as CheckInForm).value = 2;
  expect(desk.dirty).toBe(true);
});

test("what is missing is answered without asking the practice", async () => {
  const add = vi.spyOn(api, "recordAdd");
  const desk = await open({ kind: "check_in" });
  expect(await desk.save()).toBeNull();
  expect(desk.errorField).toBe("client");
  expect(desk.error?.message).toBe("Choose whose record it is.");
  expect(add).not.toHaveBeenCalled();
});

test("a refusal of the practice is shown and the form stays", async () => {
  const desk = await open({ kind: "check_in", client: await idOf("Halden & Co") });
  (desk.form as CheckInForm).value = 2;
  vi.spyOn(api, "recordAdd").mockRejectedValueOnce({
    code: "invalid",
    message: "9 is not on the CSAT scale",
    hint: "",
  });
  expect(await desk.save()).toBeNull();
  expect(desk.error?.message).toBe("9 is not on the CSAT scale");
  expect((desk.form as CheckInForm).value, "nothing typed is lost").toBe(2);
  expect(await desk.save(), "and it can be sent again").not.toBeNull();
  expect(desk.error).toBeNull();
});

test("a record is edited and removed under its own id", async () => {
  const client = await idOf("Halden & Co");
  const before = (await api.client(client)).they_said;
  const line = before.find((each) => each.record.kind === "check_in");
  if (line === undefined) throw new Error("the sample has a check-in of Halden");
  const desk = await open({ edit: { id: line.id, record: line.record } });
  expect(desk.form?.kind).toBe("check_in");
  expect(desk.dirty).toBe(false);
  expect((await desk.save())?.message.key).toBe("did_edit");
  expect((await desk.remove())?.message.key).toBe("did_remove");
  const after = (await api.client(client)).they_said;
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id).filter((id) => id !== line.id));
});

test("a line that changes a record goes on as that record's form", async () => {
  const client = await idOf("Halden & Co");
  const line = (await api.client(client)).they_owed.find(({ record }) => record.kind === "invoice");
  if (line === undefined) throw new Error("the sample has an invoice of Halden");
  const desk = await open({ draft: { kind: "invoice", id: line.id, values: { client, paid_on: TODAY } } });
  expect(desk.id, "the record itself, not a new one").toBe(line.id);
  expect(desk.form).toMatchObject({ kind: "invoice", number: line.title, paidOn: "22 Nov 2026" });
  expect(desk.dirty, "what the line said is worth a question").toBe(true);
});

test("what was typed is kept when another client is chosen, but not what names a record of the first", async () => {
  const desk = await open({ kind: "praise", client: await idOf("Halden & Co") });
  desk.put("words", "Clear, at last.");
  desk.put("deliverable", "halden-1");
  desk.pick(await idOf("Tamar Foods"));
  expect(desk.form?.more).toMatchObject({ words: "Clear, at last.", deliverable: "" });
});
