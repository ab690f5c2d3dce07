import type { EmbedWords } from './en.js';

/** What the room Embed says, in Simplified Chinese. */
export const zhCN: EmbedWords = {
  title: '放进你自己的网页',
  intro: '这里运行的就是已发布的软件包：所见即所得。改一改外观，写几句英文，然后把代码带走。',

  stage: '网页中的元素',
  comment: '你的评论（英文）',
  sample: 'The room was lovely, and the staff could not have been kinder.',
  event: '它的 “sentiment” 事件给出：',
  meterHidden: '指示条暂不显示；你写的文字没有丢失。',

  settings: '外观与所用模型',
  model: '模型',
  models: {
    auto: '先用 nano，再换 small',
    small: '只用 small，更准确',
    nano: '只用 nano，更轻巧',
  },
  colours: { negative: '负面', neutral: '中性', positive: '正面' },
  lengths: { height: '高度', radius: '圆角' },
  label: '在指示条旁显示文字',
  reset: '恢复默认外观',

  code: '代码',
  where: '用在哪里',
  environments: {
    element: { name: 'HTML', note: '适用于 Vite、webpack、Parcel 等支持 import.meta.url 的打包工具。' },
    plain: {
      name: '不用打包工具',
      note: '把软件包的文件夹复制到你的服务器；放在其他路径或其他域名下也可以。',
    },
    react: { name: 'React', note: 'React 19，用在浏览器中运行的组件里。' },
    vue: { name: 'Vue', note: '需要告诉 Vue 这个元素不是它的组件。' },
    module: { name: 'JavaScript', note: '在网页自己的线程里运行：每次调用立即返回结果。' },
    worker: { name: '在 worker 中', note: '适合很长或很多的文字：读取时页面不会卡住。' },
    bundler: {
      name: 'Rollup、esbuild',
      note: '这些打包工具不会带上其他文件：请把它们复制到公开的文件夹，并写明位置。',
    },
    next: { name: 'Next.js', note: '在服务器端的路由里使用；客户端组件请看 React。' },
    node: { name: 'Node', note: 'Node 20 或更新的版本，无需安装或编译其他东西。' },
    command: { name: '命令行', note: '读取整个文件，用上所有核心，各行顺序不变。' },
    deno: { name: 'Deno', note: '只需读取模型与引擎，除 --allow-read 外不需要其他权限。' },
    workerd: { name: 'workerd', note: '那里的 worker 没有文件：由它的配置把模型与引擎作为模块带入。' },
    extension: {
      name: '浏览器扩展',
      note: '模型放在 service worker 里，所有网页共用一个；content script 见软件包的 docs/RECIPES.md。',
    },
  },
  shell: '终端',
  copy: '复制',
  copyFile: (file) => `复制：${file}`,
  copied: '已复制',
  copiedFile: (file) => `已复制：${file}`,
  selected: '已选中：请用键盘复制',
  policy: '使用内容安全策略时',
  policyNote: '策略严格的网页需要允许自己的文件与 WebAssembly。完全不需要 eval。',

  weight: '你的访客要下载多少',
  downloaded: (all, javascript, engine, model) =>
    `按上面的选择共 ${all}：JavaScript ${javascript}，引擎 ${engine}，模型 ${model}。只下载一次，浏览器会保留。`,
  nothingDownloaded: '不用下载：它随你自己的程序一起安装。若放进网页，则为：',
  entry: '导入',
  entries: {
    index: '在网页的线程中',
    worker: '在 worker 中',
    element: '元素及其 worker',
  },
  weightModels: { nano: 'nano', small: 'small', auto: '先 nano 后 small' },
  weightNote: '构建本页时算出：JavaScript 经过压缩精简，与引擎一样按 gzip 计；模型按原始大小计。',
};
