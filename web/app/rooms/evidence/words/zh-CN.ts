import { BEHAVIOURS, GROUPS } from './behaviours.zh-CN.js';
import type { EvidenceWords } from './en.js';

/** What the room Evidence says, in Simplified Chinese. */
export const zhCN: EvidenceWords = {
  title: '它有多好？又从何得知？',
  intro:
    '这里的数字都是事先用项目自带的程序，在任何模型都没有训练过的文字上统计的。取决于你设备的数据，请到“压缩”一栏测量。',

  chart: '答对多少，下载多大',
  chartMeans:
    '每个点是一个模型：越高，判断影评好坏（SST-2）时答对得越多；越靠左，下载越小。线段连接同一模型的 32 位与 8 位版本：大幅左移，几乎不降。',
  best: (mine, accuracy, bytes, other, theirs, size, ratio) =>
    `“${mine}”下载 ${bytes}，答对 ${accuracy}；${other} 下载 ${size}，答对 ${theirs}，是前者的 ${ratio} 倍大。`,
  kinds: {
    int8: 'Sentibyte，8 位',
    float: 'Sentibyte，32 位',
    package: '其他软件包，含所需全部文件',
    weights: '仅已发布的权重，按每个一字节计',
  },
  rightAnswers: '答对的比例',
  download: '下载大小，每条线是前一条的十倍',
  figures: '图中各数字及其来源',
  columns: { model: '模型', right: '答对', size: '大小', source: '来源' },
  bits32: (name) => `${name}，32 位`,

  bits: '8 位在准确率上的代价',
  bitsMean: (model, difference, interval, texts) =>
    `“${model}”：在 ${texts} 个影评句子上，8 位与 32 位相差 ${difference} 个百分点；仅抽样本身就可能使每个数字上下浮动 ${interval} 个百分点。也就是没有可测出的差别。`,
  bitsMeasurable: (model, difference, interval, texts) =>
    `“${model}”：在 ${texts} 个影评句子上，8 位与 32 位相差 ${difference} 个百分点；仅抽样本身就可能使每个数字上下浮动 ${interval} 个百分点。`,
  film: (texts) => `影评句子，两类（${texts}）`,
  tweets: (texts) => `推文，三类，召回率（${texts}）`,
  same: '两者结论相同',
  eight: '8 位',
  thirtyTwo: '32 位',

  behaviours: '它能做什么，不能做什么',
  behavioursMean: (cases) =>
    `${cases} 个句子，每个只考一种能力：否定、转折、习语、不该起作用的人名等。柱长是失败的比例；“词典”指网页可以改用的词表类软件包。`,
  whole: '全部行为',
  everyday: '日常英语（逐句手写）',
  worst: '最常失败的行为',
  fails: (share) => `${share} 失败`,
  lexicon: '最好的词典',

  fairness: '指称人群的词',
  fairnessMean: (texts) =>
    `${texts} 个与人群无关的句子，逐一换上指称人群的词。这些词本不该影响分数。大多数国籍、信仰、地名和人名在模型看来完全相同，不影响分数；另一些词仍会影响，因此不要用本模型对人做出决定。`,
  allGroups: '全部人群',
  fairnessChanged: '随人群改变的结论',
  fairnessMove: '分数的最大变动（刻度全长为 2）',
  groups: '按人群类别',
  group: (kind) => GROUPS[kind] ?? kind,
  behaviour: (id) => BEHAVIOURS[id] ?? id,

  limits: '局限',
  limitsList: [
    '它只学过英文。其他语言的文字，只要认得出来，它就不作判断。',
    '反讽它常常看不出来，尤其是只有情境才表明说的是反话的时候。',
    '它判断文字的情绪，而不是作者对文中某个对象的看法。',
    '“有多确定”是用推文和论坛评论校准的，在别处只能当作估计。',
    '不可用于对人做出决定。',
  ],
  more: '模型卡、行为清单和量化研究都在项目的代码库里：models/MODEL_CARD.md、docs/BEHAVIOUR.md、docs/QUANTIZATION.md。',
};
