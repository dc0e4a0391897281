import { configure } from "@testing-library/svelte";

// Things are waited for, never slept for; a machine that builds something else meanwhile is slow.
configure({ asyncUtilTimeout: 20_000 });
