/** What the benchmarks' workers run: our workflows, the naive one, and the engine's bare minimum. */
export * from '../../workflows';
export { dailyPoll } from './daily-poll.workflow';
export { bareSignal, emptyWake } from './empty-wake.workflow';
