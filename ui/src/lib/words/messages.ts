// One table for every sentence that leaves the practice as a key with arguments. It is put together from a file a topic;
// its type is complete, so that a new key does not compile until it has words.
import type { Message } from "../api/types";
import { capital } from "./format";
import { changes } from "./changes";
import { deeds } from "./deeds";
import { grounds } from "./grounds";
import { headlines } from "./headlines";
import { needs } from "./needs";
import { reasons } from "./reasons";

export type MessageKey = Message["key"];
export type MessageOf<K extends MessageKey> = Extract<Message, { key: K }>;

/** The words of some keys. */
export type Words<K extends MessageKey> = { [Key in K]: (message: MessageOf<Key>) => string };

/** The keys that begin alike: `KeysOf<"why_">`. */
export type KeysOf<Prefix extends string> = Extract<MessageKey, `${Prefix}${string}`>;

export const messages: Words<Exclude<MessageKey, KeysOf<"need_">>> = {
  ...headlines,
  ...reasons,
  ...grounds,
  ...changes,
  ...deeds,
};

/** A message as one sentence. */
export function say(message: Message): string {
  if (isNeed(message)) {
    const { before, after } = sayNeed(message);
    return capital(after === null ? before : `${before}the client${after}`);
  }
  return (messages[message.key] as (message: Message) => string)(message);
}

/** A sentence around a client's name, so that the name can lead somewhere; nothing comes after where it names nobody. */
export interface Around {
  before: string;
  after: string | null;
}

export type NeedMessage = MessageOf<KeysOf<"need_">>;

/** What needs the user, around the client's name. */
export function sayNeed(message: NeedMessage): Around {
  return (needs[message.key] as (message: NeedMessage) => Around)(message);
}

export function isNeed(message: Message): message is NeedMessage {
  return message.key in needs;
}
