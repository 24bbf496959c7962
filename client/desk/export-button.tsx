import type { Input, OperationName } from '../../contract'
import type { ExportedFile } from '../../contract/export'
import { useIntent } from '../cloud/call'
import { takeAway } from '../cloud/transport'
import { GhostButton } from '../components'
import { say } from '../dialog'

type Exporting = Extract<OperationName, `export.${string}`>

interface Props<N extends Exporting> {
  operation: N
  /** As the list on the screen is filtered. */
  input: Input<N>
  children?: string
}

/** Takes a list away as an Excel file, filtered as on the screen. */
export function ExportButton<N extends Exporting>({ operation, input, children = '导出 Excel' }: Props<N>) {
  const exporting = useIntent(operation)
  const press = async () => {
    const { url, name, rows } = (await exporting(input)) as ExportedFile
    if (rows === 0) return say('这里没有可以导出的。')
    await takeAway(url, name)
  }
  return (
    <GhostButton sign="download" onPress={press}>
      {children}
    </GhostButton>
  )
}
