import type { ReadWords } from './en.js';

/** What the room Read says, in Simplified Chinese. The texts to be read stay English, as the model does. */
export const zhCN: ReadWords = {
  title: '这段话听起来怎么样？',
  field: '要读的文字（英文）',
  placeholder: '写下或粘贴一段英文',
  firstText: 'The battery is terrible. I still love this little phone.',

  loading: '正在加载模型…',
  arrived: (loaded, total) => (total ? `已收到 ${loaded}，共 ${total}` : `已收到 ${loaded}`),
  reading: (share) => `已读 ${share}，可以继续书写。`,
  noModel: '没有模型',
  quick: '这是小模型的初步印象，较大的模型还在路上。',
  kept: '你写的文字没有丢失，仍在输入框里。',
  nanoGoesOn: '较小的模型“nano”会继续读你的文字，只是出错略多一些。',

  howSure: '有多确定？',
  classes: '各种读法的可能性',
  spoken: (verdict, score, sure) => `${verdict}，${score}，把握 ${sure}。`,
  otherLanguage: (share) => `模型只学过英文，这段文字只认得 ${share}，因此结论参考价值很小。`,

  pointAtWord: '点按一个词，看看它的作用。',
  wordAdds: (word, share, isPart) => `“${word}”给${isPart ? '所在句子' : '整段'}加上 ${share}。`,
  wordTakes: (word, share, isPart) => `“${word}”从${isPart ? '所在句子' : '整段'}减去 ${share}。`,
  wordSilent: (word) => `“${word}”没有影响。`,
  without: (score) => `去掉它，整段为 ${score}。`,
  strongest: '分量最重的词',

  examples: '例子',
  more: '更多',
  exampleNames: {
    praise: '称赞',
    complaint: '抱怨',
    negation: '否定',
    contrast: '转折',
    letter: '旅馆来信',
    fact: '单纯事实',
    hidden: '隐含的否定',
    emoji: '表情符号',
    lengthened: 'Sooooo',
    idiom: '习语（已知的局限）',
    sarcasm: '反讽（已知的局限）',
  },

  sentences: (count) => `${count} 个句子`,
  adds: (addition) => `作用 ${addition}`,
  scoresNote: '每句单独听起来如何：向上为正面，向下为负面。',
  more100: (shown, rest) => `列表只列出 ${shown} 句，其余 ${rest} 句也画在图中。`,

  tradeoffTitle: '为什么它装得进网页',
  thisModel: '这个模型',
  original: '它的 32 位原版',
  agreement: (share, texts) => `在 ${texts} 段文字中，${share} 答案相同`,
  toShrink: '试试压缩的代价',

  share: '复制这段文字的链接',
  shared: '已复制。文字写在 # 之后，任何服务器都看不到。',
  shareInAddress: '链接已写入地址栏；此浏览器不允许页面直接复制。',
  tooLongToShare: '太长，放不进链接。',
  facts: (time, model, kernels) => `由“${model}”（${kernels}）在本设备上读取，用时 ${time}。`,
};
