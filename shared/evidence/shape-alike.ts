/** 形近字: characters that are typed or read one for the other because they look alike; each word is one class. */
const classes =
  '己已巳 未末 士土 日曰 人入 戊戌戍成 侯候 祟崇 晴睛 天夭 大太犬 千干于 刀刁力 王玉 田由甲申 子孑 毛手 午牛 贝见 今令 乌鸟 师帅 拆折 ' +
  '析折 辩辨辫 慕幕暮墓 壁璧 蓝篮 竟竞 徒徙 免兔 卯卵 向同 怡治冶 恒垣 俊峻竣骏 伟纬炜玮 明朋 莹萤荧营 茜西 梅海 海诲 杨扬 汤荡 ' +
  '东车 卢芦 佳住往 芳劳 斌彬 敏繁 磊垒 亮高 晓绕 静净 娟捐 艳绝 颖颍 锋峰烽 刚钢 强弘 建健 军车 华毕 林材 霞露 琳淋 玲铃 英央 ' +
  '宁宇 萍苹 丽而 涛寿 洋样 洁吉 欣欧 昊吴 昌冒 旭旦 凯剀 宏宠 勋动 泽择 浩洁 涵函 岚风 谊宜 傅博 薄簿 裴斐 翟瞿 候侯 柏伯 仲仰 ' +
  '邝矿 郜皓 段殷 祁祈 沈沉 孟盂 苗菌 范笵 钟种 湛堪 戴载 芮丙 莫奠 项顶 梁粱 颜彦 肖尚 温湿 瑞端 康庚 德得 健键 禾木 和知 衡衔 ' +
  '沅沉 杏杳 清请情 晟盛 泓弘 淼森 圣坚 堃坤';

const classOf = new Map<string, string>();
for (const word of classes.split(' '))
  for (const char of word) if (!classOf.has(char)) classOf.set(char, classOf.get(word[0]!) ?? word[0]!);

/** A name in which characters that look alike are one: equal for 侯明己 and 候朋已. For comparing only. */
export const shapeKey = (name: string): string => [...name].map((char) => classOf.get(char) ?? char).join('');
