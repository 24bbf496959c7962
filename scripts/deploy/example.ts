import { KEYS } from './keys'

/** The text of deploy.example.json, made from the same list as the questions, so that the two cannot disagree. */
export function exampleFile(): string {
  const explained = KEYS.flatMap(({ name, question, help, variable, example, fallback }) => [
    [
      `// ${name}`,
      `${question}。${help}。环境变量 ${variable} 优先${fallback ? `；不填就是 ${fallback}` : ''}。`,
    ],
    [name, example],
  ])
  const head = [
    '//',
    '把这个文件的内容变成自己的：运行 npm run configure，它会写 deploy.private.json（不进 git）。手写也行：只留下不带 // 的行。',
  ]
  return `${JSON.stringify(Object.fromEntries([head, ...explained]), null, 2)}\n`
}

if (require.main === module) process.stdout.write(exampleFile())
