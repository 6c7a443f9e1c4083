package io.keeling.backup;

import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What a backup contains.
 *
 * @param topics in the order in which their ends are fixed and their records are put back
 * @param tables tables of the database, backed up as a whole, in the order in which their rows are
 *     put back: a table comes after the tables that it refers to
 */
public record BackupContents(List<TopicSpec> topics, List<String> tables) {

  /**
   * Everything that cannot be derived from anything else; all other topics, tables and indexes are
   * made from these. A new topic or table of this kind must be added here, and nowhere else.
   *
   * <p>Articles come before removals, so that a removal finds all versions of its article, even if
   * it had not yet been applied to them when the backup was taken. Sources come last, so that
   * nothing is fetched before the articles are there.
   */
  public static final BackupContents ALL =
      new BackupContents(
          List.of(Topics.ARTICLES, Topics.CORRECTIONS, Topics.REMOVALS, Topics.SOURCES),
          // What people made at the desk; everything else in the database is made from topics,
          // except sessions and invitations, which people make again. Alerts are included, so that
          // nobody is alerted twice when articles are restored.
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
   * Whether a topic is compacted. A backup holds the last record of each key of such a topic, and
   * the next run writes all of them again if one has changed. Of other topics it holds every
   * record, and the next run adds the new ones.
   */
  static boolean isCompacted(TopicSpec topic) {
    return "compact".equals(topic.settings().get(TopicConfig.CLEANUP_POLICY_CONFIG));
  }
}
