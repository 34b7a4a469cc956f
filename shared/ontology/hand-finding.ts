/** 人工疑点: what stands in the place of a model's id in a finding that a person put together. */
export const handModel = 'by-hand';
