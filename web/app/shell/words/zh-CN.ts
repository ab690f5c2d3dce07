import type { ShellWords } from './en.js';

/** What the page says around its rooms, in Simplified Chinese. */
export const zhCN: ShellWords = {
  title: 'Sentibyte：在你自己的设备上读懂情感',
  rooms: { read: '阅读', shrink: '压缩', files: '文件', embed: '嵌入', evidence: '依据' },
  navigation: '各室',
  skip: '跳到正文',
  language: '语言',
  theme: '配色',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  loading: '正在加载…',
  roomFailed: '这个页面的文件未能取得。你写的文字没有丢失，其他页面仍可使用。',
  newVersion: '本页有新版本。',
  newVersionKeeps: '你写的文字会保留；正在读取的文件需要重新打开。',
  reload: '重新加载',
  later: '以后再说',
  colophon:
    '以 Apache License 2.0 开源。本页只是一组静态文件：不向任何其他服务器请求内容，不统计访问，你的文字只留在这个标签页里。',
};
