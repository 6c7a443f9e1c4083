package io.keeling.ingest.reader.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.article.Image;
import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.outline.Mark;
import io.keeling.ingest.reader.structured.Thing;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the lead image with the caption that stands under it. Stateless. */
public final class ImageFinder {

  private static final int BLOCKS_BELOW = 15;
  private static final int LONGEST_CAPTION = 1_000;
  private static final int LONGEST_CREDIT = 120;

  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:\\b(?:photo(?:graph)?s?(?: by)?|foto(?:s)?|credit|image|bild|picture|source|quelle|crédit(?: photo)?)\\s*[:/]\\s*|\u00A9\\s*|\\(c\\)\\s*)([^.()|]{2,100})\\)?\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ImageFinder() {}

  /** The lead image, or null. */
  public static @Nullable Chosen<Image> find(Evidence evidence, @Nullable Block headline) {
    String origin = "meta:og:image";
    String url =
        address(
            evidence, evidence.metas().firstOf("og:image", "og:image:url", "og:image:secure_url"));
    if (url == null) {
      origin = "json-ld:image";
      url = address(evidence, structured(evidence));
    }
    if (url == null) {
      origin = "meta:twitter:image";
      url =
          address(
              evidence,
              evidence.metas().firstOf("twitter:image", "twitter:image:src", "thumbnail"));
    }
    if (url == null) {
      return null;
    }
    String caption = caption(evidence, headline);
    return new Chosen<>(new Image(url, caption, caption == null ? null : credit(caption)), origin);
  }

  private static @Nullable String address(Evidence evidence, @Nullable String address) {
    return WebAddress.absolute(address, evidence.url());
  }

  private static @Nullable String structured(Evidence evidence) {
    Thing article = evidence.structured().article();
    if (article == null) {
      return null;
    }
    JsonNode image = article.node().path("image");
    image = image.isArray() && !image.isEmpty() ? image.get(0) : image;
    return image.isTextual() ? image.asText() : image.path("url").asText(null);
  }

  private static @Nullable String caption(Evidence evidence, @Nullable Block headline) {
    int from = headline == null ? 0 : headline.order();
    int to = Math.min(evidence.outline().blocks().size(), from + BLOCKS_BELOW);
    StringBuilder caption = new StringBuilder();
    for (int i = from; i < to; i++) {
      Block block = evidence.outline().blocks().get(i);
      boolean captioned =
          Mark.CAPTION.in(block.marks())
              && !Mark.RELATED.in(block.marks())
              && !Mark.HIDDEN.in(block.marks());
      if (captioned && caption.length() + block.text().length() < LONGEST_CAPTION) {
        caption.append(caption.length() == 0 ? "" : " ").append(block.text());
      } else if (caption.length() > 0) {
        break;
      }
    }
    return caption.length() == 0 ? null : caption.toString();
  }

  private static @Nullable String credit(String caption) {
    Matcher matcher = CREDIT.matcher(caption);
    return matcher.find() && matcher.group(1).length() <= LONGEST_CREDIT
        ? matcher.group(1).strip()
        : null;
  }
}
