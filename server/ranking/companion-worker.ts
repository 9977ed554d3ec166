/** The thread that computes one companion and ends; it sees the ballots' totals and nothing else. */
import { parentPort, workerData } from 'node:worker_threads'
import { companionOf } from '@/domain/ranking/companion/companion'

parentPort?.postMessage(companionOf(workerData))
