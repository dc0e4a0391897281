// Taking records out of a practice in memory, and erasing them for good. Nothing is written to a disk: what would be is
// told as it would be.
import { TODAY } from "../sample/lines";
import type { ClientView, Contact, ErasePlan, EraseWhom, ErasureReceipt, ExportedFile, KindCount } from "../types";
import { fail, linesOf, type MemoryLedger, type Part, type State } from "./ledger";

type Names = "exportTo" | "archiveImport" | "erasePlan" | "erase" | "receiptSave";

const FOLDER = "/home/ines/Documents/Kindly";

export interface ExportSetting {
  /** Copies of the ledger beside it. */
  copies?: string[];
}

export function exportPart(ledger: MemoryLedger, { copies = [] }: ExportSetting = {}): Part<Names> {
  let kept = [...copies];

  const planOf = (whom: EraseWhom): ErasePlan => {
    const view = ledger.client(whom.client);
    const steps = ledger.done.filter(
      (step) => JSON.stringify(viewOf(step.before, view.id)) !== JSON.stringify(viewOf(step.after, view.id)),
    ).length;
    if (whom.whom === "client") {
      const records: KindCount[] = [{ kind: "client", count: 1 }, ...counts(view)];
      const files = view.documents.filter(({ record }) => record.kind === "document" && record.sha256 !== null).length;
      return { name: view.client.name, records, files, steps, copies: kept, backups: 0 };
    }
    const person = personOf(view, whom.person);
    const named = linesOf(view).filter(({ record }) => "person" in record && record.person === nameOf(person));
    const records: KindCount[] = [{ kind: "client", count: 1 }];
    for (const { kind, count } of counted(named.map(({ record }) => record.kind))) records.push({ kind, count });
    return { name: nameOf(person) || person.email || person.phone, records, files: 0, steps, copies: kept, backups: 0 };
  };

  return {
    exportTo: (what) => ({ folder: FOLDER, files: filesOf(ledger, what) }),
    archiveImport: () =>
      ledger.state.views.length > 0
        ? fail("invalid", "this ledger is not empty: read an archive into a new one, so that nothing is mixed up")
        : null,
    erasePlan: planOf,
    erase: (whom, name, deleteCopies) => {
      const plan = planOf(whom);
      if (name.trim() !== plan.name) fail("invalid", `the name does not match: type “${plan.name}” to confirm`);
      eraseFrom(ledger.state, whom);
      // What was done before knows of them: none of it can be taken back.
      ledger.done.splice(0);
      ledger.undone.splice(0);
      const receipt: ErasureReceipt = {
        at: `${TODAY}T10:00:00Z`,
        records: plan.records,
        files: plan.files,
        steps: plan.steps,
        copies_deleted: deleteCopies ? kept : [],
        copies_left: deleteCopies ? [] : kept,
        backups: 0,
        backups_left: [],
        second_place_waits: false,
        text: "",
      };
      if (deleteCopies) kept = [];
      const lines = plan.records.map(({ kind, count }) => `  ${String(count)} ${kind.replaceAll("_", " ")}`);
      return { ...receipt, text: ["Erasure receipt", "", `Erased on ${receipt.at} (UTC).`, "", ...lines].join("\n") };
    },
    receiptSave: () => `${FOLDER}/erasure receipt.txt`,
  };
}

function filesOf(ledger: MemoryLedger, what: Parameters<Part<Names>["exportTo"]>[0]): ExportedFile[] {
  const { views } = ledger.state;
  switch (what.what) {
    case "csv": {
      const kinds = counted(ledger.lines().map(({ record }) => record.kind));
      const tables = kinds.map(({ kind, count }) => ({ name: `${kind}.csv`, records: count }));
      return [{ name: "client.csv", records: views.length }, ...tables];
    }
    case "json":
      return [{ name: `kindly ${TODAY}.json`, records: views.length + ledger.lines().length }];
    case "contacts":
      return [{ name: "contacts.vcf", records: views.length }];
    case "calendar":
      return [{ name: "dates.ics", records: views.flatMap((view) => view.engagements).length }];
    case "person": {
      const named = JSON.stringify(nameOf(personOf(ledger.client(what.client.id), what.client.person))).slice(1, -1);
      const records = ledger.lines().filter((line) => JSON.stringify(line.record).includes(named));
      return [
        { name: "contact.vcf", records: 1 },
        { name: "records.csv", records: records.length },
      ];
    }
    case "client": {
      const view = ledger.client(what.client);
      return [{ name: `${view.client.name}.json`, records: 1 + linesOf(view).length }];
    }
  }
}

const viewOf = (state: State, id: string): ClientView | undefined => state.views.find((view) => view.id === id);

const nameOf = (person: Contact): string => `${person.given_name} ${person.family_name}`.trim();

function personOf(view: ClientView, place: number): Contact {
  const person = place === 0 ? view.client.contact : view.client.people[place - 1];
  return person ?? fail("gone", "this person is no longer in the ledger");
}

function eraseFrom(state: State, whom: EraseWhom): void {
  const view = viewOf(state, whom.client);
  if (view === undefined) return;
  if (whom.whom === "client") {
    state.views = state.views.filter((other) => other !== view);
    return;
  }
  const name = nameOf(personOf(view, whom.person));
  const nobody: Contact = { salutation: "", given_name: "", family_name: "", email: "", phone: "", role: "" };
  if (whom.person === 0) view.client.contact = nobody;
  else view.client.people = view.client.people.filter((_, place) => place !== whom.person - 1);
  for (const { record } of linesOf(view)) {
    if ("person" in record && record.person === name) record.person = "";
  }
}

function counts(view: ClientView): KindCount[] {
  return counted(linesOf(view).map(({ record }) => record.kind));
}

function counted(kinds: KindCount["kind"][]): KindCount[] {
  const all = new Map<KindCount["kind"], number>();
  for (const kind of kinds) all.set(kind, (all.get(kind) ?? 0) + 1);
  return [...all].map(([kind, count]) => ({ kind, count }));
}
