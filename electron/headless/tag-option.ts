import { type TagId, tagOf, tags } from '../../shared/ontology/tags.ts';
import { type Args, type Cli, Usage } from './command.ts';

/** The tags of `--tag`, which may be given several times; one that nobody knows is wrong usage, answered with those there are. */
export function tagsAsked(args: Args, cli: Cli): TagId[] {
  return args.many('tag').map((text) => {
    const tag = tagOf(text);
    if (!tag) throw new Usage(cli.say('unknownTag', { tag: text, tags: tags.map(({ id }) => id).join(' ') }));
    return tag.id;
  });
}

/** A tag in the reader's language. */
export const tagWords = (tag: string, { lang }: Cli): string => {
  const words = tagOf(tag)?.words;
  return words ? words[lang === 'en' ? 'en' : 'zh'] : tag;
};
