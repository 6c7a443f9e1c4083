package io.keeling.app.backup;

import io.keeling.app.backup.BackedUpTopic.Keep;
import io.keeling.contract.topic.Topics;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param topics in the order in which their ends are fixed and their records are put back
 * @param tables of the database, whole; in the order in which their rows are put back, so a table
 *     comes behind those that it refers to
 */
public record BackupContents(List<BackedUpTopic> topics, List<String> tables) {

  /**
   * What nothing else can bring back; all other topics, tables and indexes are made of these. What
   * joins them is added here, and nowhere else.
   *
   * <p>Articles come before removals: so every removal in a backup has its reason, and a decision
   * that had not reached its article is carried on behind all versions of it. Sources are last:
   * nothing is fetched before the articles are there.
   */
  public static final BackupContents ALL =
      new BackupContents(
          List.of(
              new BackedUpTopic(Topics.ARTICLES, Keep.EVERY_RECORD),
              new BackedUpTopic(Topics.CORRECTIONS, Keep.LAST_OF_KEY),
              new BackedUpTopic(Topics.REMOVALS, Keep.LAST_OF_KEY),
              new BackedUpTopic(Topics.SOURCES, Keep.LAST_OF_KEY)),
          // What people at the desk have made; all else that the database has is made of topics.
          // Sessions and invitations are made again. Alerts are with it, so that nobody is told
          // again of what comes again.
          List.of(
              "account",
              "account_token",
              "audit",
              "saved_search",
              "search_channel",
              "search_delivery",
              "delivery_attempt",
              "search_alert",
              "collection",
              "collection_article",
              "tag_correction"));

  public BackupContents {
    topics = List.copyOf(topics);
    tables = List.copyOf(tables);
  }
}
