package io.keeling.contract.correction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of an article's tags an editor speaks of, and what can be said of it. */
public enum CorrectedTag {
  /** A topic by its id: that the article is about it, speaks of it, or does neither. */
  @JsonProperty("topic")
  TOPIC(true, "main", "mention", "absent"),
  /** The climate grade. */
  @JsonProperty("climate")
  CLIMATE(false, "main", "mention", "adjacent", "none"),
  /**
   * A name by its label, or by its form in the text where it has none: that it is one and what it
   * names, that it is none, or that it names another than the one it is linked with.
   */
  @JsonProperty("name")
  NAME(true, "person", "organization", "location", TagCorrection.UNLINKED, TagCorrection.ABSENT),
  /** A country by its code: whether the article plays there. */
  @JsonProperty("country")
  COUNTRY(true, "present", "absent"),
  /** All of them: the page is not an article. */
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

  /** How JSON, addresses and forms call it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What can be said of such a tag. */
  public List<String> says() {
    return says;
  }

  /** Whether an article has several of these, so that a subject says which is meant. */
  public boolean hasSubject() {
    return hasSubject;
  }

  /** Whether a text can say which is meant; null where no text does. */
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

  /** A tag by its code; nothing where there is none of that name. */
  public static Optional<CorrectedTag> of(String code) {
    for (CorrectedTag tag : values()) {
      if (tag.code().equals(code)) {
        return Optional.of(tag);
      }
    }
    return Optional.empty();
  }
}
