package io.keeling.contract.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article's lead image.
 *
 * @param caption the caption, which is not part of the article's text
 * @param credit photographer or agency
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Image(String url, @Nullable String caption, @Nullable String credit) {

  public Image {
    Objects.requireNonNull(url, "url");
  }
}
