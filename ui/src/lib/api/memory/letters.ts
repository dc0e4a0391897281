// Letters in memory: their course from draft to reply, templates, and what is left to do after one.
import { restsOn } from "../../words/letter-kinds";
import { letterView, newLetter, page } from "../sample/letter";
import { TODAY } from "../sample/lines";
import type {
  Kind,
  KindChoice,
  Letter,
  LetterKind,
  LetterTemplate,
  LetterView,
  Message,
  PartingLine,
  StartsFrom,
  Which,
} from "../types";
import { fail, linesOf, put, type MemoryLedger, type Part } from "./ledger";

type Names =
  | "letters"
  | "letterKinds"
  | "letterStart"
  | "letterOpen"
  | "letterView"
  | "letterKeep"
  | "letterPage"
  | "letterFinish"
  | "letterSent"
  | "letterProof"
  | "letterReply"
  | "letterSupersede"
  | "letterSave"
  | "letterScript"
  | "letterTemplates"
  | "templateFromLetter"
  | "letterWithTemplate"
  | "templateWrite"
  | "templateRead"
  | "parting"
  | "handBack"
  | "letterheadPictures"
  | "letterheadPicture"
  | "letterheadWithout"
  | "letterheadShown";

const KINDS: readonly LetterKind[] = [
  "renewal_refusal",
  "prospect_decline",
  "request_decline",
  "responsibility_reminder",
  "boundary",
  "early_termination",
  "referral",
  "put_right",
  "complaint_reply",
  "new_terms",
  "mutual_end",
  "payment_notice",
  "pause",
  "final_notice",
  "our_way",
  "closure",
];

export function lettersPart(ledger: MemoryLedger): Part<Names> {
  const templates = new Map<string, LetterTemplate>();

  const letterOf = (id: string): Letter => {
    const line = ledger.state.views.flatMap(linesOf).find((other) => other.id === id);
    return line?.record.kind === "letter" ? line.record : fail("gone", "this letter is no longer in the ledger");
  };
  const view = (id: string | null, letter: Letter): LetterView =>
    letterView(id, letter, ledger.client(letter.client), ledger.state.profile);
  const nameOf = (letter: Letter): string => ledger.client(letter.client).client.name;
  const finished = (id: string): Letter => {
    const letter = letterOf(id);
    return letter.finished === null ? fail("invalid", "this letter is still a draft: finish it first") : letter;
  };

  function keep(id: string | null, letter: Letter, deed: (id: string) => Message): string {
    const kept = id ?? ledger.fresh("letter");
    ledger.change(deed(kept), kept, (into) => {
      put(into, kept, { kind: "letter", ...letter });
    });
    return kept;
  }

  const draft = (id: string | null): void => {
    const before = id === null ? null : letterOf(id).finished;
    if (before !== null) fail("invalid", `letter ${before.number} is finished and never changes`);
  };

  const startsFrom = (client: string, kind: Kind): StartsFrom[] =>
    linesOf(ledger.client(client))
      .filter((line) => line.record.kind === kind)
      .map((line) => ({ kind, id: line.id, label: line.title, on: line.on }));

  const standing = (letter: Letter): LetterView["standing"] => {
    if (letter.reply !== null) return "answered";
    if (letter.sent !== null) return "sent";
    return letter.finished === null ? "draft" : "finished";
  };

  return {
    letters: () => {
      const all = ledger.state.views.flatMap((each) =>
        each.letters.flatMap(({ id, record }) => (record.kind === "letter" ? [{ id, record, of: each }] : [])),
      );
      return all.map(({ id, record, of }) => ({
        id,
        letter_kind: record.letter_kind,
        client: of.id,
        client_name: of.client.name,
        written_on: record.written_on,
        language: record.language,
        standing: standing(record),
        number: record.finished?.number ?? "",
        sent_on: record.sent?.on ?? null,
        superseded: all.some((other) => other.record.supersedes === id),
        saved: record.pdf_sha256 !== null,
      }));
    },
    letterKinds: (client) =>
      KINDS.map((kind): KindChoice => {
        const needs = restsOn[kind] ?? null;
        const starts_from = needs === null ? [] : startsFrom(client, needs);
        return { kind, starts_from, lacks: needs !== null && starts_from.length === 0 ? needs : null };
      }),
    letterStart: (client, kind, about) => {
      const letter = newLetter(ledger.client(client), kind);
      return view(null, about === null ? letter : { ...letter, about: [about] });
    },
    letterOpen: (id) => view(id, letterOf(id)),
    letterView: (id, letter) => view(id, letter),
    letterKeep: (id, letter) => {
      draft(id);
      return keep(id, letter, (kept) => ({ key: "did_keep_letter", client: nameOf(letter), letter: kept }));
    },
    letterPage: (letter, _page, width) => page(letter, width),
    letterFinish: (id, letter) => {
      draft(id);
      const now = view(id, letter);
      const number = `L-2026-${String(ledger.state.views.flatMap((each) => each.letters).length + 1)}`;
      const kept = keep(
        id,
        {
          ...letter,
          finished: {
            number,
            at: `${TODAY}T10:00:00Z`,
            sha256: "4f".repeat(32),
            pages: now.pages,
            facts: now.facts.map(({ key, values, kind, id: record }) => ({
              key,
              wording: values.join("; "),
              kind,
              id: record,
            })),
            paragraphs: now.paragraphs.map(({ part, text }) => ({ part, text })),
            subject: now.subject,
            salutation: now.salutation,
            closing: now.closing,
            recipient: [now.client_name],
            template: "",
            fonts: ["serif"],
          },
        },
        () => ({ key: "did_finish_letter", client: nameOf(letter), number }),
      );
      return view(kept, letterOf(kept));
    },
    letterSent: (id, sent) => {
      keep(id, { ...finished(id), sent }, () => ({ key: "did_send_letter", client: nameOf(letterOf(id)) }));
      return view(id, letterOf(id));
    },
    letterProof: (id) => {
      const letter = finished(id);
      if (letter.sent === null) return fail("invalid", "this letter was not sent yet");
      const sent = { ...letter.sent, proof_document: "document-1" };
      keep(id, { ...letter, sent }, () => ({ key: "did_keep_proof", client: nameOf(letter) }));
      return view(id, letterOf(id));
    },
    letterReply: (id, reply) => {
      keep(id, { ...finished(id), reply }, () => ({ key: "did_note_reply", client: nameOf(letterOf(id)) }));
      return view(id, letterOf(id));
    },
    letterSupersede: (id) =>
      view(null, { ...finished(id), written_on: TODAY, supersedes: id, finished: null, sent: null, reply: null }),
    letterSave: (id, letter, what) => {
      const file = `2026-11-22 letter.${what === "email" ? "eml" : what === "text" ? "txt" : what === "docx" ? "docx" : "pdf"}`;
      if (what !== "pdf" || letter.finished !== null) return { id, file };
      const saved = { ...letter, pdf_sha256: "0".repeat(64) };
      return { id: keep(id, saved, () => ({ key: "did_save_pdf", client: nameOf(letter) })), file };
    },
    letterScript: (letter) => ({
      lines: [
        {
          say: true,
          text: `I am calling about our agreement, ${ledger.client(letter.client).client.contact.family_name}.`,
        },
        { say: false, text: "Pause. Let them speak." },
        { say: true, text: "I will send you this in writing today." },
      ],
    }),
    letterTemplates: () =>
      [...templates].map(([id, { name, letter_kind, language }]) => ({ id, name, letter_kind, language })),
    templateFromLetter: (letter, name) => {
      const id = `template-${String(templates.size + 1)}`;
      templates.set(id, {
        name,
        letter_kind: letter.letter_kind,
        language: letter.language,
        register: letter.register,
        subject: letter.subject,
        paragraphs: view(null, letter).paragraphs.map(({ part, text }) => ({ part, text })),
        left_out: letter.left_out,
        taken_in: letter.taken_in,
        notes: "",
      });
      return { id, message: { key: "did_keep_template", name } };
    },
    letterWithTemplate: (letter, template) => {
      const found = templates.get(template) ?? fail("gone", "this template is no longer in the ledger");
      return { letter: { ...letter, template, paragraphs: found.paragraphs }, lacks: [] };
    },
    templateWrite: (template) => ({ id: null, file: `${templates.get(template)?.name ?? ""}.kindly-letter.json` }),
    templateRead: () => null,
    parting: (client, letter) => {
      const of = ledger.client(client);
      const sent = letter === null ? null : letterOf(letter).sent;
      const open = (what: PartingLine["what"], title = ""): PartingLine => ({
        what,
        title,
        by: "2027-01-31",
        done_on: null,
        kind: null,
        id: null,
      });
      const lines: PartingLine[] = [
        { ...open("letter_sent"), done_on: sent?.on ?? null },
        ...of.we_owed
          .filter((line) => line.record.kind === "deliverable" && line.record.outcome === "pending")
          .map((line): PartingLine => ({ ...open("deliver", line.title), kind: "deliverable", id: line.id })),
        open("hand_back"),
        open("final_invoice"),
        open("ended"),
      ];
      return {
        client,
        client_name: of.client.name,
        letter,
        ends_on: "2027-01-31",
        lines,
        open: lines.filter((line) => line.done_on === null).length,
      };
    },
    handBack: (client, what) => ({
      id: null,
      message: { key: "did_add", kind: "conversation", title: what, client: ledger.client(client).client.name },
    }),
    letterheadPictures: () => {
      const { logo_sha256, signature_sha256 } = ledger.state.profile;
      const shown = (sha256: string | null) => (sha256 === null ? null : { sha256, ratio: 3 });
      return { logo: shown(logo_sha256), signature: shown(signature_sha256) };
    },
    letterheadPicture: (which) => picture(ledger, which, "1".repeat(64)),
    letterheadWithout: (which) => picture(ledger, which, null),
    letterheadShown: (profile, _language, width) => page({ paper: profile.paper }, width),
  };
}

function picture(ledger: MemoryLedger, which: Which, sha256: string | null) {
  const message: Message = { key: "did_change_picture" };
  ledger.change(message, null, (into) => {
    into.profile = { ...into.profile, [which === "logo" ? "logo_sha256" : "signature_sha256"]: sha256 };
  });
  return { id: null, message };
}
