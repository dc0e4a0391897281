// What the window can ask for. Everything on screen talks to this interface; `tauri.ts` reaches the real practice behind
// it, `memory.ts` keeps one in memory. Every call may fail with a `WireError`.
import type {
  BackupDone,
  BackupFolder,
  BackupPreview,
  BundleView,
  CheckReport,
  Choices,
  Client,
  ClientId,
  ClientsView,
  ClientView,
  DecideView,
  DeliverableId,
  DocumentChoice,
  Done,
  DoorView,
  DueCount,
  DueByTemplate,
  EnquiryId,
  EnquiryRow,
  ErasePlan,
  EraseWhom,
  ErasureReceipt,
  ExportDone,
  ExportWhat,
  FieldText,
  FigurePeriod,
  FigureScope,
  FiguresView,
  FitCriteriaView,
  Found,
  FridayAnswer,
  FridayView,
  GoesOn,
  HistoryOf,
  HistoryView,
  ImportChoices,
  ImportProgress,
  ImportView,
  Kind,
  KindChoice,
  Language,
  LedgerLine,
  Letter,
  LetterBasis,
  LetterFile,
  LetterId,
  LetterKind,
  LetterReply,
  LetterRow,
  LetterTemplateId,
  LetterTemplateRow,
  LetterView,
  LookBack,
  LookBackDone,
  Message,
  MethodEffect,
  ObligationId,
  OfferingView,
  PartingView,
  Pictures,
  PriceCutView,
  Profile,
  Question,
  RatingScale,
  Record,
  RenewalsView,
  ReviewQuarter,
  SafetyProgress,
  SafetyView,
  Salvaged,
  SavedPdf,
  Script,
  SentLetter,
  SnoozedNeed,
  StartView,
  Steps,
  Strength,
  Templated,
  TemplatePick,
  TrustView,
  Understood,
  UnprotectedBackups,
  VerdictHistory,
  WhatIf,
  WhatIfSteps,
  Which,
  WireError,
  WorthView,
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
  importChoose(tell: TellProgress): Promise<ImportView | null>;
  /** Fails with `cancelled` after `importCancel`: nothing is written then. */
  importConfirm(tell: TellProgress): Promise<ImportView>;
  importDrop(): Promise<void>;
  letters(): Promise<LetterRow[]>;
  /** Every kind, with the records that one to this client can begin from. */
  letterKinds(client: ClientId): Promise<KindChoice[]>;
  /** A letter from what the ledger knows, about a record or the likeliest one; not kept yet. */
  letterStart(client: ClientId, kind: LetterKind, about: LetterBasis | null): Promise<LetterView>;
  letterOpen(id: LetterId): Promise<LetterView>;
  /** How a letter reads with these choices; nothing is written. */
  letterView(id: LetterId | null, letter: Letter): Promise<LetterView>;
  letterKeep(id: LetterId | null, letter: Letter): Promise<LetterId>;
  /** The very page that the PDF has, `width` device pixels wide; pages count from 0. */
  letterPage(letter: Letter, page: number, width: number): Promise<PagePicture>;
  /** Freezes it: number, bytes, facts. From here on it never changes. */
  letterFinish(id: LetterId | null, letter: Letter): Promise<LetterView>;
  letterSent(id: LetterId, sent: SentLetter): Promise<LetterView>;
  /** Asks for a file and keeps it as the proof of delivery; `null` where the user cancelled. */
  letterProof(id: LetterId): Promise<LetterView | null>;
  letterReply(id: LetterId, reply: LetterReply): Promise<LetterView>;
  /** A new draft in place of a finished letter, which it names. */
  letterSupersede(id: LetterId): Promise<LetterView>;
  /** Asks for a place; `null` where the user cancelled. With `open` the system's own program shows it, to be printed. */
  letterSave(id: LetterId | null, letter: Letter, what: LetterFile, open: boolean): Promise<SavedPdf | null>;
  letterScript(letter: Letter): Promise<Script>;
  letterTemplates(): Promise<LetterTemplateRow[]>;
  templateFromLetter(letter: Letter, name: string): Promise<Done>;
  letterWithTemplate(letter: Letter, template: LetterTemplateId): Promise<Templated>;
  /** Asks for a place; `null` where the user cancelled. */
  templateWrite(template: LetterTemplateId): Promise<SavedPdf | null>;
  /** Asks for a file; `null` where the user cancelled. */
  templateRead(): Promise<Done | null>;
  /** What is left to do until the two sides have parted; without a letter, after the latest that ends something. */
  parting(client: ClientId, letter: LetterId | null): Promise<PartingView>;
  /** Ticks off that something was handed back; empty for all files. */
  handBack(client: ClientId, what: string): Promise<Done>;

  // The letterhead.
  letterheadPictures(): Promise<Pictures>;
  /** Asks for a PNG, JPEG or SVG file; `null` where the user cancelled. */
  letterheadPicture(which: Which): Promise<Done | null>;
  letterheadWithout(which: Which): Promise<Done>;
  /** A sample page on a letterhead that need not be saved yet. */
  letterheadShown(profile: Profile, language: Language, width: number): Promise<PagePicture>;
  copy(text: string): Promise<void>;
  /** The size of all text, in percent of the usual, and whether the look is dark. */
  appear(textSize: number, dark: boolean): Promise<void>;
  /** How many notice dates come, and how much is due today. */
  dueCount(): Promise<DueCount>;
  /** Has the desktop say a line; nothing happens where no desktop takes it. */
  tellDesktop(heading: string): Promise<void>;
  /** Puts a picture on the clipboard. */
  copyPicture(picture: PagePicture): Promise<void>;

  // One line that records something.
  /** What a line means so far; `caret` and all places count UTF-16 units. Nothing is written. */
  lineUnderstand(text: string, caret: number): Promise<Understood>;
  /** Records what a line means; fails with `invalid` and its sentence while something is asked. */
  lineRecord(text: string): Promise<Done>;

  // Many records, and records of no client.
  /** A draft like a record, without its result and dated today: for a form. */
  recordDuplicate(kind: Kind, id: string): Promise<Record>;
  recordsEdit(kind: Kind, ids: string[], changes: FieldText[]): Promise<Done>;
  recordsRemove(kind: Kind, ids: string[]): Promise<Done>;
  /** All records of a kind, latest first: for kinds without a client. */
  recordLines(kind: Kind): Promise<LedgerLine[]>;
  /** Asks for a file; `null` where the user cancelled. */
  documentAdd(choice: DocumentChoice): Promise<Done | null>;
  /** Opens it with the system's viewer: a copy of what is kept inside, or the file where it lies. */
  documentOpen(id: string): Promise<void>;
  excuse(deliverable: DeliverableId, obligation: ObligationId): Promise<Done>;

  figures(scope: FigureScope, period: FigurePeriod): Promise<FiguresView>;

  // Offering or fit, and what follows from it.
  offering(): Promise<OfferingView>;
  trust(): Promise<TrustView>;
  /** The last four quarters that something is on record of, the latest first. */
  reviewQuarters(): Promise<ReviewQuarter[]>;
  /** Asks for a place for the review of a quarter; `null` where the user cancelled. */
  reviewSave(quarter: ReviewQuarter["quarter"]): Promise<SavedPdf | null>;
  verdictHistory(client: ClientId): Promise<VerdictHistory>;
  /** What the verdict would be after these steps; nothing is written. */
  whatIf(client: ClientId, steps: WhatIfSteps): Promise<WhatIf>;
  /** A page of the evidence file, `width` device pixels wide; `language` `null` for the client's own. Pages count from 0. */
  evidencePage(client: ClientId, language: Language | null, page: number, width: number): Promise<PagePicture>;
  /** How many pages it has. */
  evidencePages(client: ClientId, language: Language | null): Promise<number>;
  /** Asks for a place; `null` where the user cancelled. With `open` the system's own program shows it, to be printed. */
  evidenceSave(client: ClientId, language: Language | null, open: boolean): Promise<SavedPdf | null>;
  decide(client: ClientId): Promise<DecideView>;
  worth(): Promise<WorthView>;
  /** "So much off or we leave": `cut` and `filled` from 0 to 1. */
  priceCut(client: ClientId, cut: number, filled: number): Promise<PriceCutView>;
  renewals(): Promise<RenewalsView>;
  fitCriteria(): Promise<FitCriteriaView>;
  /** The prospect becomes a client: the enquiry is answered, and the work can be agreed. */
  enquiryTakeOn(enquiry: EnquiryId): Promise<Done>;
  /** What other bars of the method would do today; nothing is written. */
  methodEffect(halfLifeDays: number, deliveryBarPercent: number): Promise<MethodEffect>;

  // What was done.
  /** Latest first; `before` is the last `seq` seen. */
  history(of: HistoryOf, before: number | null): Promise<HistoryView>;
  historyTakeBack(seq: number): Promise<Done>;
  historyRestore(seq: number, kind: Kind, id: string): Promise<Done>;

  // Filling it, and keeping it filled.
  templatesDue(): Promise<DueByTemplate[]>;
  templatesFill(picks: TemplatePick[]): Promise<Done>;
  lookBack(answers: LookBack): Promise<LookBackDone>;
  friday(): Promise<FridayView>;
  /** `null` where the row said nothing, and so nothing was recorded. */
  fridayAnswer(answer: FridayAnswer): Promise<Done | null>;
  /** A check-in of one question; `scale` `null` for the client's own. */
  question(client: ClientId, scale: RatingScale | null): Promise<Question>;
  needSnooze(key: string, client: ClientId | null, until: string, reason: string): Promise<Done>;
  snoozed(): Promise<SnoozedNeed[]>;

  // In and out.
  /** Looks at the chosen file again, with what the user says about it. */
  importChange(choices: ImportChoices, tell: TellProgress): Promise<ImportView>;
  /** Stops an import that is running: nothing is written. */
  importCancel(): Promise<void>;
  /** Asks for an archive and reads it into an empty ledger; `null` where the user cancelled. */
  archiveImport(): Promise<Done | null>;
  /** Asks for a folder; `null` where the user cancelled. */
  exportTo(what: ExportWhat): Promise<ExportDone | null>;
  erasePlan(whom: EraseWhom): Promise<ErasePlan>;
  /** For good. `name` is what the user typed to confirm it. `copies`: whether copies of the ledger are deleted too. */
  erase(whom: EraseWhom, name: string, copies: boolean): Promise<ErasureReceipt>;
  /** Asks for a place for the receipt's text; `null` where the user cancelled. */
  receiptSave(text: string): Promise<string | null>;

  // Safety.
  /** What stands before the records. Asked first of all, and again whenever a call fails with `locked`. */
  door(): Promise<DoorView>;
  /** Goes on with a ledger that is not what was open here last. */
  doorAccept(): Promise<DoorView>;
  /** Fails with `wrong_passphrase` where it is the wrong one. */
  unlock(passphrase: string): Promise<DoorView>;
  /** With the printed code; a new passphrase is to be set then, by `passphraseChange(null, …)`. */
  unlockByCode(code: string): Promise<DoorView>;
  /** Closes the ledger. The page is loaded anew by Rust, so that nothing of it stays in the web view. */
  lock(): Promise<void>;
  /** Somebody is there: the idle time begins anew. Called at most every few seconds. */
  awake(): Promise<void>;
  safety(): Promise<SafetyView>;
  strength(passphrase: string): Promise<Strength>;
  /** Six words that nobody chose. */
  passphraseOffer(): Promise<string>;
  /** A new recovery code, to be printed and typed again for `protect` or `newKey`; it is in force only then. */
  recoveryCode(): Promise<string>;
  /** Writes the code as a page to print, where the user chooses; `null` where they cancelled. */
  recoverySave(): Promise<string | null>;
  /** Protects the ledger, with a new key. Fails with `invalid` where the code was not typed as it was printed. */
  protect(passphrase: string, retyped: string, tell: TellSafety): Promise<SafetyView>;
  /** A new key for a ledger that is protected. The passphrase must be the present one. */
  newKey(passphrase: string, retyped: string, tell: TellSafety): Promise<SafetyView>;
  /** `old` is `null` only after `unlockByCode`. */
  passphraseChange(old: string | null, passphrase: string): Promise<void>;
  idleSet(minutes: number): Promise<SafetyView>;
  backupNow(tell: TellSafety): Promise<BackupDone>;
  backupPreview(name: string): Promise<BackupPreview>;
  /** The present state is backed up first. The window starts anew afterwards (`App.reopen`). */
  backupRestore(name: string, tell: TellSafety): Promise<void>;
  backupsUnprotected(what: UnprotectedBackups, tell: TellSafety): Promise<SafetyView>;
  /** Backups in a folder that the user chooses; `null` where they cancelled. */
  backupFolder(): Promise<BackupFolder | null>;
  /** Restores from the folder chosen last, into this ledger; `secret` is its passphrase or its recovery code. */
  backupFolderRestore(name: string, secret: string | null, tell: TellSafety): Promise<void>;
  secondPlaceChoose(): Promise<SafetyView | null>;
  secondPlaceForget(): Promise<SafetyView>;
  checkNow(): Promise<CheckReport>;
  /** Writes what can still be read of a damaged ledger where the user chooses; `null` where they cancelled. */
  salvage(): Promise<Salvaged | null>;
  /** Stops what runs with `tell`; it fails with `cancelled` then, and everything is as it was. */
  safetyStop(): Promise<void>;
  /** One encrypted file to take to another computer; `null` where the user cancelled. */
  bundleWrite(passphrase: string, tell: TellSafety): Promise<string | null>;
  /** Opens such a file beside the ledger; nothing is changed before `bundleTake`. */
  bundleOpen(passphrase: string, tell: TellSafety): Promise<BundleView | null>;
  bundleTake(which: GoesOn, tell: TellSafety): Promise<void>;
  bundleDrop(): Promise<void>;
  /** Copies something that must not stay on the clipboard: it is cleared after a minute. */
  copySecret(text: string): Promise<void>;
}

/** Is told how far long work has come. */
export type TellProgress = (progress: ImportProgress) => void;

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

/** A picture as it goes over the wire, the other way. */
export function pictureBytes({ width, height, pixels }: PagePicture): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8 + pixels.length);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, width, true);
  head.setUint32(4, height, true);
  bytes.set(pixels, 8);
  return bytes;
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

/** Hears how far long work on the ledger has come, from 0 to 1. */
export type TellSafety = (progress: SafetyProgress) => void;
