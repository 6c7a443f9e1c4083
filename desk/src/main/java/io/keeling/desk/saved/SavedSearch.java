package io.keeling.desk.saved;

import io.keeling.desk.access.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A search that somebody saved by name. Immutable and safe to share between threads; it is never
 * changed but for whether its channels are on, only deleted.
 *
 * @param id letters and digits, made at random
 * @param name what it is called, as no other is
 * @param query which articles, as in an address without its question mark; empty for all
 * @param createdAt when it was saved
 * @param owner the account that saved it, none where that is not known
 * @param corrections whether another wording of what was told is told as well
 * @param language the code of the language that people are told in
 * @param channels by which its followers are told, in their order; empty where nobody is
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

  /** The same with channels. */
  SavedSearch with(List<SearchChannel> others) {
    return new SavedSearch(id, name, query, createdAt, owner, corrections, language, others);
  }

  /** The page of its articles. */
  String articles() {
    return query.isEmpty() ? "/?view=all" : "/?" + query;
  }

  /** Its own page. */
  String page() {
    return "/searches/" + id;
  }

  /** The channel at a place. */
  Optional<SearchChannel> channel(int place) {
    return channels.stream().filter(channel -> channel.place() == place).findFirst();
  }

  /** Whether somebody saved it, who alone may see where its alerts go. */
  boolean isOf(Optional<Account> account) {
    return owner != null && account.filter(who -> who.id() == owner).isPresent();
  }
}
