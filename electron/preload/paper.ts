import { paperChannels, type PaperBridge } from '@shared/contract/paper'
import { contextBridge, ipcRenderer } from 'electron'

const bridge: PaperBridge = {
  onReport: (listener) => void ipcRenderer.once(paperChannels.report, (_event, report) => listener(report)),
  ready: () => ipcRenderer.send(paperChannels.ready),
}

contextBridge.exposeInMainWorld('paper', bridge)
