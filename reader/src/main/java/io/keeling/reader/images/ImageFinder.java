package io.keeling.reader.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.keeling.contract.article.Image;
import io.keeling.reader.authors.BylinePrefix;
import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.metadata.Evidence;
import io.keeling.reader.metadata.WebAddress;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Box;
import io.keeling.reader.outline.Mark;
import io.keeling.reader.outline.MetaTags;
import io.keeling.reader.structured.Thing;
import io.keeling.reader.wording.Folded;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the lead image with the caption that stands under it. Stateless. */
public final class ImageFinder {

  private static final int BLOCKS_BELOW = 15;
  private static final int LONGEST_CAPTION = 1_000;

  /** Words in the name of a file that shows a logo, or stands where there is no picture. */
  private static final Set<String> STAND_INS =
      Set.of("logo", "logos", "blank", "placeholder", "favicon", "avatar", "spacer", "noimage");

  /** Captions of other articles' images, notes of the site, and what nobody sees. */
  private static final int NO_CAPTION =
      Mark.set(Mark.RELATED, Mark.HIDDEN, Mark.FOOTER, Mark.NAVIGATION);

  private static final int OF_AUTHORS = Mark.set(Mark.BYLINE, Mark.BIOGRAPHY);
  private static final int FIGURE_LEVELS = 5;

  private ImageFinder() {}

  /** The lead image, or null. */
  public static @Nullable Chosen<Image> find(Evidence evidence, @Nullable Block headline) {
    Chosen<String> address = lead(evidence);
    if (address == null) {
      return null;
    }
    String caption = caption(evidence, headline);
    String credit = caption == null ? null : ImageCredit.in(caption);
    if (caption == null) {
      caption = declared(evidence, "caption");
    }
    if (credit == null) {
      credit = declared(evidence, "creditText");
    }
    return new Chosen<>(new Image(address.value(), caption, credit), address.origin());
  }

  private static @Nullable Chosen<String> lead(Evidence evidence) {
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
      Evidence evidence, @Nullable String found, String origin) {
    if (found == null) {
      return null;
    }
    String address = WebAddress.absolute(found, evidence.url());
    boolean picture = address != null && !isStandIn(address);
    evidence.consider("image", found, origin, picture ? 1 : 0);
    return address == null || !picture ? null : new Chosen<>(address, origin);
  }

  /** Whether a file's name says that it shows the outlet or nothing, not what happened. */
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

  private static @Nullable String structured(Evidence evidence) {
    JsonNode image = imageOfArticle(evidence);
    return image.isTextual() ? image.asText() : image.path("url").asText(null);
  }

  /** What the article's image says of itself. */
  private static @Nullable String declared(Evidence evidence, String property) {
    JsonNode image = imageOfArticle(evidence);
    String text = image.isObject() ? new Thing(image, false).text(property) : null;
    return text == null || text.length() > LONGEST_CAPTION ? null : text;
  }

  private static JsonNode imageOfArticle(Evidence evidence) {
    Thing article = evidence.structured().article();
    JsonNode image = article == null ? MissingNode.getInstance() : article.node().path("image");
    return image.isArray() && !image.isEmpty() ? image.get(0) : image;
  }

  /** Portraits of authors have captions too, with a byline's names; those in figures are none. */
  private static boolean isCaption(Block block) {
    if (!Mark.CAPTION.in(block.marks()) || (block.marks() & NO_CAPTION) != 0) {
      return false;
    }
    boolean byline =
        (block.marks() & OF_AUTHORS) != 0
            || BylinePrefix.hasPrefix(block.text())
            || block.folded().endsWith(" by");
    return !byline || isInFigure(block) || ImageCredit.in(block.text()) != null;
  }

  private static boolean isInFigure(Block block) {
    Box around = block.box();
    for (int level = 0; level < FIGURE_LEVELS && around != null; level++) {
      if (around.tag().equals("figure") || around.tag().equals("figcaption")) {
        return true;
      }
      around = around.parent();
    }
    return false;
  }

  private static @Nullable String caption(Evidence evidence, @Nullable Block headline) {
    int from = headline == null ? 0 : headline.order();
    int to = Math.min(evidence.outline().blocks().size(), from + BLOCKS_BELOW);
    StringBuilder caption = new StringBuilder();
    for (int i = from; i < to; i++) {
      Block block = evidence.outline().blocks().get(i);
      if (isCaption(block) && caption.length() + block.text().length() < LONGEST_CAPTION) {
        caption.append(caption.length() == 0 ? "" : " ").append(block.text());
      } else if (caption.length() > 0) {
        break;
      }
    }
    return caption.length() == 0 ? null : caption.toString();
  }
}
