/** What a person says about a file, one change at a time. */
import type { ClientPick, ColumnView, ImportChoices, ImportFieldView, ImportView } from "../../lib/api/types";

/** The fields that the file's rows can have; none before it is known what they are. */
export function fieldsOf(view: ImportView): readonly ImportFieldView[] {
  const name = view.choices.kind ?? view.what;
  return view.kinds.find((kind) => alike(kind.name, name))?.fields ?? [];
}

/** The columns with what each is taken for; by their headers alone where nothing was recognised. */
export function columnsOf(view: ImportView): readonly ColumnView[] {
  if (view.columns.length > 0) return view.columns;
  return view.headers.map((header) => ({ header, field: fieldUnder(view.choices, header) }));
}

/** The header that holds a field; empty for none. */
export function headerFor(view: ImportView, field: string): string {
  return view.choices.columns[field] ?? columnsOf(view).find((column) => column.field === field)?.header ?? "";
}

/** Another kind: what its columns are is recognised anew. */
export function withKind(choices: ImportChoices, kind: string): ImportChoices {
  return { ...choices, kind, columns: {}, fixed: {} };
}

/** A column for a field, or none. A column holds one field. */
export function withHeader(choices: ImportChoices, field: string, header: string): ImportChoices {
  const columns = { ...choices.columns };
  const before = header === "" ? null : fieldUnder(choices, header);
  if (before !== null && before !== field) columns[before] = "";
  columns[field] = header;
  const fixed = Object.fromEntries(Object.entries(choices.fixed).filter(([key]) => header === "" || key !== field));
  return { ...choices, columns, fixed };
}

/** A field for a column, or none. */
export function withField(choices: ImportChoices, header: string, field: string, before: string | null): ImportChoices {
  if (field !== "") return withHeader(choices, field, header);
  return before === null ? choices : withHeader(choices, before, "");
}

/** A value that stands for all rows; none where it is empty. */
export function withFixed(choices: ImportChoices, field: string, value: string): ImportChoices {
  const rest = Object.fromEntries(Object.entries(choices.fixed).filter(([key]) => key !== field));
  return { ...choices, fixed: value.trim() === "" ? rest : { ...rest, [field]: value.trim() } };
}

/** How dates are written; empty leaves it to the values. */
export function withDates(choices: ImportChoices, dates: string): ImportChoices {
  return { ...choices, dates: dates === "" ? null : dates };
}

/** Who a name in the file is. */
export function withClient(choices: ImportChoices, name: string, pick: ClientPick): ImportChoices {
  return { ...choices, clients: { ...choices.clients, [name]: pick } };
}

/** A pick as the value of a select. */
export function pickValue(pick: ClientPick | null): string {
  if (pick === null) return "";
  return pick.is === "existing" ? `existing ${pick.id}` : pick.is;
}

/** The pick that a select's value means. */
export function pickFrom(value: string): ClientPick {
  if (value.startsWith("existing ")) return { is: "existing", id: value.slice("existing ".length) };
  return value === "leave_out" ? { is: "leave_out" } : { is: "new" };
}

/** Names that nobody has said anything about, and that are not taken for granted. */
export function unanswered(view: ImportView): number {
  return view.unknown_clients.filter(({ pick }) => pick === null).length;
}

/** All names that nobody has said anything about are new clients. */
export function withAllNew(view: ImportView): ImportChoices {
  const open = view.unknown_clients.filter(({ pick }) => pick === null);
  const picks = open.map(({ name }): [string, ClientPick] => [name, { is: "new" }]);
  return { ...view.choices, clients: { ...view.choices.clients, ...Object.fromEntries(picks) } };
}

function fieldUnder(choices: ImportChoices, header: string): string | null {
  return Object.entries(choices.columns).find(([, of]) => of === header)?.[0] ?? null;
}

/** Kinds are named with a hyphen or an underscore. */
function alike(one: string, other: string): boolean {
  return one.replaceAll("-", "_") === other.replaceAll("-", "_");
}
