package io.keeling.backup;

import io.keeling.contract.topic.TopicSpec;
import io.keeling.contract.topic.Topics;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What a backup contains.
 *
 * @param topics topics in the order in which their ends are determined and their records are
 *     restored
 * @param tables whole tables of the database, in the order in which their rows are restored: a
 *     table comes after those that it refers to
 */
public record BackupContents(List<TopicSpec> topics, List<String> tables) {

  /**
   * Everything that cannot be rebuilt from anything else. All other topics, tables and indexes are
   * made from it. New topics and tables of this kind are added here and nowhere else.
   *
   * <p>Articles come before removals, so that a backup contains the decision behind every removed
   * article, and a decision that had not reached its article is applied after all the article's
   * versions. Sources are last, so that nothing is fetched before the articles are there.
   */
  public static final BackupContents ALL =
      new BackupContents(
          List.of(Topics.ARTICLES, Topics.CORRECTIONS, Topics.REMOVALS, Topics.SOURCES),
          // What users of the desk have made; everything else in the database is made from topics.
          // Sessions and invitations are created again. Alerts are included so that nobody is
          // alerted twice when the articles return.
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
   * Whether a topic is compacted. Of a compacted topic, a backup contains the last record of each
   * key, and the next run writes all of them again if one has changed. Of other topics it contains
   * every record, and the next run adds the new ones.
   */
  static boolean isCompacted(TopicSpec topic) {
    return "compact".equals(topic.settings().get(TopicConfig.CLEANUP_POLICY_CONFIG));
  }
}
