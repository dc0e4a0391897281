// What the window can ask for. Everything on screen talks to this interface; `tauri.ts` reaches the real practice behind
// it, `memory.ts` keeps one in memory. Every call may fail with a `WireError`.
import type {
  Choices,
  Client,
  ClientId,
  ClientsView,
  ClientView,
  Done,
  EnquiryRow,
  Found,
  ImportView,
  Kind,
  Letter,
  LetterId,
  LetterKind,
  LetterRow,
  LetterView,
  Message,
  Profile,
  Record,
  SavedPdf,
  StartView,
  Steps,
  WireError,
} from "./types";

export interface Api {
  start(): Promise<StartView>;
  sampleLoad(): Promise<Done>;
  sampleRemove(): Promise<Done>;
  profile(): Promise<Profile>;
  profileSave(profile: Profile): Promise<Done>;
  clients(): Promise<ClientsView>;
  client(id: ClientId): Promise<ClientView>;
  enquiries(): Promise<EnquiryRow[]>;
  choices(): Promise<Choices>;
  recordAdd(record: Record): Promise<Done>;
  recordEdit(id: string, record: Record): Promise<Done>;
  recordRemove(kind: Kind, id: string): Promise<Done>;
  steps(): Promise<Steps>;
  /** What was taken back; `null` where nothing was left to take back. */
  undo(): Promise<Message | null>;
  /** What was done again; `null` where nothing was left to do again. */
  redo(): Promise<Message | null>;
  find(text: string): Promise<Found[]>;
  /** Asks for a file; `null` where the user cancelled. Nothing is written before `importConfirm`. */
  importChoose(): Promise<ImportView | null>;
  importConfirm(): Promise<ImportView>;
  importDrop(): Promise<void>;
  letters(): Promise<LetterRow[]>;
  /** A letter from what the ledger knows; not kept yet. */
  letterStart(client: ClientId, kind: LetterKind): Promise<LetterView>;
  letterOpen(id: LetterId): Promise<LetterView>;
  /** How a letter reads with these choices; nothing is written. */
  letterView(id: LetterId | null, letter: Letter): Promise<LetterView>;
  letterKeep(id: LetterId | null, letter: Letter): Promise<LetterId>;
  /** The very page that the PDF has, `width` device pixels wide; pages count from 0. */
  letterPage(letter: Letter, page: number, width: number): Promise<PagePicture>;
  /** Asks for a place; `null` where the user cancelled. */
  letterSave(id: LetterId | null, letter: Letter): Promise<SavedPdf | null>;
  copy(text: string): Promise<void>;
}

/** The pixels of a page, four bytes each: red, green, blue, opacity. */
export interface PagePicture {
  width: number;
  height: number;
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** A page as it comes over the wire: width and height as little-endian 32-bit numbers, then the pixels. */
export function pagePicture(bytes: ArrayBuffer): PagePicture {
  const head = new DataView(bytes);
  return {
    width: head.getUint32(0, true),
    height: head.getUint32(4, true),
    pixels: new Uint8ClampedArray(bytes, 8),
  };
}

/** What a call failed with; anything that is no `WireError` is a fault of the window itself. */
export function asWireError(thrown: unknown): WireError {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown && "hint" in thrown) {
    return thrown as WireError;
  }
  return { code: "ledger", message: "", hint: "" };
}

/** A record of a client's own facts, as the forms send it. */
export type ClientRecord = { kind: "client" } & Client;
