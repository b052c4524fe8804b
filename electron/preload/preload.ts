import type { Bridge, News } from '@shared/contract/bridge'
import { channels } from '@shared/contract/channels'
import { contextBridge, ipcRenderer, webUtils } from 'electron'

const mostEarly = 100
const listeners = new Set<(news: News) => void>()
// what comes before the page has started to listen, such as a workbook that was double-clicked
let early: News[] = []

ipcRenderer.on(channels.news, (_event, news: News) => {
  if (listeners.size === 0) early = [...early, news].slice(-mostEarly)
  for (const listener of listeners) listener(news)
})

// The window gets these functions and nothing else of Electron; everything they pass on is checked in main.
const bridge: Bridge = {
  call: (name, args) => ipcRenderer.invoke(channels.call, name, args),
  onNews: (listener) => {
    listeners.add(listener)
    for (const news of early) listener(news)
    early = []
    return () => void listeners.delete(listener)
  },
  pathOfFile: (file) => webUtils.getPathForFile(file as File),
  mark: (name) => ipcRenderer.send(channels.mark, name),
}

contextBridge.exposeInMainWorld('rollout', bridge)
