package io.keeling.newsroom.design;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keeling.newsroom.press.Block;
import io.keeling.newsroom.press.Picture;
import java.time.OffsetDateTime;
import java.util.List;

/** Structured data of an article as news sites give it (schema.org/NewsArticle). */
final class JsonLd {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonLd() {}

  static String of(ArticleView view, String type) {
    ObjectNode root = JSON.createObjectNode().put("@context", "https://schema.org");
    ArrayNode graph = root.putArray("@graph");
    organization(graph.addObject(), view.site());
    graph
        .addObject()
        .put("@type", "WebPage")
        .put("@id", view.url())
        .put("url", view.url())
        .put("name", view.title() + " | " + view.site().name());
    ObjectNode article = graph.addObject().put("@type", type).put("@id", view.url() + "#article");
    article.put("headline", view.title());
    article.put("description", view.summary());
    article.put("url", view.url());
    article.put("mainEntityOfPage", view.url());
    article.put("datePublished", iso(view.header().published()));
    article.put("dateModified", iso(view.updated()));
    article.put("inLanguage", view.site().house().language());
    article.put("articleSection", view.header().section());
    article.put("isAccessibleForFree", view.article().free());
    article
        .putArray("keywords")
        .addAll(
            view.header().keywords().stream()
                .map(
                    word ->
                        (com.fasterxml.jackson.databind.JsonNode)
                            JSON.getNodeFactory().textNode(word))
                .toList());
    ArrayNode authors = article.putArray("author");
    for (String name : view.header().authors()) {
      authors.addObject().put("@type", "Person").put("name", name);
    }
    Picture picture = view.header().picture();
    if (picture != null) {
      article
          .putObject("image")
          .put("@type", "ImageObject")
          .put("url", view.image())
          .put("caption", picture.caption());
    }
    article.putObject("publisher").put("@id", view.site().base() + "/#organization");
    if (!view.article().free()) {
      article
          .putObject("hasPart")
          .put("@type", "WebPageElement")
          .put("isAccessibleForFree", false)
          .put("cssSelector", ".for-subscribers");
    }
    if (type.equals("LiveBlogPosting")) {
      article.put("coverageStartTime", iso(view.header().published()));
      posts(article.putArray("liveBlogUpdate"), view.blocks());
    }
    return script(root);
  }

  private static void organization(ObjectNode node, SiteView site) {
    node.put("@type", "NewsMediaOrganization")
        .put("@id", site.base() + "/#organization")
        .put("name", site.name())
        .put("url", site.base() + "/")
        .putObject("logo")
        .put("@type", "ImageObject")
        .put("url", site.base() + "/images/logo.svg");
  }

  private static void posts(ArrayNode posts, List<Block> blocks) {
    ObjectNode post = null;
    for (Block block : blocks) {
      if (block.heading()) {
        post = posts.addObject().put("@type", "BlogPosting").put("headline", block.text());
      } else if (post != null) {
        String before = post.path("articleBody").asText("");
        post.put("articleBody", before.isEmpty() ? block.text() : before + "\n" + block.text());
      }
    }
  }

  private static String iso(OffsetDateTime time) {
    return time.toString();
  }

  private static String script(ObjectNode node) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node).replace("</", "<\\/");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }
}
