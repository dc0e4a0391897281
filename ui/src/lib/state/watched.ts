import { type Api, asWireError } from "../api/api";

/**
 * The practice, watched: whoever asks it something, a call that fails because the ledger is locked is told here as well.
 * So no screen has to think of the lock: it may be locked between any two calls.
 */
export function watched(api: Api, onlocked: () => void): Api {
  return new Proxy(api, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== "function") return call;
      return async (...args: unknown[]) => {
        try {
          return (await Reflect.apply(call, target, args)) as unknown;
        } catch (thrown) {
          if (asWireError(thrown).code === "locked") onlocked();
          throw thrown;
        }
      };
    },
  });
}
