import type { Verdict } from '../verdict.js';
import type { SharedWords } from './en.js';

function verdict(said: Verdict): string {
  switch (said.kind) {
    case 'nothing':
      return '没有可判断的内容';
    case 'neutral':
      return '中性';
    case 'undecided':
      return '褒贬不一，难以判断';
    default: {
      const side = said.kind === 'negative' ? '负面' : '正面';
      return {
        strong: `非常${side}`,
        clear: `明显${side}`,
        slight: `略偏${side}`,
        faint: `仅微偏${side}`,
      }[said.strength];
    }
  }
}

/** What several rooms say, in Simplified Chinese. */
export const zhCN: SharedWords = {
  labels: { negative: '负面', neutral: '中性', positive: '正面' },
  verdict,
  kernels: { relaxed: '宽松 SIMD', simd: 'SIMD', scalar: '标量，无 SIMD' },
  gauge: '强度，从 −1（负面）到 +1（正面）',
  notRead: '尚未读取',
  tryAgain: '重试',
  inItsWords: (message) => `引擎给出的信息：${message}`,
  problems: {
    network: {
      happened: '本页的一个文件未能取得。',
      todo: '请检查网络连接，然后重试。',
    },
    model: {
      happened: '模型文件已损坏，或属于本页的另一个版本，因此没有使用。',
      todo: '请重新加载页面。若仍然如此，需由网站的维护者重新上传该文件。',
    },
    engine: {
      happened: '引擎无法启动。',
      todo: '请重新加载页面。若仍然如此，需由网站的维护者重新上传 .wasm 文件。',
    },
    unsupported: {
      happened: '此浏览器无法运行引擎。',
      todo: '请使用 2023 年及以后版本的 Chrome、Edge、Firefox 或 Safari，并允许 WebAssembly。',
    },
    memory: {
      happened: '内存不足，无法读取这段文字。',
      todo: '请关闭其他标签页，或换一段较短的文字。',
    },
    worker: {
      happened: '本页负责计算的部分没有启动，或已停止。',
      todo: '请重试，或重新加载页面。',
    },
    unknown: {
      happened: '出了点问题。',
      todo: '请重试，或重新加载页面。',
    },
  },
};
