import type { LaboratoryWords } from './en.js';

/** What the laboratory says, in Simplified Chinese. */
export const zhCN: LaboratoryWords = {
  title: '更小的模型要付出什么？',
  intro:
    '模型是一长串数字。每个数字用的位数越少，下载越快，但每个数字都要取整到少数几个档位之一。拖动滑块，看看代价是什么。',
  bits: '每个数字的位数',
  fewer: '更小',
  more: '更精确',
  opening: (model, bytes) => `正在加载“${model}”的 32 位原模型，${bytes}…`,
  arriving: (model, loaded, bytes) => `正在加载“${model}”：${loaded}，共 ${bytes}`,
  working: '正在制作模型…',
  reading: (texts, all) => `正在阅读：${texts} 段，共 ${all} 段`,
  made: (making, starting, texts, whole) =>
    `在此用 ${making} 制成，${starting} 启动；连同阅读 ${texts} 段文字共 ${whole}。`,
  refused: (message) => `这些设置不能同时使用：${message}`,
  unopened: '实验室保持原样。',

  size: '下载大小',
  sizeNote: (original) => `32 位原模型：${original}`,
  agreement: '与原模型答案相同',
  agreementNote: (same, texts, least, most) => `${texts} 段文字中的 ${same} 段；95% 区间 ${least} 至 ${most}`,
  accuracy: '答对',
  accuracyNote: (texts, least, most, original) =>
    `依据行为测试集中已知答案的 ${texts} 段文字；95% 区间 ${least} 至 ${most}；原模型：${original}`,
  difference: '分数变动',
  differenceNote: '平均值，刻度从 −1 到 +1',
  speed: '每秒文字数',
  speedWait: '滑块停下后在此测量，与原模型轮流进行',
  speedNote: (ratio, original, slowest, fastest) =>
    `是原模型（${original}）的 ${ratio} 倍；各轮从 ${slowest} 到 ${fastest}`,

  verdict: {
    gain: (bits, others, ratio, bytes) =>
      `${[`每个数字用 ${bits} 位`, ...others].join('，')}，模型缩小到 ${bytes}，是原来的 1/${ratio}，`,
    trainedGain: (bits, ratio, bytes) => `为 ${bits} 位而训练的模型只有 ${bytes}，是原来的 1/${ratio}，`,
    same: (texts) => `${texts} 段文字的答案全部不变。`,
    holds: (changed, texts) => `依然可靠：${texts} 个答案中有 ${changed} 个改变。`,
    wears: (changed, texts) => `但开始吃力：${texts} 个答案中有 ${changed} 个改变。`,
    breaks: (changed, texts) => `但已经失灵：${texts} 个答案中有 ${changed} 个改变。`,
  },

  weights: '其中一行数字',
  weightsNote: (count, tensor) =>
    `“${tensor}”的 ${count} 个权重。空心：训练所得，32 位。实心：取整后的档位。`,
  weightsGone: '移除神经元之后各行已不同；这里显示的是之前的那一行。',
  weightsLabel: (count, levels) => `${count} 个权重的直方图，取整到 ${levels} 个档位`,
  formula: '以其中一个为例',
  off: (error) => `误差 ${error}`,

  noise: '取整之后各张量保留了多少',
  noiseNote: '信噪比，单位分贝：越长越好，每一位约值 6 分贝。事先置零的权重不计入。',
  noiseBits: (bits) => `${bits} 位`,
  decibels: (ratio) => `${ratio} dB`,

  own: '你的文字',
  ownNote: (count) => `文字较长时只读前 ${count} 个字符。`,
  took: (time) => `用时 ${time}`,
  original: '32 位',
  quantized: (bits) => `${bits} 位`,

  changes: '改变了的答案',
  noChanges: '测试文字的答案都没有改变。',
  andMore: (count) => `另有 ${count} 个`,

  model: '模型',
  modelOption: (model, bytes) => `${model}（${bytes}）`,
  offer: (model, bytes) => `加载“${model}”：${bytes}`,
  offerNote: (model) => `在此之前显示的是“${model}”。`,
  kernelsNote: (kernels, bytes) => `以${kernels}内核运行；引擎模块压缩前为 ${bytes}，与模型无关。`,
  scalarPath: '有零点时，权重只能用标量代码计算。',
  trained: '为此训练',
  trainedHint: '随页面提供的模型：训练的每一步都带着取整，因此数字本来就落在档位上。',
  settings: '更多缩小的办法',
  names: {
    prune: '置零的权重',
    neurons: '移除的神经元',
    scheme: '方案',
    granularity: '比例的范围',
    range: '取值范围',
    rounding: '取整方向',
    kernels: '内核',
  },
  scheme: { symmetric: '对称', asymmetric: '非对称', 'power-of-two': '二的幂' },
  granularity: { channel: '每个通道', tensor: '每个张量', global: '整个模型' },
  range: { auto: '自动', minmax: '最小到最大', percentile: '百分位', mse: '均方误差最小' },
  rounding: { nearest: '取最近', floor: '向下', 'signed-magnitude': '向零' },
  fastest: '本机最快',
  share: (percent) => `${percent}%`,
  named: {
    prune: (percent) => `${percent}% 置零`,
    neurons: (percent) => `移除 ${percent}% 神经元`,
  },

  history: '你试过的设置',
  historyNote: '折线连接其中最好的：没有别的设置更小又同样常答对。按一下即可回到该设置。',
  historyLabel: (points) => `下载大小与答对比例：${points}`,
  point: (name, bytes, share) => `${name}：${bytes}，答对 ${share}`,
  originalPoint: (model) => `${model}，32 位`,
  sizeAxis: '下载大小（对数刻度）',
  accuracyAxis: '答对比例',
};
