package io.keeling.desk.saved;

import io.keeling.desk.access.Account;
import io.keeling.desk.database.Database;
import io.keeling.desk.page.Link;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds an account's searches with a channel that was switched off because its receiver is gone.
 * The frame of each page links to them. Threads may share it.
 */
public final class SwitchedOffSearches implements Function<Account, List<Link>> {

  private static final Logger LOG = LoggerFactory.getLogger(SwitchedOffSearches.class);

  /**
   * Maximum number of links shown, so that they fit on one line; the list of searches shows all.
   */
  private static final int MOST = 3;

  private final Database database;

  public SwitchedOffSearches(Database database) {
    this.database = database;
  }

  /** Links to the searches; empty if the database does not answer. */
  @Override
  public List<Link> apply(Account owner) {
    try {
      return find(owner);
    } catch (JdbiException e) {
      LOG.debug("the alerts that are switched off are unknown", e);
      return List.of();
    }
  }

  private List<Link> find(Account owner) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, name FROM saved_search s WHERE owner = :owner AND EXISTS (
                        SELECT FROM search_channel c
                        WHERE c.search_id = s.id AND c.off_at IS NOT NULL
                            AND NOT c.off_by_hand)
                    ORDER BY name LIMIT :most
                    """)
                .bind("owner", owner.id())
                .bind("most", MOST)
                .map(
                    (row, context) ->
                        new Link(
                            row.getString("name"),
                            SearchPages.PATH + "/" + row.getString("id"),
                            false))
                .list());
  }
}
