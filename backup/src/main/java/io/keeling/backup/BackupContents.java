package io.keeling.backup;

import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What a backup holds.
 *
 * @param topics in the order in which their ends are fixed and their records are put back
 * @param tables of the database, whole; in the order in which their rows are put back, so a table
 *     comes behind those that it refers to
 */
public record BackupContents(List<TopicSpec> topics, List<String> tables) {

  /**
   * What cannot be brought back from anything else; all other topics, tables and indexes are made
   * of these. What joins them is added here, and nowhere else.
   *
   * <p>Articles come before removals: so every removal in a backup has its reason, and a decision
   * that had not reached its article is carried on behind all versions of it. Sources are last:
   * nothing is fetched before the articles are there.
   */
  public static final BackupContents ALL =
      new BackupContents(
          List.of(Topics.ARTICLES, Topics.CORRECTIONS, Topics.REMOVALS, Topics.SOURCES),
          // What people at the desk have made; all else that the database has is made of topics.
          // Sessions and invitations are made again. Alerts are with it, so that nobody is alerted
          // twice when articles come again.
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

  /**
   * Whether a topic is compacted. Of one that is, a backup holds the last record of each key, and a
   * further backup writes all of them anew where one has changed. Of others it holds every record,
   * and a further backup adds those that are new.
   */
  static boolean isCompacted(TopicSpec topic) {
    return "compact".equals(topic.settings().get(TopicConfig.CLEANUP_POLICY_CONFIG));
  }
}
