package io.keeling.newsroom.expect;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address yields an article.
 *
 * @param outletId the outlet's id
 * @param articleId the article's id in the newsroom, {@code outlet/slug}
 * @param url the address as it is linked
 * @param canonicalUrl the article's own address, after redirects
 * @param subtitle the standfirst, which some pages print above the text
 * @param authors people of the byline
 * @param published when it came out; some pages print only the day, in the outlet's time zone
 * @param language ISO 639-1 code
 * @param section the outlet's section
 * @param free whether the whole text can be read without paying
 * @param copyOf the {@link #articleId} of the agency's text that it reprints, or null
 * @param topics topics of the taxonomy that a person would give it
 * @param climate {@code main}, {@code mention} or {@code none}
 * @param versions the editions, oldest first; all but the first only come out with corrections
 * @param absent words on the page that do not belong to the article's text
 */
public record Stored(
    String outletId,
    String articleId,
    String url,
    String canonicalUrl,
    @Nullable String subtitle,
    List<String> authors,
    OffsetDateTime published,
    String language,
    String section,
    boolean free,
    @Nullable String copyOf,
    List<String> topics,
    String climate,
    List<ExpectedVersion> versions,
    List<String> absent)
    implements Expectation {

  /** Copies the lists. */
  public Stored {
    authors = List.copyOf(authors);
    topics = List.copyOf(topics);
    versions = List.copyOf(versions);
    absent = List.copyOf(absent);
  }
}
