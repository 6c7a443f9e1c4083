package io.keeling.desk.operators;

import io.keeling.desk.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes from the database how many articles sources bring. Threads may share it. */
final class ArticleRates {

  private static final Logger LOG = LoggerFactory.getLogger(ArticleRates.class);

  /**
   * Maximum number of articles that are counted, newest first, so that a busy week need not be
   * scanned in full.
   */
  private static final int MOST = 100_000;

  private static final Duration DAY = Duration.ofDays(1);

  private final Database database;

  ArticleRates(Database database) {
    this.database = database;
  }

  /**
   * The rate at which a source brings articles, counted over the last seven days. If there are very
   * many articles, it is counted over the time spanned by the newest {@link #MOST} articles of all
   * sources.
   *
   * @param perDay articles per day
   * @param last when the latest was stored
   */
  record Rate(double perDay, Instant last) {}

  /**
   * The rates of sources, by id. Sources without articles are left out; empty if the database does
   * not answer.
   */
  Map<String, Rate> of(Collection<String> sources) {
    Map<String, Rate> rates = new HashMap<>();
    try {
      database.read(
          handle -> {
            handle
                .createQuery(
                    """
                    WITH newest AS MATERIALIZED (
                        SELECT source_id, stored_at FROM article
                        WHERE stored_at > now() - interval '7 days'
                        ORDER BY stored_at DESC LIMIT :most)
                    SELECT source_id, count(*), max(stored_at),
                        CASE WHEN (SELECT count(*) FROM newest) < :most THEN 7 * 86400
                            ELSE extract(epoch FROM now() - (SELECT min(stored_at) FROM newest)) END
                    FROM newest WHERE source_id = ANY (:sources) GROUP BY source_id
                    """)
                .bind("most", MOST)
                .bind("sources", sources.toArray(String[]::new))
                .map(
                    (row, context) -> {
                      double days = Math.max(1, row.getDouble(4)) / DAY.toSeconds();
                      Instant last = row.getObject(3, OffsetDateTime.class).toInstant();
                      rates.put(row.getString(1), new Rate(row.getLong(2) / days, last));
                      return row.getString(1);
                    })
                .list();
            return null;
          });
      return rates;
    } catch (JdbiException e) {
      // The page is shown without rates, since nothing else on it needs the database.
      LOG.debug("the article rates of sources are unknown", e);
      return Map.of();
    }
  }
}
