package io.keeling.desk.saved;

import io.keeling.desk.access.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A saved search. Immutable; threads may share it. In the database only its channels change;
 * otherwise it is only deleted.
 *
 * @param id random letters and digits
 * @param name unique
 * @param query selects the articles, as in an address without its question mark; empty for all
 *     articles
 * @param owner id of the account that saved the search; null if unknown
 * @param corrections whether corrections are sent
 * @param language the code of the messages' language
 * @param channels the channels in order; empty if there are none
 */
public record SavedSearch(
    String id,
    String name,
    String query,
    Instant createdAt,
    @Nullable Long owner,
    boolean corrections,
    String language,
    List<SearchChannel> channels) {

  public SavedSearch {
    channels = List.copyOf(channels);
  }

  /** A copy with other channels. */
  SavedSearch with(List<SearchChannel> others) {
    return new SavedSearch(id, name, query, createdAt, owner, corrections, language, others);
  }

  String articles() {
    return query.isEmpty() ? "/?view=all" : "/?" + query;
  }

  String page() {
    return "/searches/" + id;
  }

  /** The channel at this place. */
  Optional<SearchChannel> channel(int place) {
    return channels.stream().filter(channel -> channel.place() == place).findFirst();
  }

  /** Whether this account saved the search; only that account may see where alerts go. */
  boolean isOf(Optional<Account> account) {
    return owner != null && account.filter(who -> who.id() == owner).isPresent();
  }
}
