package io.keeling.contract.correction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of tags that an editor can correct, and the possible corrections. */
public enum CorrectedTag {
  /** A topic by its id: the article is about it, mentions it, or does neither. */
  @JsonProperty("topic")
  TOPIC(true, "main", "mention", "absent"),
  /** The climate grade. */
  @JsonProperty("climate")
  CLIMATE(false, "main", "mention", "adjacent", "none"),
  /**
   * A name by its label, or by its form in the text if it has no label. The correction gives its
   * type, or says that it is not a name or that its link is wrong.
   */
  @JsonProperty("name")
  NAME(true, "person", "organization", "location", TagCorrection.UNLINKED, TagCorrection.ABSENT),
  /** A country by its code: whether the article is set there. */
  @JsonProperty("country")
  COUNTRY(true, "present", "absent"),
  /** All tags: the page is not an article. */
  @JsonProperty("article")
  ARTICLE(false, "absent");

  private static final Pattern TOPIC_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
  private static final Pattern NAMED = Pattern.compile("[^\\p{Cntrl}]{1,200}");
  private static final Pattern COUNTRY_CODE = Pattern.compile("[A-Z]{2}");

  private final boolean hasSubject;
  private final List<String> says;

  CorrectedTag(boolean hasSubject, String... says) {
    this.hasSubject = hasSubject;
    this.says = List.of(says);
  }

  /** Returns the tag's code in JSON, addresses and HTML forms. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the possible corrections. */
  public List<String> says() {
    return says;
  }

  /** Whether an article may have several tags of this kind, told apart by their subject. */
  public boolean hasSubject() {
    return hasSubject;
  }

  /** Whether a text, or null, can be the subject of a tag of this kind. */
  public boolean isSubject(@Nullable String text) {
    if (text == null || !hasSubject) {
      return text == null && !hasSubject;
    }
    return switch (this) {
      case TOPIC -> TOPIC_ID.matcher(text).matches();
      case COUNTRY -> COUNTRY_CODE.matcher(text).matches();
      default -> NAMED.matcher(text).matches();
    };
  }

  public static Optional<CorrectedTag> of(String code) {
    for (CorrectedTag tag : values()) {
      if (tag.code().equals(code)) {
        return Optional.of(tag);
      }
    }
    return Optional.empty();
  }
}
