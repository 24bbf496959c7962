import type { ComponentSpace } from 'glass-easel'

/** A compiled template, as glass-easel takes it. */
export interface Template {
  groupList: Record<string, unknown>
  content: unknown
}

interface Made {
  data: Record<string, unknown>
  setData(data: Record<string, unknown>): void
  triggerEvent(name: string, detail: object, options?: object): void
  /** Its element. */
  $$: unknown
}
type Methods = Record<string, (this: Made, ...values: never[]) => void>

const HOLDERS =
  'view text button scroll-view form label navigator swiper swiper-item radio-group checkbox-group radio checkbox cover-view block-view root-portal'

/** The browser's own field inside a built-in component. */
const fieldOf = ({ $$ }: Made): HTMLInputElement | null =>
  ($$ as HTMLElement).querySelector(':scope > .wechat-box, :scope > .wechat-cover')

const TYPED: Methods = {
  onInput() {
    const value = fieldOf(this)?.value ?? ''
    this.triggerEvent('input', { value, cursor: value.length })
  },
  onFocus() {
    this.triggerEvent('focus', { value: fieldOf(this)?.value ?? '' })
  },
  onBlur() {
    this.triggerEvent('blur', { value: fieldOf(this)?.value ?? '' })
  },
}
/** A field shows what the bundle says, also after the person typed something else. */
const showValue = {
  value(this: Made, value: unknown) {
    const field = fieldOf(this)
    if (field && field.value !== String(value ?? '')) field.value = String(value ?? '')
  },
  placeholderStyle(this: Made, style: unknown) {
    const colour = /color:\s*([^;]+)/.exec(String(style ?? ''))?.[1]
    this.setData({ placeholderLook: colour ? `--placeholder:${colour}` : '' })
  },
}

/** Registers WeChat's built-in components; `resolveImage` says where a picture of the bundle or the camera lies. */
export function registerBuiltins(
  space: ComponentSpace,
  templates: Record<string, Template>,
  resolveImage: (src: string) => string,
): void {
  const register = (
    name: string,
    template: string,
    properties: Record<string, unknown>,
    methods: Methods = {},
    observers: Methods = {},
  ) => {
    const definition = {
      is: `wechat/${name}`,
      template: templates[template],
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, { type: null, value }]),
      ),
      methods,
      observers,
      lifetimes: {
        // A value that was there from the beginning.
        attached(this: Made) {
          observers.value?.call(this, this.data.value as never)
        },
      },
      options: { hostNodeTagName: `wx-${name}`, writeIdToDOM: true },
    }
    // The definition is data here; glass-easel's types describe one written out by hand.
    const made = space.defineComponent(definition as unknown as Parameters<typeof space.defineComponent>[0])
    space.setGlobalUsingComponent(`wx-${name}`, made.general())
  }

  const said = { value: '', placeholder: '', placeholderStyle: '', maxlength: 140, disabled: false }
  for (const name of HOLDERS.split(' ')) register(name, 'holder', { disabled: false })
  register(
    'image',
    'image',
    { src: '', mode: 'scaleToFill', shown: '' },
    {
      onLoad() {
        this.triggerEvent('load', {})
      },
      onError() {
        this.triggerEvent('error', { errMsg: 'the picture does not load' })
      },
    },
    {
      src(src: unknown) {
        this.setData({ shown: resolveImage(String(src ?? '')) })
      },
    },
  )
  register('input', 'input', { ...said, password: false, placeholderLook: '' }, TYPED, showValue)
  register('textarea', 'textarea', { ...said, placeholderLook: '' }, TYPED, showValue)
  register(
    'switch',
    'switch',
    { checked: false, disabled: false },
    {
      onTap() {
        this.setData({ checked: !this.data.checked })
        this.triggerEvent('change', { value: this.data.checked })
      },
    },
  )
  register(
    'picker',
    'picker',
    { range: [], rangeKey: '', value: 0, mode: 'selector', lines: [] },
    {
      onPick() {
        this.triggerEvent('change', { value: fieldOf(this)?.value ?? '' })
      },
    },
    {
      'range, rangeKey'(range: unknown, key: unknown) {
        const lines = (range as Record<string, unknown>[] | undefined) ?? []
        this.setData({ lines: lines.map((line) => (key ? line[String(key)] : line)) })
      },
      ...showValue,
    },
  )
}
