package io.keeling.ingest.config;

import io.keeling.runtime.config.Checks;

/**
 * What is remembered of articles, to tell new versions and texts that stand on many pages of their
 * host.
 *
 * @param versions versions of one article that are told apart; a page that changes with every look
 *     is forgotten beyond them, and an old version of it that is read again is passed on again
 * @param textsPerHost articles of one host whose texts are compared, the last ones, at some 40
 *     bytes each; the default is a day of a large outlet, and a notice served for one article in
 *     thirty still meets itself
 * @param otherTexts so many other articles must have a paragraph before it counts as the host's and
 *     not the article's. One article may stand at three addresses: its own, a printed one, and that
 *     of before its headline changed
 * @param repeatedShare so much of a text must be the host's for the page to be refused as {@code
 *     boilerplate}. Below the default the rest may be the news, as in a running story that gets a
 *     new address and a new first paragraph every hour
 */
public record ArticlesConfig(int versions, int textsPerHost, int otherTexts, double repeatedShare)
    implements IngestConfig.Section {

  public ArticlesConfig {
    Checks.between("versions", versions, 2, 10_000);
    Checks.between("textsPerHost", textsPerHost, 2, 2_000);
    Checks.between("otherTexts", otherTexts, 1, textsPerHost - 1);
    Checks.between("repeatedShare", repeatedShare, 0.1, 1);
  }

  public static ArticlesConfig defaults() {
    return new ArticlesConfig(64, 128, 3, 0.9);
  }
}
