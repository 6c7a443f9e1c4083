package io.keeling.reader.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.keeling.contract.article.Image;
import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.metadata.PageUrls;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.MetaTags;
import io.keeling.reader.structured.Thing;
import io.keeling.reader.wording.Folded;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the lead image and the caption under it. */
public final class ImageFinder {

  private static final int LONGEST_CAPTION = 1_000;

  /** Words in the names of files that show a logo or a placeholder. */
  private static final Set<String> STAND_INS =
      Set.of("logo", "logos", "blank", "placeholder", "favicon", "avatar", "spacer", "noimage");

  private ImageFinder() {}

  /** Returns the lead image, or null. */
  public static @Nullable Chosen<Image> find(PageEvidence evidence, @Nullable Block headline) {
    List<Block> below = CaptionBlocks.find(evidence.outline(), headline);
    Chosen<String> address = lead(evidence);
    if (address == null) {
      address = accepted(evidence, CaptionBlocks.image(below), "page:captioned");
    }
    if (address == null) {
      return null;
    }
    CaptionParts parts = CaptionParts.of(below);
    String caption = parts.caption();
    String credit = parts.credit();
    if (caption == null) {
      caption = declared(evidence, "caption");
    }
    if (credit == null) {
      credit = declared(evidence, "creditText");
    }
    return new Chosen<>(new Image(address.value(), caption, credit), address.origin());
  }

  private static @Nullable Chosen<String> lead(PageEvidence evidence) {
    MetaTags metas = evidence.metas();
    String open = metas.firstOf("og:image", "og:image:url", "og:image:secure_url");
    Chosen<String> address = accepted(evidence, open, "meta:og:image");
    if (address == null) {
      address = accepted(evidence, structured(evidence), "json-ld:image");
    }
    return address != null
        ? address
        : accepted(
            evidence,
            metas.firstOf("twitter:image", "twitter:image:src", "thumbnail"),
            "meta:twitter:image");
  }

  private static @Nullable Chosen<String> accepted(
      PageEvidence evidence, @Nullable String found, String origin) {
    if (found == null) {
      return null;
    }
    String address = PageUrls.absolute(found, evidence.url());
    boolean picture = address != null && !isStandIn(address);
    evidence.consider("image", found, origin, picture ? 1 : 0);
    return address == null || !picture ? null : new Chosen<>(address, origin);
  }

  /** Whether a file's name says that it is a logo or placeholder, not a picture of the news. */
  private static boolean isStandIn(String address) {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    String file = path.substring(path.lastIndexOf('/') + 1);
    for (String word : Folded.of(file).split(" ")) {
      if (STAND_INS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String structured(PageEvidence evidence) {
    JsonNode image = imageOfArticle(evidence);
    return image.isTextual() ? image.asText() : image.path("url").asText(null);
  }

  /** Returns a property that the article's image declares, or null. */
  private static @Nullable String declared(PageEvidence evidence, String property) {
    JsonNode image = imageOfArticle(evidence);
    String text = image.isObject() ? new Thing(image, false).text(property) : null;
    return text == null || text.length() > LONGEST_CAPTION ? null : text;
  }

  private static JsonNode imageOfArticle(PageEvidence evidence) {
    Thing article = evidence.structured().article();
    JsonNode image = article == null ? MissingNode.getInstance() : article.node().path("image");
    return image.isArray() && !image.isEmpty() ? image.get(0) : image;
  }
}
