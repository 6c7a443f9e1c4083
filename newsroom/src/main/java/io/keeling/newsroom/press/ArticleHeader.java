package io.keeling.newsroom.press;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the text in an article file, as YAML. Immutable and safe to share. It is read
 * from a file by the names of its components, and is made in no other way.
 *
 * @param title the headline
 * @param subtitle the standfirst
 * @param authors people of the byline
 * @param published when it came out, in the outlet's time zone
 * @param section the outlet's section
 * @param topics topics of the taxonomy that a person would give it
 * @param climate {@code main}, {@code mention} or {@code none}: how far it is about climate change
 * @param keywords the outlet's own keywords
 * @param picture the lead image
 * @param copyOf id of the article whose text is reprinted
 * @param cut how many closing blocks of that text are left out
 * @param visible how many blocks stand before the paywall; null for all
 * @param manner what goes wrong when the page is asked for; null for nothing
 * @param corrections later editions
 */
public record ArticleHeader(
    String title,
    @Nullable String subtitle,
    List<String> authors,
    OffsetDateTime published,
    String section,
    List<String> topics,
    String climate,
    List<String> keywords,
    @Nullable Picture picture,
    @Nullable String copyOf,
    int cut,
    @Nullable Integer visible,
    @Nullable Manner manner,
    List<Correction> corrections) {

  /** Takes what the file leaves out as empty. */
  public ArticleHeader {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(published, "published");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(climate, "climate");
    authors = authors == null ? List.of() : List.copyOf(authors);
    topics = topics == null ? List.of() : List.copyOf(topics);
    keywords = keywords == null ? List.of() : List.copyOf(keywords);
    corrections = corrections == null ? List.of() : List.copyOf(corrections);
  }
}
