import { onDestroy } from "svelte";

const MINUTE = 60_000;

/** The time, read again every minute: for what says how long ago something was. */
export class Minute {
  now = $state(Date.now());
}

/** Make it while a component is set up; `then` is called every minute, too. */
export function useMinute(then: () => void = () => undefined): Minute {
  const minute = new Minute();
  const timer = setInterval(() => {
    minute.now = Date.now();
    then();
  }, MINUTE);
  onDestroy(() => {
    clearInterval(timer);
  });
  return minute;
}
