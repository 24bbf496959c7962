import type { IndexSchema } from '../../emulator/store/types'
import { KEYS } from './keys'
import type { Step } from './plan'

const SECRET_VARIABLES = new Set(KEYS.filter((key) => key.secret).map((key) => key.variable))

/** What stands in a printed plan for what nobody has configured. */
export const notSet = (name: string): string => `〈未设置 ${name}〉`

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`

export const sayIndex = ({ name, keys, unique }: IndexSchema): string =>
  `${name}(${keys.map(({ field, direction }) => `${field}${direction === -1 ? '↓' : '↑'}`).join(', ')})${unique ? ' 唯一' : ''}`

const sayVariable = ([name, value]: [string, string | undefined]): string => {
  if (value === undefined) return `${name}=${notSet(name)}`
  return `${name}=${SECRET_VARIABLES.has(name) ? '（已设置，不显示）' : value}`
}

/** A step in words: its title, and below it whatever will be true afterwards. */
export function say(step: Step): { title: string; details: string[] } {
  switch (step.kind) {
    case 'collection':
      return {
        title: `集合 ${step.name}`,
        details: [
          `权限 ${step.permission}`,
          `索引 ${step.indexes.length === 0 ? '无' : step.indexes.map(sayIndex).join('；')}`,
        ],
      }
    case 'storageRule':
      return { title: '云存储权限', details: [`${step.rule}（只有上传的人和云函数能读写）`] }
    case 'function': {
      const { bundle } = step
      return {
        title: `云函数 ${bundle.name}`,
        details: [
          `代码 ${bundle.folder}（${kilobytes(bundle.bytes)}，${bundle.hash}，不装依赖）`,
          `运行环境 ${step.runtime}，超时 ${bundle.timeout} 秒，内存 ${bundle.memory} MB，入口 index.main`,
          `环境变量 ${Object.entries(step.environment).map(sayVariable).join('，')}`,
          ...(bundle.openapi.length ? [`云调用权限 ${bundle.openapi.join('、')}（在 config.json 里）`] : []),
        ],
      }
    }
    case 'timer':
      return {
        title: `定时触发器 ${step.function}/${step.name}`,
        details: [`${step.cron}（秒 分 时 日 月 周 年）`],
      }
    case 'upload':
      return {
        title: '小程序代码',
        details: [
          `${step.folder} 上传为开发版 ${step.version}（${step.description}）`,
          step.code
            ? `代码 ${kilobytes(step.code.bytes)}，${step.code.hash}`
            : '还没有构建，先运行 npm run build',
        ],
      }
  }
}
