/** 单姓: the 百家姓 and the surnames that a census finds besides it. */
const single =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常' +
  '乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍' +
  '虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁' +
  '仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄' +
  '晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权' +
  '逯盖益桓公岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福肖闫付代邸仝苟冼岩麦揭展区仉练母占檀官覃粟植佐门战初楚台鹿撒苑旷亓迟辜蹇原庹阿亚丛兰奉风冶苻呼火尧信撖' +
  '钦修刑尉卿奥凡茶刀岱德朵冒闪沐谌邝禤黑库郄逢耶励折银青钏仓眭镇粘藏绳拓豆卯巨庆旦晋智望楼欣玉载郇鄢闾隋';

/** 复姓, and the first syllables of common surnames of Manchu, Xianbei and Yi origin that are still written in two characters. */
const compound =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 南荣 第五 那拉 叶赫 纳兰 完颜 爱新 贺兰 贺若 达奚 耶律 钮祜 赫舍 富察 索绰 阿史 哥舒 斛律 尔朱 侯莫';

const singles = new Set(single);
const compounds = new Set(compound.split(' '));

/** The surname at the front of a simplified Chinese name: 欧阳 of 欧阳明, 张 of 张明. undefined: no known surname. */
export function surnameOf(name: string): string | undefined {
  const two = name.slice(0, 2);
  if (name.length > 2 && compounds.has(two)) return two;
  const one = name.slice(0, 1);
  return singles.has(one) ? one : undefined;
}
