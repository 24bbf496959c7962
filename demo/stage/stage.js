/** Who can be on stage; openid, the name in the demo county, and what they are. */
const PERSONAS = [
  ['demo-villager', '王秀英', '农户'],
  ['demo-informant', '仁青拉姆', '信息员'],
  ['demo-expert', '周明远', '专家'],
  ['demo-cooperative', '苟文礼', '合作社'],
  ['demo-bureau', '唐小琴', '科技局'],
  ['demo-cadre', '邓建军', '驻村干部'],
  ['demo-admin', '罗正华', '管理员'],
  ['demo-visitor', '陌生人', '还没登记'],
]

/** The keyword beside each field of our templates, as the deployment has a county choose them. */
const LABELS = {
  'demo-enrolled': { thing1: '培训班', time2: '上课时间', thing3: '地点', thing4: '要带的东西' },
  'demo-offer': { thing1: '培训班', time2: '上课时间', time3: '名额留到', thing4: '温馨提示' },
  'demo-changed': { thing1: '培训班', thing2: '变动内容', time3: '上课时间', thing4: '温馨提示' },
  'demo-reminder': { thing1: '培训班', time2: '上课时间', thing3: '地点', thing4: '要带的东西' },
  'demo-certificate': { thing1: '培训班', thing2: '证书', time3: '发放时间', thing4: '温馨提示' },
  'demo-answered': { thing1: '咨询的问题', thing2: '专家回复', time3: '回复时间' },
  'demo-dividendConfirmed': { thing1: '项目', amount2: '金额', time3: '发放日期', thing4: '温馨提示' },
}

const $ = (id) => document.getElementById(id)
const phone = $('phone')
let openid = ''
let opened = 0
let stream

const make = (tag, text = '', className = '') =>
  Object.assign(document.createElement(tag), { textContent: text, className })

/** Opens a page as WeChat does from a card: a fresh start of the mini-program at that page. */
function open(page = '') {
  const hash = page ? `#/${page.replace(/^\//, '')}` : ''
  const address = `/app/?openid=${encodeURIComponent(openid)}`
  // A changed query makes the frame load anew; a changed hash alone would leave the pages behind it.
  phone.src = `${address}&opened=${++opened}${hash}`
  $('alone').href = address + hash
}

/** The switch on 我的, as Taro keeps it in a browser; both show what the other has chosen. */
const LARGE = 'large'
const showLarge = () => {
  $('large').checked = /"on"/.test(localStorage.getItem(LARGE) ?? '')
}
$('large').onchange = ({ target }) => {
  localStorage.setItem(LARGE, JSON.stringify({ data: target.checked ? 'on' : 'off' }))
  phone.contentWindow.location.reload()
}
// Comes from the phone's own document.
addEventListener('storage', ({ key }) => key === LARGE && showLarge())
showLarge()

/** One service message, {id, templateId, title, page, data: {field: value}, at}, as WeChat's card shows it. */
function card(message, fresh) {
  const button = make('button', '', `message${fresh ? ' fresh' : ''}`)
  button.type = 'button'
  const head = make('header')
  const at = new Date(message.at)
  const time = at.toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  })
  head.append(make('span', '科技助农'), make('span', time))
  const fields = make('dl')
  const labels = LABELS[message.templateId] ?? {}
  for (const [field, value] of Object.entries(message.data))
    fields.append(make('dt', labels[field] ?? field), make('dd', value))
  button.append(head, make('b', message.title), fields, make('footer', '进入小程序查看'))
  button.onclick = () => {
    open(message.page)
    $('handset').scrollIntoView({ block: 'nearest' })
  }
  const row = make('li')
  row.dataset.id = message.id
  row.append(button)
  return row
}

function show(message, fresh) {
  const list = $('messages')
  // The list and the stream may both bring one that arrived in between.
  if ([...list.children].some((row) => row.dataset.id === String(message.id))) return
  list.prepend(card(message, fresh))
  $('none').hidden = true
}

/** The stream is opened first and the list read when it is open, again after a break: nothing falls between. */
function watch(account) {
  stream?.close()
  $('messages').replaceChildren()
  $('none').hidden = false
  const query = `openid=${encodeURIComponent(account)}`
  stream = new EventSource(`/wechat/messages/stream?${query}`)
  stream.onmessage = ({ data }) => account === openid && show(JSON.parse(data), true)
  stream.onopen = async () => {
    const messages = await fetch(`/wechat/messages?${query}`).then((answer) => answer.json())
    if (account === openid) for (const message of messages) show(message, false)
  }
}

/** On a narrow screen the personas stand in a row to push sideways. */
function showChosen() {
  const chosen = document.querySelector('#personas [aria-pressed="true"]')
  chosen?.scrollIntoView({ block: 'nearest', inline: 'center' })
}
// The names are as wide as their font, which may come after the script.
document.fonts.addEventListener('loadingdone', showChosen)

/** Hands the phone to somebody; the address keeps who, so that a reload does too. */
function become(account, name) {
  openid = account
  history.replaceState(null, '', `#${account}`)
  for (const button of $('personas').children)
    button.setAttribute('aria-pressed', String(button.dataset.openid === account))
  showChosen()
  $('who').textContent = `正在用手机的是：${name}`
  open()
  watch(account)
}

for (const [account, name, role] of PERSONAS) {
  const button = make('button', name)
  button.type = 'button'
  button.dataset.openid = account
  button.append(make('small', role))
  button.onclick = () => become(account, `${name}（${role}）`)
  $('personas').append(button)
}

const becomeHousehold = (number) => become(`demo-villager-${number}`, `第 ${number} 户的户主（农户）`)
$('household').onsubmit = (event) => {
  event.preventDefault()
  becomeHousehold($('number').valueAsNumber)
}

$('deliver').onclick = async () => {
  $('delivered').textContent = '正在送…'
  const answer = await fetch('/admin/timer/jobs', { method: 'POST' })
    .then((response) => response.json())
    .catch(() => undefined)
  const sent = answer?.result?.ok ? (answer.result.data.sent ?? 0) : undefined
  if (sent === undefined) $('delivered').textContent = '没有送成。请看看本地云是不是还开着，再按一次。'
  else if (sent === 0)
    $('delivered').textContent =
      '没有要送的：还没有新消息，或者农户没有在“我的分红”里点“钱到了，用微信告诉我”。'
  else $('delivered').textContent = `送出了 ${sent} 条（发给所有人的都算）。`
}

// Where the mini-program has not been built, the address answers JSON.
phone.onload = () => {
  $('missing').hidden = phone.contentDocument?.contentType !== 'application/json'
}

function start() {
  const asked = decodeURIComponent(location.hash.slice(1))
  const number = Number(/^demo-villager-(\d{1,3})$/.exec(asked)?.[1])
  if (number >= 1 && number <= 512) return becomeHousehold(number)
  const [account, name, role] = PERSONAS.find((each) => each[0] === asked) ?? PERSONAS[0]
  become(account, `${name}（${role}）`)
}
start()
