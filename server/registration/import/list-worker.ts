/** The thread that reads and plans long lists and ends; it tells one thing each time it is asked. */
import { parentPort, workerData } from 'node:worker_threads'
import { workOn } from './work-on-lists'

const work = workOn(workerData)
parentPort?.on('message', async () => {
  const { value, done } = await work.next()
  parentPort?.postMessage(done ? null : value)
  if (done) parentPort?.close()
})
